"""Fields that an administration wants to be given: a journal, a payment term … (conditions C4f, C4g and C4h)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from mockbooks.resources import administration, journals
from mockbooks.resources.transactions.heading import certain
from tests.api.conftest import ApiClient, Json

URL = "/transactions"
REQUIRED = "required"

Requiring = Callable[..., ApiClient]


@pytest.fixture
def requiring(api: ApiClient) -> Requiring:
    """Let the books want fields to be given: `requiring("journalId")`."""

    def require(*names: str) -> ApiClient:
        collection = api.books.collection(administration.SPEC)
        present = next(collection.entities())
        collection.replace(replace(present, required_fields=names))
        return api

    return require


def _memorial(api: ApiClient, **fields: object) -> Json:
    lines = [
        {"ledgerAccountId": api.account("4700"), "debit": "1.00"},
        {"ledgerAccountId": api.account("1100"), "credit": "1.00"},
    ]
    return {"type": "memorial", "date": "2026-11-23", "lines": lines, **fields}


def test_a_sale_without_the_journal_that_must_be_given_is_refused(requiring: Requiring) -> None:
    api = requiring("journalId")
    body = api.sale_body(api.debtor()["id"])

    assert api.refusals(URL, body) == [("/journalId", REQUIRED)]
    assert api.detail(URL, body) == "This field is required."
    assert api.detail(URL, body, language="nl") == "Dit veld is verplicht."


def test_null_is_the_same_as_absent(requiring: Requiring) -> None:
    api = requiring("journalId")

    assert api.refusals(URL, api.sale_body(api.debtor()["id"], journalId=None)) == [("/journalId", REQUIRED)]


def test_a_sale_with_the_journal_is_booked(requiring: Requiring) -> None:
    api = requiring("journalId")

    assert api.sale(api.debtor()["id"], journalId=api.journal("70"))["number"] == "2026-0001"


def test_the_journal_of_an_invoice_profile_does_not_take_its_place(requiring: Requiring) -> None:
    api = requiring("journalId")
    profile = api.id_of("/invoice-profiles", "WEB")

    assert api.refusals(URL, api.sale_body(api.debtor()["id"], invoiceProfileId=profile)) == [("/journalId", REQUIRED)]


def test_everything_that_must_be_given_is_told_at_once_with_what_else_is_wrong(requiring: Requiring) -> None:
    api = requiring(*administration.REQUIRABLE)

    assert api.refusals(URL, api.sale_body("deb_000009")) == [
        ("/debtorId", "not_found"),
        ("/journalId", REQUIRED),
        ("/number", REQUIRED),
        ("/reference", REQUIRED),
        ("/supplyDate", REQUIRED),
        ("/dueDate", REQUIRED),
        ("/paymentTermId", REQUIRED),
        ("/invoiceProfileId", REQUIRED),
    ]


def test_a_sale_that_gives_everything_is_booked(requiring: Requiring) -> None:
    api = requiring(*administration.REQUIRABLE)
    given = {
        "journalId": api.journal("70"),
        "paymentTermId": api.id_of("/payment-terms", "30"),
        "invoiceProfileId": api.id_of("/invoice-profiles", "STD"),
        "reference": "ORD-1001",
        "dueDate": "2026-12-23",
        "supplyDate": "2026-11-20",
        "number": "F-1001",
    }

    assert api.sale(api.debtor()["id"], **given)["totalInclVat"] == "121.00"


def test_a_credit_note_is_held_to_the_same(requiring: Requiring) -> None:
    api = requiring("paymentTermId")
    body = api.sale_body(api.debtor()["id"], type="sales_credit")

    assert api.refusals(URL, body) == [("/paymentTermId", REQUIRED)]


def test_receipts_and_memorial_entries_give_what_they_have(requiring: Requiring) -> None:
    api = requiring("journalId", "paymentTermId", "dueDate")
    receipt = {"type": "receipt", "date": "2026-11-23"}
    line = {"ledgerAccountId": api.account("8000"), "amount": "5.00"}

    assert api.refusals(URL, {**receipt, "lines": [line]}) == [("/journalId", REQUIRED)]
    assert api.refusals(URL, _memorial(api)) == [("/journalId", REQUIRED)]
    assert api.create(URL, _memorial(api, journalId=api.journal("90")))["number"] == "MEM-2026-0001"


def test_when_the_default_journal_is_no_longer_in_use_another_must_be_given(api: ApiClient) -> None:
    collection = api.books.collection(journals.SPEC)
    collection.replace(replace(certain(collection.first("code", "70")), active=False))
    body = api.sale_body(api.debtor()["id"])

    assert api.refusals(URL, body) == [("/journalId", "journal_inactive")]
    assert api.detail(URL, body) == "Journal 70 is inactive."
    assert api.create(URL, {**body, "journalId": api.journal("75")})["number"] == "WEB-2026-00001"


def test_a_reversal_needs_nothing(requiring: Requiring) -> None:
    api = requiring("journalId", "number", "reference")
    sale = api.sale(api.debtor()["id"], journalId=api.journal("70"), number="F-1", reference="ORD-1001")

    assert api.reverse(sale["id"])["reversesTransactionId"] == sale["id"]


def test_what_must_be_given_stays_inside_and_is_restored_with_the_books(requiring: Requiring) -> None:
    api = requiring("journalId")
    kept = api.books.snapshot()
    requiring()
    api.books.restore(kept)

    assert "requiredFields" not in api.read("/administration")
    assert api.refusals(URL, api.sale_body(api.debtor()["id"])) == [("/journalId", REQUIRED)]
