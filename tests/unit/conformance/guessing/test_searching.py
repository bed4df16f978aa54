"""A search is by a parameter of its own, by the path, or by a filter for anything that may or may not say so."""

from typing import Any

import pytest

from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from tests.unit.conformance.documents import BOOKING, DEBTOR, PRODUCT, TEXT, document_of, listing

_PLACES: dict[Noun, tuple[str, dict[str, Any]]] = {
    Noun.DEBTORS: ("/debtors", DEBTOR),
    Noun.TRANSACTIONS: ("/transactions", BOOKING),
    Noun.PRODUCTS: ("/products", PRODUCT),
}


def _manner(noun: Noun, search: str, *parameters: dict[str, Any]) -> Manner | None:
    path, fields = _PLACES[noun]
    operation = {**listing(fields), "parameters": [{"in": "query", "schema": TEXT, **each} for each in parameters]}
    found = Subject(document=document_of({path: {"get": operation}})).search(noun, search)
    return found.manner if found else None


@pytest.mark.parametrize(
    ("noun", "search", "name"),
    [
        (Noun.DEBTORS, "email", "email"),
        (Noun.DEBTORS, "email", "emailadres"),
        (Noun.DEBTORS, "email", "filter[email]"),
        (Noun.DEBTORS, "email", "debtor_email"),
        (Noun.DEBTORS, "email", "email__eq"),
        (Noun.TRANSACTIONS, "number", "InvoiceNumbers"),
        (Noun.TRANSACTIONS, "number", "factuurnummer"),
        (Noun.TRANSACTIONS, "date", "dateFrom"),
        (Noun.TRANSACTIONS, "date", "invoice_date_after"),
        (Noun.TRANSACTIONS, "date", "datumVanaf"),
        (Noun.TRANSACTIONS, "reference", "kenmerk"),
        (Noun.PRODUCTS, "sku", "artikelcode"),
    ],
)
def test_a_parameter_of_its_own_is_exact(noun: Noun, search: str, name: str) -> None:
    assert _manner(noun, search, {"name": name}) is Manner.EXACT


@pytest.mark.parametrize(
    ("noun", "search", "name", "description"),
    [
        (Noun.TRANSACTIONS, "date", "modifiedSince", ""),
        (Noun.TRANSACTIONS, "date", "from", "Created since this moment"),
        (Noun.TRANSACTIONS, "number", "page_number", ""),
        (Noun.PRODUCTS, "sku", "code", "Products with a discount by this coupon code"),
        (Noun.DEBTORS, "email", "name", ""),
    ],
)
def test_a_parameter_that_only_resembles_it_is_none(noun: Noun, search: str, name: str, description: str) -> None:
    assert _manner(noun, search, {"name": name, "description": description}) is None


@pytest.mark.parametrize(
    ("name", "description", "manner"),
    [
        ("$filter", "Such as Email eq 'a@b.example'", Manner.EXPRESSION),
        ("$filter", "An expression of OData", Manner.SILENT_EXPRESSION),
        ("query", "Searches names and e-mail addresses", Manner.TEXT),
        ("q", "", Manner.SILENT),
    ],
)
def test_a_filter_for_anything_is_as_good_as_what_it_says(name: str, description: str, manner: Manner) -> None:
    assert _manner(Noun.DEBTORS, "email", {"name": name, "description": description}) is manner


def test_the_properties_of_a_filter_that_is_an_object_are_searches() -> None:
    schema = {"type": "object", "properties": {"email": TEXT}}
    assert _manner(Noun.DEBTORS, "email", {"name": "filter", "schema": schema}) is Manner.EXACT


def test_a_filter_that_is_an_object_without_it_is_none() -> None:
    schema = {"type": "object", "properties": {"name": TEXT}}
    assert _manner(Noun.DEBTORS, "email", {"name": "filter", "schema": schema}) is None


@pytest.mark.parametrize(
    ("noun", "search", "parameter"),
    [
        (Noun.PRODUCTS, "sku", {"name": "zorb", "description": "De artikelcode (exact)"}),
        (Noun.TRANSACTIONS, "number", {"name": "zorb", "description": "The posting with this number"}),
        (Noun.TRANSACTIONS, "reference", {"name": "zorb", "description": "Your reference, such as a name or number"}),
        (Noun.TRANSACTIONS, "date", {"name": "zorb", "schema": {"type": "string", "format": "date"}}),
        (Noun.DEBTORS, "email", {"name": "zorb", "schema": {"type": "string", "format": "email"}}),
        (Noun.TRANSACTIONS, "number", {"name": "voucher_no"}),
    ],
)
def test_a_parameter_of_an_unknown_name_is_what_it_says(noun: Noun, search: str, parameter: dict[str, Any]) -> None:
    assert _manner(noun, search, parameter) is Manner.EXACT


@pytest.mark.parametrize(
    ("noun", "search", "name", "description"),
    [
        (Noun.PRODUCTS, "sku", "artikelcode", "De code, die bevat maximaal 20 tekens"),
        (Noun.PRODUCTS, "sku", "sku", "The SKU; private items are left out"),
        (Noun.TRANSACTIONS, "date", "datumVan", "Levert de facturen vanaf deze datum"),
        (Noun.TRANSACTIONS, "date", "invoiceDate", "The date of the invoice, not the date it was created"),
        (Noun.TRANSACTIONS, "number", "invoiceNumber", "As it stands on the front page"),
    ],
)
def test_a_plain_name_is_not_doubted_for_a_word_in_its_description(
    noun: Noun, search: str, name: str, description: str
) -> None:
    assert _manner(noun, search, {"name": name, "description": description}) is Manner.EXACT


@pytest.mark.parametrize(
    ("search", "name", "description"),
    [
        ("number", "documentId", "Id of the attached PDF"),
        ("date", "period", "Interval in days for polling"),
        ("reference", "orderId", "Id of a purchase order of a supplier"),
    ],
)
def test_a_name_of_many_things_is_what_its_description_says(search: str, name: str, description: str) -> None:
    assert _manner(Noun.TRANSACTIONS, search, {"name": name, "description": description}) is None


@pytest.mark.parametrize(
    ("name", "description"), [("email_contains", "Part of the address"), ("email", "Deel van het e-mailadres")]
)
def test_a_part_that_is_enough_is_no_exact_search(name: str, description: str) -> None:
    assert _manner(Noun.DEBTORS, "email", {"name": name, "description": description}) is Manner.PART


def test_the_id_of_an_order_in_its_path_is_no_reference() -> None:
    read = {"parameters": [{"name": "orderID", "in": "path", "required": True, "schema": TEXT}]}
    paths = {"/orders": {"get": listing(BOOKING)}, "/orders/{orderID}": {"get": {**listing(BOOKING), **read}}}
    assert Subject(document=document_of(paths)).search(Noun.TRANSACTIONS, "reference") is None
