"""What is remembered of the books, which must be forgotten or learned anew when other books take their place."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, Protocol, runtime_checkable

from mockbooks.service.actor import Actor
from mockbooks.stage.scene import World
from mockbooks.store import Books, CollectionSpec
from mockbooks.store.changes import Logged

_MOST_BEGINNINGS: Final = 50


@runtime_checkable
class MindsBooks(Protocol):
    """Who remembers what stands in the books; what it found so far stays, since nothing undoes a mistake."""

    def books_replaced(self, world: World, /) -> None:
        """Learn that other books stand in the place of those that were there."""


class Made(NamedTuple):
    """A record that a client made, as it stands now, and the request that made it."""

    record: Any
    request_id: str | None


class _Beginning(NamedTuple):
    """Books as the run came upon them: their log, and the first record that counts as made since."""

    log: Logged
    first_ordinal: int


class SinceStart:
    """From where on the records of one collection count as made since the scenario began.

    Books that go on from those at the start, as a snapshot does that was made since, keep that beginning. Any other
    books, which the operator put there, begin anew: what stands in them already is none of the client's work.
    """

    def __init__(self, spec: CollectionSpec[Any], world: World) -> None:
        """Begin with the books that are there."""
        self._spec = spec
        self._beginnings = [self._beginning_of(world.books)]
        self._now = self._beginnings[0]

    def books_replaced(self, world: World) -> None:
        """Find the beginning that the books of now go on from, of several the latest."""
        known = [each for each in self._beginnings if world.books.changes.goes_on_from(each.log)]
        if known:
            self._now = max(known, key=lambda each: each.log.position)
            return
        self._now = self._beginning_of(world.books)
        self._beginnings = [*self._beginnings[-_MOST_BEGINNINGS:], self._now]

    def counts(self, record: Any) -> bool:  # noqa: ANN401 - of any kind
        """Tell whether a record was made since."""
        return self._spec.ordinal_of(record.id) >= self._now.first_ordinal

    def is_untouched(self, books: Books) -> bool:
        """Tell whether none was made since."""
        return self._spec.ordinal_of(books.next_id(self._spec)) == self._now.first_ordinal

    def made_by_clients(self, books: Books) -> Iterator[Made]:
        """Give what clients made since and what is still there, in order, as far as the log of changes goes back."""
        collection = books.collection(self._spec)
        for change in books.changes.since(self._now.log.position):
            is_creation = change.collection == self._spec.name and change.before is None
            record = collection.get(change.id) if is_creation else None
            if record is not None and isinstance(change.by, Actor) and change.by.kind == "client":
                yield Made(record, change.by.request_id)

    def _beginning_of(self, books: Books) -> _Beginning:
        return _Beginning(books.changes.freeze(), self._spec.ordinal_of(books.next_id(self._spec)))
