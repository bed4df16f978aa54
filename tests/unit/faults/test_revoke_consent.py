"""`revokeConsent`: the grant of a call ends, with everything that was given on it."""

from datetime import timedelta

import pytest

from mockbooks.oauth.tokens import Code
from mockbooks.traffic.exchange import Exchange
from tests.unit.faults.scenes import (
    CREATED,
    NOON,
    Bakery,
    access_in,
    acted,
    call,
    call_with_token,
    refresh_call,
    refused,
    tokens_of,
)

FORM = {"content-type": "application/x-www-form-urlencoded"}
WHY = "Somebody withdrew the consent of this administration."


@pytest.mark.parametrize("exchange", [call_with_token(), refresh_call()], ids=["a call", "a refresh"])
def test_the_grant_of_an_access_token_or_a_refresh_token_ends(exchange: Exchange) -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("revokeConsent", None, exchange, world=bakery) is None
    grant = access_in(bakery.tokens).grant
    assert (grant.revoked, grant.why_revoked) == (True, WHY)


def test_the_grant_of_a_code_ends_before_it_is_redeemed() -> None:
    bakery = Bakery(tokens=tokens_of())
    grant = access_in(bakery.tokens).grant
    bakery.tokens.add_code(
        Code(
            code="mb_ac_1",
            grant=grant,
            redirect_uri="http://127.0.0.1:9000/callback",
            redirect_uri_was_sent=True,
            code_challenge=None,
            issued_at=NOON,
            expires_at=NOON + timedelta(minutes=1),
        )
    )
    acted("revokeConsent", {}, call("issueToken", body=b"code=mb_ac_1", headers=FORM), world=bakery)

    assert grant.revoked


def test_after_the_action_its_answer_stands_and_the_grant_is_over() -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("revokeConsent", None, call_with_token(), CREATED, world=bakery) is None
    assert access_in(bakery.tokens).grant.revoked


@pytest.mark.parametrize(
    "exchange",
    [
        call(),
        call_with_token("unknown"),
        refresh_call("unknown"),
        call("createDebtor", body=b"refresh_token=mb_rt_1", headers=FORM),
        call("issueToken", body=b"refresh_token=mb_rt_1", headers={"content-type": "text/plain"}),
    ],
    ids=["no token", "unknown token", "unknown refresh token", "no call to OAuth", "no form"],
)
def test_a_call_that_goes_by_no_grant_passes(exchange: Exchange) -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("revokeConsent", None, exchange, world=bakery) is None
    assert not access_in(bakery.tokens).grant.revoked


@pytest.mark.parametrize("exchange", [call_with_token(), refresh_call()], ids=["a call", "a refresh"])
def test_a_grant_for_another_administration_is_left_alone(exchange: Exchange) -> None:
    bakery = Bakery(tokens=tokens_of("adm_000001"))
    acted("revokeConsent", None, exchange, world=bakery)

    assert not access_in(bakery.tokens).grant.revoked


def test_it_takes_no_settings() -> None:
    assert refused("revokeConsent", {"client": "webshop"}) == [("", "takes_no_settings")]
