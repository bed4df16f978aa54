"""Faults of tokens, met by a client that gets and refreshes them as the RFCs say."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.e2e.faults.conftest import BASIC, Play, data_of

REDIRECT = "http://127.0.0.1:9/callback"
OAUTH = "oauth: {autoApprove: true}\n"


def connect(client: httpx.Client) -> dict[str, Any]:
    """Get a pair of tokens by the code flow."""
    query = {"response_type": "code", "client_id": BASIC[0], "redirect_uri": REDIRECT, "state": "s"}
    location = client.get("/oauth/authorize", params=query).headers["Location"]
    code = parse_qs(urlsplit(location).query)["code"][0]
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": REDIRECT}
    pair: dict[str, Any] = client.post("/oauth/token", data=form, auth=BASIC).json()
    return pair


def refresh(client: httpx.Client, refresh_token: str) -> httpx.Response:
    form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
    return client.post("/oauth/token", data=form, auth=BASIC)


def call(client: httpx.Client, pair: dict[str, Any]) -> httpx.Response:
    return client.get("/api/v1/debtors", headers={"Authorization": f"Bearer {pair['access_token']}"})


def test_an_access_token_expires_in_mid_run_and_a_refresh_goes_on(play: Play) -> None:
    client = play(OAUTH + "injections: [{match: {operation: listDebtors}, calls: 2, fault: expireToken}]")
    pair = connect(client)
    answers = [call(client, pair), call(client, pair), call(client, pair)]
    again = call(client, refresh(client, pair["refresh_token"]).json())

    assert [each.status_code for each in answers] == [200, 401, 401]
    assert answers[1].json()["code"] == "token_expired"
    assert 'error="invalid_token"' in answers[1].headers["WWW-Authenticate"]
    assert again.status_code == 200


def test_consent_that_is_withdrawn_ends_the_refresh_token_too(play: Play) -> None:
    client = play(OAUTH + "injections: [{match: {operation: listDebtors}, calls: first, fault: revokeConsent}]")
    pair = connect(client)
    answer = call(client, pair)
    refreshed = refresh(client, pair["refresh_token"])

    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
    assert (refreshed.status_code, refreshed.json()["error"]) == (400, "invalid_grant")


def test_a_refresh_that_is_rejected_does_not_use_the_token_up(play: Play) -> None:
    client = play(OAUTH + "injections: [{match: {operation: issueToken, body: {/grant_type: refresh_token}},"
                  " calls: first, fault: rejectRefresh}]")  # fmt: skip
    pair = connect(client)
    first, second = refresh(client, pair["refresh_token"]), refresh(client, pair["refresh_token"])

    assert (first.status_code, first.json()["error"]) == (400, "invalid_grant")
    assert second.status_code == 200


def test_a_rotation_whose_answer_is_lost_has_rotated(play: Play) -> None:
    client = play(OAUTH + "injections: [{match: {operation: issueToken}, calls: first, fault: loseRefreshReply}]")
    pair = connect(client)
    with pytest.raises(httpx.ReadError):
        refresh(client, pair["refresh_token"])

    assert refresh(client, pair["refresh_token"]).json()["error"] == "invalid_grant"


def test_with_a_grace_a_lost_rotation_can_be_asked_for_again(play: Play) -> None:
    client = play("""
        oauth: {autoApprove: true, refreshGraceSeconds: 60}
        injections: [{match: {operation: issueToken}, calls: first, fault: loseRefreshReply}]
    """)
    pair = connect(client)
    with pytest.raises(httpx.ReadError):
        refresh(client, pair["refresh_token"])

    assert refresh(client, pair["refresh_token"]).status_code == 200


def test_the_lifetimes_of_a_scenario_are_those_of_its_tokens(play: Play) -> None:
    client = play("""
        clock: 2026-10-15T09:00:00+02:00
        oauth: {autoApprove: true, accessTokenSeconds: 600}
        injections:
          - {match: {operation: listDebtors}, calls: 2, phase: gate, fault: {delay: {fixed: 600s, virtual: true}}}
    """)
    pair = connect(client)

    assert pair["expires_in"] == 600
    assert len(data_of(call(client, pair))) == 12
    assert call(client, pair).json()["code"] == "token_expired"
