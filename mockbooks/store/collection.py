"""One collection of the books: records by id, by declared index, and page by page in the order of creation."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from typing import Generic

from pyroaring import BitMap

from mockbooks.frozen import value
from mockbooks.store.criteria import Criterion
from mockbooks.store.records import Records
from mockbooks.store.search import search
from mockbooks.store.spec import CollectionSpec, E
from mockbooks.store.work import UnitOfWork
from mockbooks.store.write import Refiling, Write


@value(frozen=True, slots=True)
class Found:
    """One page of a search: how many records there are in all, and the bodies on this page."""

    total: int
    bodies: list[bytes]


class Collection(Generic[E]):
    """The records of one kind; each write is all or nothing, in or outside a unit of work."""

    __slots__ = ("_work", "records", "spec")

    def __init__(self, spec: CollectionSpec[E], work: UnitOfWork) -> None:
        """Start empty, writing within the units of work of the books."""
        self.spec = spec
        self.records: Records[E] = Records(spec.indexes)
        self._work = work

    def __len__(self) -> int:
        """Count the live records."""
        return self.count(())

    def add(self, entity: E) -> bytes:
        """Add a record, and give it as it was written out; ValueError unless it carries the id that comes next."""
        with self._work:
            ordinal = self.records.next_ordinal
            if entity.id != self.spec.id_of(ordinal):
                raise ValueError(f"the next id in {self.spec.name} is {self.spec.id_of(ordinal)}, not {entity.id}")
            body = self._rendered(entity)
            refilings = self._filings(entity)
            self.records.append()
            self._work.on_failure(self.records.pop)
            self._write(Write(self.spec.name, self.records, ordinal, None, None, refilings), entity, body)
            return body

    def replace(self, entity: E) -> bytes:
        """Put a record in the place of the one with its id, and give it as it was written out.

        KeyError when there is none.
        """
        with self._work:
            ordinal = self._existing(entity.id)
            body = self._rendered(entity)
            self._rewrite(ordinal, entity, body)
            return body

    def remove(self, record_id: str) -> None:
        """Remove a record for good, its id is never given again; KeyError when there is none."""
        with self._work:
            self._rewrite(self._existing(record_id), None, None)

    def get(self, record_id: str) -> E | None:
        """Give the record with this id."""
        with self._work.lock:
            entity = self.records.entities.get(self.spec.ordinal_of(record_id))
            return entity if entity is not None and entity.id == record_id else None

    def body(self, record_id: str) -> bytes | None:
        """Give the record with this id as it was written out."""
        with self._work.lock:
            ordinal = self.spec.ordinal_of(record_id)
            entity = self.records.entities.get(ordinal)
            return self.records.bodies[ordinal] if entity is not None and entity.id == record_id else None

    def first(self, index: str, value: Hashable) -> E | None:
        """Give the earliest created record with this value in an Exact or Multi index."""
        with self._work.lock:
            ordinal = self.records.postings[index].first(value)
            return None if ordinal is None else self.records.entity(ordinal)

    def count(self, criteria: Sequence[Criterion]) -> int:
        """Count the records that answer all criteria."""
        with self._work.lock:
            return len(search(self.records, criteria))

    def find(self, criteria: Sequence[Criterion], *, offset: int, limit: int, hidden: Sequence[str] = ()) -> Found:
        """Give one page of the records that answer all criteria, in the order of creation.

        Those whose ids are `hidden` are on no page and in no total.
        """
        with self._work.lock:
            ordinals = search(self.records, criteria)
            if hidden:
                # Not in place: they may be the postings themselves.
                ordinals = ordinals - BitMap(map(self.spec.ordinal_of, hidden))
            total = len(ordinals)
            page = list(islice(ordinals.iter_equal_or_larger(ordinals[offset]), limit)) if offset < total else []
            return Found(total, self.records.bodies_at(page))

    def ids(self, criteria: Sequence[Criterion], *, limit: int) -> list[str]:
        """Give the ids of the first records that answer all criteria."""
        with self._work.lock:
            return [self.spec.id_of(ordinal) for ordinal in islice(search(self.records, criteria), limit)]

    def entities(self, criteria: Sequence[Criterion] = ()) -> Iterator[E]:
        """Give the records that answer all criteria, in the order of creation, as they are at this moment."""
        with self._work.lock:
            return iter(self.records.entities_at(list(search(self.records, criteria))))

    def _existing(self, record_id: str) -> int:
        ordinal = self.spec.ordinal_of(record_id)
        entity = self.records.entities.get(ordinal)
        if entity is None or entity.id != record_id:
            raise KeyError(record_id)
        return ordinal

    def _rewrite(self, ordinal: int, after: E | None, body: bytes | None) -> None:
        before, body_before = self.records.entity(ordinal), self.records.bodies[ordinal]
        refilings = list(self._refilings(before, after))
        self._write(Write(self.spec.name, self.records, ordinal, before, body_before, refilings), after, body)

    def _write(self, write: Write, after: E | None, body: bytes | None) -> None:
        """Note the way back, then write; all that calls the resource, and so may fail, has been done by now."""
        self._work.on_failure(write)
        write.do(after, body)

    def _rendered(self, entity: E) -> bytes:
        """Copy the bytes: what a JSON writer hands over may sit in a larger block than it fills."""
        return bytes(memoryview(self.spec.render(entity)))

    def _filings(self, entity: E) -> list[Refiling]:
        """Tell where a new record is filed; TypeError when what is read from it cannot be."""
        refilings: list[Refiling] = []
        for postings, source_of, terms_of in self.records.filings:
            source = source_of(entity)
            if source is not None:
                hash(source)
                refilings.append((postings, (), terms_of(source)))
        return refilings

    def _refilings(self, before: E, after: E | None) -> Iterator[Refiling]:
        """Tell what moves in which index."""
        for postings, source_of, terms_of in self.records.filings:
            source_before, source_after = source_of(before), None if after is None else source_of(after)
            if source_before != source_after:
                gone = set() if source_before is None else set(terms_of(source_before))
                come = set() if source_after is None else set(terms_of(source_after))
                yield postings, gone - come, come - gone
