"""`lostAnswersResolved`: who got no clear answer found out what had become of what was sent."""

import pytest

from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry, Fired
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import OK, Small, answer, booking, call, tell_of_books

LOST = Answer(status=200, body=OK.body, delivery=Drop("reset"))
FOUND = answer(200, {"success": True, "data": [{"id": "trx_000001", "reference": "ORD-1001", "number": "2026-0001"}]})
NOTHING = answer(200, {"success": True, "data": []})
EMAIL = {"name": "De Korenaar", "email": " Inkoop@Korenaar.example"}
PROXY = (Fired(injection="down", phase="before", faults=("respond",)),)


def lookup(query: str, operation: str = "listTransactions", true: Answer = NOTHING, **more: object) -> Entry:
    return call(operation, true, query=query, **more)  # type: ignore[arg-type]


def test_sending_the_same_again_until_it_is_answered_passes() -> None:
    entries = [booking(sent=LOST), booking(true=answer(503)), booking()]

    assert judged("lostAnswersResolved", *entries) == Outcome(
        state="passed",
        detail=(
            "Each time that an answer was lost or unclear, the client found out what had become of it: once by "
            "sending the same again."
        ),
    )


@pytest.mark.parametrize(
    ("creation", "looked_up"),
    [
        (booking(sent=LOST), lookup("reference=ORD-1001")),
        (booking(sent=LOST), lookup("type=sales&reference=ORD-1001", true=FOUND)),
        (
            call("createTransaction", sent=LOST, content={"type": "sales", "number": "WEB-1"}),
            lookup("number=WEB-1"),
        ),
        (booking(sent=LOST), lookup("dateFrom=2026-10-15", true=FOUND)),
        (
            call("createDebtor", sent=LOST, content=EMAIL),
            lookup("email=inkoop%40korenaar.example", "listDebtors"),
        ),
        (call("createDebtor", sent=LOST, content={"code": "10077"}), lookup("code=10077", "listDebtors")),
        (call("createProduct", sent=LOST, content={"sku": "BROOD-800"}), lookup("sku=BROOD-800", "listProducts")),
    ],
)
def test_looking_it_up_passes_as_well_found_or_not(creation: Entry, looked_up: Entry) -> None:
    outcome = judged("lostAnswersResolved", creation, looked_up)

    assert outcome.state == "passed"
    assert outcome.detail.endswith(": once by looking it up.")


@pytest.mark.parametrize(
    "lost",
    [
        booking(sent=LOST),
        booking(sent=answer(502)),
        booking(sent=Answer(status=200, body=b'{"success": tr')),
        booking(sent=Answer(status=200, body=b"")),
        booking(true=answer(500), injected=True, fired=PROXY),
    ],
)
def test_an_answer_that_was_lost_or_unclear_and_left_at_that_fails(lost: Entry) -> None:
    outcome = judged("lostAnswersResolved", lost, booking("ORD-1002"))

    assert outcome == Outcome(
        state="failed",
        detail=(
            "Of 1 answers that were lost or unclear, 1 was left at that, neither sent again nor looked up until it was "
            "answered: createTransaction with reference ORD-1001."
        ),
        request_ids=(lost.request_id,),
    )


@pytest.mark.parametrize(
    "later",
    [
        booking(sent=answer(502)),
        booking(true=answer(429, Retry_After="5")),
        booking(true=answer(401)),
        booking(true=answer(400, {"code": "request_in_progress"})),
        booking(injected=True, fired=PROXY),
        booking("ORD-1002"),
        lookup("reference=ORD-1002"),
        lookup("reference=ORD-1001", "listDebtors"),
        lookup("reference=ORD-1001", true=answer(400)),
        lookup("reference=ORD-1001", sent=LOST),
        lookup("reference=ORD-1001", injected=True, fired=PROXY),
        lookup("reference=ORD-1001", method="HEAD"),
        lookup("dateFrom=2026-10-15"),
        call("getTransaction"),
    ],
)
def test_what_tells_nothing_of_it_leaves_it_open(later: Entry) -> None:
    assert judged("lostAnswersResolved", booking(sent=LOST), later).state == "failed"


def test_a_refusal_of_the_repeat_is_an_answer() -> None:
    refused = booking(true=answer(400, {"code": "number_in_use"}))

    assert judged("lostAnswersResolved", booking(sent=LOST), refused).state == "passed"


def test_a_lookup_before_it_was_sent_tells_nothing_of_it() -> None:
    assert judged("lostAnswersResolved", lookup("reference=ORD-1001"), booking(sent=LOST)).state == "failed"


def test_who_gave_up_waiting_and_was_answered_meanwhile_knows() -> None:
    entries = [booking(at=2, took=1), booking(at=0, took=30, sent=LOST)]

    assert judged("lostAnswersResolved", *entries).state == "passed"
    assert judged("lostAnswersResolved", lookup("reference=ORD-1001", at=2), entries[1]).state == "passed"


def test_what_was_found_out_is_unknown_again_when_it_is_sent_once_more_and_lost() -> None:
    entries = [booking(sent=LOST), booking(), booking(sent=LOST, request_id="req_c")]

    assert judged("lostAnswersResolved", *entries).request_ids == ("req_c",)


def test_a_patient_caller_who_was_answered_at_last_knows_what_became_of_it() -> None:
    assert judged("lostAnswersResolved", booking(took=35)).state == "not_exercised"


def test_nothing_is_exercised_where_every_answer_arrived() -> None:
    entries = [booking(), booking("ORD-1002", true=answer(400)), call("reverseTransaction", sent=LOST)]

    assert judged("lostAnswersResolved", *entries) == Outcome(
        state="not_exercised", detail="No answer to a creation was lost or unclear."
    )


def test_in_other_books_nothing_is_open() -> None:
    small = Small()
    watch = begin("lostAnswersResolved", small=small)
    see(watch, booking(sent=LOST))
    tell_of_books(watch, small)

    assert watch.outcome(small.world).state == "not_exercised"
