"""Finds the thing itself within an answer: vendors wrap it in `data`, `value`, `d.results` or its own name."""

from typing import Final

from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.vocabulary.groups import LINES
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, words
from mockbooks.frozen import dataclass

_WRAPPERS: Final = [
    "data",
    "item",
    "result",
    "response",
    "value",
    "record",
    "row",
    "content",
    "d",
    "entity",
    "list",
    "embedded",
    "payload",
    "body",
    "element",
    "objects",
    "object",
    "collection",
    "gegevens",
    "lijst",
    "model",
    "resource",
]
_MOST_WRAPPERS: Final = 5
_ABOUT: Final = table(
    "page pagesize perpage total totalcount count success next previous prev nextlink limit offset cursor status"
    " statuscode hasmore lastpage currentpage pagenumber message error errors code requestid totalitem totalpage"
    " pagecount object url type service resource operation odatacontext odatacount totalrecord totalresult first last"
    " ok issuccess succeeded resultcode isfirst islast numberofelement size timestamp version pages skip take"
    " providername datetimeutc"
)
_BESIDE: Final = table("error warning link meta pagination paging page message validationerror included")
"""What holds something and is never the thing itself."""
_IDS: Final = frozenset({"id", "uuid", "guid"})
_MANY: Final = 8
"""An object with so many fields of its own is a thing, not a wrapping."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing: its schema, where it stands in the answer, and where the list of them stands if there is one."""

    schema: Schema
    pointer: str
    items: str | None


def is_described(schema: Schema) -> bool:
    """Tell whether anything is known of a thing: lists and objects of which nothing is told say nothing of it."""
    told = [
        joined(name)
        for name, each in schema.properties.items()
        if each.properties or each.items is not None or each.shape.kind not in {"array", "object"}
    ]
    return any(name not in _ABOUT or name == "code" for name in told)


def find_item(answer: Schema | None, name: str, *, is_body: bool = False) -> Item | None:
    """Find the item in an answer, or in the body of a request, by the name of its collection.

    In a body the lines of a booking are no wrapping, however little stands beside them.
    """
    current, pointer, items = answer, "", None
    for _ in range(_MOST_WRAPPERS):
        if current is None:
            return None
        inner = current.items
        if inner is not None and not current.properties:
            items = pointer if items is None else items
            current, pointer = inner, f"{pointer}/0"
            continue
        wrapper = _wrapper(current, name, _LINES if is_body else frozenset())
        if wrapper is None:
            break
        current, pointer = current.properties[wrapper], f"{pointer}/{_escaped(wrapper)}"
    return Item(schema=current, pointer=pointer, items=items) if current else None


_LINES: Final = table(LINES)


def _wrapper(schema: Schema, name: str, parts: frozenset[str]) -> str | None:
    properties = schema.properties
    own = parts - _names(name)
    holding = {
        key: each
        for key, each in properties.items()
        if joined(key) not in _BESIDE and joined(key) not in own and (each.properties or each.items)
    }
    if not holding:
        return None
    wanted = _names(name)
    named = next((key for key in holding if joined(key) in wanted), None)
    if _is_thing(schema, name):
        return _around_a_thing(holding, wanted) if not _has_id(schema, name) else None
    if named and (len(properties) <= _MANY or joined(name) == joined(named)):
        return named
    if not _is_wrapping(schema):
        return None
    found = next((key for wrapper in _WRAPPERS for key in holding if joined(key) == wrapper), None)
    if found:
        return found
    lists = [key for key, each in holding.items() if each.items and each.items.properties]
    return lists[0] if len(lists) == 1 else _only(schema, holding)


def _is_wrapping(schema: Schema) -> bool:
    """Tell whether all that stands beside a list or an object is about paging and success."""
    return len(_own(schema) - _ABOUT) <= 1


def _names(name: str) -> frozenset[str]:
    """Give a name and its last word."""
    return frozenset({joined(name), joined((words(name) or (name,))[-1])})


def _is_thing(schema: Schema, name: str) -> bool:
    """Tell whether this is a thing itself: it has an id, or many fields of its own."""
    return _has_id(schema, name) or len(_own(schema)) > _MANY


def _has_id(schema: Schema, name: str) -> bool:
    return bool(_own(schema) & (_IDS | {f"{each}id" for each in _names(name)}))


def _own(schema: Schema) -> set[str]:
    return {joined(key) for key, each in schema.properties.items() if not each.properties and not each.items}


def _around_a_thing(holding: dict[str, Schema], wanted: frozenset[str]) -> str | None:
    """Find within a large wrapping, such as the report of a job, the thing with an id that it is about."""
    names = {"data", "result", "value", *wanted}
    return next((key for key, each in holding.items() if joined(key) in names and _has_id(each, "")), None)


def _only(schema: Schema, holding: dict[str, Schema]) -> str | None:
    """Take the one thing that stands in it, where all beside it is about paging and success."""
    return next(iter(holding)) if len(holding) == 1 and not _own(schema) - _ABOUT else None


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
