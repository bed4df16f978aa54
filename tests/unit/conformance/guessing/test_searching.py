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
