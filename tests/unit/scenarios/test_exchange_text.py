"""An exchange in a few lines."""

from dataclasses import replace

import pytest

from mockbooks.scenarios.exchange_text import exchange_lines, plain
from mockbooks.traffic.delivery import Cut, Delivery, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Fired
from tests.unit.observations.watching import answer, booking, call, refresh

DATA = b'{"success":true,"data":[]}'


def test_a_call_without_a_body_is_told_with_its_query_and_its_answer() -> None:
    entry = call("listDebtors", answer(200, {"data": []}), query="email=a%40b.example", client=None, request_id="req_a")

    assert exchange_lines(replace(entry, number=12)) == [
        "#12 2026-10-15T09:00:00Z GET /api/v1/debtors?email=a%40b.example → 200 (req_a)",
        "answered",
        '< {"data":[]}',
    ]


@pytest.mark.parametrize(
    ("delivery", "told"),
    [
        (Drop("reset"), "connection reset"),
        (Drop("close"), "connection closed"),
        (Cut(5), "200, cut off after 5 bytes"),
        (Dribble(3, 2.5), "200, in pieces over 2.5 s"),
    ],
)
def test_how_the_answer_was_put_on_the_wire_is_told(delivery: Delivery, told: str) -> None:
    entry = replace(call(sent=Answer(status=200, body=DATA, delivery=delivery), request_id="req_a"), number=3)

    assert exchange_lines(entry)[0] == f"#3 2026-10-15T09:00:00Z GET /api/v1/debtors → {told} (req_a, client demo)"


def test_the_key_of_a_post_is_told_since_it_is_what_retries_are_judged_by() -> None:
    assert "> Idempotency-Key: order-1001" in exchange_lines(booking(key="order-1001"))
    assert "> Idempotency-Key: (none)" in exchange_lines(booking())


def test_what_is_no_post_of_the_api_has_no_key_to_tell() -> None:
    assert [line for line in exchange_lines(call()) if "Idempotency" in line] == []
    assert [line for line in exchange_lines(refresh("refresh-1", answer(200))) if "Idempotency" in line] == []


def test_a_refusal_is_told_by_its_code_and_sentence() -> None:
    detail = "Number 2026-0001 is already used by transaction trx_000001 in journal 70."
    problem = {"success": False, "type": "/docs/errors#" + "x" * 400, "code": "number_in_use", "detail": detail}

    assert exchange_lines(booking(true=answer(400, problem)))[-1] == f"< number_in_use: {detail}"


def test_of_several_mistakes_each_is_told_with_its_place() -> None:
    mistakes = [
        {"pointer": "/date", "code": "required", "detail": "This field is required."},
        {"parameter": "Idempotency-Key", "code": "too_long", "detail": "At most 255 characters."},
    ]
    problem = {"code": "validation_failed", "detail": "2 fields are wrong.", "errors": mistakes}

    assert exchange_lines(booking(true=answer(400, problem)))[-1] == (
        "< validation_failed: /date: This field is required. Idempotency-Key: At most 255 characters."
    )


def test_an_error_of_oauth_is_told_by_its_error_and_description() -> None:
    refused = answer(400, {"error": "invalid_grant", "error_description": "The refresh token was used before."})

    assert exchange_lines(refresh("refresh-1", refused))[-1] == "< invalid_grant: The refresh token was used before."


def test_both_answers_are_told_where_another_one_was_sent() -> None:
    proxy = Answer(status=502, body=b"<html>\n<h1>Bad Gateway</h1>", media_type="text/html")
    fired = (Fired(injection="proxy", phase="after", faults=("respond",)),)

    assert exchange_lines(call(true=answer(200, {"data": []}), sent=proxy, fired=fired))[1:] == [
        "answered; injected by 'proxy' after the action: respond",
        '< (true answer, 200) {"data":[]}',
        "< <html> <h1>Bad Gateway</h1>",
    ]


def test_an_empty_body_is_told_as_such() -> None:
    assert exchange_lines(call(true=answer(503)))[-1] == "< (no body)"


def test_an_answer_that_was_dropped_for_another_is_told_once() -> None:
    dropped = Answer(status=502, body=b"gone", delivery=Drop("close"))

    assert exchange_lines(call(true=answer(200, {"data": []}), sent=dropped))[2:] == [
        '< (true answer, 200) {"data":[]}'
    ]


def test_long_texts_are_cut_to_a_readable_length() -> None:
    assert plain("a" * 50, 10) == "aaaaaaaaa…"
    assert plain("short\n and\tsimple") == "short and simple"
