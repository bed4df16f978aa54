"""Why an exchange was answered as it was: one sentence, whatever language the answer has."""

import orjson
import pytest

from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint
from mockbooks.texts import Language, Text
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Fired
from mockbooks.traffic.why import injected_in_place, problem_codes, why, why_truly
from tests.unit.observations.watching import answer, booking, call

LOST = Fired(injection="the answer is lost", phase="after", faults=("dropConnection",))
GATE = Fired(injection="down", phase="gate", faults=("respond",))
MINUTE = {"limit": 60, "window": Text("minute", "minuut"), "outlook": Text("wait", "wacht")}


def _problem(status: int, code: str, *mistakes: tuple[str, str]) -> Answer:
    errors = [{"code": mistake, "pointer": pointer} for mistake, pointer in mistakes]
    return answer(status, {"code": code, "errors": errors})


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        ("createDebtor", "created"),
        ("updateDebtor", "changed"),
        ("deleteDebtor", "deleted"),
        ("listDebtors", "answered"),
        ("reverseTransaction", "reversed"),
        ("issueToken", "a token was given"),
        ("registerClient", "a client was registered"),
    ],
)
def test_what_was_done_is_told(operation: str, sentence: str) -> None:
    assert why(call(operation)) == sentence


@pytest.mark.parametrize(
    ("true", "sentence"),
    [
        (_problem(400, "number_in_use", ("number_in_use", "/number")), "refused by the rule number_in_use at /number"),
        (_problem(400, "stale_version"), "refused by the rule stale_version"),
        (
            _problem(400, "validation_failed", ("required", "/date"), ("unknown_field", "/a"), ("required", "/b")),
            "refused for 3 mistakes: required, unknown_field",
        ),
        (
            _problem(400, "validation_failed", *([("required", "/date")] * 4)),
            "refused for 4 mistakes: required, …",
        ),
        (_problem(401, "token_expired"), "the token had expired"),
        (_problem(401, "token_missing"), "no access token came"),
        (_problem(401, "token_invalid"), "the token was unknown or revoked"),
        (_problem(404, "unknown_url"), "there is no such address"),
        (_problem(403, "insufficient_scope"), "the token lacks a scope"),
        (
            answer(403, {"code": "insufficient_scope"}, WWW_Authenticate='Bearer scope="transactions:write"'),
            "the token lacks the scope transactions:write",
        ),
        (answer(400, {"error": "invalid_grant"}), "refused: invalid_grant"),
        (answer(302, None, Location="https://shop.example"), "sent on to another address"),
        (Answer(status=502, body=b"<html>", media_type="text/html"), "the server failed with status 502"),
        (answer(400, [1]), "refused with status 400"),
        (answer(429, {"code": "rate_limit_exceeded", "detail": 5}), "no room: too many requests"),
        (answer(400, {"code": "x", "errors": [7]}), "refused by the rule x"),
        (_problem(500, "internal_error"), "the server failed"),
    ],
)
def test_a_refusal_is_told_by_its_reason(true: Answer, sentence: str) -> None:
    assert why(booking(true=true)) == sentence


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_limit_that_refused_is_told_whatever_the_language_of_the_answer(language: Language) -> None:
    window = tell(Complaint("rate_limit_exceeded", values=MINUTE), language)
    concurrent = tell(Complaint("too_many_concurrent_requests", values={"limit": 5}), language)

    assert why(call(true=answer(429, {"code": "rate_limit_exceeded", "detail": window}))) == (
        "no room: 60 requests per minute"
    )
    assert why(call(true=answer(429, {"code": "too_many_concurrent_requests", "detail": concurrent}))) == (
        "no room: 5 requests at the same time"
    )


def test_a_replayed_answer_is_told_as_such() -> None:
    assert why(booking(true=answer(200, {}, Idempotency_Replayed="true"))) == "replayed for its Idempotency-Key"


def test_what_an_injection_did_to_an_answer_comes_after_what_was_done() -> None:
    assert why(booking(fired=(LOST,))) == "created; injected by 'the answer is lost' after the action: dropConnection"


def test_what_an_injection_answered_in_place_of_the_api_stands_alone() -> None:
    down = Fired(injection="down", phase="gate", faults=("delay", "respond"))
    entry = booking(true=answer(503), fired=(down,), injected=True)

    assert why(entry) == "injected by 'down' at the gate: delay, respond"
    assert injected_in_place(entry) is down


@pytest.mark.parametrize(
    "fault", ["delay", "bookkeeper", "expireToken", "revokeConsent", "staleReads", "looseSearch", "driftPages"]
)
def test_a_fault_that_leaves_the_answer_to_the_api_is_told_beside_it(fault: str) -> None:
    entry = booking(true=_problem(401, "token_expired"), fired=(Fired(injection="x", phase="before", faults=(fault,)),))

    assert why(entry) == f"the token had expired; injected by 'x' before the action: {fault}"
    assert injected_in_place(entry) is None


@pytest.mark.parametrize(
    ("true", "sentence"),
    [
        (
            _problem(400, "number_in_use", ("number_in_use", "/number")),
            "geweigerd door de regel number_in_use bij /number",
        ),
        (_problem(400, "validation_failed", *([("required", "/date")] * 4)), "geweigerd om 4 fouten: required, …"),
        (_problem(401, "token_expired"), "het token was verlopen"),
        (answer(400, {"error": "invalid_grant"}), "geweigerd: invalid_grant"),
        (Answer(status=502, body=b"<html>", media_type="text/html"), "de server faalde met status 502"),
        (
            answer(429, {"code": "rate_limit_exceeded", "detail": "60 per minute"}),
            "geen ruimte: 60 verzoeken per minuut",
        ),
        (answer(200, {}, Idempotency_Replayed="true"), "herhaald voor dezelfde Idempotency-Key"),
    ],
)
def test_the_reason_is_told_in_dutch_too(true: Answer, sentence: str) -> None:
    assert why(booking(true=true), "nl") == sentence


def test_an_injection_is_told_in_dutch_too() -> None:
    told = "aangemaakt; ingegrepen door 'the answer is lost' na de handeling: dropConnection"
    assert why(booking(fired=(LOST,)), "nl") == told
    assert why_truly(booking(fired=(LOST,)), "nl") == "aangemaakt"
    assert why_truly(booking(true=answer(503), fired=(GATE,), injected=True)) is None


def test_the_codes_of_an_answer_are_those_of_its_mistakes() -> None:
    true = _problem(400, "validation_failed", ("required", "/date"), ("unknown_field", "/a"))

    assert problem_codes(orjson.loads(true.body)) == ("required", "unknown_field")
    assert problem_codes({"code": "stale_version"}) == ("stale_version",)
    assert problem_codes("down") == ()
    assert problem_codes({"errors": [{"code": 7}]}) == ()
