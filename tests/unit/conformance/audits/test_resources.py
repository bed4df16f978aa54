"""C4 and C9iii: which resources can be read, and by what they are searched."""

from typing import Any

import pytest

from tests.unit.conformance.documents import (
    BOOKING,
    DEBTOR,
    PRODUCT,
    TEXT,
    adding,
    document_of,
    findings,
    listing,
    outcomes,
    reading,
)

LEDGER = {"id": TEXT, "code": TEXT, "description": TEXT}
USERS = {"/users": {"get": listing({"id": TEXT}, "email")}}


def _debtors(*query: str, **rest: object) -> dict[str, Any]:
    return {"/debtors": {"get": {**listing(DEBTOR, *query), **rest}}}


def test_debtors_found_by_email_are_met() -> None:
    assert outcomes(document_of(_debtors("email")), "C4a") == ["met"]


def test_debtors_that_only_take_a_page_are_not_met() -> None:
    assert outcomes(document_of(_debtors("page")), "C4a") == ["not_met"]


def test_a_filter_that_is_silent_cannot_be_told() -> None:
    assert outcomes(document_of(_debtors("$filter")), "C4a") == ["cannot_tell"]


def test_a_text_search_that_names_email_is_partly() -> None:
    parameters = [{"name": "query", "in": "query", "description": "Names and e-mail addresses"}]
    assert outcomes(document_of(_debtors(parameters=parameters)), "C4a") == ["partly"]


def test_a_document_without_any_query_parameter_cannot_be_told() -> None:
    assert outcomes(document_of(_debtors()), "C4a") == ["cannot_tell"]


def test_users_by_email_are_no_debtors() -> None:
    assert outcomes(document_of(USERS), "C4a") == ["not_met"]


def test_what_may_be_debtors_cannot_be_told() -> None:
    paths = {"/persons": {"get": listing({"id": TEXT, "phone": TEXT, "name": TEXT}, "page")}}
    assert outcomes(document_of(paths), "C4a") == ["cannot_tell"]


def _transactions(*query: str) -> dict[str, Any]:
    return {"/bookings": {"get": listing(BOOKING, *query)}, "/bookings/{id}": {"get": reading(BOOKING)}}


def test_transactions_by_id_number_and_date_are_met() -> None:
    assert outcomes(document_of(_transactions("number", "dateFrom")), "C4b") == ["met", "met", "met"]


def test_number_and_date_are_only_preferred() -> None:
    by_id, by_number, by_date = findings(document_of(_transactions("page")), "C4b")
    assert by_id.outcome == "met"
    assert (by_number.outcome, by_number.is_preferred) == ("not_met", True)
    assert (by_date.outcome, by_date.is_preferred) == ("not_met", True)


def test_a_search_that_another_collection_has_is_not_said_to_be_missing() -> None:
    paths = {**_transactions("page"), "/vouchers": {"get": listing(BOOKING, "number")}}
    assert outcomes(document_of(paths), "C4b")[1] == "cannot_tell"


@pytest.mark.parametrize(("query", "outcome"), [("kenmerk", "met"), ("page", "not_met"), ("q", "cannot_tell")])
def test_transactions_are_sought_by_reference(query: str, outcome: str) -> None:
    assert outcomes(document_of(_transactions(query)), "C9iii") == [outcome]


def test_products_are_sought_by_id_and_sku() -> None:
    paths = {"/products": {"get": listing(PRODUCT, "sku")}, "/products/{id}": {"get": reading(PRODUCT)}}
    assert outcomes(document_of(paths), "C4c") == ["met", "met"]


def _booking(sent: dict[str, Any], *required: str) -> dict[str, Any]:
    return {"/bookings": {"get": listing(BOOKING), "post": adding({**BOOKING, **sent}, BOOKING, *required)}}


@pytest.mark.parametrize("condition", ["C4c", "C4f", "C4g", "C4h"])
def test_what_no_booking_names_is_not_asked_for(condition: str) -> None:
    assert outcomes(document_of(_booking({})), condition) == ["met"]


@pytest.mark.parametrize(
    ("condition", "field"),
    [("C4c", "productId"), ("C4f", "journalId"), ("C4g", "paymentTermId"), ("C4h", "templateId")],
)
def test_what_a_booking_must_name_and_nothing_lists_is_not_met(condition: str, field: str) -> None:
    assert outcomes(document_of(_booking({field: TEXT}, field)), condition) == ["not_met"]


@pytest.mark.parametrize(("condition", "field"), [("C4f", "journalId"), ("C4g", "paymentTermId")])
def test_what_a_booking_may_leave_out_is_not_asked_for(condition: str, field: str) -> None:
    assert outcomes(document_of(_booking({field: TEXT})), condition) == ["met"]


def test_a_choice_that_stands_in_the_document_is_partly() -> None:
    field = {"type": "string", "enum": ["VRK", "INK"]}
    assert outcomes(document_of(_booking({"journalCode": field}, "journalCode")), "C4f") == ["partly"]


def test_a_number_of_days_is_no_payment_term() -> None:
    field = {"type": "integer", "description": "In days"}
    assert outcomes(document_of(_booking({"paymentTerm": field}, "paymentTerm")), "C4g") == ["met"]


@pytest.mark.parametrize("condition", ["C4c", "C4f", "C4g", "C4h"])
def test_without_a_described_body_nothing_can_be_told(condition: str) -> None:
    assert outcomes(document_of({"/bookings": {"get": listing(BOOKING)}}), condition) == ["cannot_tell"]


@pytest.mark.parametrize(
    ("condition", "path", "fields"),
    [
        ("C4d", "/vat-rates", {"percentage": TEXT, "code": TEXT}),
        ("C4e", "/grootboekrekeningen", LEDGER),
        ("C4f", "/dagboeken", LEDGER),
        ("C4g", "/betaalcondities", LEDGER),
        ("C4h", "/factuurprofielen", {"id": TEXT, "name": TEXT}),
    ],
)
def test_what_can_be_listed_is_met(condition: str, path: str, fields: dict[str, Any]) -> None:
    assert outcomes(document_of({path: {"get": listing(fields)}}), condition) == ["met"]


@pytest.mark.parametrize("condition", ["C4d", "C4e"])
def test_what_is_always_needed_and_not_there_is_not_met_with_a_doubt(condition: str) -> None:
    (finding,) = findings(document_of(USERS), condition)
    assert finding.outcome == "not_met"
    assert finding.doubt is not None


@pytest.mark.parametrize("condition", ["C4a", "C4b", "C4d", "C4e", "C9iii"])
def test_a_document_without_operations_cannot_be_told(condition: str) -> None:
    assert outcomes(document_of({}), condition) == ["cannot_tell"]
