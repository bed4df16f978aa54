"""The verdict is a pass when something was expected and nothing stands in the way."""

import pytest

from mockbooks.scenarios.verdict import Judged, Verdict, notes_of, verdict_of
from mockbooks.scenarios.verdict_json import verdict_json
from mockbooks.stage.observation import Seen
from mockbooks.stage.verdict import Outcome, State

BOOKED = Judged(name="booked", outcome="passed", detail="Expected exactly 1, found 1.")


def _waited(outcome: State, *, optional: bool = False) -> Judged:
    return Judged(name="waitedForRetryAfter", outcome=outcome, detail="…", optional=optional)


def test_all_that_is_expected_and_passed_is_a_pass() -> None:
    assert verdict_of([BOOKED, _waited("passed")]).passed


@pytest.mark.parametrize("judged", [_waited("failed"), _waited("failed", optional=True), _waited("not_exercised")])
def test_what_failed_or_was_not_exercised_is_no_pass(judged: Judged) -> None:
    assert not verdict_of([BOOKED, judged]).passed


def test_what_is_optional_need_not_be_exercised() -> None:
    assert verdict_of([BOOKED, _waited("not_exercised", optional=True)]).passed


def test_where_all_is_optional_and_nothing_was_exercised_nothing_is_proven() -> None:
    verdict = verdict_of([_waited("not_exercised", optional=True)], ["client demo …"])

    assert (verdict.passed, verdict.notes) == (
        False,
        (
            "All that was expected is optional, and none of it was exercised, so nothing is proven.",
            "client demo …",
        ),
    )


def test_where_nothing_was_expected_nothing_is_proven() -> None:
    assert verdict_of([], ["client demo …"]) == Verdict(
        passed=False,
        expectations=(),
        notes=("Nothing was expected, so nothing is proven.", "client demo …"),
    )


def test_an_outcome_gets_a_name() -> None:
    outcome = Outcome(state="failed", detail="Found 2.", request_ids=("req_a", "req_b"))

    assert Judged.by("booked", outcome, optional=True) == Judged(
        name="booked", outcome="failed", detail="Found 2.", request_ids=("req_a", "req_b"), optional=True
    )


def test_what_was_noticed_is_told_with_its_requests_and_how_often_it_went_on() -> None:
    seen = Seen()
    seen.add("client demo came back 3.0 s before Retry-After had passed", "req_a", "req_b")
    seen.bad += 4

    assert notes_of("came back before Retry-After had passed", seen) == (
        "client demo came back 3.0 s before Retry-After had passed (req_a, req_b)",
        "a client came back before Retry-After had passed: 4 times more",
    )


def test_what_never_went_badly_is_not_told() -> None:
    assert notes_of("booked one reference twice", Seen(situations=7)) == ()


def test_the_verdict_as_json_has_all_of_it() -> None:
    failed = Judged(name="booked", outcome="failed", detail="Found 2.", request_ids=("req_a",))

    assert verdict_json(verdict_of([failed], ["a note"]), "lost-reply", ["trx_000031 was created"]) == {
        "passed": False,
        "scenario": "lost-reply",
        "expectations": [{"name": "booked", "outcome": "failed", "detail": "Found 2.", "requestIds": ["req_a"]}],
        "notes": ["a note"],
        "changes": ["trx_000031 was created"],
    }
