"""The log of changes: what every unit of work that succeeded made of which record, and for whom."""

from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, Final, NamedTuple

from mockbooks.store.copy_on_write import PagedList
from mockbooks.store.write import Write

MAXIMUM_CHANGES: Final = 10_000


class Change(NamedTuple):
    """What one unit of work made of one record; `before` is None where it was created, `after` where it was removed.

    `number` counts from 1; `by` is what was handed to `Books.work`, or None.
    """

    number: int
    collection: str
    id: str
    before: Any
    after: Any
    by: object | None


class Logged(NamedTuple):
    """A log as it was when a snapshot was made."""

    owner: object
    beginning: object
    position: int
    ring: PagedList[Change]


class Changes:
    """The changes since the log began, of which the newest are kept; any thread may read.

    It is a ring in pages that are copied on write, so that a snapshot keeps the log for nothing.
    """

    __slots__ = ("_beginning", "_lock", "_maximum", "_owner", "_ring", "position")

    def __init__(self, lock: RLock, maximum: int = MAXIMUM_CHANGES) -> None:
        """Begin empty, read under the lock of the books; `position` is how many changes there have been."""
        self._lock = lock
        self._maximum = maximum
        self._owner = object()
        self.begin(object())

    @property
    def forgotten(self) -> int:
        """How many of the oldest are gone: what `since` gives is complete from this position on."""
        return max(0, self.position - self._maximum)

    def since(self, position: int) -> list[Change]:
        """Give the changes after a position, 0 being the beginning, as far as they are kept, in order."""
        with self._lock:
            wanted = range(max(position, self.forgotten), self.position)
            return [self._ring[number % self._maximum] for number in wanted]

    def goes_on_from(self, logged: Logged) -> bool:
        """Tell whether this log is that one and what came after it.

        It is not when something from before it was restored in the meantime, or the log began afresh. What was
        forgotten is taken to be the same.
        """
        with self._lock:
            if self._beginning is not logged.beginning or logged.position > self.position:
                return False
            last = logged.position - 1
            return last < self.forgotten or self._ring[last % self._maximum] is logged.ring[last % self._maximum]

    def file(self, steps: Iterable[Callable[[], None]], by: object | None) -> None:
        """File what a unit of work wrote: one change for each record, from before its first write to what is there."""
        first_writes: dict[tuple[str, int], Write] = {}
        for step in steps:
            if isinstance(step, Write):
                first_writes.setdefault((step.collection, step.ordinal), step)
        for write in first_writes.values():
            before, after = write.before, write.records.entities[write.ordinal]
            record = before if after is None else after
            if record is not None:  # else it was created and removed again
                self._keep(Change(self.position + 1, write.collection, record.id, before, after, by))

    def begin(self, beginning: object) -> None:
        """Begin afresh at position 0; books that begin with the same thing have the same beginning."""
        self._beginning = beginning
        self._ring: PagedList[Change] = PagedList()
        self.position = 0

    def freeze(self) -> Logged:
        """Give the log as it is now."""
        return Logged(self._owner, self._beginning, self.position, self._ring.copy())

    def restore(self, logged: Logged) -> None:
        """Become the log as it was: what came after never happened. That of other books is a fresh beginning here."""
        if logged.owner is not self._owner:
            self.begin(logged)
            return
        self._beginning, self.position, self._ring = logged.beginning, logged.position, logged.ring.copy()

    def _keep(self, change: Change) -> None:
        place = self.position % self._maximum
        if place == len(self._ring):
            self._ring.append(change)
        else:
            self._ring[place] = change
        self.position += 1
