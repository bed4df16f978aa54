"""Filters of a list: a query parameter, how its value is read, and which index of the books answers it."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from mockbooks.domain.folding import fold
from mockbooks.errors import Complaint
from mockbooks.frozen import dataclass
from mockbooks.service.fields import Moment, Strict
from mockbooks.service.query_fields import QueryFlag
from mockbooks.store import Between, Criterion, Equals, Has


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One query parameter of a list; `criterion` turns its value into a question to an index."""

    name: str
    field: Strict
    criterion: Callable[[Any], Criterion]


def equal_to(
    name: str, field: Strict, *, index: str | None = None, fold_value: Callable[[Any], Any] | None = None
) -> Filter:
    """Find what has exactly this value, folded first where the index is folded."""
    index = index or name

    def criterion(value: Any) -> Criterion:  # noqa: ANN401 - as the field reads it
        return Equals(index, fold_value(value) if fold_value else value)

    return Filter(name=name, field=field, criterion=criterion)


def containing(name: str, field: Strict) -> Filter:
    """Find what holds this text anywhere, whatever its case and accents."""
    field.check = _holds_something
    return Filter(name=name, field=field, criterion=lambda value: Has(name, fold(value)))


def _holds_something(value: str) -> Complaint | None:
    """Refuse a text of accents alone: nothing is left of it to search for, and everything would be found."""
    return None if fold(value).strip() else Complaint("blank")


def active_filter(noun: str) -> Filter:
    """Find only what is (or is not) in use."""
    return equal_to("active", QueryFlag(f"Only {noun} that are in use (true) or archived (false).", example="true"))


def updated_since(noun: str) -> Filter:
    """Find what was created or changed at or after a moment."""
    field = Moment(
        f"Only {noun} created or changed at or after this moment (RFC 3339), the moment itself included.",
        example="2026-11-23T09:00:00Z",
    )
    return Filter(name="updated_since", field=field, criterion=lambda value: Between("updated_at", value, None))


def criteria_of(
    filters: tuple[Filter, ...], query: Mapping[str, Any], but: Container[str] = ()
) -> tuple[Criterion, ...]:
    """Turn the values of a query into criteria, in the order in which the filters are declared, `but` some."""
    return tuple(
        filter_.criterion(query[filter_.name])
        for filter_ in filters
        if query.get(filter_.name) is not None and filter_.name not in but
    )
