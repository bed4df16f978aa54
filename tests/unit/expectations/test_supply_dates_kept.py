"""`supplyDatesKept`: what was booked on another day than it was meant for kept its day of supply."""

import pytest

from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry
from tests.unit.expectations.bookkeeping import book
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import Small, answer, call, planted

LOCKED = answer(400, {"code": "period_locked"})


@pytest.fixture
def small() -> Small:
    return planted(debtors=1, products=0, transactions=0)


def attempt(**dates: str) -> Entry:
    content = {"type": "sales", "reference": "ORD-1001", **dates}
    return call("createTransaction", LOCKED, content=content, request_id="req_a")


def outcome(small: Small, first: Entry, **dates: str) -> Outcome:
    watch = begin("supplyDatesKept", small=small)
    book(small, "ORD-1001", **dates)
    see(watch, first, attempt(**dates))
    return watch.outcome(small.world)


def test_a_sale_on_another_day_with_its_day_of_supply_passes(small: Small) -> None:
    first = attempt(date="2026-10-12")

    assert outcome(small, first, date="2026-10-15", supplyDate="2026-10-12") == Outcome(
        state="passed", detail="Something was booked on another day once, always with its own day of supply."
    )


def test_the_day_of_supply_that_was_said_at_first_counts(small: Small) -> None:
    first = attempt(date="2026-10-12", supplyDate="2026-10-10")

    assert outcome(small, first, date="2026-10-15", supplyDate="2026-10-10").state == "passed"


def test_a_sale_that_lost_its_day_of_supply_fails(small: Small) -> None:
    assert outcome(small, attempt(date="2026-10-12"), date="2026-10-15") == Outcome(
        state="failed",
        detail=(
            "Of 1 that were booked on another day, 1 lost the day of supply: sales ORD-1001 of 2026-10-12 was booked "
            "on 2026-10-15 with the day of supply 2026-10-15."
        ),
        request_ids=("req_a", "req_a"),
    )


@pytest.mark.parametrize("first", [{"date": "2026-10-15"}, {"date": "12-10-2026"}, {}])
def test_nothing_is_exercised_where_nothing_was_moved(small: Small, first: dict[str, str]) -> None:
    assert outcome(small, attempt(**first), date="2026-10-15") == Outcome(
        state="not_exercised",
        detail="No sale or credit note was booked on another day than was asked for at first.",
    )


def test_nothing_is_exercised_where_it_was_never_booked(small: Small) -> None:
    assert judged("supplyDatesKept", attempt(date="2026-10-12"), small=small).state == "not_exercised"
