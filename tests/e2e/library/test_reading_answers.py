"""The example reads every vendor's way of saying yes, no, later and nothing at all."""

import httpx
import pytest

from examples.answers import Meaning, RefusedError, UnusableError, data_of, meaning_of, refusal_of, retry_after_seconds

NINE_OCLOCK = 1_792_047_600.0  # 15 October 2026, 9:00 in Amsterdam

BOOKED = {"success": True, "data": {"id": "trx_000001"}}
HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>"


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (httpx.Response(200, json=BOOKED), Meaning.DONE),
        (httpx.Response(201, json=BOOKED), Meaning.DONE),
        (httpx.Response(201, json={"data": {"id": "trx_000001"}}), Meaning.DONE),
        (httpx.Response(204), Meaning.DONE),
        (httpx.Response(200, text=""), Meaning.AGAIN),
        (httpx.Response(200, text='{"success": true, "da'), Meaning.AGAIN),
        (httpx.Response(200, html=HTML), Meaning.AGAIN),
        (httpx.Response(200, json={"success": False, "code": "unbalanced"}), Meaning.REFUSED),
        (httpx.Response(200, json={"Fault": {"Error": [{"code": "10000"}]}}), Meaning.REFUSED),
        (httpx.Response(400, json={"success": False, "code": "request_in_progress"}), Meaning.AGAIN),
        (httpx.Response(400, json={"success": False, "code": "period_locked"}), Meaning.REFUSED),
        (httpx.Response(404, json={"success": False, "code": "not_found"}), Meaning.REFUSED),
        (httpx.Response(404, json={"success": False, "code": "unknown_url"}), Meaning.STOP),
        (httpx.Response(422, json=[{"errorCode": "BOE-0021"}]), Meaning.REFUSED),
        (httpx.Response(401, json={"success": False, "code": "token_expired"}), Meaning.STOP),
        (httpx.Response(403, html=HTML), Meaning.STOP),
        (httpx.Response(429, text="slow down"), Meaning.AGAIN),
        (httpx.Response(502, html=HTML), Meaning.AGAIN),
        (httpx.Response(500, json={"Message": "Could not obtain lock"}), Meaning.AGAIN),
    ],
)
def test_an_answer_is_judged_by_what_it_holds(answer: httpx.Response, meaning: Meaning) -> None:
    assert meaning_of(answer) is meaning


@pytest.mark.parametrize(
    ("body", "code", "faults"),
    [
        (
            {
                "code": "validation_failed",
                "errors": [{"pointer": "/date", "code": "period_locked", "detail": "Dicht."}],
            },
            "period_locked",
            ("/date period_locked: Dicht.",),
        ),
        ({"error": {"code": "GEN-0001", "message": "Mis."}}, "GEN-0001", ("- GEN-0001: Mis.",)),
        ([{"errorCode": "BOE-0021", "message": "Bestaat."}], "BOE-0021", ("- BOE-0021: Bestaat.",)),
        ({"Fault": {"Error": [{"code": "6140", "Message": "Dubbel."}]}}, "6140", ("- 6140: Dubbel.",)),
        ({"error": "invalid_grant"}, "invalid_grant", ("- without explanation",)),
        ({"Message": "Nee."}, "unreadable", ("- Nee.",)),
    ],
)
def test_a_code_is_found_in_every_shape_of_error(body: object, code: str, faults: tuple[str, ...]) -> None:
    refusal = refusal_of(httpx.Response(400, json=body))

    assert (refusal.code, refusal.faults) == (code, faults)


def test_a_bare_404_is_not_found() -> None:
    assert refusal_of(httpx.Response(404, json={})).code == "not_found"


def test_what_is_refused_can_be_told_from_what_has_to_stop() -> None:
    with pytest.raises(RefusedError, match="period_locked"):
        data_of(httpx.Response(422, json={"code": "period_locked"}))
    with pytest.raises(UnusableError, match="502"):
        data_of(httpx.Response(502, html=HTML))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30.0),
        ("1792047630", 30.0),
        ("1792047630000", 30.0),
        ("Thu, 15 Oct 2026 07:00:30 GMT", 30.0),
        ("Thu, 15 Oct 2026 06:59:30 GMT", None),
        ("0", None),
        ("", None),
        ("in a while", None),
    ],
)
def test_retry_after_is_read_as_a_length_or_a_moment(text: str, seconds: float | None) -> None:
    answer = httpx.Response(429, headers={"Retry-After": text})

    assert retry_after_seconds(answer, now=NINE_OCLOCK) == seconds
