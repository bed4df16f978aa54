"""How many transactions, debtors and products there are, and when that proves nothing."""

import pytest
from marshmallow import ValidationError

from mockbooks.service.actor import Actor
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry, Fired
from tests.unit.expectations.bookkeeping import add_debtor, add_product, book, reverse
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import Small, answer, booking, call, planted

ORDER = {"reference": "ORD-1001"}
KORENAAR = {"email": "inkoop@korenaar.example"}


@pytest.fixture
def small() -> Small:
    return planted(debtors=2, products=2, transactions=2)


def test_one_booking_where_one_is_expected_passes_although_the_seed_has_one_with_that_reference(small: Small) -> None:
    watch = begin("booked", ORDER, small=small, exactly=1)
    book(small)
    see(watch, booking("ORD-1001", request_id="req_a"), booking("ORD-1002", request_id="req_b"))

    assert watch.outcome(small.world) == Outcome(
        state="passed",
        detail="Transactions with reference ORD-1001 since the start: expected exactly 1, found 1.",
        request_ids=("req_a",),
    )


def test_a_second_booking_fails_and_names_the_calls_that_led_to_it(small: Small) -> None:
    watch = begin("booked", ORDER, small=small, exactly=1)
    book(small)
    book(small)
    see(watch, booking("ORD-1001", request_id="req_a"), booking("ORD-1001", request_id="req_b"))

    assert watch.outcome(small.world) == Outcome(
        state="failed",
        detail="Transactions with reference ORD-1001 since the start: expected exactly 1, found 2.",
        request_ids=("req_a", "req_b"),
    )


def test_a_booking_that_never_came_fails(small: Small) -> None:
    assert judged("booked", settings=ORDER, small=small, exactly=1).state == "failed"


def test_that_an_order_was_not_booked_is_proven_by_a_client_that_booked_another(small: Small) -> None:
    assert judged("booked", booking("ORD-1002"), settings=ORDER, small=small, exactly=0).state == "passed"
    assert judged("booked", booking("ORD-1002"), settings=ORDER, small=small, at_most=0).state == "passed"


REFUSED = answer(400, {"code": "period_locked"})
MADE_UP = booking(fired=(Fired(injection="vendor", phase="before", faults=("respond",)),), injected=True)


@pytest.mark.parametrize("call_", [booking(true=REFUSED), booking("ORD-1002", true=REFUSED), MADE_UP])
@pytest.mark.parametrize("bounds", [{"exactly": 0}, {"at_most": 0}, {"at_most": 1}])
def test_that_little_was_booked_is_not_proven_by_what_came_to_nothing(
    small: Small, call_: Entry, bounds: dict[str, int]
) -> None:
    assert judged("booked", call_, settings=ORDER, small=small, **bounds).state == "not_exercised"


def test_that_an_order_was_booked_once_at_most_is_not_proven_by_another(small: Small) -> None:
    assert judged("booked", booking("ORD-1002"), settings=ORDER, small=small, at_most=1) == Outcome(
        state="not_exercised",
        detail=(
            "Transactions with reference ORD-1001 since the start: expected at most 1, found 0, but no call succeeded "
            "that proves it."
        ),
    )


def test_that_an_order_was_booked_once_at_most_is_proven_by_a_booking_even_if_its_answer_was_lost(small: Small) -> None:
    watch = begin("booked", ORDER, small=small, at_most=1)
    book(small)
    see(watch, booking(sent=Answer(status=200, delivery=Drop("reset")), request_id="req_a"))

    assert (watch.outcome(small.world).state, watch.outcome(small.world).request_ids) == ("passed", ("req_a",))


def test_that_no_debtor_was_made_twice_is_proven_by_one_that_was_made(small: Small) -> None:
    creation = call("createDebtor", content=KORENAAR)
    other = call("createDebtor", content={"email": "nobody@korenaar.example"})

    assert judged("debtors", creation, settings=KORENAAR, small=small, at_most=1).state == "passed"
    assert judged("debtors", call(), other, settings=KORENAAR, small=small, at_most=1).state == "not_exercised"
    assert judged("debtors", booking(true=REFUSED), settings=KORENAAR, small=small, exactly=1).state == "not_exercised"


def test_what_was_reversed_no_longer_counts_unless_it_is_asked_for(small: Small) -> None:
    standing = begin("booked", ORDER, small=small, exactly=1)
    reversals = begin("booked", {**ORDER, "status": "reversed"}, small=small, exactly=1)
    reverse(small, book(small))
    book(small)

    assert standing.outcome(small.world).state == "passed"
    assert reversals.outcome(small.world).state == "passed"


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({}, 2),
        ({"type": "sales"}, 2),
        ({"type": "receipt"}, 0),
        ({"date": "2026-10-15"}, 2),
        ({"dateFrom": "2026-10-15", "dateTo": "2026-10-31"}, 2),
        ({"dateTo": "2026-10-14"}, 0),
        ({"debtorId": "deb_000001"}, 2),
        ({"totalInclVat": "121.00"}, 1),
        ({"totalInclVat": "121"}, 1),
        ({"debtor": KORENAAR}, 2),
        ({"debtor": {"email": "nobody@korenaar.example"}}, 0),
        ({"debtor": {"active": False}}, 0),
    ],
)
def test_bookings_are_found_as_the_list_finds_them(small: Small, settings: dict[str, object], found: int) -> None:
    watch = begin("booked", settings, small=small, exactly=found)
    book(small)
    book(small, "ORD-1002", "60.50")
    see(watch, booking())

    assert watch.outcome(small.world).state == "passed"


def test_what_the_bookkeeper_booked_is_no_proof_of_a_client(small: Small) -> None:
    watch = begin("booked", {"reference": "ORD-1001"}, small=small, exactly=1)
    small.actor = Actor(kind="bookkeeper", name="timeline")
    book(small)
    see(watch, call("listDebtors"))

    assert watch.outcome(small.world).state == "not_exercised"


def test_what_was_looked_for_is_told(small: Small) -> None:
    settings = {"date": "2026-10-15", "debtor": KORENAAR}

    assert judged("booked", settings={}, small=small, at_least=1).detail == (
        "Transactions since the start: expected at least 1, found 0."
    )
    assert judged("booked", settings=settings, small=small, at_least=1, at_most=2).detail == (
        "Transactions with date 2026-10-15, debtor (with email inkoop@korenaar.example) since the start: expected at "
        "least 1 and at most 2, found 0."
    )


@pytest.mark.parametrize("settings", [{"refrence": "ORD-1001"}, {"date": "15-10-2026"}, {"debtor": {"mail": "x"}}, 5])
def test_what_is_no_filter_is_refused(settings: object) -> None:
    with pytest.raises(ValidationError):
        begin("booked", settings, exactly=1)


def test_no_more_calls_are_named_than_anybody_reads(small: Small) -> None:
    watch = begin("booked", ORDER, small=small, exactly=0)
    see(watch, *(booking() for _ in range(30)), call("createTransaction", body=b"{broken"))

    assert len(watch.outcome(small.world).request_ids) == 20


def test_a_debtor_that_was_found_and_not_made_again_passes(small: Small) -> None:
    search = call("listDebtors", query="email=inkoop@korenaar.example")

    assert judged("debtors", search, settings=KORENAAR, small=small, exactly=1) == Outcome(
        state="passed", detail="Debtors with email inkoop@korenaar.example: expected exactly 1, found 1."
    )


def test_a_debtor_that_was_made_again_fails(small: Small) -> None:
    add_debtor(small, "inkoop@korenaar.example")
    creation = call("createDebtor", content={"email": "INKOOP@korenaar.example"}, request_id="req_a")

    assert judged("debtors", creation, settings=KORENAAR, small=small, exactly=1) == Outcome(
        state="failed",
        detail="Debtors with email inkoop@korenaar.example: expected exactly 1, found 2.",
        request_ids=("req_a",),
    )


def test_a_seeded_debtor_proves_nothing_where_nobody_called(small: Small) -> None:
    assert judged("debtors", call("getSupport"), settings=KORENAAR, small=small, exactly=1).state == "not_exercised"


@pytest.mark.parametrize(("active", "count"), [(True, 2), (False, 0)])
def test_whether_debtors_are_in_use_is_written_as_a_boolean(small: Small, active: object, count: int) -> None:
    creation = call("createDebtor", content={"email": "nobody@korenaar.example"})

    assert judged("debtors", creation, settings={"active": active}, small=small, exactly=count).state == "passed"


def test_whether_they_are_in_use_is_told(small: Small) -> None:
    assert judged("debtors", call(), settings={"active": False}, small=small, exactly=1).detail == (
        "Debtors with active false: expected exactly 1, found 0."
    )


def test_products_are_counted_by_sku(small: Small) -> None:
    add_product(small, "TAART-12")
    creation = call("createProduct", content={"sku": "TAART-12"}, request_id="req_a")

    assert judged("products", creation, settings={"sku": "TAART-12"}, small=small, at_least=1).request_ids == ("req_a",)
    assert judged("products", creation, settings={"sku": "TAART-13"}, small=small, at_least=1).state == "failed"
    assert judged("products", settings={"sku": "TAART-12"}, small=small, at_least=1).state == "not_exercised"
