"""The postings of a text, which know besides what its grams begin with: a query may be shorter than a gram."""

from collections.abc import Hashable, Iterator

from pyroaring import BitMap

from mockbooks.store.copy_on_write import ShardedMap
from mockbooks.store.grams import GRAM
from mockbooks.store.postings import Postings


class GramPostings(Postings):
    """Postings whose terms are grams and words.

    `_longer` gives, by each beginning of a gram, those that there are of one character more: by "a" perhaps "an" and
    "ar", and by "an" the grams "ann" and "ans". It changes only when a gram comes for the first time, or is gone.
    """

    __slots__ = ("_longer",)

    def __init__(
        self,
        entries: ShardedMap[Hashable, int | BitMap] | None = None,
        longer: ShardedMap[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Start empty, or with what is shared."""
        super().__init__(entries)
        self._longer: ShardedMap[str, tuple[str, ...]] = ShardedMap() if longer is None else longer

    def beginning_with(self, start: str) -> BitMap:
        """Give the ordinals under any gram that begins so, to be read only."""
        return self.union(self._grams(start))

    def copy(self) -> "GramPostings":
        """Share everything with a copy; each side copies what it writes to from now on."""
        return GramPostings(self._shared(), self._longer.copy())

    def _came(self, term: Hashable) -> None:
        if isinstance(term, str) and len(term) == GRAM:
            self._note(term)

    def _went(self, term: Hashable) -> None:
        if isinstance(term, str) and len(term) == GRAM:
            self._strike(term)

    def _grams(self, start: str) -> Iterator[str]:
        if len(start) == GRAM:
            yield start
            return
        for longer in self._longer.get(start) or ():
            yield from self._grams(longer)

    def _note(self, piece: str) -> None:
        start = piece[:-1]
        others = self._longer.get(start)
        self._longer[start] = (*(others or ()), piece)
        if others is None and len(start) > 1:
            self._note(start)

    def _strike(self, piece: str) -> None:
        start = piece[:-1]
        left = tuple(other for other in self._longer.get(start) or () if other != piece)
        if left:
            self._longer[start] = left
            return
        self._longer.discard(start)
        if len(start) > 1:
            self._strike(start)
