"""`fail`: a refusal in the shape of whoever is asked."""

import pytest

from mockbooks.catalogue import CATALOGUE
from mockbooks.errors import Family, RequestError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.problems import STATUS
from mockbooks.web.errors import render_problem
from tests.unit.faults.scenes import CREATED, answered, call, changed, json_of, refresh_call, refused


def true_refusal(code: str, exchange: Exchange) -> Answer:
    """Render what the API itself would answer."""
    entry = CATALOGUE[code]
    error = type("TrueError", (RequestError,), {"family": entry.family})(entry.sample)
    return render_problem(error, exchange)


def test_a_code_of_the_catalogue_is_told_as_the_api_tells_it() -> None:
    answer = answered("fail", "period_locked")

    assert (answer.status, answer.media_type, answer.foreign) == (400, "application/problem+json", False)
    assert json_of(answer)["code"] == "period_locked"
    assert json_of(answer)["title"] == "Period is locked"
    assert json_of(answer)["requestId"] == "req_1"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_the_status_and_the_body_that_it_has_in_earnest(code: str, language: str) -> None:
    exchange = call(language=language)
    answer, true = answered("fail", code, exchange=exchange), true_refusal(code, exchange)

    assert (answer.status, answer.media_type, json_of(answer)) == (true.status, true.media_type, json_of(true))
    assert answer.header("Content-Language") == true.header("Content-Language") == language


def test_every_family_has_its_status_here_too() -> None:
    assert {code: answered("fail", code).status for code in ("token_expired", "insufficient_scope", "unknown_url")} == {
        "token_expired": STATUS[Family.UNAUTHENTICATED],
        "insufficient_scope": STATUS[Family.FORBIDDEN],
        "unknown_url": STATUS[Family.UNKNOWN_URL],
    }


def test_text_status_and_place_can_be_chosen() -> None:
    settings = {"code": "period_locked", "detail": "Oktober is dicht.", "status": 409, "pointer": "/date"}
    answer = answered("fail", settings)

    assert answer.status == 409
    assert json_of(answer) == {
        "success": False,
        "type": "/docs/errors#period-locked",
        "title": "Period is locked",
        "status": 409,
        "code": "period_locked",
        "detail": "Oktober is dicht.",
        "errors": [{"pointer": "/date", "code": "period_locked", "detail": "Oktober is dicht."}],
        "requestId": "req_1",
    }


@pytest.mark.parametrize(
    ("language", "detail"),
    [("en", "The server refuses this: consent revoked."), ("nl", "De server weigert dit: consent revoked.")],
)
def test_a_code_of_ones_own_is_a_refusal_with_its_words_as_the_title(language: str, detail: str) -> None:
    answer = answered("fail", "CONSENT_REVOKED", exchange=call(language=language))

    assert (answer.status, json_of(answer)["title"], json_of(answer)["detail"]) == (400, "Consent revoked", detail)
    assert json_of(answer)["errors"] == [{"code": "CONSENT_REVOKED", "detail": detail}]


@pytest.mark.parametrize(
    ("settings", "challenge"),
    [
        ("token_expired", 'Bearer realm="mockbooks", error="invalid_token"'),
        ("token_missing", 'Bearer realm="mockbooks"'),
        ("insufficient_scope", 'Bearer error="insufficient_scope"'),
        ({"code": "LICENCE_EXPIRED", "status": 401}, 'Bearer realm="mockbooks", error="invalid_token"'),
        ("period_locked", None),
    ],
)
def test_who_is_refused_for_a_token_is_challenged(settings: object, challenge: str | None) -> None:
    assert answered("fail", settings).header("WWW-Authenticate") == challenge


def test_at_an_address_of_oauth_it_is_an_error_of_oauth() -> None:
    settings = {"code": "invalid_grant", "detail": "The refresh token is too new."}
    answer = answered("fail", settings, exchange=refresh_call())

    assert (answer.status, answer.media_type, answer.header("Cache-Control")) == (400, "application/json", "no-store")
    assert json_of(answer) == {
        "error": "invalid_grant",
        "error_description": "The refresh token is too new.",
        "error_uri": "http://127.0.0.1:8080/docs/oauth#invalid-grant",
    }


def test_an_error_of_oauth_without_a_text_has_its_words() -> None:
    answer = answered("fail", {"code": "invalid_client", "status": 401}, exchange=refresh_call())

    assert json_of(answer)["error_description"] == "The server refuses this: invalid client."
    assert answer.header("WWW-Authenticate") == 'Basic realm="mockbooks", charset="UTF-8"'


def test_after_the_action_the_refusal_takes_the_place_of_its_answer() -> None:
    answer = changed("fail", {"code": "internal_error", "status": 503}, CREATED)

    assert (answer.status, json_of(answer)["status"], json_of(answer)["code"]) == (503, 503, "internal_error")


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ("Period locked", [("", "not_error_code")]),
        (42, [("", "not_error_code")]),
        ({}, [("/code", "required")]),
        ({"code": "period_locked", "status": 399}, [("/status", "number_out_of_range")]),
        ({"code": "period_locked", "status": 600}, [("/status", "number_out_of_range")]),
        ({"code": "period_locked", "pointer": "date"}, [("/pointer", "not_json_pointer")]),
        ({"code": "period_locked", "pointer": "/a~b"}, [("/pointer", "not_json_pointer")]),
        ({"code": "period_locked", "detail": ""}, [("/detail", "blank")]),
        ({"code": "period_locked", "text": "x"}, [("/text", "unknown_field")]),
    ],
)
def test_what_is_no_refusal_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("fail", settings) == complaints
