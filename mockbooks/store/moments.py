"""Ranges of ISO dates and moments as a handful of prefixes: whole years, months, days, hours, minutes and seconds.

A date or moment is filed under each of its prefixes, so that a range of any width is the union of at most
some hundreds of them ("since 30 November 2026, 23:59:58" is two seconds, one month, three years …).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple


class Level(NamedTuple):
    """One step of refinement: how long the prefix is, and with what it can end."""

    length: int
    endings: tuple[str, ...]


def _endings(mark: str, first: int, last: int) -> tuple[str, ...]:
    return tuple(f"{mark}{number:02d}" for number in range(first, last + 1))


DIGITS = tuple("0123456789")
LEVELS = (
    *(Level(length, DIGITS) for length in (1, 2, 3, 4)),
    Level(7, _endings("-", 1, 12)),
    Level(10, _endings("-", 1, 31)),
    Level(13, _endings("T", 0, 23)),
    Level(16, _endings(":", 0, 59)),
    Level(19, _endings(":", 0, 60)),  # RFC 3339 allows a leap second
)
FINEST = LEVELS[-1].length


@lru_cache(maxsize=64)
def prefixes_of(text: str) -> tuple[str, ...]:
    """Give every prefix under which a date or moment is filed; kept, as what is written now shares its moment."""
    return tuple(text[: level.length] for level in LEVELS if level.length <= len(text))


def prefixes_between(low: str | None, high: str | None) -> Iterator[str]:
    """Yield the prefixes that together are exactly the range, both ends included.

    A bound that is cut short means all of it: "2026-11" as a high bound lets the whole month in.
    """
    low = low and low[:FINEST]
    high = high and high[:FINEST]
    if low and high and low > high and not low.startswith(high):
        return iter(())
    return _between("", 0, low or None, high or None)


def _between(parent: str, depth: int, low: str | None, high: str | None) -> Iterator[str]:
    length, endings = LEVELS[depth]
    inside = slice(len(parent), length)
    first = 0 if low is None else bisect_right(endings, low[inside])
    last = len(endings) if high is None else bisect_left(endings, high[inside])
    yield from (parent + ending for ending in endings[first:last])
    if low and high and low[:length] == high[:length]:
        yield from _edge(depth, low, high)
        return
    if low:
        yield from _edge(depth, low, None)
    if high:
        yield from _edge(depth, None, high)


def _edge(depth: int, low: str | None, high: str | None) -> Iterator[str]:
    length = LEVELS[depth].length
    parent = (low or high or "")[:length]
    low = low if low and len(low) > length else None
    high = high if high and len(high) > length else None
    if low is None and high is None:
        yield parent
    else:
        yield from _between(parent, depth + 1, low, high)
