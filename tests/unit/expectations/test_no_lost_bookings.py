"""`noLostBookings`: what a client tried to book stands in the books, or the verdict names what does not."""

import pytest

from mockbooks.service.actor import Actor
from mockbooks.stage import tried_bookings
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Fired
from tests.unit.expectations.bookkeeping import book, reverse
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import OK, Small, answer, booking, call, planted, tell_of_books

BUSY = answer(429, Retry_After="5")
LOCKED = answer(400, {"code": "period_locked"})
LOST = Answer(status=200, body=OK.body, delivery=Drop("reset"))


@pytest.fixture
def small() -> Small:
    return planted(debtors=1, products=0, transactions=2)


def test_orders_that_were_refused_first_and_stand_in_the_end_pass(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    book(small, "ORD-1001")
    book(small, "ORD-1002")
    see(watch, booking("ORD-1001", true=BUSY), booking("ORD-1002", true=LOCKED), booking("ORD-1001"))

    assert watch.outcome(small.world) == Outcome(
        state="passed", detail="Whatever was to be booked stands in the books, under 2 references."
    )


@pytest.mark.parametrize(
    ("true", "sent", "injected"),
    [
        (BUSY, None, False),
        (answer(401, {"code": "token_expired"}), None, False),
        (LOCKED, None, False),
        (LOCKED, LOST, False),
        (answer(503), None, True),
        (OK, None, True),
    ],
)
def test_an_order_that_was_tried_and_does_not_stand_fails_however_it_was_answered(
    small: Small, true: Answer, sent: Answer | None, *, injected: bool
) -> None:
    fired = (Fired(injection="down", phase="gate", faults=("respond",)),) if injected else ()
    entry = booking("ORD-1001", true=true, sent=sent, injected=injected, fired=fired, request_id="req_a")

    assert judged("noLostBookings", entry, small=small) == Outcome(
        state="failed",
        detail="Of 1 references that were to be booked, 1 does not stand in the books: sales ORD-1001.",
        request_ids=("req_a",),
    )


def test_the_first_few_that_are_missing_are_named_with_their_requests(small: Small) -> None:
    book(small, "ORD-1000")
    entries = [booking(f"ORD-100{number}", true=BUSY, request_id=f"req_{number}") for number in range(1, 8)]

    assert judged("noLostBookings", *entries, entries[0], small=small) == Outcome(
        state="failed",
        detail=(
            "Of 7 references that were to be booked, 7 do not stand in the books: sales ORD-1001, sales ORD-1002, "
            "sales ORD-1003, sales ORD-1004, sales ORD-1005, …."
        ),
        request_ids=("req_1", "req_1", "req_2", "req_3", "req_4", "req_5", "req_6", "req_7"),
    )


def test_what_was_reversed_does_not_stand(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    reverse(small, book(small, "ORD-1001"))
    see(watch, booking("ORD-1001"))

    assert watch.outcome(small.world).state == "failed"


def test_what_stood_before_the_scenario_began_was_not_booked_in_it(small: Small) -> None:
    book(small, "ORD-1001")

    assert judged("noLostBookings", booking("ORD-1001", true=BUSY), small=small).state == "failed"


def test_a_credit_note_is_another_thing_than_the_sale_with_its_reference(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    book(small, "ORD-1001")
    credit = {"type": "sales_credit", "reference": "ORD-1001", "date": "2026-10-15"}
    see(watch, booking("ORD-1001"), call("createTransaction", LOCKED, content=credit))

    assert "1 does not stand in the books: sales_credit ORD-1001." in watch.outcome(small.world).detail


def test_a_type_that_there_is_not_may_have_been_put_right_as_any(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    book(small, "ORD-1001")
    see(watch, call("createTransaction", LOCKED, content={"type": "sale", "reference": "ORD-1001"}))

    assert watch.outcome(small.world).state == "passed"


@pytest.mark.parametrize("content", [{"type": "sales"}, {"reference": " "}, {"reference": 1001}, ["ORD-1001"], None])
def test_nothing_is_exercised_where_nothing_with_a_reference_was_tried(small: Small, content: object) -> None:
    entries = [call("createTransaction", LOCKED, content=content), call("createDebtor", content={"reference": "a"})]

    assert judged("noLostBookings", *entries, small=small) == Outcome(
        state="not_exercised", detail="Nobody tried to book anything under a reference."
    )


def test_what_there_was_no_room_for_is_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tried_bookings, "MOST_TRIED", 1)
    watch = begin("noLostBookings", small=small)
    book(small, "ORD-1001")
    see(watch, booking("ORD-1001"), booking("ORD-1002", true=BUSY), booking("ORD-1003"), booking("ORD-1001"))

    assert watch.outcome(small.world).detail == (
        "Whatever was to be booked stands in the books, under 1 reference. What came after the first 10000 references "
        "was not watched: 2 calls."
    )


def test_in_other_books_only_what_stands_there_was_to_be_booked(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    book(small, "ORD-1001")
    see(watch, booking("ORD-1001"), booking("ORD-1002", true=BUSY))
    tell_of_books(watch, small)

    assert watch.outcome(small.world).detail == "Whatever was to be booked stands in the books, under 1 reference."


def test_in_other_books_what_clients_booked_there_was_to_be_booked_too(small: Small) -> None:
    watch = begin("noLostBookings", small=small)
    start = small.books.snapshot()
    with small.books.work(Actor(kind="client", name="demo", request_id="req_a")):
        book(small, "ORD-1001")
    later = small.books.snapshot()
    see(watch, booking("ORD-1001"))
    small.books.restore(start)
    tell_of_books(watch, small)
    gone = watch.outcome(small.world)
    small.books.restore(later)
    tell_of_books(watch, small)

    assert (gone.state, watch.outcome(small.world).state) == ("not_exercised", "passed")
