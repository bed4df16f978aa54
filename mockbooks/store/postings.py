"""The postings of one index: which records are filed under a term, as compressed bitmaps of ordinals."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from pyroaring import BitMap

from mockbooks.store.copy_on_write import ShardedMap

# What all postings begin with, and none ever writes to: most of most administrations never see a write.
_NOTHING: Final[dict[Hashable, BitMap]] = {}


class Postings:
    """A map of terms to ordinals; a lone ordinal is kept as a plain int, which takes a tenth of the memory.

    What stands in `_mine` is written to in place; every other bitmap may be shared with a copy, and is copied first.
    """

    __slots__ = ("_entries", "_mine")

    def __init__(self, entries: ShardedMap[Hashable, int | BitMap] | None = None) -> None:
        """Start empty, or with entries that are shared."""
        self._entries: ShardedMap[Hashable, int | BitMap] = ShardedMap() if entries is None else entries
        self._mine = _NOTHING

    def get(self, term: Hashable) -> BitMap:
        """Give the ordinals under a term, to be read only."""
        entry = self._entries.get(term)
        if entry is None:
            return BitMap()
        return BitMap((entry,)) if isinstance(entry, int) else entry

    def first(self, term: Hashable) -> int | None:
        """Give the lowest ordinal under a term."""
        entry = self._entries.get(term)
        if entry is None or isinstance(entry, int):
            return entry
        lowest: int = entry.min()
        return lowest

    def union(self, terms: Iterable[Hashable]) -> BitMap:
        """Give the ordinals under any of the terms, to be read only."""
        entries = [entry for term in terms if (entry := self._entries.get(term)) is not None]
        lone = [entry for entry in entries if isinstance(entry, int)]
        several = [entry for entry in entries if not isinstance(entry, int)]
        if not several:
            return BitMap(lone)
        return BitMap.union(BitMap(lone), *several) if lone else BitMap.union(*several)

    def add(self, terms: Iterable[Hashable], ordinal: int) -> None:
        """File an ordinal under each of the terms; where it is already, it stays once."""
        mine = self._mine
        for term in terms:
            ordinals = mine.get(term)
            if ordinals is not None:
                ordinals.add(ordinal)  # the usual case: nearly all pieces of a name are known
            else:
                self._add(term, ordinal)

    def discard(self, terms: Iterable[Hashable], ordinal: int) -> None:
        """Take an ordinal from under each of the terms, where it is; a term without ordinals is dropped."""
        for term in terms:
            self._discard(term, self._entries.get(term), ordinal)

    def items(self) -> Iterator[tuple[Hashable, list[int]]]:
        """Yield every term with its ordinals."""
        return ((term, list(self.get(term))) for term, _ in self._entries.items())

    def copy(self) -> "Postings":
        """Share everything with a copy; each side copies what it writes to from now on."""
        return Postings(self._shared())

    def _shared(self) -> ShardedMap[Hashable, int | BitMap]:
        self._mine = _NOTHING
        return self._entries.copy()

    def _came(self, term: Hashable) -> None:
        """Be told that a term has its first ordinal."""

    def _went(self, term: Hashable) -> None:
        """Be told that a term has no ordinal any more."""

    def _add(self, term: Hashable, ordinal: int) -> None:
        entry = self._entries.setdefault(term, ordinal)
        if entry is None:
            self._came(term)
        elif not isinstance(entry, int):
            self._own(term, entry).add(ordinal)
        elif entry != ordinal:
            self._own(term, (entry, ordinal))

    def _discard(self, term: Hashable, entry: int | BitMap | None, ordinal: int) -> None:
        if isinstance(entry, BitMap):
            ordinals = self._mine.get(term)
            ordinals = self._own(term, entry) if ordinals is None else ordinals
            ordinals.discard(ordinal)
            if len(ordinals) == 1:
                del self._mine[term]  # first, because what is in `_mine` must be what is read
                self._entries[term] = ordinals.min()
        elif entry == ordinal:
            self._entries.discard(term)
            self._went(term)

    def _own(self, term: Hashable, ordinals: Iterable[int]) -> BitMap:
        mine = BitMap(ordinals)
        self._entries[term] = mine
        if self._mine is _NOTHING:
            self._mine = {}
        self._mine[term] = mine
        return mine
