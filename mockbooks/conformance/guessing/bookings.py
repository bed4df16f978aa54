"""Finds in what is sent for a booking or debtor the fields that name something else: its journal, term or profile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.items import find_item
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.signs import POSSIBLE
from mockbooks.conformance.vocabulary.words import joined

_KEYS: Final = ("identifier", "number", "nummer", "guid", "uuid", "code", "name", "ref", "key", "id", "nr", "no")
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
            item = find_item(operation.body.schema, collection.names[-1]) if operation.body else None
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


def _names(key: str, schema: Schema, noun: Noun) -> bool:
    name = joined(key)
    stem = next((name.removesuffix(end) for end in _KEYS if name.endswith(end) and len(name) > len(end) + 2), name)
    names = NOUNS[noun].names
    weight = max((names.get(each, 0.0) for each in {name, stem, stem.removeprefix("invoice")}), default=0.0)
    has_key = stem != name
    if weight <= POSSIBLE and not (has_key and noun is Noun.INVOICE_PROFILES and weight):
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
