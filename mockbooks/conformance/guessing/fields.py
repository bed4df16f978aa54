"""Finds a field of ours in an item, by the names under which vendors know it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.items import Item
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vocabulary.fields import BESIDE, FIELD_NAMES, FIELD_SAID, OF_ANOTHER_KIND
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.words import joined, singular, words
from mockbooks.frozen import dataclass

_WITHIN: Final = frozenset({"email", "price", "address", "percentage", "name"})
"""What may stand in an object or list within the item."""
_MAY_HOLD: Final = frozenset({"id", "address", "name", "email"})
"""What may be an object or list itself; a price that holds others is not the price."""
_ENDINGS: Final = {
    "name": ("name", "naam"),
    "address": ("address", "adres", "street", "straat"),
    "email": ("email", "emailaddress", "emailadres"),
    "number": ("sequencenumber", "documentnumber", "invoicenumber"),
    "price": ("unitprice", "price", "prijs"),
    "percentage": ("percentage", "percent", "rate"),
    "description": ("description", "omschrijving", "label", "name"),
}
"""What a field may end in, where nothing has the very name: `net_unit_price` is a price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a field stands in an item, as a pointer; `schema` tells of it."""

    pointer: str
    schema: Schema


def find_field(item: Item, name: str, collection: Collection) -> Place | None:
    """Find a field in the items of a collection."""
    properties = item.schema.properties
    wanted = FIELD_NAMES[name]
    own = _by_name(properties, collection)
    for each in wanted:
        if each in own and (place := _at(own[each], properties[own[each]], name)):
            return place
    attributes = next((key for key in properties if joined(key) == "attribute"), None)
    if attributes is not None and name != "id":
        inner = find_field(Item(schema=properties[attributes], pointer="", items=None), name, collection)
        return Place(pointer=f"/{_escaped(attributes)}{inner.pointer}", schema=inner.schema) if inner else None
    if name == "id":
        return _by_path(properties, collection) or _by_description(properties, name)
    ending = next((key for each in _ENDINGS.get(name, ()) for key in properties if _ends_in(key, each)), None)
    if ending:
        return Place(pointer=f"/{_escaped(ending)}", schema=properties[ending])
    within = next(_within(item.schema, wanted, "", 2), None) if name in _WITHIN else None
    return within or _by_description(properties, name)


def _at(key: str, schema: Schema, name: str) -> Place | None:
    """Take a field, or within one that holds others what is the field itself: the amount of a unit price."""
    if name in _MAY_HOLD or not schema.properties:
        return Place(pointer=f"/{_escaped(key)}", schema=schema)
    inner = next((inner for each in FIELD_NAMES[name] for inner in schema.properties if joined(inner) == each), None)
    return Place(pointer=f"/{_escaped(key)}/{_escaped(inner)}", schema=schema.properties[inner]) if inner else None


def _ends_in(key: str, ending: str) -> bool:
    """Tell whether a name ends in that of a field, other than of what is bought: a cost price is no price."""
    return joined(key).endswith(ending) and not any(word.startswith(_BOUGHT) for word in words(key))


_BOUGHT: Final = ("cost", "kost", "purchase", "inkoop")


def unexplained_fields(item: Item, collection: Collection) -> Sequence[str]:
    """Give the fields of which neither the name nor the description tells what they are."""
    own = _by_name(item.schema.properties, collection)
    named = {own[name] for name in own if any(name in names for names in FIELD_NAMES.values())}
    return [
        key
        for key, each in item.schema.properties.items()
        if key not in named
        and joined(key) not in BESIDE
        and not any(word in BESIDE for word in words(key))
        and not explained(key)
        and each.shape.kind != "boolean"
        and not each.shape.choices
        and not any(joined(key) in signs.fields or joined(key) in signs.proof for signs in NOUNS.values())
        and (not each.description or each.properties)
    ]


def _by_name(properties: Mapping[str, Schema], collection: Collection) -> dict[str, str]:
    """Give the fields by name, those that repeat what the thing is without it: `InvoiceNumber` is a `number`."""
    last = collection.names[-1]
    things = {joined(last), singular((words(last) or ("",))[-1])}
    found: dict[str, str] = {}
    for key in properties:
        name = joined(key)
        for thing in (*things, *_heads(key, joined(last))):
            if name.startswith(thing) and len(name) > len(thing):
                found.setdefault(name.removeprefix(thing), key)
    return {**found, **{joined(key): key for key in reversed(list(properties))}}


def _heads(key: str, thing: str) -> Iterator[str]:
    """Give what a name begins with that the thing is called by its end: `account_id` in a `chartofaccount`."""
    split, name = words(key), joined(key)
    heads = ["".join(split[:end]) for end in range(1, len(split))]
    heads += [name.removesuffix(end) for end in ("id", "code", "key", "nr") if name.endswith(end)]
    return (head for head in heads if len(head) >= _SHORTEST_HEAD and thing.endswith(head))


_SHORTEST_HEAD: Final = 4


def _by_path(properties: Mapping[str, Schema], collection: Collection) -> Place | None:
    """Take for the id what the path of one item asks for, or the body where all is asked by it."""
    read = collection.first(Deed.READ)
    asked = {joined(parameter.name) for parameter in read.in_place("path")[-1:]} if read else set()
    if read is not None and not asked and read.body and read.body.schema:
        asked = {joined(name) for name, each in read.body.schema.properties.items() if not each.properties}
    key = next((key for key in properties if joined(key) in asked), None)
    return Place(pointer=f"/{_escaped(key)}", schema=properties[key]) if key else None


def _by_description(properties: Mapping[str, Schema], name: str) -> Place | None:
    """Take what says of itself that it is this."""
    pattern = FIELD_SAID.get(name)
    if pattern is None:
        return None
    for key, each in properties.items():
        said = each.description
        if pattern.search(said) and not OF_ANOTHER_KIND.search(said) and (name == "address" or not each.properties):
            return Place(pointer=f"/{_escaped(key)}", schema=each)
    return None


def _within(schema: Schema, wanted: tuple[str, ...], pointer: str, levels: int) -> Iterator[Place]:
    if not levels:
        return
    for key, each in schema.properties.items():
        inner = each.items if each.items is not None and not each.properties else each
        if not inner.properties or any(word.startswith(_BOUGHT) for word in words(key)):
            continue
        start = f"{pointer}/{_escaped(key)}" + ("/0" if inner is not each else "")
        names = {joined(within): within for within in inner.properties}
        for name in wanted:
            if name in names:
                yield Place(pointer=f"{start}/{_escaped(names[name])}", schema=inner.properties[names[name]])
        yield from _within(inner, wanted, start, levels - 1)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
