"""Updates: a PUT replaces the whole, and must have seen the present version."""

from typing import Any

import pytest

from tests.api.conftest import ADDRESS, ApiClient


def put(api: ApiClient, path: str, body: dict[str, Any]) -> tuple[int, Any]:
    response = api.put(path, json=body)
    return response.status_code, response.json()


def test_what_was_read_can_be_sent_back_with_one_thing_changed(api: ApiClient) -> None:
    debtor = api.debtor(email="inkoop@korenaar.example")
    status, answer = put(api, "/debtors/deb_000001", {**debtor, "phone": "030 1234567"})
    assert (status, answer["data"]) == (200, {**debtor, "phone": "030 1234567", "version": 2})


def test_what_is_left_out_is_emptied(api: ApiClient) -> None:
    api.debtor(
        code="KOREN-1",
        email="inkoop@korenaar.example",
        isBusiness=True,
        deliveryAddress=ADDRESS,
        language="nl",
        active=False,
    )
    _, answer = put(api, "/debtors/deb_000001", {"name": "Molen", "address": ADDRESS, "version": 1})
    changed = answer["data"]
    assert (changed["email"], changed["deliveryAddress"], changed["language"]) == (None, None, None)
    assert (changed["isBusiness"], changed["active"]) == (False, True)


def test_code_and_ledger_account_stay_when_left_out(api: ApiClient) -> None:
    debtor = api.debtor(code="KOREN-1")
    _, answer = put(api, "/debtors/deb_000001", {"name": "Molen", "address": ADDRESS, "version": 1})
    assert (answer["data"]["code"], answer["data"]["ledgerAccountId"]) == ("KOREN-1", debtor["ledgerAccountId"])


def test_an_update_must_send_the_version(api: ApiClient) -> None:
    api.debtor()
    body = {"name": "Molen", "address": ADDRESS}
    assert api.refusals("/debtors/deb_000001", body, method="PUT") == [("/version", "required")]
    assert api.refusals("/debtors/deb_000001", {**body, "version": None}, method="PUT") == [
        ("/version", "null_not_allowed")
    ]


@pytest.mark.parametrize("version", ["1", 1.0, True, 1.5])
def test_a_version_is_a_whole_json_number(api: ApiClient, version: object) -> None:
    api.debtor()
    body = {"name": "Molen", "address": ADDRESS, "version": version}
    assert api.refusals("/debtors/deb_000001", body, method="PUT") == [("/version", "not_integer")]


@pytest.mark.parametrize("path", ["/debtors/deb_000001", "/products/prd_000001"])
def test_a_stale_version_is_refused_and_changes_nothing(api: ApiClient, path: str) -> None:
    api.debtor()
    api.product()
    seen = api.read(path)
    put(api, path, {**seen})
    assert api.refusals(path, seen, method="PUT") == [("/version", "stale_version")]
    assert api.refusals(path, {**seen, "version": 3}, method="PUT") == [("/version", "stale_version")]
    assert api.read(path)["version"] == 2


def test_a_stale_version_stands_on_top_of_the_problem_with_both_versions(api: ApiClient) -> None:
    debtor = api.debtor()
    put(api, "/debtors/deb_000001", debtor)
    _, problem = put(api, "/debtors/deb_000001", debtor)
    assert problem["code"] == "stale_version"
    assert problem["detail"] == "Version 1 was sent, but the record is at version 2 by now."


def test_what_the_server_sets_may_be_sent_back_only_as_it_is(api: ApiClient) -> None:
    debtor = api.debtor()
    body = {**debtor, "id": "deb_000002", "createdAt": "2026-11-23T09:00:01Z", "updatedAt": "2026-11-23T09:00:02Z"}
    assert api.refusals("/debtors/deb_000001", body, method="PUT") == [
        ("/id", "set_by_server"),
        ("/createdAt", "set_by_server"),
        ("/updatedAt", "set_by_server"),
    ]


def test_on_create_what_the_server_sets_is_refused(api: ApiClient) -> None:
    body = {"name": "Molen", "address": ADDRESS, "id": "deb_000009", "version": 1, "createdAt": None, "updatedAt": None}
    assert sorted(api.refusals("/debtors", body)) == [
        ("/createdAt", "set_by_server"),
        ("/id", "set_by_server"),
        ("/updatedAt", "set_by_server"),
        ("/version", "set_by_server"),
    ]


def test_an_update_of_nothing_is_not_found(api: ApiClient) -> None:
    body = {"name": "Molen", "address": ADDRESS, "version": 1}
    assert api.refusals("/debtors/deb_000001", body, method="PUT") == [("id", "not_found")]


def test_a_code_may_be_kept_but_not_taken_from_another(api: ApiClient) -> None:
    api.debtor(code="A")
    second = api.debtor(code="B")
    assert put(api, "/debtors/deb_000002", second)[0] == 200
    assert api.refusals("/debtors/deb_000002", {**second, "version": 2, "code": "A"}, method="PUT") == [
        ("/code", "code_in_use")
    ]


def test_a_sku_may_be_kept_but_not_taken_from_another(api: ApiClient) -> None:
    api.product(sku="A")
    second = api.product(sku="B")
    assert put(api, "/products/prd_000002", second)[0] == 200
    assert api.refusals("/products/prd_000002", {**second, "version": 2, "sku": "A"}, method="PUT") == [
        ("/sku", "sku_in_use")
    ]


def test_a_debtor_is_archived_and_taken_back_into_use(api: ApiClient) -> None:
    debtor = api.debtor()
    archived = put(api, "/debtors/deb_000001", {**debtor, "active": False})[1]["data"]
    again = put(api, "/debtors/deb_000001", {**archived, "active": True})[1]["data"]
    assert (archived["active"], again["active"], again["version"]) == (False, True, 3)


def test_an_update_keeps_the_place_in_the_list(api: ApiClient) -> None:
    first = api.debtor(name="A")
    api.debtor(name="B")
    put(api, "/debtors/deb_000001", {**first, "name": "C"})
    assert [debtor["name"] for debtor in api.listed("/debtors")] == ["C", "B"]
