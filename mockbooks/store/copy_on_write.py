"""A map and a list that are copied in microseconds at any size, so that a snapshot of the books costs nothing.

Both keep their items in pieces. A copy shares every piece and neither side owns one any more;
the first write to a piece that is not owned copies that piece alone.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# A prime: the dict inside a shard goes by the low bits of the same hash, and a power of two would make them collide.
SHARDS = 1021
PAGE_BITS = 10
PAGE_SIZE = 1 << PAGE_BITS
PLACE_IN_PAGE = PAGE_SIZE - 1
# What every map begins with, and none ever writes to.
_NO_SHARDS: Final[list[dict[Any, Any]]] = [{}] * SHARDS


class ShardedMap(Generic[K, V]):
    """A mapping in many small dicts, nearly as quick to read as one dict.

    The table of shards is shared too until the first write: most maps of most administrations never see one. Who reads
    very often may go straight to `shards[hash(key) % SHARDS]`; a write may put another table in the place of `shards`.
    """

    __slots__ = ("_owned", "shards")

    def __init__(self) -> None:
        """Start empty: every shard is one and the same empty dict until it is written to."""
        self.shards: list[dict[K, V]] = _NO_SHARDS
        self._owned: bytearray | None = None

    def get(self, key: K) -> V | None:
        """Look a key up; None when there is none."""
        return self.shards[hash(key) % SHARDS].get(key)

    def __setitem__(self, key: K, value: V) -> None:
        """Set the value of a key."""
        self._own_shard(key)[key] = value

    def setdefault(self, key: K, value: V) -> V | None:
        """Set the value of a key that has none; else give the one that it has."""
        present = self.shards[hash(key) % SHARDS].get(key)
        if present is None:
            self._own_shard(key)[key] = value
        return present

    def discard(self, key: K) -> None:
        """Remove a key, if it is there."""
        if self.get(key) is not None:
            del self._own_shard(key)[key]

    def items(self) -> Iterator[tuple[K, V]]:
        """Yield every key with its value, in no order that means anything."""
        return (item for shard in self.shards for item in shard.items())

    def copy(self) -> "ShardedMap[K, V]":
        """Share everything with a copy; each side copies what it writes to from now on."""
        other: ShardedMap[K, V] = ShardedMap.__new__(ShardedMap)
        other.shards = self.shards
        other._owned = self._owned = None
        return other

    def _own_shard(self, key: K) -> dict[K, V]:
        place = hash(key) % SHARDS
        if self._owned is None:
            self.shards, self._owned = self.shards.copy(), bytearray(SHARDS)
        if not self._owned[place]:
            self.shards[place] = self.shards[place].copy()
            self._owned[place] = True
        return self.shards[place]


class PagedList(Generic[V]):
    """A list in pages, that grows and shrinks at its end only."""

    __slots__ = ("_length", "_owned", "_pages")

    def __init__(self) -> None:
        """Start empty."""
        self._pages: list[list[V]] = []
        self._owned = bytearray()
        self._length = 0

    def __len__(self) -> int:
        """Count the items."""
        return self._length

    def __getitem__(self, place: int) -> V:
        """Read the item at a place from 0 up to the length; other places are the caller's mistake."""
        return self._pages[place >> PAGE_BITS][place & PLACE_IN_PAGE]

    def get(self, place: int) -> V | None:
        """Read the item at a place from 0 on; None beyond the last."""
        return self._pages[place >> PAGE_BITS][place & PLACE_IN_PAGE] if place < self._length else None

    def at(self, places: Sequence[int]) -> list[V]:
        """Read the items at places from 0 up to the length, which rise."""
        pages, count = self._pages, len(places)
        if count and places[-1] - places[0] == count - 1 and places[0] >> PAGE_BITS == places[-1] >> PAGE_BITS:
            first = places[0] & PLACE_IN_PAGE  # all beside each other, as nearly always
            return pages[places[0] >> PAGE_BITS][first : first + count]
        return [pages[place >> PAGE_BITS][place & PLACE_IN_PAGE] for place in places]

    def __setitem__(self, place: int, item: V) -> None:
        """Replace the item at a place."""
        self._own_page(place >> PAGE_BITS)[place & PLACE_IN_PAGE] = item

    def append(self, item: V) -> None:
        """Put an item at the end."""
        if self._length == len(self._pages) << PAGE_BITS:
            self._pages.append([])
            self._owned.append(True)
        self._own_page(self._length >> PAGE_BITS).append(item)
        self._length += 1

    def pop(self) -> None:
        """Take the last item off."""
        self._length -= 1
        page = self._own_page(self._length >> PAGE_BITS)
        page.pop()
        if not page:
            self._pages.pop()
            self._owned.pop()

    def copy(self) -> "PagedList[V]":
        """Share everything with a copy; each side copies what it writes to from now on."""
        other: PagedList[V] = PagedList()
        other._pages = self._pages.copy()
        other._length = self._length
        other._owned = bytearray(len(self._pages))
        self._owned = bytearray(len(self._pages))
        return other

    def _own_page(self, number: int) -> list[V]:
        if not self._owned[number]:
            self._pages[number] = self._pages[number].copy()
            self._owned[number] = True
        return self._pages[number]
