"""Who was told when to come back is expected no sooner, and is not blamed for what was on its way already."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from mockbooks.observations.came_back_before_retry_after import OBSERVATION
from mockbooks.stage.observation import Watcher
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry
from tests.unit.observations.watching import Small, answer, call, details, watched

BUSY = answer(429, {"code": "rate_limit_exceeded"}, Retry_After="5")
CROWDED = answer(429, {"code": "too_many_concurrent_requests"}, Retry_After="1")


def test_coming_back_in_time_is_a_situation_that_went_well() -> None:
    seen = watched(OBSERVATION, call(true=BUSY), call(at=5)).seen

    assert (seen.situations, seen.bad) == (1, 0)


def test_coming_back_too_early_is_told_with_both_requests_and_by_how_much() -> None:
    watcher = watched(OBSERVATION, call(true=BUSY, request_id="req_a"), call(at=2, request_id="req_b"))

    assert details(watcher) == ["client demo came back 3.0 s before Retry-After had passed: it waited 2.0 s"]
    assert watcher.seen.findings[0].request_ids == ("req_a", "req_b")


@pytest.mark.parametrize("told", ["1792055105", "1792055105000", "Thu, 15 Oct 2026 09:05:05 GMT"])
def test_a_moment_is_read_as_seconds_milliseconds_or_date(told: str) -> None:
    late = watched(OBSERVATION, call(true=answer(503, Retry_After=told)), call(at=305))
    early = watched(OBSERVATION, call(true=answer(503, Retry_After=told)), call(at=304))

    assert (late.seen.situations, late.seen.bad) == (1, 0)
    assert (early.seen.situations, early.seen.bad) == (1, 1)


@pytest.mark.parametrize("told", ["soon", "", "-5", "9" * 16, "999999999999999"])
def test_what_cannot_be_read_tells_nothing(told: str) -> None:
    assert watched(OBSERVATION, call(true=answer(429, Retry_After=told)), call(at=1)).seen.situations == 0


@pytest.mark.parametrize(
    "told",
    [
        answer(200, Retry_After="5"),
        answer(429),
        Answer(status=429, headers=(("Retry-After", "5"),), delivery=Drop("reset")),
    ],
)
def test_who_was_not_told_is_not_blamed(told: Answer) -> None:
    assert watched(OBSERVATION, call(true=told), call(at=1)).seen.situations == 0


def test_who_never_came_back_proved_nothing() -> None:
    assert watched(OBSERVATION, call(true=BUSY)).seen.situations == 0


def test_another_client_may_call_meanwhile() -> None:
    other = call(at=1, client="shop", token="other-token")

    assert watched(OBSERVATION, call(true=BUSY), other).seen.situations == 0


def test_a_client_is_known_by_its_token_where_a_proxy_answered_before_anybody_asked() -> None:
    small = Small()
    small.give("morning-token")

    watcher = watched(OBSERVATION, call(true=BUSY, client=None), call(at=2), small=small)

    assert details(watcher) == ["client demo came back 3.0 s before Retry-After had passed: it waited 2.0 s"]


def test_a_client_that_nobody_knows_is_told_by_the_fingerprint_of_its_token() -> None:
    watcher = watched(OBSERVATION, call(true=BUSY, client=None), call(at=2, client=None))

    assert details(watcher)[0].startswith("the client with token ***")


def test_a_call_that_came_in_before_the_answer_was_given_is_not_judged() -> None:
    under_way = call(at=1, took=3)

    assert watched(OBSERVATION, call(true=BUSY, took=2), under_way, call(at=7)).seen.bad == 0


def test_another_request_in_the_same_moment_may_have_been_on_its_way() -> None:
    seen = watched(OBSERVATION, call(true=BUSY), call("listProducts"), call(at=5)).seen

    assert (seen.situations, seen.bad) == (1, 0)


def test_whether_anybody_slept_cannot_be_told_where_the_clock_stands_still() -> None:
    slept = watched(OBSERVATION, call(true=BUSY), call()).seen
    with_key = {"idempotency-key": "order-1001"}
    crowded = watched(OBSERVATION, call(true=CROWDED, headers=with_key), call(headers=with_key)).seen

    assert (slept.situations, slept.bad) == (0, 0)
    assert (crowded.situations, crowded.bad) == (0, 0)


def test_who_came_back_while_the_clock_stood_still_is_not_blamed_when_it_moves_a_little_later() -> None:
    seen = watched(OBSERVATION, call(true=BUSY), call(), call("listProducts", at=2)).seen
    other = watched(OBSERVATION, call(true=BUSY), call("listProducts"), call(at=2)).seen

    assert (seen.situations, seen.bad) == (0, 0)
    assert (other.situations, other.bad) == (0, 0)


def test_who_is_told_again_while_the_clock_stands_still_is_held_to_that() -> None:
    told = (call(true=answer(429, Retry_After="9")), call("listProducts", BUSY))

    assert watched(OBSERVATION, *told, call(at=4)).seen.bad == 1
    assert watched(OBSERVATION, *told, call(at=6)).seen.bad == 0


def test_a_clock_that_was_put_back_tells_nothing_either() -> None:
    told = call(true=BUSY, at=60)
    seen = watch_in_turn(told, call("listProducts", at=0), call(at=62)).seen

    assert (seen.situations, seen.bad) == (0, 0)


def test_the_same_request_a_moment_later_is_a_retry() -> None:
    assert watched(OBSERVATION, call(true=BUSY), call(at=0.001)).seen.bad == 1


def watch_in_turn(*entries: Entry) -> Watcher:
    """Show exchanges that came one after the other, whatever their clock says."""
    watcher = OBSERVATION.watch(Small().world)
    for place, entry in enumerate(entries):
        watcher.see(replace(entry, began=2 * place + 1, ended=2 * place + 2))
    return watcher


def _orders(first: int, last: int, *, apart: float) -> Iterable[Entry]:
    return (
        call("createTransaction", BUSY, at=apart * number, content={"reference": f"ORD-{number}"})
        for number in range(first, last)
    )


def test_a_loop_over_many_orders_is_no_coincidence() -> None:
    assert watched(OBSERVATION, *_orders(1001, 1012, apart=0.001)).seen.bad == 0
    assert watched(OBSERVATION, *_orders(1001, 1013, apart=0.001)).seen.bad == 1


def test_not_even_a_loop_can_be_told_from_patience_where_the_clock_stands_still() -> None:
    assert watched(OBSERVATION, *_orders(1001, 1051, apart=0)).seen.situations == 0


def test_asking_for_the_limits_and_for_a_token_is_free() -> None:
    free = (call("getLimits", at=1), call("issueToken", at=1), call(at=5))

    assert watched(OBSERVATION, call(true=BUSY), *free).seen.bad == 0


def test_the_token_endpoint_is_a_place_of_its_own() -> None:
    seen = watched(OBSERVATION, call("issueToken", BUSY), call(at=1), call("issueToken", at=2)).seen

    assert (seen.situations, seen.bad) == (1, 1)


def test_where_too_many_run_at_once_only_the_same_request_has_to_wait() -> None:
    refused = call("createTransaction", CROWDED, content={"reference": "ORD-1"})
    other = call("createTransaction", at=0.5, content={"reference": "ORD-2"})
    again = call("createTransaction", at=0.5, content={"reference": "ORD-1"})

    assert watched(OBSERVATION, refused, other).seen.situations == 0
    assert watched(OBSERVATION, refused, again).seen.bad == 1


def test_fifty_workers_that_ask_the_same_at_once_are_not_blamed() -> None:
    assert watched(OBSERVATION, *(call(true=CROWDED, at=0.001 * number) for number in range(50))).seen.bad == 0


def test_a_client_that_is_told_several_times_keeps_to_the_last() -> None:
    told = (call(true=BUSY), call("listProducts", answer(429, Retry_After="9")))

    assert watched(OBSERVATION, *told, call(at=6)).seen.bad == 1
    assert watched(OBSERVATION, *told, call(at=9)).seen.bad == 0


def test_a_caller_without_any_token_is_nobody() -> None:
    anonymous = [call("getSupport", BUSY, token="", client=None), call("getSupport", at=1, token="", client=None)]

    assert watched(OBSERVATION, *anonymous).seen.situations == 0
