"""The verdict as text for people and as JUnit XML for CI systems."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

from hypothesis import given
from hypothesis import strategies as st

from mockbooks.scenarios.verdict import Judged, verdict_of
from mockbooks.scenarios.verdict_junit import verdict_junit
from mockbooks.scenarios.verdict_text import verdict_text
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry, Fired
from tests.unit.observations.watching import answer, call

BOOKED = '{"success":true,"data":{"id":"trx_000031"}}'
_LOST = call(
    "createTransaction",
    answer(200, {"success": True, "data": {"id": "trx_000031"}}),
    sent=Answer(status=200, body=BOOKED.encode(), delivery=Drop("reset")),
    content={"type": "sales", "reference": "ORD-1001"},
    headers={"idempotency-key": "order-1001"},
    fired=(Fired(injection="the answer is lost", phase="after", faults=("dropConnection",)),),
    request_id="req_a",
)
_AGAIN = call(
    "createTransaction",
    answer(200, {"success": True, "data": {"id": "trx_000032"}}),
    at=2,
    content={"type": "sales", "reference": "ORD-1001"},
    request_id="req_b",
)
LOST, AGAIN = replace(_LOST, number=4), replace(_AGAIN, number=5)
FAILED = Judged(
    name="booked: {reference: ORD-1001}, exactly: 1",
    outcome="failed",
    detail="Transactions with reference ORD-1001 since the start: expected exactly 1, found 2.",
    request_ids=("req_a", "req_b", "req_c"),
)
PASSED = Judged(name="noRefusedRequests", outcome="passed", detail="Of 2 calls, none was refused.")
IDLE = Judged(name="waitedForRetryAfter", outcome="not_exercised", detail="No client was told to wait.")
OPTIONAL = Judged(name="refreshedAfter401", outcome="not_exercised", detail="No 401.", optional=True)
CHANGES = ("client demo created transaction trx_000031 in req_a", "client demo created transaction trx_000032 in req_b")


def _find(*entries: Entry) -> Callable[[str], Entry | None]:
    return {entry.request_id: entry for entry in entries}.get


def _junit(*expectations: Judged, notes: tuple[str, ...] = ()) -> Element:
    return fromstring(verdict_junit(verdict_of(expectations, notes), "lost-reply", CHANGES, _find(LOST, AGAIN)))  # noqa: S314 - our own


def test_a_red_verdict_shows_what_failed_the_exchanges_that_led_to_it_and_what_changed() -> None:
    verdict = verdict_of([PASSED, FAILED, IDLE, OPTIONAL], ["client demo sent it again (req_b)"])

    assert verdict_text(verdict, "lost-reply", CHANGES, _find(LOST, AGAIN)) == (
        """\
Scenario lost-reply: NOT PASSED (1 passed, 1 failed, 2 not exercised)

✓ noRefusedRequests
    Of 2 calls, none was refused.

✗ booked: {reference: ORD-1001}, exactly: 1 (failed)
    Transactions with reference ORD-1001 since the start: expected exactly 1, found 2.

      #4 2026-10-15T09:00:00Z POST /api/v1/transactions → connection reset (req_a, client demo)
          created; injected by 'the answer is lost' after the action: dropConnection
          > Idempotency-Key: order-1001
          > {"type":"sales","reference":"ORD-1001"}
          < (never arrived) {"success":true,"data":{"id":"trx_000031"}}

      #5 2026-10-15T09:00:02Z POST /api/v1/transactions → 200 (req_b, client demo)
          created
          > Idempotency-Key: (none)
          > {"type":"sales","reference":"ORD-1001"}
          < {"success":true,"data":{"id":"trx_000032"}}
      req_c is no longer in the request log

– waitedForRetryAfter (not exercised)
    No client was told to wait.

– refreshedAfter401 (not exercised, optional)
    No 401.

What was noticed besides
  · client demo sent it again (req_b)

What changed in the books
  · client demo created transaction trx_000031 in req_a
  · client demo created transaction trx_000032 in req_b
"""
    )


def test_an_exchange_that_was_told_is_only_referred_to_under_the_next_expectation() -> None:
    again = Judged(name="noDuplicateBookings", outcome="failed", detail="Twice.", request_ids=("req_a", "req_b"))
    text = verdict_text(verdict_of([FAILED, again]), "lost-reply", CHANGES, _find(LOST, AGAIN))

    assert text.count('> {"type":"sales","reference":"ORD-1001"}') == 2
    assert (
        """\
✗ noDuplicateBookings (failed)
    Twice.
      #4 POST /api/v1/transactions → connection reset (req_a), see above
      #5 POST /api/v1/transactions → 200 (req_b), see above
"""
        in text
    )


def test_a_green_verdict_is_short() -> None:
    assert verdict_text(verdict_of([PASSED]), "lost-reply", CHANGES, _find()) == (
        """\
Scenario lost-reply: PASSED (1 passed)

✓ noRefusedRequests
    Of 2 calls, none was refused.
"""
    )


def test_a_verdict_on_nothing_says_so() -> None:
    assert verdict_text(verdict_of([]), "quiet", (), _find()) == (
        """\
Scenario quiet: NOT PASSED

What was noticed besides
  · Nothing was expected, so nothing is proven.

What changed in the books
  · nothing
"""
    )


def test_what_is_much_is_shortened() -> None:
    much = Judged(name="calls", outcome="failed", detail="30.", request_ids=tuple(f"req_{n}" for n in range(20)))
    text = verdict_text(verdict_of([much]), "loop", [f"change {n}" for n in range(60)], _find())

    assert "      and req_5, req_6, req_7, req_8," in text
    assert "  · (10 earlier ones are left out)\n  · change 10\n" in text


def test_nothing_reaches_a_terminal_that_it_would_act_on() -> None:
    entry = call(path="/api/v1/\x1b[31mdebtors", query="name=\x07", request_id="req_a", body=b"\x1b]0;x\x07\nnext")
    judged = Judged(name="calls", outcome="failed", detail="\x1b[2J", request_ids=("req_a",))
    text = verdict_text(verdict_of([judged], ["\x9b31m"]), "\x1bc", ["\u202egnp"], _find(entry))

    assert text.replace("\n", "").isprintable()


def test_secrets_are_masked_in_what_is_told() -> None:
    entry = call(
        "issueToken",
        answer(200, {"access_token": "noon-token"}),
        body=b"grant_type=refresh_token&refresh_token=refresh-1&client_secret=s-1",
        headers={"content-type": "application/x-www-form-urlencoded"},
        request_id="req_a",
    )
    judged = Judged(name="calls", outcome="failed", detail="1.", request_ids=("req_a",))
    text = verdict_text(verdict_of([judged]), "tokens", (), _find(entry))

    assert "grant_type=refresh_token&refresh_token=***9da9&client_secret=***" in text
    assert "noon-token" not in text


def test_a_suite_has_a_case_for_each_expectation() -> None:
    suite = _junit(PASSED, FAILED, IDLE, OPTIONAL)

    assert suite.attrib == {
        "name": "mockbooks scenario lost-reply",
        "tests": "4",
        "failures": "2",
        "errors": "0",
        "skipped": "1",
    }
    assert [case.attrib for case in suite.iter("testcase")] == [
        {"classname": "mockbooks.lost-reply", "name": "noRefusedRequests"},
        {"classname": "mockbooks.lost-reply", "name": "booked: {reference: ORD-1001}, exactly: 1"},
        {"classname": "mockbooks.lost-reply", "name": "waitedForRetryAfter"},
        {"classname": "mockbooks.lost-reply", "name": "refreshedAfter401"},
    ]


def test_a_failure_carries_the_exchanges_and_what_was_not_exercised_says_so() -> None:
    failed, idle = _junit(FAILED, IDLE).iter("failure")

    assert failed.attrib == {"type": "failed", "message": FAILED.detail}
    assert "#4 2026-10-15T09:00:00Z POST /api/v1/transactions → connection reset (req_a," in (failed.text or "")
    assert idle.attrib == {"type": "not-exercised", "message": "No client was told to wait."}


def test_what_is_optional_and_not_exercised_is_skipped() -> None:
    (skipped,) = _junit(PASSED, OPTIONAL).iter("skipped")

    assert skipped.attrib == {"message": "No 401."}


def test_notes_and_changes_stand_in_the_output_of_the_suite() -> None:
    suite = _junit(FAILED, notes=("client demo sent it again (req_b)",))

    assert suite.findtext("system-out") == (
        "noticed: client demo sent it again (req_b)\n"
        "changed: client demo created transaction trx_000031 in req_a\n"
        "changed: client demo created transaction trx_000032 in req_b"
    )


def test_two_expectations_of_one_name_are_two_cases() -> None:
    assert [case.get("name") for case in _junit(PASSED, PASSED).iter("testcase")] == [
        "noRefusedRequests",
        "noRefusedRequests (2)",
    ]


def test_a_suite_without_expectations_is_red() -> None:
    suite = _junit()

    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    assert [failure.get("message") for failure in suite.iter("failure")] == [
        "Nothing was expected, so nothing is proven."
    ]


def test_a_suite_of_which_all_is_skipped_is_red() -> None:
    suite = _junit(OPTIONAL)

    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("2", "1", "1")
    assert [failure.get("message") for failure in suite.iter("failure")] == [
        "All that was expected is optional, and none of it was exercised, so nothing is proven."
    ]


@given(st.text(alphabet=st.characters(), max_size=40), st.binary(max_size=40))
def test_any_text_makes_xml_that_can_be_read(text: str, body: bytes) -> None:
    entry = call(path=text, body=body, request_id="req_a")
    judged = Judged(name=text, outcome="failed", detail=text, request_ids=("req_a",))
    xml = verdict_junit(verdict_of([judged], [text]), text, [text], _find(entry))

    assert fromstring(xml.encode()).get("tests") == "1"  # noqa: S314 - our own
