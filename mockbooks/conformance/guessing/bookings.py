"""Finds in what is sent for a booking or debtor the fields that name something else: its journal, term or profile."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.items import find_item
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary import said
from mockbooks.conformance.vocabulary.fields import FIELD_NAMES
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.signs import POSSIBLE
from mockbooks.conformance.vocabulary.words import endings, joined, words
from mockbooks.frozen import dataclass

_KEYS: Final = ("identifier", "number", "nummer", "guid", "uuid", "code", "name", "ref", "key", "id", "ids", "nr", "no")
_DAYS: Final = ("number of days", "aantal dagen", "in days", "in dagen", "days until", "days after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One field that names something: of which operation, where, whether it must be there, and from a given choice."""

    operation: Operation
    pointer: str
    is_required: bool
    has_choices: bool


def namings(collections: Sequence[Collection], noun: Noun) -> Sequence[Naming] | None:
    """Find where bodies name a resource; None where no body of a creation is described."""
    found: list[Naming] = []
    is_known = False
    for collection in collections:
        for operation in collection.operations.get(Deed.CREATE, ()):
            item = find_item(operation.body.schema, collection.names[-1], is_body=True) if operation.body else None
            if item is not None and item.schema.properties:
                is_known = True
                found.extend(_within(operation, item.schema, noun, "", 2))
    return found if is_known else None


def _within(operation: Operation, schema: Schema, noun: Noun, pointer: str, levels: int) -> Iterator[Naming]:
    for key, each in schema.properties.items():
        place = f"{pointer}/{key}"
        if _names(key, each, noun):
            yield Naming(
                operation=operation,
                pointer=place,
                is_required=key in schema.required,
                has_choices=bool(each.shape.choices),
            )
        elif levels > 1 and (inner := each.items if each.items is not None else each).properties:
            yield from _within(operation, inner, noun, place, levels - 1)


def unexplained(collections: Sequence[Collection], listed: Sequence[str]) -> Sequence[Naming]:
    """Find the fields that name something which no known word explains: those that must be there, or are `listed`.

    `listed` are the names of lists that nothing has claimed, as `joined` gives them.
    """
    found: list[Naming] = []
    for collection in collections:
        for operation in collection.operations.get(Deed.CREATE, ()):
            item = find_item(operation.body.schema, collection.names[-1], is_body=True) if operation.body else None
            if item is not None:
                found.extend(_unexplained(operation, item.schema, collection, listed, pointer="", levels=2))
    return found


def _unexplained(  # noqa: PLR0913 - where it stands, and what explains it
    operation: Operation, schema: Schema, collection: Collection, listed: Sequence[str], *, pointer: str, levels: int
) -> Iterator[Naming]:
    for key, each in schema.properties.items():
        is_required = key in schema.required
        is_open = _stem(key) in listed or (is_required and not pointer and _is_key(key, each))
        place = f"{pointer}/{key}"
        if is_open and not each.shape.choices and not _is_explained(key, each, collection):
            yield Naming(operation=operation, pointer=place, is_required=is_required, has_choices=False)
        elif levels > 1 and (inner := each.items if each.items is not None else each).properties:
            yield from _unexplained(operation, inner, collection, listed, pointer=place, levels=levels - 1)


def _is_key(key: str, schema: Schema) -> bool:
    """Tell whether a field is a key of something else by its name or form."""
    if schema.items is not None:
        return False
    is_reference = bool(schema.properties) and set(map(joined, schema.properties)) <= _ID_ALONE
    return _stem(key) != joined(key) or schema.shape.format == "uuid" or is_reference


def _is_explained(key: str, schema: Schema, collection: Collection) -> bool:
    name, stem = joined(key), _stem(key)
    own = {joined(collection.names[-1]), *map(joined, words(collection.names[-1]))}
    known = any(each in signs.names for signs in NOUNS.values() for each in {name, stem, *endings(stem)})
    is_field = any(each in names for names in FIELD_NAMES.values() for each in {name, *_ends(key)})
    is_told = any(said.names(schema.description, noun) for noun in Noun) or explained(schema.description[:_MOST_SAID])
    return known or is_field or is_told or stem in own or explained(key)


def _ends(key: str) -> Iterator[str]:
    """Give the name without its key, so that `external_code` is explained and `kring_code` is not."""
    stem = _stem(key)
    if stem != joined(key):
        yield stem


_ID_ALONE: Final = frozenset({"id", "code", "key", "uuid", "guid", "number", "name"})
_MOST_SAID: Final = 60


def _stem(key: str) -> str:
    name = joined(key)
    return next((name.removesuffix(end) for end in _KEYS if name.endswith(end) and len(name) > len(end) + 2), name)


def _names(key: str, schema: Schema, noun: Noun) -> bool:
    name, stem = joined(key), _stem(key)
    names = NOUNS[noun].names
    weight = max((names.get(each, 0.0) for each in {name, stem, stem.removeprefix("invoice")}), default=0.0)
    has_key = stem != name
    is_named = weight > POSSIBLE or (has_key and noun is Noun.INVOICE_PROFILES and bool(weight))
    if not is_named and not (said.names(schema.description, noun) and schema.shape.kind not in {"object", "boolean"}):
        return False
    return not _is_of_another_kind(schema, noun, has_key=has_key)


def _is_of_another_kind(schema: Schema, noun: Noun, *, has_key: bool) -> bool:
    """Tell whether what looks like the name of a thing is a figure, an amount or a whole of its own."""
    if schema.items is not None:
        return True
    if noun is Noun.PAYMENT_TERMS and not has_key:
        said = schema.description.lower()
        return schema.shape.kind in {"integer", "number"} or any(each in said for each in _DAYS)
    return False
