"""Whatever was done to books: dumped and loaded again they are the same, byte for byte, and go on in the same way.

And whatever was done to a dump: it is loaded, or refused with complaints that can be told.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, RefusedError
from mockbooks.ledger import dump, load, trial_balance
from mockbooks.resources import SPECS
from mockbooks.store import Books
from tests.properties import test_books_invariants as calls
from tests.unit.ledger.shop import busy_shop

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec="utf-8"), max_size=50),
    st.sampled_from(["", "0.00", "-1.00", "2026-11-23", "trx_000002", "led_000001", "sales", "deb_000001", "memorial"]),
    st.just([]),
    st.just({}),
)


class DumpedBooks(calls.Books):
    """The caller without any discipline, whose books are written out and read in again after every call."""

    @invariant()
    def what_is_loaded_is_what_was_dumped(self) -> None:
        books, loaded = self.api.books, self._loaded()
        assert dump(loaded) == dump(books)
        assert _bodies(loaded) == _bodies(books)
        assert [loaded.next_id(spec) for spec in SPECS] == [books.next_id(spec) for spec in SPECS]
        assert trial_balance(loaded) == trial_balance(books)

    @rule()
    def go_on_with_the_loaded_books(self) -> None:
        self.api.books.restore(self._loaded().snapshot())
        assert self.api.everything() == self.present

    @invariant()
    def nothing_is_lost_between_debit_and_credit(self) -> None:
        assert str(trial_balance(self.api.books).difference) == "0.00"

    def _loaded(self) -> Books:
        loaded = Books(SPECS)
        loaded.restore(load(orjson.loads(orjson.dumps(dump(self.api.books))), SPECS))
        return loaded


def _bodies(books: Books) -> dict[str, Any]:
    return {spec.name: books.collection(spec).find((), offset=0, limit=10_000) for spec in SPECS}


DumpedBooks.TestCase.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestDumpedBooks = DumpedBooks.TestCase


@settings(max_examples=400, deadline=None, derandomize=True)
@given(steps=st.lists(st.integers(0, 10_000), min_size=1, max_size=8), value=VALUES)
def test_a_dump_with_anything_in_it_is_loaded_or_refused(steps: list[int], value: object) -> None:
    data = orjson.loads(_dumped())
    _damage(data, steps, value)

    assert all(tell(complaint, "nl") for complaint in _refusal(data))


@cache
def _dumped() -> bytes:
    return orjson.dumps(dump(busy_shop().books))


def _damage(data: Any, steps: Sequence[int], value: object) -> None:  # noqa: ANN401 - JSON
    """Walk down as far as the steps lead, and put the value there."""
    keys = list(data) if isinstance(data, dict) else range(len(data))
    key = keys[steps[0] % len(keys)]
    if len(steps) > 1 and isinstance(data[key], dict | list) and data[key]:
        _damage(data[key], steps[1:], value)
    else:
        data[key] = value


def _refusal(data: object) -> tuple[Complaint, ...]:
    books = Books(SPECS)
    try:
        books.restore(load(data, SPECS))
    except RefusedError as error:
        return error.complaints
    assert dump(books)["format"] == "mockbooks-books"
    return ()
