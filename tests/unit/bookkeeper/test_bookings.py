"""Payments, credit notes, reversals and sales that somebody else books between two calls."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mockbooks.errors import RefusedError
from mockbooks.resources import debtors, journals, ledger_accounts, products, transactions, vat_rates
from mockbooks.service import operations
from tests.unit.bookkeeper.conftest import NOW, Bakery


def _last(bakery: Bakery) -> dict[str, Any]:
    found: dict[str, Any] = bakery.all(transactions)[-1]
    return found


def _state(bakery: Bakery, sale: str) -> tuple[str, str]:
    told = bakery.read(transactions, sale)
    return told["status"], told["openAmount"]


# ---- Paying


@pytest.mark.parametrize("which", ["trx_000001", "F-1", "ORD-1001"])
def test_a_sale_named_by_id_number_or_reference_is_paid_in_full(bakery: Bakery, which: str) -> None:
    sale = bakery.sale(number="F-1", reference="ORD-1001")
    bakery.do("payInvoice", {"invoice": which})

    assert _state(bakery, sale) == ("paid", "0.00")
    receipt = _last(bakery)
    assert (receipt["type"], receipt["date"], receipt["total"]) == ("receipt", "2026-11-24", "121.00")
    assert (receipt["journalId"], receipt["reference"]) == (bakery.id(journals, "20"), None)
    assert receipt["createdAt"] == NOW


def test_a_part_of_a_sale_is_paid(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("payInvoice", {"invoice": sale, "amount": "50.00"})

    assert _state(bakery, sale) == ("partly_paid", "71.00")


def test_what_was_paid_is_not_paid_again(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("payInvoice", {"invoice": sale})
    bakery.do("payInvoice", {"invoice": sale})

    assert len(bakery.all(transactions)) == 2


def test_more_than_is_open_is_refused(bakery: Bakery) -> None:
    sale = bakery.sale()
    with pytest.raises(RefusedError, match="payment_exceeds_open_amount"):
        bakery.do("payInvoice", {"invoice": sale, "amount": "121.01"})
    assert _state(bakery, sale) == ("open", "121.00")


def test_a_sale_too_large_for_one_receipt_is_refused(bakery: Bakery) -> None:
    line = {"ledgerAccountId": bakery.id(ledger_accounts, "8000"), "amount": "999999999.99"}
    sale = bakery.sale(lines=[line, line])
    with pytest.raises(RefusedError) as refused:
        bakery.do("payInvoice", {"invoice": sale})
    (complaint,) = refused.value.complaints
    assert (complaint.code, complaint.pointer) == ("number_out_of_range", "/lines/0/amount")


def test_a_payment_is_no_sale(bakery: Bakery) -> None:
    bakery.do("payInvoice", {"invoice": bakery.sale()})
    with pytest.raises(LookupError, match='there is no sale "BNK-2026-0001"'):
        bakery.do("payInvoice", {"invoice": "BNK-2026-0001"})


def test_a_reversal_is_no_sale(bakery: Bakery) -> None:
    bakery.do("reverseTransaction", bakery.sale())
    with pytest.raises(LookupError, match='there is no sale "2026-0002"'):
        bakery.do("payInvoice", {"invoice": "2026-0002"})


def test_of_two_sales_with_one_reference_the_one_that_still_stands_is_meant(bakery: Bakery) -> None:
    bakery.do("reverseTransaction", bakery.sale(reference="ORD-1001"))
    second = bakery.sale(reference="ORD-1001")
    bakery.do("payInvoice", {"invoice": "ORD-1001"})

    assert _state(bakery, second) == ("paid", "0.00")


def test_a_bank_journal_out_of_use_takes_no_payments(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("deactivateJournal", "20")
    with pytest.raises(RefusedError, match="journal_inactive"):
        bakery.do("payInvoice", {"invoice": sale})


# ---- Crediting


def test_a_sale_is_credited_as_a_whole(bakery: Bakery) -> None:
    sale = bakery.sale(reference="ORD-1001")
    bakery.do("creditInvoice", "ORD-1001")

    note = _last(bakery)
    assert _state(bakery, sale) == ("credited", "0.00")
    assert (note["type"], note["creditsTransactionId"], note["totalVat"]) == ("sales_credit", sale, "21.00")


def test_a_sale_with_discounts_products_and_an_old_rate_is_credited_to_the_cent(bakery: Bakery) -> None:
    account, rate = bakery.id(ledger_accounts, "8010"), bakery.id(vat_rates, "NL_LAAG")
    body = {"sku": "MES-1", "description": "Broodmes", "price": "9.99", "ledgerAccountId": account, "vatRateId": rate}
    values = products.RESOURCE.create_body.load(body)  # type: ignore[union-attr]
    operations.create(products.RESOURCE, bakery.context, values)
    lines = [
        {"productId": "prd_000001", "quantity": "3", "discountPercentage": "12.50"},
        {"productId": "prd_000001", "quantity": "-1", "unitPrice": "0.0825"},
        {"ledgerAccountId": bakery.id(ledger_accounts, "8000"), "amount": "37.50"},
    ]
    how = {"pricesIncludeVat": False, "vatRounding": "line", "journalId": bakery.id(journals, "75")}
    sale = bakery.read(transactions, bakery.sale(lines=lines, supplyDate="2026-01-02", **how))
    bakery.do("creditInvoice", sale["id"])

    note = _last(bakery)
    assert [note[name] for name in ("totalExclVat", "totalVat", "totalInclVat", "journalId", "supplyDate")] == [
        sale[name] for name in ("totalExclVat", "totalVat", "totalInclVat", "journalId", "supplyDate")
    ]
    assert _state(bakery, sale["id"]) == ("credited", "0.00")


def test_what_was_credited_in_full_is_left_alone(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("creditInvoice", sale)
    bakery.do("creditInvoice", sale)

    assert len(bakery.all(transactions)) == 2


def test_what_was_credited_in_part_is_refused(bakery: Bakery) -> None:
    debtor = bakery.debtor()
    sale = bakery.sale(debtorId=debtor)
    line = {"ledgerAccountId": bakery.id(ledger_accounts, "8000"), "amount": "12.10"}
    bakery.sale(type="sales_credit", debtorId=debtor, creditsTransactionId=sale, lines=[line])

    with pytest.raises(RefusedError, match="credit_exceeds_original"):
        bakery.do("creditInvoice", sale)


# ---- Reversing


def test_a_transaction_is_reversed_today(bakery: Bakery) -> None:
    sale = bakery.sale(reference="ORD-1001", date="2026-11-02")
    bakery.do("reverseTransaction", "ORD-1001")

    reversal = _last(bakery)
    assert (reversal["reversesTransactionId"], reversal["date"]) == (sale, "2026-11-24")
    assert _state(bakery, sale) == ("reversed", "0.00")


def test_reversing_twice_is_reversing_once(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("reverseTransaction", sale)
    bakery.do("reverseTransaction", sale)

    assert len(bakery.all(transactions)) == 2


def test_what_a_payment_stands_on_is_not_reversed_but_the_payment_is(bakery: Bakery) -> None:
    sale = bakery.sale()
    bakery.do("payInvoice", {"invoice": sale})
    with pytest.raises(RefusedError, match="in_use"):
        bakery.do("reverseTransaction", sale)
    bakery.do("reverseTransaction", "BNK-2026-0001")

    assert _state(bakery, sale) == ("open", "121.00")


@pytest.mark.parametrize(
    ("deed", "raw_value", "told"),
    [
        ("payInvoice", {"invoice": "ORD-9"}, 'there is no sale "ORD-9"'),
        ("creditInvoice", "ORD-9", 'there is no sale "ORD-9"'),
        ("reverseTransaction", "ORD-9", 'there is no transaction "ORD-9"'),
    ],
)
def test_a_transaction_that_is_not_there_is_told(bakery: Bakery, deed: str, raw_value: object, told: str) -> None:
    with pytest.raises(LookupError, match=told):
        bakery.do(deed, raw_value)


# ---- Selling


def test_a_sale_takes_the_number_that_a_client_is_about_to_use(bakery: Bakery) -> None:
    bakery.do("bookSale", {"number": "2026-0001", "reference": "ORD-1001", "amount": "242.00"})

    sale = _last(bakery)
    assert (sale["number"], sale["reference"], sale["date"]) == ("2026-0001", "ORD-1001", "2026-11-24")
    assert (sale["totalExclVat"], sale["totalVat"], sale["totalInclVat"]) == ("200.00", "42.00", "242.00")
    assert sale["journalId"] == bakery.id(journals, "70")
    with pytest.raises(RefusedError, match="number_in_use"):
        bakery.sale(number="2026-0001")


def test_a_sale_that_says_nothing_is_one_of_121_euros_under_the_next_number(bakery: Bakery) -> None:
    bakery.do("bookSale", {})
    bakery.do("bookSale", {})

    assert [(each["number"], each["totalInclVat"]) for each in bakery.all(transactions)] == [
        ("2026-0001", "121.00"),
        ("2026-0002", "121.00"),
    ]
    assert len(bakery.all(debtors)) == 1


def test_the_buyer_is_the_first_active_debtor_in_the_netherlands(bakery: Bakery) -> None:
    street = {"line1": "Hauptstraße 1", "postalCode": "10115", "city": "Berlin", "countryCode": "DE"}
    bakery.debtor(address=street)
    bakery.debtor(active=False)
    buyer = bakery.debtor(name="Slagerij Jansen")
    bakery.do("bookSale", {})

    assert _last(bakery)["debtorId"] == buyer


def test_a_number_that_is_taken_is_refused_and_no_buyer_is_left_behind(bakery: Bakery) -> None:
    sale = bakery.sale(number="F-1")
    bakery.do("archiveDebtor", bakery.read(transactions, sale)["debtorId"])
    with pytest.raises(RefusedError, match="number_in_use"):
        bakery.do("bookSale", {"number": "F-1"})

    assert (len(bakery.all(transactions)), len(bakery.all(debtors))) == (1, 1)


@pytest.mark.parametrize(
    ("deed", "code", "refusal"),
    [
        ("deactivateVatRate", "NL_HOOG", "vat_rate_inactive"),
        ("deactivateLedgerAccount", "8000", "ledger_account_inactive"),
        ("deactivateJournal", "70", "journal_inactive"),
        ("lockPeriod", "2026-11", "period_locked"),
    ],
)
def test_the_bookkeeper_keeps_to_the_rules_too(bakery: Bakery, deed: str, code: str, refusal: str) -> None:
    bakery.do(deed, code)
    with pytest.raises(RefusedError, match=refusal):
        bakery.do("bookSale", {})


@pytest.mark.parametrize(
    ("noun", "code", "change", "told"),
    [
        (journals, "70", {"is_default": False}, "there is no default journal for sales"),
        (ledger_accounts, "8000", {"code": "8001"}, 'there is no ledger account "8000"'),
        (vat_rates, "NL_HOOG", {"valid_to": date(2026, 1, 1)}, 'there is no VAT rate "NL_HOOG"'),
    ],
)
def test_books_without_what_a_sale_needs_are_told(
    bakery: Bakery,
    noun: Any,  # noqa: ANN401 - a module of a setting
    code: str,
    change: dict[str, Any],
    told: str,
) -> None:
    collection = bakery.context.books.collection(noun.SPEC)
    present: Any = collection.get(bakery.id(noun, code))
    collection.replace(replace(present, **change))
    with pytest.raises(LookupError, match=told):
        bakery.do("bookSale", {})
