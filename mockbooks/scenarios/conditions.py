"""Conditions on one value of a request: what a scenario file may demand of a query parameter, a header or a body."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo

from mockbooks.scenarios.patterns import Pattern, found_in
from mockbooks.traffic.clock import BOOKS_TIME_ZONE


class Absent(Enum):
    """Stands in for a value where there is none."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
Literal = str | int | float | bool
Condition = Callable[[object], bool]
"""Tells whether a value, or ABSENT, is as demanded."""

_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_ONE_DAY: Final = timedelta(days=1)


def equal(literal: Literal) -> Condition:
    """Demand this value: a number, true or false also equals a text that is written as the same, such as "121.00"."""
    if isinstance(literal, bool):
        text = "true" if literal else "false"
        return lambda value: value is literal or value == text
    if isinstance(literal, int | float):
        wanted = number_of(literal)
        return lambda value: wanted is not None and number_of(value) == wanted
    return lambda value: type(value) is type(literal) and value == literal


def one_of(literals: tuple[Literal, ...]) -> Condition:
    """Demand one of these values."""
    conditions = tuple(map(equal, literals))
    return lambda value: any(condition(value) for condition in conditions)


def matching(pattern: Pattern) -> Condition:
    """Demand a text, or a number as it is written, in which the expression is found."""

    def holds(value: object) -> bool:
        is_written = isinstance(value, str | int | float) and not isinstance(value, bool)
        return is_written and found_in(str(value), pattern)

    return holds


def before(end: date | datetime) -> Condition:
    """Demand a day or moment that lies before this one; days are those of the Netherlands."""
    limit = _begin(end)
    return lambda value: (moment := moment_of(value)) is not None and moment < limit


def after(start: date | datetime) -> Condition:
    """Demand a day or moment that lies after this one; a moment within a day does not lie after that day."""
    if isinstance(start, datetime):
        return lambda value: (moment := moment_of(value)) is not None and moment > start
    limit = _begin(start + _ONE_DAY)
    return lambda value: (moment := moment_of(value)) is not None and moment >= limit


def over(number: Decimal) -> Condition:
    """Demand a number, also one in a text, that is larger."""
    return lambda value: (found := number_of(value)) is not None and found > number


def under(number: Decimal) -> Condition:
    """Demand a number, also one in a text, that is smaller."""
    return lambda value: (found := number_of(value)) is not None and found < number


def absent(is_absent: bool) -> Condition:  # noqa: FBT001 - the one setting of this condition
    """Demand that nothing stands there (nothing or null, which mean the same in the API), or that something does."""
    return lambda value: (value is ABSENT or value is None) is is_absent


def all_of(conditions: tuple[Condition, ...]) -> Condition:
    """Demand everything at once."""
    return conditions[0] if len(conditions) == 1 else lambda value: all(condition(value) for condition in conditions)


def number_of(value: object) -> Decimal | None:
    """Read a JSON number, or a text that is written as one."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def moment_of(value: object) -> datetime | None:
    """Read a day, which begins at midnight in the Netherlands, or a moment with its zone."""
    if not isinstance(value, str):
        return None
    try:
        if _DAY.fullmatch(value):
            return _begin(date.fromisoformat(value))
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _begin(point: date | datetime) -> datetime:
    return point if isinstance(point, datetime) else datetime.combine(point, time.min, ZoneInfo(BOOKS_TIME_ZONE))
