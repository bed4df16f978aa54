"""Counting the calls that an injection meets: all together, or for each value that stands somewhere in their bodies."""

from typing import Final

from mockbooks.stage.callers import digest
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.json_pointer import resolve

MOST_VALUES: Final = 10_000
"""Values that are counted apart; beyond them the one that was met first is forgotten."""


class Counter:
    """Counts from 1; not safe to use from several threads by itself."""

    def __init__(self, pointer: str | None) -> None:
        """Count by the value at a JSON Pointer (RFC 6901), or everything together without one."""
        self._pointer = pointer
        self._counts: dict[bytes | None, int] = {}

    def count(self, exchange: Exchange) -> int:
        """Count one call more, and tell the how many-th it is of its value."""
        value = None if self._pointer is None else _value_at(exchange, self._pointer)
        number = self._counts.get(value, 0) + 1
        self._counts[value] = number
        if len(self._counts) > MOST_VALUES:
            del self._counts[next(iter(self._counts))]
        return number


def _value_at(exchange: Exchange, pointer: str) -> bytes | None:
    """Give what a value is known by, which is as short for a long one as for any other."""
    try:
        return digest(repr(resolve(exchange.content, pointer)))
    except LookupError:
        return None
