"""The books as an oracle, over HTTP: the trial balance, every posting, and whole books out and in."""

from typing import Any

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import Operator, create_garage


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


@pytest.fixture
def sold(api: ApiClient) -> dict[str, Any]:
    """Sell for 121.00, of which 21.00 is VAT."""
    return api.sale(api.debtor()["id"])


def test_the_trial_balance_adds_every_posting_up(operator: Operator, sold: dict[str, Any]) -> None:
    assert sold["totalInclVat"] == "121.00"
    told = operator.told("GET", "/books/trial-balance")
    assert (told["totalDebit"], told["totalCredit"], told["difference"]) == ("121.00", "121.00", "0.00")
    by_code = {each["code"]: (each["debit"], each["credit"], each["balance"]) for each in told["accounts"]}
    assert by_code["8000"] == ("0.00", "100.00", "-100.00")
    assert list(by_code) == sorted(by_code)
    assert len(by_code) == 3


def test_postings_are_listed_with_where_they_belong(operator: Operator, sold: dict[str, Any]) -> None:
    (revenue,) = operator.told("GET", "/books/postings?accountCode=8000")
    assert revenue == {
        "transactionId": sold["id"],
        "date": "2026-11-23",
        "journalCode": "70",
        "accountCode": "8000",
        "description": revenue["description"],
        "debit": "0.00",
        "credit": "100.00",
    }
    assert len(operator.told("GET", f"/books/postings?transactionId={sold['id']}")) == 3
    assert operator.told("GET", "/books/postings?dateFrom=2026-11-24") == []
    assert len(operator.told("GET", "/books/postings?dateTo=2026-11-23&pageSize=2&page=2")) == 1


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        ("dateFrom=2026-11-24&dateTo=2026-11-23", "dateTo", "ends_before_start"),
        ("dateFrom=yesterday", "dateFrom", "not_date"),
        ("account=8000", "account", "unknown_parameter"),
    ],
)
def test_a_bad_filter_is_refused(operator: Operator, query: str, parameter: str, code: str) -> None:
    assert operator.refusal("GET", f"/books/postings?{query}") == (parameter, code)


def test_whole_books_go_out_and_in_again(open_api: OpenApi) -> None:
    api = open_api(debtors=25, products=40, transactions=30)
    operator, before = Operator(api), api.everything()
    dumped = operator.told("GET", "/books/dump")
    create_garage(api)
    assert operator.told("PUT", "/books", json=dumped) == {"debtors": 25, "products": 40, "transactions": 30}
    assert api.everything() == before
    assert create_garage(api).json()["data"]["id"] == "deb_000026"


def test_books_move_to_another_administration(open_api: OpenApi) -> None:
    api = open_api(debtors=2)
    operator = Operator(api)
    token = operator.told("POST", "/administrations")["accessToken"]
    create_garage(api)
    operator.told("PUT", "/books?administration=adm_000001", json=operator.told("GET", "/books/dump"))
    moved = api.get("/debtors", headers={"Authorization": f"Bearer {token}"}).json()
    assert moved["page"]["totalItems"] == 3


def test_books_that_could_not_have_come_about_change_nothing(
    api: ApiClient, operator: Operator, sold: dict[str, Any]
) -> None:
    before, dumped = api.everything(), operator.told("GET", "/books/dump")
    dumped["collections"]["transactions"]["records"][0]["postings"][0]["debit"] = "122.00"
    refused = operator.put("/books", json=dumped)
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["pointer"].startswith("/collections/transactions/records/0")
    assert (api.everything(), sold["id"]) == (before, "trx_000001")


@pytest.mark.parametrize(
    ("content", "pointer", "code"),
    [(b"", None, "empty_body"), (b"{", None, "malformed_json"), (b"[]", "", "not_object")],
)
def test_what_is_no_books_is_refused(operator: Operator, content: bytes, pointer: str | None, code: str) -> None:
    headers = {"Content-Type": "application/json"}
    assert operator.refusal("PUT", "/books", content=content, headers=headers) == (pointer, code)


def test_a_reset_brings_the_books_of_the_start_back(open_api: OpenApi) -> None:
    api = open_api(debtors=2)
    operator = Operator(api)
    dumped, before = operator.told("GET", "/books/dump"), api.everything()
    create_garage(api)
    operator.told("PUT", "/books", json=dumped)
    operator.told("POST", "/reset")
    assert api.everything() == before
