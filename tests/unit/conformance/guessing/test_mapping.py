"""No word decides alone: path, tags, names of operations and fields are weighed together."""

from typing import Any

import pytest

from mockbooks.conformance.document.model import Document
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from tests.unit.conformance.documents import BOOKING, DEBTOR, PRODUCT, TEXT, document_of, listing, thing

LEDGER = {"id": TEXT, "code": TEXT, "description": TEXT, "accountType": TEXT}
LOG = {"id": TEXT, "message": TEXT, "ipAddress": TEXT, "date": TEXT}


def _taken(document: Document, noun: Noun) -> str | None:
    found = Subject(document=document).found(noun)
    return found.collection.path if found else None


@pytest.mark.parametrize(
    ("path", "fields", "noun"),
    [
        ("/klanten", DEBTOR, Noun.DEBTORS),
        ("/relaties", DEBTOR, Noun.DEBTORS),
        ("/crm/Accounts", DEBTOR, Noun.DEBTORS),
        ("/mutaties", BOOKING, Noun.TRANSACTIONS),
        ("/verkoopboekingen", BOOKING, Noun.TRANSACTIONS),
        ("/journal-entries", BOOKING, Noun.TRANSACTIONS),
        ("/invoices/sales", BOOKING, Noun.TRANSACTIONS),
        ("/connectors/Profit_Debtor", DEBTOR, Noun.DEBTORS),
        ("/artikelen", PRODUCT, Noun.PRODUCTS),
        ("/Items", PRODUCT, Noun.PRODUCTS),
        ("/btwtarieven", {"id": TEXT, "percentage": TEXT}, Noun.VAT_RATES),
        ("/TaxRates", {"TaxType": TEXT, "EffectiveRate": TEXT}, Noun.VAT_RATES),
        ("/grootboeken", LEDGER, Noun.LEDGER_ACCOUNTS),
        ("/Accounts", LEDGER, Noun.LEDGER_ACCOUNTS),
        ("/dagboeken", {"code": TEXT, "omschrijving": TEXT}, Noun.JOURNALS),
        ("/3/termsofpayments", {"Code": TEXT, "Description": TEXT}, Noun.PAYMENT_TERMS),
        ("/BrandingThemes", {"Name": TEXT, "LogoUrl": TEXT}, Noun.INVOICE_PROFILES),
    ],
)
def test_a_resource_is_found_under_the_names_of_many_vendors(path: str, fields: dict[str, Any], noun: Noun) -> None:
    assert _taken(document_of({path: {"get": listing(fields)}}), noun) == path


@pytest.mark.parametrize(
    ("path", "fields", "noun"),
    [
        ("/users", {"id": TEXT, "email": TEXT, "role": TEXT}, Noun.DEBTORS),
        ("/suppliers", DEBTOR, Noun.DEBTORS),
        ("/accounts", {"id": TEXT, "email": TEXT, "password": TEXT}, Noun.DEBTORS),
        ("/customer-groups", {"id": TEXT, "name": TEXT}, Noun.DEBTORS),
        ("/purchase-invoices", BOOKING, Noun.TRANSACTIONS),
        ("/journal", LOG, Noun.JOURNALS),
        ("/Journals", {"JournalID": TEXT, "JournalDate": TEXT, "JournalLines": thing({})}, Noun.JOURNALS),
        ("/tax-returns", {"id": TEXT, "period": TEXT}, Noun.VAT_RATES),
        ("/bank-accounts", {"id": TEXT, "iban": TEXT}, Noun.LEDGER_ACCOUNTS),
        ("/accounts", {"id": TEXT, "email": TEXT, "phone": TEXT}, Noun.LEDGER_ACCOUNTS),
        ("/payment-methods", {"id": TEXT, "name": TEXT}, Noun.PAYMENT_TERMS),
        ("/email-templates", {"id": TEXT, "name": TEXT}, Noun.INVOICE_PROFILES),
        ("/articles", {"id": TEXT, "title": TEXT, "author": TEXT}, Noun.PRODUCTS),
        ("/payments", {"id": TEXT, "date": TEXT, "amount": TEXT}, Noun.TRANSACTIONS),
        ("/recurring-invoices", BOOKING, Noun.TRANSACTIONS),
        ("/exchange-rates", {"code": TEXT, "rate": TEXT}, Noun.VAT_RATES),
        ("/terms-of-service", {"id": TEXT, "name": TEXT}, Noun.PAYMENT_TERMS),
    ],
)
def test_what_only_resembles_a_resource_is_not_taken_for_it(path: str, fields: dict[str, Any], noun: Noun) -> None:
    assert _taken(document_of({path: {"get": listing(fields)}}), noun) is None


def test_a_summary_can_speak_against_a_name() -> None:
    fields = {"id": TEXT, "description": TEXT}
    document = document_of({"/journal": {"get": listing(fields, summary="Audit log: who changed what")}})
    assert _taken(document, Noun.JOURNALS) is None


def test_a_guess_that_may_be_another_says_so() -> None:
    document = document_of({"/invoices": {"get": listing(BOOKING)}, "/vouchers": {"get": listing(BOOKING)}})
    found = Subject(document=document).found(Noun.TRANSACTIONS)
    assert found is not None
    assert found.doubt is not None
    assert "it may be /vouchers as well" in found.doubt.en
