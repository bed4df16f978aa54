"""Whole books as plain JSON data, every field of every record with nothing left out, to be kept and loaded again."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, Final

from mockbooks.service.schema import camel
from mockbooks.store import Books
from mockbooks.store.records import Records

FORMAT: Final = "mockbooks-books"
VERSION: Final = 1
"""Raised when a dump is written in another way; a dump of another version is refused by `load`."""


def dump(books: Books) -> dict[str, Any]:
    """Give everything that is in the books as JSON data, all of it of one moment.

    Records are in order of id. `idsGiven` counts the ids of a collection, those of removed records too: no id is ever
    given twice. Decimals and dates are texts, keys are camelCase, and what the API keeps inside is written as well.
    """
    snapshot = books.snapshot()
    return {
        "format": FORMAT,
        "version": VERSION,
        "collections": {name: _collection(records) for name, records in snapshot.records.items()},
        "counters": dict(snapshot.counters),
    }


def _collection(records: Records[Any]) -> dict[str, Any]:
    rows = (records.entities[ordinal] for ordinal in range(1, records.next_ordinal))
    return {"idsGiven": records.next_ordinal - 1, "records": [_object(row) for row in rows if row is not None]}


def _object(entity: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    keys, values_of = _form(entity.__class__)
    return {
        key: value if type(value) in _AS_THEY_ARE else _written(value)
        for key, value in zip(keys, values_of(entity), strict=True)
    }


@cache
def _form(entity_class: type) -> tuple[list[str], Callable[[object], tuple[Any, ...]]]:
    """Give the JSON keys of a class, and what reads their values from an entity; each has two fields at least."""
    names = [field.name for field in fields(entity_class)]
    return [camel(name) for name in names], attrgetter(*names)


def _written(value: Any) -> object:  # noqa: ANN401 - any value of a record
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [item if type(item) in _AS_THEY_ARE else _written(item) for item in value]
    return _object(value)


# Asked by type and not by isinstance: books of a hundred thousand transactions hold some ten million values.
_AS_THEY_ARE: Final = frozenset({str, int, bool, type(None)})
