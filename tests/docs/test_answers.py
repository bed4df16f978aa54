"""What the server answers is what the document says: status, headers, media type, and every key of the body."""

from typing import Any

import httpx
import pytest

from mockbooks.settings.kinds import Limit
from tests.docs import reading
from tests.docs.conftest import Fresh

Json = dict[str, Any]

LISTS = [
    ("listDebtors", "/debtors"),
    ("listTransactions", "/transactions"),
    ("listProducts", "/products"),
    ("listVatRates", "/vat-rates"),
    ("listLedgerAccounts", "/ledger-accounts"),
    ("listJournals", "/journals"),
    ("listPaymentTerms", "/payment-terms"),
    ("listInvoiceProfiles", "/invoice-profiles"),
]


@pytest.mark.parametrize(("operation_id", "path"), LISTS)
def test_every_seeded_object_fits(client: httpx.Client, document: Json, operation_id: str, path: str) -> None:
    response = client.get(path, params={"pageSize": "200"})
    assert reading.misfits(document, operation_id, response) == []


@pytest.mark.parametrize(("operation_id", "path"), LISTS)
def test_a_page_past_the_end_fits(client: httpx.Client, document: Json, operation_id: str, path: str) -> None:
    response = client.get(path, params={"page": "1000"})
    assert response.json()["data"] == []
    assert reading.misfits(document, operation_id, response) == []


REFUSED = [
    (400, "createDebtor", "POST", "/debtors", {"json": {}}),
    (400, "createDebtor", "POST", "/debtors", {"content": b"{", "headers": {"Content-Type": "application/json"}}),
    (400, "createTransaction", "POST", "/transactions", {"json": {"type": "purchase"}}),
    (400, "listDebtors", "GET", "/debtors", {"params": {"pageSize": "0", "nmae": "korenaar"}}),
    (400, "getDebtor", "GET", "/debtors/deb_999999", {}),
    (401, "getDebtor", "GET", "/debtors/deb_000001", {"headers": {"Authorization": ""}}),
    (401, "getDebtor", "GET", "/debtors/deb_000001", {"headers": {"Authorization": "Bearer revoked"}}),
    (404, "getDebtor", "GET", "/debtors/deb_000001/", {}),
    (405, "getDebtor", "PATCH", "/debtors/deb_000001", {}),
    (406, "getDebtor", "GET", "/debtors/deb_000001", {"headers": {"Accept": "text/csv"}}),
    (413, "createDebtor", "POST", "/debtors", {"json": {"name": "Bakkerij De Korenaar " * 5000}}),
    (415, "createDebtor", "POST", "/debtors", {"content": b"{"}),
]


@pytest.mark.parametrize("refused", REFUSED, ids=[f"{status}-{call}" for status, call, *_ in REFUSED])
def test_a_refusal_fits(fresh: Fresh, document: Json, refused: tuple[int, str, str, str, Json]) -> None:
    status, operation_id, method, path, options = refused
    response = fresh(max_body_bytes=65_536).request(method, path, **options)
    assert response.status_code == status
    assert reading.misfits(document, operation_id, response) == []


def test_a_replayed_answer_fits(client: httpx.Client, document: Json) -> None:
    headers = {"Idempotency-Key": "order-1001"}
    client.post("/debtors", json={}, headers=headers)
    replayed = client.post("/debtors", json={}, headers=headers)
    assert replayed.headers["Idempotency-Replayed"] == "true"
    assert reading.misfits(document, "createDebtor", replayed) == []


def test_an_answer_to_a_listed_origin_fits(fresh: Fresh, document: Json) -> None:
    client = fresh(cors_origins=("https://app.example",))
    answer = client.get("/debtors", headers={"Origin": "https://app.example"})
    assert answer.headers["Vary"] == "Origin"
    assert reading.misfits(document, "listDebtors", answer) == []


def test_an_answer_over_https_fits(client: httpx.Client, document: Json) -> None:
    answer = client.get("https://mockbooks.test/api/v1/debtors")
    assert "Strict-Transport-Security" in answer.headers
    assert reading.misfits(document, "listDebtors", answer) == []


def test_a_refusal_for_lack_of_room_fits(fresh: Fresh, document: Json) -> None:
    client = fresh(limits=(Limit(1, "minute"),))
    client.get("/debtors")
    refused = client.get("/debtors")
    assert (refused.status_code, refused.json()["code"]) == (429, "rate_limit_exceeded")
    assert reading.misfits(document, "listDebtors", refused) == []


def test_an_answer_of_a_server_without_limits_fits(fresh: Fresh, document: Json) -> None:
    answer = fresh(limits=()).get("/debtors")
    assert "RateLimit" not in answer.headers
    assert reading.misfits(document, "listDebtors", answer) == []


def test_the_limits_that_are_shown_are_those_of_a_server_that_was_just_started(
    client: httpx.Client, document: Json
) -> None:
    content = reading.operations(document)["getLimits"]["responses"]["200"]["content"]["application/json"]
    assert client.get("/limits").json() == content["examples"]["answer"]["value"]


def test_a_header_that_is_not_described_is_seen(client: httpx.Client, document: Json) -> None:
    answer = client.get("/debtors")
    answer.headers["X-Powered-By"] = "abacus"
    del answer.headers["Link"]
    assert reading.misfits(document, "listDebtors", answer) == [
        "header x-powered-by is not described",
        "header link is missing",
    ]


def test_an_answer_with_one_key_too_many_is_seen(client: httpx.Client, document: Json) -> None:
    answer = client.get("/debtors/deb_000001").json()
    answer["data"]["balance"] = "0.00"
    schema = {"$ref": "#/components/schemas/DebtorAnswer"}
    assert len(reading.unfit(document, schema, answer)) == 1
