"""Expectations of how an integration copes: each passes, fails, or was not exercised."""

from decimal import Decimal

import pytest
from marshmallow import ValidationError

from mockbooks.expectations import trial_balance
from mockbooks.ledger.trial_balance import TrialBalance
from mockbooks.stage.scene import Firing
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Fired
from tests.unit.expectations.bookkeeping import book, reverse
from tests.unit.expectations.judging import begin, judged
from tests.unit.observations.watching import FORM, OK, Small, answer, booking, call, planted, refresh

BUSY = answer(429, Retry_After="5")
EXPIRED = answer(401, {"code": "token_expired"})
GIVEN = answer(200, {"access_token": "noon-token"})
LOST = Answer(status=200, body=OK.body, delivery=Drop("reset"))


def test_waiting_as_told_passes() -> None:
    assert judged("waitedForRetryAfter", call(true=BUSY), call(at=5)) == Outcome(
        state="passed",
        detail="Clients that were told to wait came back once, never too early.",
    )


def test_coming_back_too_early_fails() -> None:
    early = call(true=BUSY, at=2, request_id="req_b")
    entries = [call(true=BUSY, request_id="req_a"), early, call(at=7, request_id="req_c")]

    assert judged("waitedForRetryAfter", *entries) == Outcome(
        state="failed",
        detail=(
            "Clients that were told to wait came back too early once, out of 2: client demo came back 3.0 s before "
            "Retry-After had passed: it waited 2.0 s."
        ),
        request_ids=("req_a", "req_b"),
    )


def test_waiting_is_not_exercised_where_nobody_was_told_to() -> None:
    assert judged("waitedForRetryAfter", call(), call()) == Outcome(
        state="not_exercised",
        detail="No client that was told to wait with a 429 or 503 with Retry-After came back on a clock that moves.",
    )


def test_waiting_is_not_exercised_on_a_clock_that_stands_still() -> None:
    assert judged("waitedForRetryAfter", call(true=BUSY), call(), call("listProducts")).state == "not_exercised"


def test_a_retry_with_its_key_passes() -> None:
    assert judged("retriesReuseIdempotencyKey", booking(key="a", sent=LOST), booking(key="a")).state == "passed"


def test_a_retry_without_its_key_fails() -> None:
    entries = [booking(key="a", sent=LOST, request_id="req_a"), booking(key="b", request_id="req_b")]

    assert judged("retriesReuseIdempotencyKey", *entries).request_ids == ("req_a", "req_b")
    assert judged("retriesReuseIdempotencyKey", *entries).state == "failed"


def test_keys_are_not_exercised_without_a_retry() -> None:
    assert judged("retriesReuseIdempotencyKey", booking(key="a", sent=LOST)).state == "not_exercised"


def test_one_booking_for_each_reference_passes() -> None:
    assert judged("noDuplicateBookings", booking("ORD-1001"), booking("ORD-1002")).state == "passed"


def test_one_reference_booked_twice_fails() -> None:
    assert judged("noDuplicateBookings", booking(), booking()).detail == (
        "What stood in the books already was booked again once, out of 2 bookings: sales with reference ORD-1001 was "
        "booked again while it stood in the books."
    )


def test_duplicates_are_not_exercised_where_nothing_was_booked() -> None:
    assert judged("noDuplicateBookings", call()).state == "not_exercised"


def test_requests_that_are_right_pass() -> None:
    injected = booking(
        true=answer(400), fired=(Fired(injection="no", phase="before", faults=("fail",)),), injected=True
    )

    assert judged("noRefusedRequests", booking(), injected, call(true=BUSY), call(true=EXPIRED)) == Outcome(
        state="passed", detail="Of 4 calls, none was refused."
    )


def test_a_refusal_of_the_api_itself_fails_with_its_rule() -> None:
    refused = booking(
        true=answer(400, {"code": "number_in_use", "errors": [{"code": "number_in_use", "pointer": "/number"}]}),
        request_id="req_b",
    )

    unknown = booking(true=answer(404), request_id="req_c")

    assert judged("noRefusedRequests", booking(), refused, unknown) == Outcome(
        state="failed",
        detail=(
            "Of 3 calls, 2 were refused; the first was createTransaction: refused by the rule number_in_use at /number."
        ),
        request_ids=("req_b", "req_c"),
    )


def test_a_refusal_behind_a_delay_is_still_one_of_the_api() -> None:
    slow = booking(true=answer(422), fired=(Fired(injection="slow", phase="before", faults=("delay",)),))

    assert judged("noRefusedRequests", slow).state == "failed"


def test_refusals_are_not_exercised_where_nobody_called() -> None:
    assert judged("noRefusedRequests") == Outcome(state="not_exercised", detail="No call came.")


def test_one_call_is_one_call() -> None:
    refused = booking(true=answer(400, {"code": "period_locked"}))

    assert judged("noRefusedRequests", booking()).detail == "Of 1 call, none was refused."
    assert judged("noRefusedRequests", refused).detail.startswith("Of 1 call, 1 was refused; the first was ")
    idle = Small(fired={"lost": Firing(matched=0, due=0, fired=0)})
    assert (
        judged("everyInjectionFired", small=idle).detail
        == "Of 1 injection, 1 never acted: 'lost' matched no call that it can act on."
    )


def test_refusals_are_not_exercised_where_no_call_got_as_far_as_an_action() -> None:
    injected = booking(fired=(Fired(injection="no", phase="before", faults=("respond",)),), injected=True)
    broken_off = booking(true=Answer(status=0, delivery=Drop("close")))
    entries = [injected, call(true=BUSY), call(true=EXPIRED), call(true=answer(500)), broken_off]

    assert judged("noRefusedRequests", *entries) == Outcome(
        state="not_exercised", detail="Of 5 calls, none got as far as an action."
    )


def test_injections_that_all_acted_pass() -> None:
    small = Small(fired={"the answer is lost": firing(3, 1, 1), "slow search": firing(12, 12, 12)})

    assert judged("everyInjectionFired", small=small) == Outcome(
        state="passed", detail="Each injection acted: 'the answer is lost' once, 'slow search' 12 times."
    )


def firing(matched: int, due: int, fired: int) -> Firing:
    return Firing(matched=matched, due=due, fired=fired)


@pytest.mark.parametrize(
    ("idle", "why"),
    [
        (firing(0, 0, 0), "matched no call that it can act on"),
        (firing(1, 0, 0), "matched 1 call, of which none was its turn"),
        (
            firing(3, 1, 0),
            "matched 3 calls, and each time that it was its turn another injection of the same phase acted first",
        ),
    ],
)
def test_an_injection_that_never_acted_fails_and_says_why(idle: Firing, why: str) -> None:
    small = Small(fired={"the answer is lost": idle, "slow search": firing(12, 12, 12)})

    assert judged("everyInjectionFired", call(), small=small) == Outcome(
        state="failed", detail=f"Of 2 injections, 1 never acted: 'the answer is lost' {why}."
    )


def test_each_injection_that_never_acted_has_its_own_reason() -> None:
    small = Small(fired={"the answer is lost": firing(0, 0, 0), "slow search": firing(2, 0, 0)})

    assert judged("everyInjectionFired", call(), small=small).detail == (
        "Of 2 injections, 2 never acted: 'the answer is lost' matched no call that it can act on; "
        "'slow search' matched 2 calls, of which "
        "none was its turn."
    )


def test_a_scenario_without_injections_has_none_to_fire() -> None:
    assert judged("everyInjectionFired").state == "not_exercised"


# Refreshing


def test_a_new_token_after_a_401_passes() -> None:
    entries = [call(true=EXPIRED), refresh("refresh-1", GIVEN), call(at=1, token="noon-token")]

    assert judged("refreshedAfter401", *entries) == Outcome(
        state="passed", detail="Clients got a new access token after a 401 and were let in with it once."
    )


def test_the_client_of_a_dead_token_is_known_to_those_who_gave_it() -> None:
    small = Small()
    small.give("morning-token")
    entries = [call(true=EXPIRED, client=None), refresh("refresh-1", GIVEN), call(at=1, token="noon-token")]

    assert judged("refreshedAfter401", *entries, small=small).state == "passed"


def test_the_same_token_again_fails_once_for_each_401() -> None:
    entries = [call(true=EXPIRED, request_id="a"), call(true=EXPIRED, at=1, request_id="b"), call(true=EXPIRED, at=2)]

    assert judged("refreshedAfter401", *entries) == Outcome(
        state="failed",
        detail="After 1 of 1 401s a client called again with the same access token, 2 calls in all.",
        request_ids=("a", "b"),
    )


def test_refreshing_is_not_exercised_without_a_401() -> None:
    assert judged("refreshedAfter401", call(), call(token="")).detail == "No access token was answered with 401."


def test_refreshing_is_not_exercised_where_nobody_came_back() -> None:
    assert judged("refreshedAfter401", call(true=EXPIRED)).detail == (
        "A 401 was answered, but no client was let in again after it."
    )


def test_refreshing_is_not_exercised_where_it_was_refused() -> None:
    refused = refresh("refresh-1", answer(400, {"error": "invalid_grant"}))

    assert judged("refreshedAfter401", call(true=EXPIRED), refused).detail == (
        "A 401 was answered, but no client was let in again after it: its request for a new token was refused."
    )


def test_a_new_token_that_is_no_good_either_leaves_it_open() -> None:
    entries = [call(true=EXPIRED), call(true=EXPIRED, at=1, token="noon-token")]

    assert judged("refreshedAfter401", *entries).state == "not_exercised"


def test_a_caller_whom_nobody_knows_is_not_judged() -> None:
    nobody = call("issueToken", GIVEN, client=None, body=b"grant_type=x", headers={"content-type": FORM})

    assert judged("refreshedAfter401", nobody).state == "not_exercised"


# The trial balance


@pytest.fixture
def small() -> Small:
    return planted(debtors=1, products=1, transactions=0)


def test_books_that_balance_after_a_booking_pass(small: Small) -> None:
    watch = begin("trialBalance", {"1300": "121.00", "8000": "-100.00", "1100": "0.00"}, small=small)
    book(small)
    watch.see(booking())

    assert watch.outcome(small.world) == Outcome(
        state="passed",
        detail=(
            "As expected, debits and credits are both 121.00, account 1300 comes to 121.00, account 8000 comes to "
            "-100.00, account 1100 comes to 0.00."
        ),
    )


def test_an_account_that_comes_to_something_else_fails(small: Small) -> None:
    watch = begin("trialBalance", {"1300": "121.00"}, small=small)
    book(small)
    book(small)

    assert watch.outcome(small.world) == Outcome(
        state="failed", detail="Expected account 1300 to come to 121.00; found 242.00."
    )


def test_an_injection_that_could_never_do_what_it_should_proves_nothing() -> None:
    why = "lockPeriod: The period is wrong."
    vain = Small(fired={"lock": Firing(matched=2, due=2, fired=2, undone=2, why_undone=why)})
    once = Small(fired={"lock": Firing(matched=2, due=2, fired=2, undone=1, why_undone=why)})

    assert judged("everyInjectionFired", small=vain) == Outcome(
        state="failed",
        detail="Of 1 injection, 1 could not do what it should at any time: 'lock', lockPeriod: The period is wrong.",
    )
    assert judged("everyInjectionFired", small=once).state == "passed"


def test_an_account_that_is_not_there_comes_to_nothing_at_all(small: Small) -> None:
    watch = begin("trialBalance", {"9999999": "0.00"}, small=small)
    book(small)

    assert watch.outcome(small.world) == Outcome(
        state="failed", detail="Expected account 9999999 to come to 0.00; there is no such account."
    )


def test_the_bare_name_expects_that_debits_equal_credits(small: Small) -> None:
    watch = begin("trialBalance", small=small)
    reverse(small, book(small))

    assert watch.outcome(small.world).detail == "As expected, debits and credits are both 242.00."


def test_books_that_do_not_balance_fail(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = TrialBalance(
        accounts=(), total_debit=Decimal("121.00"), total_credit=Decimal("120.99"), difference=Decimal("0.01")
    )
    monkeypatch.setattr(trial_balance, "trial_balance", lambda _books: broken)

    assert judged("trialBalance", small=small).detail == (
        "Expected debits and credits to be equal; found 121.00 debit, 120.99 credit, a difference of 0.01."
    )


def test_books_in_which_nothing_was_booked_prove_nothing(small: Small) -> None:
    assert judged("trialBalance", small=small) == Outcome(
        state="not_exercised", detail="Nothing was booked since the start."
    )


@pytest.mark.parametrize(
    "settings",
    [
        "1300",
        {1300: "121.00"},
        {"1300": 121},
        {"1300": None},
        {"1300": "121.001"},
        {"1" * 21: "1.00"},
        {str(code): "1.00" for code in range(101)},
    ],
)
def test_balances_that_cannot_be_are_refused(settings: object) -> None:
    with pytest.raises(ValidationError):
        begin("trialBalance", settings)
