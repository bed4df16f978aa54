"""A POST that comes again after its outcome was unknown has the Idempotency-Key of the first."""

from dataclasses import replace

import pytest

from mockbooks.observations.retried_without_same_key import OBSERVATION
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from tests.unit.observations.watching import OK, Small, answer, booking, call, details, tell_of_books, watched

LOST = Answer(status=200, body=OK.body, delivery=Drop("reset"))


def test_a_retry_with_the_same_key_is_a_situation_that_went_well() -> None:
    seen = watched(OBSERVATION, booking(key="order-1001", sent=LOST), booking(key="order-1001", at=1)).seen

    assert (seen.situations, seen.bad) == (1, 0)


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        (None, None, "without an Idempotency-Key"),
        ("order-1001", None, "without its Idempotency-Key"),
        ("order-1001", "order-1001-b", "with another Idempotency-Key"),
        (None, "order-1001", "without its Idempotency-Key"),
    ],
)
def test_a_retry_without_that_key_is_told(first: str | None, second: str | None, how: str) -> None:
    watcher = watched(OBSERVATION, booking(key=first, sent=LOST), booking(key=second, at=1))

    assert details(watcher) == [
        f"POST /api/v1/transactions came again {how}, while nobody could know what had become of the first"
    ]


@pytest.mark.parametrize(
    "sent",
    [
        LOST,
        Answer(status=200, body=OK.body, delivery=Cut(5)),
        Answer(status=200),
        Answer(status=200, body=b'{"success":tr'),
        Answer(status=502, body=b"<html>", media_type="text/html"),
        answer(503, Retry_After="5"),
    ],
)
def test_an_answer_that_is_lost_damaged_or_a_failure_leaves_the_outcome_unknown(sent: Answer) -> None:
    assert watched(OBSERVATION, booking(sent=sent), booking(at=6)).seen.bad == 1


@pytest.mark.parametrize(
    "sent",
    [
        OK,
        answer(400, {"code": "required"}),
        answer(429),
        answer(401),
        Answer(status=200, body=OK.body, delivery=Dribble(3, 2.0)),
        Answer(status=200, body=b'{"data":"' + b"x" * (16 * 1024 - 9)),
    ],
)
def test_after_an_answer_that_told_it_nobody_is_blamed(sent: Answer) -> None:
    assert watched(OBSERVATION, booking(sent=sent), booking(at=1)).seen.situations == 0


def test_another_order_is_no_retry() -> None:
    assert watched(OBSERVATION, booking("ORD-1001", sent=LOST), booking("ORD-1002", at=1)).seen.situations == 0


def test_members_in_another_order_are_the_same_body() -> None:
    first = call("createDebtor", sent=LOST, body=b'{"name":"Garage Visser","code":"V1"}')
    again = call("createDebtor", body=b'{"code": "V1", "name": "Garage Visser"}', at=1)

    assert watched(OBSERVATION, first, again).seen.bad == 1


def test_an_answer_that_took_very_long_did_not_arrive_when_the_same_comes_again() -> None:
    assert watched(OBSERVATION, booking(took=30, waited=30), booking(at=31)).seen.bad == 1


def test_an_answer_that_took_long_on_a_clock_that_was_moved_did_arrive() -> None:
    assert watched(OBSERVATION, booking(took=30), booking(at=31)).seen.situations == 0
    assert watched(OBSERVATION, booking(took=3), booking(at=4)).seen.situations == 0


def test_a_retry_that_overtakes_the_first_is_seen_too() -> None:
    retry, first = booking(key="b", at=5, request_id="req_retry"), booking(key="a", at=0, took=8, request_id="req_a")

    watcher = watched(OBSERVATION, retry, first)

    assert watcher.seen.findings[0].request_ids == ("req_a", "req_retry")


def test_the_same_order_in_other_books_is_no_retry() -> None:
    watcher = OBSERVATION.watch(Small().world)
    watcher.see(booking(sent=LOST))
    tell_of_books(watcher, Small())
    watcher.see(booking(at=60))

    assert watcher.seen.situations == 0


def test_the_same_order_after_the_request_log_was_cleared_is_no_retry() -> None:
    watcher = OBSERVATION.watch(Small().world)
    watcher.see(replace(booking(), began=7, ended=8))
    watcher.see(replace(booking(at=60), began=1, ended=2))

    assert watcher.seen.situations == 0


def test_reading_and_getting_tokens_need_no_key() -> None:
    calls = [call(sent=LOST), call(at=1), call("issueToken", sent=LOST), call("issueToken", at=1)]

    assert watched(OBSERVATION, *calls).seen.situations == 0
