"""How many calls came, and in which order."""

from typing import Any

import pytest
from marshmallow import ValidationError

from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Fired
from tests.unit.expectations.judging import KINDS, begin, judged
from tests.unit.observations.watching import Small, answer, booking, call

BOOKINGS = {"operation": "createTransaction"}
IN_ORDER = {"order": ["listDebtors", "createDebtor", "createTransaction"]}


def test_few_calls_where_few_are_expected_pass() -> None:
    entries = [booking(request_id="req_a"), call(), booking(request_id="req_b")]

    assert judged("calls", *entries, settings=BOOKINGS, at_most=3) == Outcome(
        state="passed",
        detail="Calls of createTransaction: expected at most 3, found 2.",
        request_ids=("req_a", "req_b"),
    )


def test_too_many_calls_fail() -> None:
    outcome = judged("calls", booking(), booking(), settings=BOOKINGS, at_most=1)

    assert (outcome.state, outcome.detail) == (
        "failed",
        "Calls of createTransaction: expected at most 1, found 2.",
    )


def test_few_calls_are_not_proven_by_none() -> None:
    assert judged("calls", call(), settings=BOOKINGS, at_most=3) == Outcome(
        state="not_exercised",
        detail="Calls of createTransaction: expected at most 3, found 0, as none was tried.",
    )


@pytest.mark.parametrize("bounds", [{"exactly": 0}, {"at_most": 0}])
def test_that_there_is_none_at_all_is_proven_by_any_other_call(bounds: dict[str, Any]) -> None:
    assert judged("calls", call(), settings=BOOKINGS, **bounds).state == "passed"
    assert judged("calls", settings=BOOKINGS, **bounds).state == "not_exercised"


def test_that_none_was_so_is_proven_by_another_of_the_operation() -> None:
    failures = {**BOOKINGS, "status": 500}

    assert judged("calls", booking(), settings=failures, exactly=0).state == "passed"
    assert judged("calls", call(), settings=failures, exactly=0).state == "not_exercised"
    assert judged("calls", call(), settings={"status": 500}, exactly=0).state == "passed"


def test_too_few_calls_fail() -> None:
    assert judged("calls", settings=BOOKINGS, at_least=1).state == "failed"


def test_a_status_is_what_the_client_saw() -> None:
    lost = Answer(status=200, delivery=Drop("reset"))
    entries = [booking(), booking(sent=lost), booking(sent=answer(502))]

    assert judged("calls", *entries, settings={"status": 200}, exactly=1).state == "passed"
    assert judged("calls", *entries, settings={"status": 502}, exactly=1).state == "passed"


def test_a_client_is_known_also_where_it_was_refused() -> None:
    small = Small()
    small.give("shop-token", client="shop")
    refused = call(true=answer(401), token="shop-token", client=None)

    assert judged("calls", refused, call(), settings={"client": "shop"}, small=small, exactly=1).state == "passed"


def test_calls_are_counted_by_the_injection_that_acted() -> None:
    hit = booking(fired=(Fired(injection="the answer is lost", phase="after", faults=("dropConnection",)),))
    settings = {"injection": "the answer is lost"}

    assert judged("calls", hit, booking(), settings=settings, exactly=1).state == "passed"


def test_everything_that_was_asked_for_is_told() -> None:
    settings = {"operation": "createTransaction", "status": 200, "client": "shop", "injection": "lost"}

    assert judged("calls", settings=settings, at_least=1).detail == (
        "Calls of createTransaction answered 200 by client shop under the injection 'lost': expected at least 1, found "
        "0."
    )


def test_no_more_calls_are_named_than_anybody_reads() -> None:
    assert len(judged("calls", *(call() for _ in range(30)), settings={}, at_most=3).request_ids) == 20


def test_operations_in_order_pass_whatever_comes_in_between() -> None:
    entries = [call(), call("getSupport"), call("createDebtor"), call(), booking(request_id="req_c")]
    outcome = judged("calls", *entries, settings=IN_ORDER)

    assert (outcome.state, outcome.detail) == (
        "passed",
        "Called in this order: listDebtors, then createDebtor, then createTransaction.",
    )
    assert outcome.request_ids[2] == "req_c"


def test_operations_in_another_order_fail_with_the_one_that_never_came() -> None:
    outcome = judged("calls", booking(), call("createDebtor"), call(), settings=IN_ORDER)

    assert outcome.state == "failed"
    assert outcome.detail == (
        "Expected listDebtors, then createDebtor, then createTransaction; after listDebtors (call 1 of 3) no call of "
        "createDebtor came."
    )


def test_an_order_that_never_began_fails() -> None:
    assert judged("calls", booking(), settings=IN_ORDER).detail.endswith("to begin with no call of listDebtors came.")


def test_an_order_of_which_nothing_was_called_proves_nothing() -> None:
    assert judged("calls", call("getSupport"), settings=IN_ORDER).state == "not_exercised"


def test_an_order_needs_no_count_and_all_else_does() -> None:
    assert not KINDS["calls"].needs_count({"order": ("listDebtors", "createDebtor")})
    assert KINDS["calls"].needs_count({"order": None})


@pytest.mark.parametrize(
    "settings",
    [
        {"operation": "createTransactions"},
        {"status": 99},
        {"order": "listDebtors"},
        {"order": []},
        {"order": ["listDebtors"] * 21},
        {"order": ["listDebtors", "makeDebtor"]},
        {"order": ["listDebtors", None]},
        {"order": ["listDebtors", "createDebtor"], "status": 200},
        {"times": 3},
    ],
)
def test_what_cannot_be_meant_is_refused(settings: object) -> None:
    with pytest.raises(ValidationError):
        begin("calls", settings)
