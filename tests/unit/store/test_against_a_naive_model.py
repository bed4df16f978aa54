"""Any mix of writes, searches, snapshots and failed units of work answers as a plain dict with linear scans does."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mockbooks.store import Between, Books, Collection, Criterion, Equals, Found, Has, Snapshot
from tests.unit.store.debtors import DEBTORS, Debtor, render

# Few words, so that records share them, and queries hit within a word, across two, and almost.
NAMES = st.lists(st.sampled_from(["a", "ba", "abab", "ababb", "bbaba"]), max_size=3).map(" ".join)
PIECES = st.sampled_from(["", "a", "b", " ", "ba", "bb", "a ", "aba", "abab", "baba", "ab ba", "a abab", "abab ababb"])
CODES = st.sampled_from(["D001", "D002", "D003"])
LABEL = st.sampled_from(["horeca", "noord", "zuid"])
DATES = st.sampled_from(["2025-12-31", "2026-01-01", "2026-01-31", "2026-11-23", "2027-01-01"])
MOMENTS = st.sampled_from(
    [
        "2026-11-22T23:59:59Z",
        "2026-11-23T00:00:00Z",
        "2026-11-23T10:15:30Z",
        "2026-11-23T10:15:31Z",
        "2026-12-01T10:15:30Z",
    ]
)
FIELDS = st.fixed_dictionaries(
    {
        "name": NAMES,
        "code": st.none() | CODES,
        "labels": st.lists(LABEL, max_size=2).map(tuple),
        "since": st.none() | DATES,
        "updated_at": MOMENTS,
    }
)

Rows = dict[str, Debtor]
Written = tuple[str, Debtor | None, Debtor | None]
Question = tuple[Criterion, Callable[[Debtor], bool]]


def _equals_code(code: str) -> Question:
    return Equals("code", code), lambda debtor: debtor.code == code


def _has_label(label: str) -> Question:
    return Equals("labels", label), lambda debtor: label in debtor.labels


def _has_in_name(text: str) -> Question:
    return Has("name", text), lambda debtor: text in debtor.name


def _since(low: str | None, high: str | None) -> Question:
    return Between("since", low, high), lambda debtor: _lies_between(debtor.since, low, high)


def _updated(low: str | None, high: str | None) -> Question:
    return Between("updated_at", low, high), lambda debtor: _lies_between(debtor.updated_at, low, high)


def _lies_between(text: str | None, low: str | None, high: str | None) -> bool:
    return text is not None and (low is None or low <= text) and (high is None or text <= high)


QUESTIONS = st.lists(
    st.builds(_equals_code, CODES)
    | st.builds(_has_label, LABEL)
    | st.builds(_has_in_name, PIECES)
    | st.builds(_since, st.none() | DATES, st.none() | DATES)
    | st.builds(_updated, st.none() | MOMENTS, st.none() | MOMENTS),
    max_size=3,
)


class UnitFailedError(Exception):
    """Ends a unit of work half-way."""


class BooksMachine(RuleBasedStateMachine):
    """The books beside a model that cannot be wrong."""

    def __init__(self) -> None:
        """Begin with empty books."""
        super().__init__()
        self.books = Books([DEBTORS])
        self.rows: Rows = {}
        self.created = 0
        self.number = 0
        self.log: list[Written] = []
        self.frozen: list[tuple[Snapshot, Rows, int, int, list[Written]]] = []

    @property
    def debtors(self) -> Collection[Debtor]:
        return self.books.collection(DEBTORS)

    @initialize(seed=st.lists(FIELDS, min_size=3, max_size=8))
    def plant(self, seed: list[dict[str, object]]) -> None:
        for fields in seed:
            self._add(fields)

    @rule(fields=FIELDS)
    def add(self, fields: dict[str, object]) -> None:
        self._add(fields)

    def _add(self, fields: dict[str, object]) -> None:
        self.created += 1
        debtor = Debtor(id=f"deb_{self.created:06d}", **fields)  # type: ignore[arg-type]
        assert self.books.next_id(DEBTORS) == debtor.id
        self.debtors.add(debtor)
        self._write(debtor.id, debtor)

    def _write(self, record_id: str, after: Debtor | None) -> None:
        """Write in the model, and note it in the model of the log."""
        self.log.append((record_id, self.rows.pop(record_id, None), after))
        if after:
            self.rows[record_id] = after

    @precondition(lambda self: self.rows)
    @rule(fields=FIELDS, data=st.data())
    def replace(self, fields: dict[str, object], data: st.DataObject) -> None:
        debtor = Debtor(id=data.draw(st.sampled_from(sorted(self.rows))), **fields)  # type: ignore[arg-type]
        self.debtors.replace(debtor)
        self._write(debtor.id, debtor)

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        record_id = data.draw(st.sampled_from(sorted(self.rows)))
        self.debtors.remove(record_id)
        self._write(record_id, None)

    @precondition(lambda self: self.rows)
    @rule(several=st.lists(FIELDS, min_size=1, max_size=3), data=st.data())
    def replace_several_times_in_one_unit_of_work(self, several: list[dict[str, object]], data: st.DataObject) -> None:
        record_id = data.draw(st.sampled_from(sorted(self.rows)))
        debtors = [Debtor(id=record_id, **fields) for fields in several]  # type: ignore[arg-type]
        with self.books.work():
            for debtor in debtors:
                self.debtors.replace(debtor)
        self._write(record_id, debtors[-1])

    @rule()
    def take_a_number(self) -> None:
        self.number += 1
        assert self.books.next_number("journal 70") == self.number

    @rule()
    def snapshot(self) -> None:
        self.frozen.append((self.books.snapshot(), dict(self.rows), self.created, self.number, self.log.copy()))

    @precondition(lambda self: self.frozen)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        snapshot, rows, self.created, self.number, log = data.draw(st.sampled_from(self.frozen))
        self.books.restore(snapshot)
        self.rows, self.log = dict(rows), log.copy()

    @rule(added=st.lists(FIELDS, max_size=3), data=st.data())
    def fail_a_unit_of_work(self, added: list[dict[str, object]], data: st.DataObject) -> None:
        before = contents(self.books)
        with pytest.raises(UnitFailedError), self.books.work():  # noqa: PT012 - the unit fails after its writes
            self._write_a_lot(added, data)
            raise UnitFailedError
        assert contents(self.books) == before

    def _write_a_lot(self, added: list[dict[str, object]], data: st.DataObject) -> None:
        self.books.next_number("journal 70")
        for fields in added:
            record_id = self.books.next_id(DEBTORS)
            self.debtors.add(Debtor(id=record_id, **fields))  # type: ignore[arg-type]
            other = data.draw(st.sampled_from([record_id, *sorted(self.rows)]))
            self.debtors.replace(Debtor(id=other, **fields))  # type: ignore[arg-type]
        for record_id in data.draw(st.sets(st.sampled_from(sorted(self.rows)))) if self.rows else ():
            self.debtors.remove(record_id)

    @rule(questions=QUESTIONS, offset=st.integers(0, 4), limit=st.integers(0, 4))
    def find(self, questions: list[Question], offset: int, limit: int) -> None:
        criteria = [criterion for criterion, _ in questions]
        hits = [debtor for debtor in self.rows.values() if all(answers(debtor) for _, answers in questions)]
        hits.sort(key=lambda debtor: debtor.id)
        page = [render(debtor) for debtor in hits[offset : offset + limit]]
        assert self.debtors.find(criteria, offset=offset, limit=limit) == Found(len(hits), page)
        assert self.debtors.count(criteria) == len(hits)
        assert list(self.debtors.entities(criteria)) == hits

    @rule(piece=PIECES)
    def find_by_name(self, piece: str) -> None:
        hits = sorted(record_id for record_id, debtor in self.rows.items() if piece in debtor.name)
        assert [debtor.id for debtor in self.debtors.entities([Has("name", piece)])] == hits

    @rule(code=CODES)
    def first(self, code: str) -> None:
        hits = sorted(record_id for record_id, debtor in self.rows.items() if debtor.code == code)
        first = self.debtors.first("code", code)
        assert (first.id if first else None) == (hits[0] if hits else None)

    @invariant()
    def the_books_hold_what_the_model_holds(self) -> None:
        assert len(self.debtors) == len(self.rows)
        assert {debtor.id: debtor for debtor in self.debtors.entities()} == self.rows
        assert self.books.peek_number("journal 70") == self.number + 1

    @invariant()
    def the_log_holds_every_write_that_stayed(self) -> None:
        changes = self.books.changes.since(0)
        assert [(change.id, change.before, change.after) for change in changes] == self.log
        assert [change.number for change in changes] == list(range(1, self.books.changes.position + 1))

    def teardown(self) -> None:
        """Hold the indexes against fresh ones in the end."""
        fresh = Books([DEBTORS])
        for ordinal in range(1, self.created + 1):
            record_id = f"deb_{ordinal:06d}"
            fresh.collection(DEBTORS).add(self.rows.get(record_id, Debtor(id=record_id)))
        for record_id in {f"deb_{ordinal:06d}" for ordinal in range(1, self.created + 1)} - self.rows.keys():
            fresh.collection(DEBTORS).remove(record_id)
        assert contents(self.books)[0] == contents(fresh)[0]


def contents(books: Books) -> tuple[object, ...]:
    """Give all that the books hold, to the last posting, in a form that can be compared."""
    records = books.collection(DEBTORS).records
    rows = [(records.entities[ordinal], records.bodies[ordinal]) for ordinal in range(records.next_ordinal)]
    postings = {name: dict(postings.items()) for name, postings in records.postings.items()}
    return (rows, postings), books.peek_number("journal 70")


BooksMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestBooksAgainstANaiveModel = BooksMachine.TestCase
