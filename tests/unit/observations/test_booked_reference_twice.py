"""One reference is booked once for each kind, as long as what was booked stands."""

from typing import Any

from mockbooks.observations.booked_reference_twice import OBSERVATION
from mockbooks.resources import journals, transactions
from mockbooks.resources.transactions.schemas import TransactionCreate
from mockbooks.service.actor import Actor
from mockbooks.service.operations import create
from mockbooks.traffic.request_log import Entry, Fired
from tests.unit.expectations.bookkeeping import book, reverse
from tests.unit.observations.watching import (
    OK,
    Small,
    answer,
    booking,
    call,
    details,
    planted,
    tell_of_books,
    watched,
)

BOOKED = answer(200, {"success": True, "data": {"id": "trx_000007", "type": "sales", "reference": "ORD-1001"}})


def _other(kind: str, **more: str) -> Entry:
    data: dict[str, Any] = {"type": kind, "reference": "ORD-1001", **more}
    return call("createTransaction", answer(200, {"success": True, "data": data}), content=data)


def test_two_sales_with_one_reference_are_told() -> None:
    watcher = watched(OBSERVATION, booking(request_id="req_a"), booking(request_id="req_b"))

    assert details(watcher) == ["sales with reference ORD-1001 was booked again while it stood in the books"]
    assert watcher.seen.findings[0].request_ids == ("req_a", "req_b")


def test_orders_with_references_of_their_own_are_situations_that_went_well() -> None:
    seen = watched(OBSERVATION, booking("ORD-1001"), booking("ORD-1002")).seen

    assert (seen.situations, seen.bad) == (2, 0)


def test_a_replayed_answer_books_nothing() -> None:
    replayed = booking(true=BOOKED.with_headers(("Idempotency-Replayed", "true")))

    assert watched(OBSERVATION, booking(), replayed).seen.situations == 1


def test_a_refusal_books_nothing() -> None:
    assert watched(OBSERVATION, booking(), booking(true=answer(400, {"code": "number_in_use"}))).seen.situations == 1


def test_a_success_that_was_made_up_in_front_of_the_api_books_nothing() -> None:
    made_up = booking(fired=(Fired(injection="vendor", phase="before", faults=("respond",)),), injected=True)

    assert watched(OBSERVATION, booking(), made_up).seen.situations == 1


def test_a_lost_answer_was_booked_all_the_same() -> None:
    lost = booking(fired=(Fired(injection="lost", phase="after", faults=("dropConnection",)),))

    assert watched(OBSERVATION, lost, booking()).seen.bad == 1


def test_what_was_reversed_may_be_booked_again() -> None:
    reversal = call("reverseTransaction", path="/api/v1/transactions/trx_000007/reversal")

    assert watched(OBSERVATION, booking(true=BOOKED), reversal, booking()).seen.bad == 0


def test_a_reversal_that_was_refused_changes_nothing() -> None:
    refused = call("reverseTransaction", answer(400), path="/api/v1/transactions/trx_000007/reversal")

    assert watched(OBSERVATION, booking(true=BOOKED), refused, booking()).seen.bad == 1


def test_a_sale_its_receipts_and_its_credit_note_may_share_a_reference() -> None:
    entries = [booking(), _other("receipt", total="50.00"), _other("receipt", total="71.00")]

    assert watched(OBSERVATION, *entries, _other("sales_credit", totalInclVat="21.00")).seen.bad == 0


def test_the_same_receipt_twice_is_told() -> None:
    assert watched(OBSERVATION, _other("receipt", total="50.00"), _other("receipt", total="50.00")).seen.bad == 1


SHOP = Actor(kind="client", name="shop", request_id="req_a")


def _receipt(small: Small) -> None:
    line = {"ledgerAccountId": "led_000044", "amount": "50.00"}
    journal = small.books.collection(journals.SPEC).first("code", "20")
    assert journal is not None
    body = {"type": "receipt", "date": "2026-10-15", "reference": "ORD-1001", "journalId": journal.id, "lines": [line]}
    create(transactions.RESOURCE, small.context, TransactionCreate().load(body))


def test_of_books_that_take_the_place_of_others_what_stands_in_them_counts() -> None:
    small = planted(debtors=1, products=1, transactions=0)
    watcher = OBSERVATION.watch(small.world)
    with small.books.work(SHOP):
        book(small, "ORD-1001")
        _receipt(small)
        reverse(small, book(small, "ORD-1002"))
    watcher.see(booking("ORD-1004"))
    tell_of_books(watcher, small)
    for entry in (booking("ORD-1002"), booking("ORD-1004"), _other("receipt", total="71.00")):
        watcher.see(entry)
    assert watcher.seen.bad == 0
    watcher.see(booking("ORD-1001", request_id="req_b"))
    watcher.see(_other("receipt", total="50.00"))

    assert watcher.seen.bad == 2
    assert watcher.seen.findings[0].request_ids == ("req_a", "req_b")


def test_what_others_had_booked_before_is_not_to_be_booked_again() -> None:
    small = planted(debtors=1, products=1, transactions=0)
    earlier = book(small, "ORD-1003")
    reverse(small, book(small, "ORD-1004"))
    watcher = watched(OBSERVATION, booking("ORD-1003", request_id="req_b"), booking("ORD-1004"), small=small)

    assert details(watcher) == [
        f"sales with reference ORD-1003 was booked again while it stood in the books, as {earlier}"
    ]
    assert watcher.seen.findings[0].request_ids == ("req_b",)


def test_without_a_reference_nothing_can_be_told() -> None:
    assert watched(OBSERVATION, booking(" "), booking(" ")).seen.situations == 0


def test_an_answer_that_was_too_long_to_keep_is_told_by_its_request() -> None:
    cut = answer(200)

    assert watched(OBSERVATION, booking(true=cut), booking(true=cut)).seen.bad == 1


def test_an_answer_without_data_tells_nothing() -> None:
    assert watched(OBSERVATION, booking(true=OK), booking(true=OK)).seen.situations == 0
