"""One write to a collection: what it changes, and the way back; what a unit of work did is told from these."""

from collections.abc import Hashable, Iterable
from typing import Any

from mockbooks.frozen import dataclass
from mockbooks.store.postings import Postings
from mockbooks.store.records import Records

Refiling = tuple[Postings, Iterable[Hashable], Iterable[Hashable]]
"""What one write changes in one index: the terms that are gone, and those that come."""


@dataclass(slots=True)  # not frozen, which would make every write slower
class Write:
    """What a row of a collection was before it was written to; calling it puts that back.

    It is noted before the writing is done, and putting back bears that only part of it was.
    """

    collection: str
    records: Records[Any]
    ordinal: int
    before: Any
    body_before: bytes | None
    refilings: list[Refiling]

    def __call__(self) -> None:
        """Put back what was there."""
        back = ((postings, come, gone) for postings, gone, come in self.refilings)
        _set(self.records, self.ordinal, self.before, self.body_before, back)

    def do(self, entity: Any, body: bytes | None) -> None:  # noqa: ANN401 - an entity, or None to remove it
        """Put the new record in the row, and file it."""
        _set(self.records, self.ordinal, entity, body, self.refilings)


def _set(
    records: Records[Any],
    ordinal: int,
    entity: Any,  # noqa: ANN401 - an entity or None
    body: bytes | None,
    refilings: Iterable[Refiling],
) -> None:
    for postings, gone, come in refilings:
        if gone:
            postings.discard(gone, ordinal)
        postings.add(come, ordinal)
    records.entities[ordinal] = entity
    records.bodies[ordinal] = body
