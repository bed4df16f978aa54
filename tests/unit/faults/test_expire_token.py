"""`expireToken`: the access token of a call ends before its time."""

import pytest

from mockbooks.oauth.tokens import AccessToken, Grant
from tests.unit.faults.scenes import (
    CREATED,
    NOON,
    Bakery,
    access_in,
    acted,
    call,
    call_with_token,
    kind,
    refresh_call,
    refused,
    tokens_of,
)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer"])
def test_the_token_of_the_call_is_over_at_once(scheme: str) -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("expireToken", None, call_with_token(scheme=scheme), world=bakery) is None
    assert access_in(bakery.tokens).expires_at == NOON
    assert not access_in(bakery.tokens).is_alive(NOON)


def test_after_the_action_its_answer_stands_and_the_token_is_over() -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("expireToken", {}, call_with_token(), CREATED, world=bakery) is None
    assert not access_in(bakery.tokens).is_alive(NOON)


def test_its_refresh_token_stays_good() -> None:
    bakery = Bakery(tokens=tokens_of())
    acted("expireToken", None, call_with_token(), world=bakery)
    token = bakery.tokens.refresh("mb_rt_1")

    assert token
    assert (token.used_at, token.grant.revoked) == (None, False)


def test_a_token_that_does_not_expire_does_so_until_it_is_made_good_again() -> None:
    bakery = Bakery()
    grant = Grant(id="demo", client_id="mockbooks-demo", administration_id="demo", scopes=("debtors:read",))
    bakery.tokens.add_access(
        AccessToken(token="mockbooks-demo-token", grant=grant, scopes=frozenset(), issued_at=NOON, expires_at=None)
    )
    acted("expireToken", None, call_with_token("mockbooks-demo-token"), world=bakery)
    assert not access_in(bakery.tokens, "mockbooks-demo-token").is_alive(NOON)

    bakery.tokens.renew_lasting("demo")
    assert access_in(bakery.tokens, "mockbooks-demo-token").is_alive(NOON)


def test_what_is_over_already_keeps_the_moment_at_which_it_ended() -> None:
    bakery = Bakery(tokens=tokens_of())
    access_in(bakery.tokens).revoked = True
    before = access_in(bakery.tokens).expires_at
    acted("expireToken", None, call_with_token(), world=bakery)

    assert access_in(bakery.tokens).expires_at == before


def test_a_token_for_another_administration_is_left_alone() -> None:
    bakery = Bakery(tokens=tokens_of("adm_000001"))
    acted("expireToken", None, call_with_token(), world=bakery)

    assert access_in(bakery.tokens).is_alive(NOON)


@pytest.mark.parametrize("exchange", [call(), call_with_token("unknown"), call_with_token(scheme="Basic")])
def test_a_call_without_a_known_token_passes(exchange: object) -> None:
    bakery = Bakery(tokens=tokens_of())

    assert acted("expireToken", None, exchange, world=bakery) is None  # type: ignore[arg-type]
    assert access_in(bakery.tokens).is_alive(NOON)


def test_it_takes_no_settings() -> None:
    assert refused("expireToken", "now") == [("", "takes_no_settings")]


def test_only_calls_with_an_access_token_are_concerned() -> None:
    concerns = kind("expireToken").concerns

    assert concerns(call_with_token("unknown"))
    assert not concerns(call_with_token(scheme="Basic"))
    assert not concerns(refresh_call())
