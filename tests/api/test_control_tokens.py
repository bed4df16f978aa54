"""Tokens that end in mid-run: they expire, or consent is withdrawn; a reset makes those good that do not expire."""

from typing import Any

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import Operator

CREDENTIALS = {
    "grant_type": "client_credentials",
    "client_id": "mockbooks-demo",
    "client_secret": "mockbooks-demo-secret",
}


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def fetched(api: ApiClient) -> str:
    response = Operator(api).post("http://mockbooks.test/oauth/token", data=CREDENTIALS)
    return str(response.json()["access_token"])


def called(api: ApiClient, token: str) -> tuple[int, Any]:
    response = api.get("/debtors", headers={"Authorization": f"Bearer {token}"})
    return response.status_code, response.json().get("code")


def test_expired_tokens_are_refused_and_new_ones_can_be_had(api: ApiClient, operator: Operator) -> None:
    token = fetched(api)
    assert operator.told("POST", "/tokens/expire") == {"expired": 2}
    assert called(api, token) == (401, "token_expired")
    assert called(api, "mockbooks-demo-token") == (401, "token_expired")
    assert called(api, fetched(api)) == (200, None)
    assert operator.told("POST", "/tokens/expire", json={}) == {"expired": 1}


def test_a_reset_makes_the_token_of_the_demo_good_again_and_no_other(api: ApiClient, operator: Operator) -> None:
    token = fetched(api)
    operator.told("POST", "/tokens/expire")
    operator.told("POST", "/reset")
    assert called(api, "mockbooks-demo-token") == (200, None)
    assert called(api, token) == (401, "token_expired")


def test_withdrawn_consent_ends_every_token(api: ApiClient, operator: Operator) -> None:
    token = fetched(api)
    assert operator.told("POST", "/tokens/revoke", json={"clientId": "mockbooks-demo"}) == {"revoked": 2}
    assert called(api, token) == (401, "token_invalid")
    assert called(api, "mockbooks-demo-token") == (401, "token_invalid")
    operator.told("POST", "/reset")
    assert called(api, "mockbooks-demo-token") == (200, None)


def test_only_the_tokens_of_one_administration_end(api: ApiClient, operator: Operator) -> None:
    opened = operator.told("POST", "/administrations")
    other = f"/tokens/expire?administration={opened['id']}"
    assert operator.told("POST", other, json={"clientId": "mockbooks-demo"}) == {"expired": 0}
    assert operator.told("POST", other, json={"clientId": opened["clientId"]}) == {"expired": 1}
    assert called(api, opened["accessToken"]) == (401, "token_expired")
    assert called(api, "mockbooks-demo-token") == (200, None)


@pytest.mark.parametrize("path", ["/tokens/expire", "/tokens/revoke"])
def test_a_client_that_does_not_exist_is_told(open_api: OpenApi, path: str) -> None:
    api = open_api()
    operator = Operator(api)
    assert operator.refusal("POST", path, json={"clientId": "mockbooks-demo2"}) == ("/clientId", "not_found")
    assert operator.refusal("POST", path, json={"client": "mockbooks-demo"}) == ("/client", "unknown_field")
    assert called(api, "mockbooks-demo-token") == (200, None)
