"""`rejectRefresh`: a refresh that fails and costs nothing."""

import pytest

from mockbooks.traffic.exchange import Exchange
from tests.unit.faults.scenes import Bakery, acted, answered, call, json_of, kind, refresh_call, refused, tokens_of


def test_a_refresh_is_refused_and_its_token_not_used_up() -> None:
    bakery = Bakery(tokens=tokens_of())
    answer = answered("rejectRefresh", None, exchange=refresh_call(), world=bakery)
    token = bakery.tokens.refresh("mb_rt_1")

    assert (answer.status, answer.header("Cache-Control")) == (400, "no-store")
    assert json_of(answer) == {
        "error": "invalid_grant",
        "error_description": "The refresh token is not accepted at this moment.",
        "error_uri": "http://127.0.0.1:8080/docs/oauth#invalid-grant",
    }
    assert token
    assert (token.used_at, token.grant.revoked) == (None, False)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "temporarily_unavailable",
            (400, "temporarily_unavailable", "The refresh token is not accepted at this moment."),
        ),
        ({"description": "Access token not expired."}, (400, "invalid_grant", "Access token not expired.")),
        (
            {"error": "invalid_client", "status": 401},
            (401, "invalid_client", "The refresh token is not accepted at this moment."),
        ),
    ],
)
def test_error_text_and_status_can_be_chosen(settings: object, told: tuple[int, str, str]) -> None:
    answer = answered("rejectRefresh", settings, exchange=refresh_call())
    assert (answer.status, json_of(answer)["error"], json_of(answer)["error_description"]) == told


@pytest.mark.parametrize(
    "exchange",
    [refresh_call(grant_type="authorization_code"), call("createDebtor"), call("revokeToken")],
    ids=["a code", "a call to the API", "a revocation"],
)
def test_whatever_is_no_refresh_passes_and_does_not_concern_it(exchange: Exchange) -> None:
    assert acted("rejectRefresh", None, exchange) is None
    assert not kind("rejectRefresh").concerns(exchange)


def test_a_refresh_concerns_it() -> None:
    assert kind("rejectRefresh").concerns(refresh_call())


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ("invalid grant", [("", "not_error_code")]),
        ({"error": ""}, [("/error", "not_error_code")]),
        ({"status": 200}, [("/status", "number_out_of_range")]),
        ({"code": "invalid_grant"}, [("/code", "unknown_field")]),
    ],
)
def test_what_is_no_error_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("rejectRefresh", settings) == complaints
