"""Idempotency-Key: what is sent again is answered again, and done once."""

import pytest

from tests.api.conftest import ADDRESS, ApiClient
from tests.api.integration import ID, SECRET, Integration, granted

BODY = {"name": "Bakkerij De Korenaar", "address": ADDRESS}
KEY = {"Idempotency-Key": "order-1001"}


@pytest.mark.parametrize("path", ["/debtors", "/products"])
def test_the_same_key_and_body_gives_the_same_answer_and_creates_nothing_twice(api: ApiClient, path: str) -> None:
    body = {"/debtors": BODY, "/products": {"sku": "A", "description": "B", "price": "1.00"}}[path]
    first = api.post(path, json=body, headers=KEY)
    second = api.post(path, json=body, headers=KEY)
    assert (first.status_code, second.status_code) == (200, 200)
    assert second.content == first.content
    assert ("Idempotency-Replayed" in first.headers, second.headers["Idempotency-Replayed"]) == (False, "true")
    assert len(api.listed(path)) == 1


def test_without_a_key_the_same_body_creates_twice(api: ApiClient) -> None:
    api.create("/debtors", BODY)
    api.create("/debtors", BODY)
    assert len(api.listed("/debtors")) == 2


def test_a_refusal_is_replayed_too(api: ApiClient) -> None:
    first = api.post("/debtors", json={"name": "x"}, headers=KEY)
    second = api.post("/debtors", json={"name": "x"}, headers=KEY)
    assert (first.status_code, second.status_code, second.headers["Idempotency-Replayed"]) == (400, 400, "true")
    assert second.json()["errors"] == first.json()["errors"]


def test_the_same_key_with_another_body_is_refused(api: ApiClient) -> None:
    api.create("/debtors", BODY, **KEY)
    response = api.post("/debtors", json={**BODY, "name": "Molen"}, headers=KEY)
    assert (response.status_code, response.json()["code"]) == (400, "idempotency_key_reused")
    assert response.json()["errors"][0]["parameter"] == "Idempotency-Key"
    assert len(api.listed("/debtors")) == 1


def test_the_same_key_on_another_operation_is_refused(api: ApiClient) -> None:
    api.create("/debtors", BODY, **KEY)
    response = api.post("/products", json={"sku": "A", "description": "B", "price": "1.00"}, headers=KEY)
    assert response.json()["code"] == "idempotency_key_reused"


@pytest.mark.parametrize("key", ["", "x" * 129])
def test_a_key_has_1_to_128_characters(api: ApiClient, key: str) -> None:
    response = api.post("/debtors", json=BODY, headers={"Idempotency-Key": key})
    assert (response.status_code, response.json()["errors"][0]["code"]) == (400, "invalid_idempotency_key")
    assert api.listed("/debtors") == []


def test_a_key_of_128_characters_is_taken(api: ApiClient) -> None:
    assert api.post("/debtors", json=BODY, headers={"Idempotency-Key": "x" * 128}).status_code == 200


def test_an_answer_without_a_token_is_not_kept(api: ApiClient) -> None:
    refused = api.post("/debtors", json=BODY, headers={**KEY, "Authorization": "Bearer nonsense"})
    assert refused.status_code == 401
    assert api.post("/debtors", json=BODY, headers=KEY).status_code == 200


def test_a_key_on_a_get_means_nothing(api: ApiClient) -> None:
    assert api.get("/debtors", headers=KEY).json()["data"] == []
    api.debtor()
    assert len(api.get("/debtors", headers=KEY).json()["data"]) == 1


@pytest.mark.parametrize("key", ["order-1001", "", "x" * 129])
def test_a_key_on_a_request_for_a_token_means_nothing(shop: Integration, key: str) -> None:
    form, headers = {"grant_type": "client_credentials"}, {"Idempotency-Key": key}
    first, second = (shop.post("/oauth/token", data=form, auth=(ID, SECRET), headers=headers) for _ in range(2))
    assert granted(first)["access_token"] != granted(second)["access_token"]
