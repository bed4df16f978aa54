"""The books of one administration: the only door to its state."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from functools import partial
from threading import RLock
from typing import Any

from mockbooks.frozen import dataclass
from mockbooks.store.changes import Changes, Logged
from mockbooks.store.collection import Collection
from mockbooks.store.records import Records
from mockbooks.store.spec import CollectionSpec, E
from mockbooks.store.work import SignedWork, UnitOfWork


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen copy of the books, to be given to `Books.restore` any number of times; what is in it is private."""

    records: Mapping[str, Records[Any]]
    counters: Mapping[str, int]
    changes: Logged

    @property
    def position(self) -> int:
        """How many changes the log of these books had seen: `Books.changes.since` this tells what came after."""
        return self.changes.position


class Books:
    """All collections and counters of one administration under one lock; any thread may read and write."""

    __slots__ = ("_collections", "_counters", "_work", "changes")

    def __init__(self, specs: Iterable[CollectionSpec[Any]]) -> None:
        """Start with an empty collection for each of the specs."""
        lock = RLock()
        self.changes = Changes(lock)
        self._work = UnitOfWork(lock, self.changes.file)
        self._collections: dict[str, Collection[Any]] = {spec.name: Collection(spec, self._work) for spec in specs}
        self._counters: dict[str, int] = {}

    def collection(self, spec: CollectionSpec[E]) -> Collection[E]:
        """Give the collection of a spec; KeyError when these books do not keep it."""
        return self._collections[spec.name]

    def named(self, name: str) -> Collection[Any]:
        """Give a collection by its name, for who may not know its spec; KeyError when these books do not keep it."""
        return self._collections[name]

    def next_id(self, spec: CollectionSpec[Any]) -> str:
        """Tell the id that the next record added must carry; inside a unit of work nobody else can take it."""
        with self._work.lock:
            return spec.id_of(self._collections[spec.name].records.next_ordinal)

    def peek_number(self, counter: str) -> int:
        """Tell the number that `next_number` gives next; a counter that was never used begins at 1."""
        with self._work.lock:
            return self._counters.get(counter, 0) + 1

    def next_number(self, counter: str) -> int:
        """Take the next number of a counter; it is given back when the unit of work fails, so no holes appear."""
        with self._work:
            before = self._counters.get(counter)
            self._work.on_failure(partial(self._set_counter, counter, before))
            number = self._counters[counter] = (before or 0) + 1
            return number

    def work(self, by: object | None = None) -> AbstractContextManager[None]:
        """Open a unit of work: others wait, and on an exception every write inside it is put back.

        `by` is whom its changes are filed under; inside another unit, whom that one was opened for counts.
        """
        return self._work if by is None else SignedWork(self._work, by)

    def begin_changes(self) -> None:
        """Begin the log of changes afresh, when the books are filled; RuntimeError inside a unit of work."""
        with self._work.lock:
            self._refuse_in_unit_of_work("begin_changes")
            self.changes.begin(object())

    def snapshot(self) -> Snapshot:
        """Freeze a copy; RuntimeError inside a unit of work, which may yet fail."""
        with self._work.lock:
            self._refuse_in_unit_of_work("snapshot")
            records = {name: collection.records.copy() for name, collection in self._collections.items()}
            return Snapshot(records, self._counters.copy(), self.changes.freeze())

    def restore(self, snapshot: Snapshot) -> None:
        """Become exactly what was frozen; RuntimeError inside a unit of work, ValueError for other collections.

        The log of changes is cut back to what it was; a snapshot of other books is where it begins, at position 0.
        """
        with self._work.lock:
            self._refuse_in_unit_of_work("restore")
            if snapshot.records.keys() != self._collections.keys():
                raise ValueError(f"the snapshot holds {list(snapshot.records)}, these books {list(self._collections)}")
            for name, collection in self._collections.items():
                collection.records = snapshot.records[name].copy()
            self._counters = dict(snapshot.counters)
            self.changes.restore(snapshot.changes)

    def came_from(self, snapshot: Snapshot) -> bool:
        """Tell whether the changes since the position of a snapshot are all that lies between it and the books."""
        return self.changes.goes_on_from(snapshot.changes)

    def _set_counter(self, counter: str, value: int | None) -> None:
        if value is None:
            self._counters.pop(counter, None)
        else:
            self._counters[counter] = value

    def _refuse_in_unit_of_work(self, what: str) -> None:
        if self._work.is_open:
            raise RuntimeError(f"{what} inside a unit of work")
