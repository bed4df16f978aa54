"""Reversal (storno): both transactions stay in the books, and what the original had settled is open again."""

import pytest

from tests.api.conftest import ApiClient, Json, OpenApi

URL = "/transactions"


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


@pytest.fixture
def sale(api: ApiClient, debtor: str) -> str:
    return str(api.sale(debtor, reference="ORD-1001", paymentReference="1000000000001001")["id"])


def _state(api: ApiClient, transaction_id: str) -> tuple[str, str]:
    transaction = api.read(f"{URL}/{transaction_id}")
    return transaction["status"], transaction["openAmount"]


def _reversal(transaction_id: str) -> str:
    return f"{URL}/{transaction_id}/reversal"


def _legs(transaction: Json) -> list[tuple[str, str, str]]:
    return [(leg["ledgerAccountId"], leg["debit"], leg["credit"]) for leg in transaction["postings"]]


def test_a_reversed_sale_and_its_reversal_point_to_each_other(api: ApiClient, sale: str) -> None:
    reversal = api.reverse(sale)
    original = api.read(f"{URL}/{sale}")

    assert (original["status"], original["openAmount"]) == ("reversed", "0.00")
    assert (reversal["status"], reversal["openAmount"]) == ("reversed", "0.00")
    assert (original["reversedByTransactionId"], original["reversesTransactionId"]) == (reversal["id"], None)
    assert (reversal["reversesTransactionId"], reversal["reversedByTransactionId"]) == (sale, None)


def test_the_reversal_has_every_sign_and_side_turned(api: ApiClient, sale: str) -> None:
    reversal = api.reverse(sale)

    assert (reversal["type"], reversal["totalExclVat"], reversal["totalVat"]) == ("sales", "-100.00", "-21.00")
    assert (reversal["totalInclVat"], reversal["vatTotals"][0]["base"]) == ("-121.00", "-100.00")
    assert (reversal["lines"][0]["quantity"], reversal["lines"][0]["amount"]) == ("-1", "-100.00")
    assert _legs(reversal) == [
        (api.account("1300"), "0.00", "121.00"),
        (api.account("8000"), "100.00", "0.00"),
        (api.account("1500"), "21.00", "0.00"),
    ]


def test_an_empty_body_reverses_today_under_the_next_number(api: ApiClient, sale: str) -> None:
    reversal = api.reverse(sale)

    assert (reversal["date"], reversal["number"], reversal["entryNumber"]) == ("2026-11-23", "2026-0002", 2)
    assert (reversal["description"], reversal["reference"]) == ("Storno 2026-0001", None)
    assert reversal["paymentReference"] is None


def test_no_body_at_all_does_the_same(api: ApiClient, sale: str) -> None:
    assert api.post(_reversal(sale)).json()["data"]["number"] == "2026-0002"


def test_a_reversal_says_what_it_was_told(api: ApiClient, sale: str) -> None:
    reversal = api.reverse(sale, date="2026-12-01", number="ST-1", reference="TICKET 7", description="Dubbel geboekt")

    assert (reversal["date"], reversal["period"], reversal["number"]) == ("2026-12-01", 12, "ST-1")
    assert (reversal["reference"], reversal["description"]) == ("TICKET 7", "Dubbel geboekt")


def test_a_reversed_receipt_opens_what_it_had_settled(api: ApiClient, debtor: str, sale: str) -> None:
    note = api.credit(debtor)["id"]
    settling = [
        {"settlesTransactionId": sale, "amount": "100.00"},
        {"settlesTransactionId": sale, "amount": "21.00"},
        {"settlesTransactionId": note, "amount": "-21.00"},
    ]
    receipt = api.create(URL, api.receipt_body(*settling))
    reversal = api.reverse(receipt["id"])

    assert (reversal["total"], [line["amount"] for line in reversal["lines"]]) == (
        "-100.00",
        ["-100.00", "-21.00", "21.00"],
    )
    assert (_state(api, sale), _state(api, note)) == (("open", "121.00"), ("open", "121.00"))
    api.pay(sale, "121.00")
    assert _state(api, sale) == ("paid", "0.00")


def test_a_reversed_credit_note_opens_its_sale_as_far_as_it_had_closed_it(
    api: ApiClient, debtor: str, sale: str
) -> None:
    api.pay(sale, "100.00")
    note = api.credit(debtor, creditsTransactionId=sale)
    api.reverse(note["id"])

    assert _state(api, sale) == ("partly_paid", "21.00")


def test_a_reversed_memorial_entry_has_its_sides_swapped(api: ApiClient) -> None:
    lines = [
        {"ledgerAccountId": api.account("4300"), "debit": "50.00"},
        {"ledgerAccountId": api.account("0210"), "credit": "50.00"},
    ]
    entry = api.create(URL, {"type": "memorial", "date": "2026-11-23", "lines": lines})
    reversal = api.reverse(entry["id"])

    assert [(line["debit"], line["credit"]) for line in reversal["lines"]] == [(None, "50.00"), ("50.00", None)]
    assert reversal["total"] == "50.00"


def test_what_was_reversed_is_not_reversed_again(api: ApiClient, sale: str) -> None:
    reversal = api.reverse(sale)

    assert api.refusals(_reversal(sale), {}) == [("id", "already_reversed")]
    assert api.refusals(_reversal(reversal["id"]), {}) == [("id", "already_reversed")]
    assert api.detail(_reversal(sale), {}, language="nl") == "Boeking trx_000001 is al gestorneerd."


def test_a_sale_with_receipts_or_credit_notes_is_not_reversed_before_they_are(
    api: ApiClient, debtor: str, sale: str
) -> None:
    receipt = api.pay(sale, "21.00")["id"]
    note = api.credit(debtor, api.line(unitPrice="10.00"), creditsTransactionId=sale)["id"]

    assert api.refusals(_reversal(sale), {}) == [("id", "in_use")]
    api.reverse(receipt)
    assert api.refusals(_reversal(sale), {}) == [("id", "in_use")]
    api.reverse(note)
    assert api.reverse(sale)["totalInclVat"] == "-121.00"


def test_a_credit_note_that_was_paid_back_is_not_reversed(api: ApiClient, debtor: str) -> None:
    note = api.credit(debtor)["id"]
    api.pay(note, "-121.00")

    assert api.refusals(_reversal(note), {}) == [("id", "in_use")]


def test_a_reversal_needs_an_open_period_and_a_free_number(api: ApiClient, sale: str) -> None:
    body = {"date": "2024-12-31", "number": "2026-0001"}

    assert api.refusals(_reversal(sale), body) == [("/date", "fiscal_year_closed"), ("/number", "number_in_use")]


def test_a_sale_in_a_period_that_was_locked_since_is_reversed_in_an_open_one(open_api: OpenApi) -> None:
    api = open_api(debtors=3, products=3, transactions=1, lock_date=None, filed_quarters=("2026-Q1",))
    (sale,) = api.listed(URL)

    assert api.refusals(_reversal(sale["id"]), {"date": "2026-03-31"}) == [("/date", "period_locked")]
    assert api.reverse(sale["id"])["date"] == "2026-11-23"


def test_what_does_not_exist_is_not_reversed(api: ApiClient) -> None:
    assert api.refusals(_reversal("trx_000099"), {}) == [("id", "not_found")]
    assert api.refusals(_reversal("TRX_1"), {}) == [("id", "not_found")]


def test_a_reversal_takes_nothing_else(api: ApiClient, sale: str) -> None:
    body = {"date": 20261123, "number": " ", "reference": "x" * 101, "description": "x" * 251, "reason": "dubbel"}

    assert sorted(api.refusals(_reversal(sale), body)) == [
        ("/date", "not_date"),
        ("/description", "too_long"),
        ("/number", "blank"),
        ("/reason", "unknown_field"),
        ("/reference", "too_long"),
    ]


def test_a_reversed_sale_still_counts_as_a_transaction_of_its_debtor(api: ApiClient, debtor: str, sale: str) -> None:
    api.reverse(sale)

    assert api.refusals(f"/debtors/{debtor}", None, method="DELETE") == [("id", "in_use")]
