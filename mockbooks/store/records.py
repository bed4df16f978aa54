"""Everything a collection holds, as one value that can be copied in microseconds: the rows and the postings."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, cast

from mockbooks.store.copy_on_write import PagedList
from mockbooks.store.gram_postings import GramPostings
from mockbooks.store.postings import Postings
from mockbooks.store.spec import Contains, E, Exact, Index

EVERY = "every record"  # the index, and the only term in it, that all live records are under


class Filing(NamedTuple):
    """How an entity is filed in one index: what is read from it, under which terms, and where."""

    postings: Postings
    source: Callable[[Any], Hashable | None]
    terms: Callable[[Hashable], Iterable[Hashable]]


class Records(Generic[E]):
    """The rows by ordinal, from 1, with None where a record was removed; and the postings by the name of the index."""

    __slots__ = ("_filings", "bodies", "entities", "indexes", "postings")

    def __init__(self, indexes: Iterable[Index[E]]) -> None:
        """Start empty; row 0 is never used, so that ordinals begin at 1 as ids do."""
        self.entities: PagedList[E | None] = PagedList()
        self.bodies: PagedList[bytes | None] = PagedList()
        self.indexes: Mapping[str, Index[E]] = {index.name: index for index in (_every_record(), *indexes)}
        self.postings: Mapping[str, Postings] = {
            name: GramPostings() if isinstance(index, Contains) else Postings() for name, index in self.indexes.items()
        }
        self._filings: tuple[Filing, ...] = ()
        self.append()

    @property
    def filings(self) -> tuple[Filing, ...]:
        """How an entity is filed in every index; put together with the first write, as most copies never see one."""
        if not self._filings:
            self._filings = tuple(
                Filing(self.postings[name], index.source, index.terms) for name, index in self.indexes.items()
            )
        return self._filings

    @property
    def next_ordinal(self) -> int:
        """The ordinal of the row that comes next."""
        return len(self.entities)

    def append(self) -> None:
        """Make an empty row."""
        self.entities.append(None)
        self.bodies.append(None)

    def pop(self) -> None:
        """Take the last row off."""
        self.entities.pop()
        self.bodies.pop()

    def entity(self, ordinal: int) -> E:
        """Give the entity of a live row."""
        entity = self.entities[ordinal]
        if entity is None:
            raise KeyError(ordinal)
        return entity

    def entities_at(self, ordinals: Sequence[int]) -> list[E]:
        """Give the entities of live rows, whose ordinals come in order."""
        return cast("list[E]", self.entities.at(ordinals))

    def bodies_at(self, ordinals: Sequence[int]) -> list[bytes]:
        """Give the bodies of live rows, whose ordinals come in order."""
        return cast("list[bytes]", self.bodies.at(ordinals))

    def copy(self) -> "Records[E]":
        """Share everything with a copy; each side copies what it writes to from now on."""
        other: Records[E] = Records.__new__(Records)
        other.entities = self.entities.copy()
        other.bodies = self.bodies.copy()
        other.indexes = self.indexes
        other._filings = ()
        other.postings = {name: postings.copy() for name, postings in self.postings.items()}
        return other


def _every_record() -> Index[Any]:
    return Exact(EVERY, lambda _: EVERY)
