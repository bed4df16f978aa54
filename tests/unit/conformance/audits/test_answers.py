"""C5 to C7: how success and failure are told, and what an answer holds."""

from typing import Any

import pytest

from tests.unit.conformance.documents import (
    BOOKING,
    DEBTOR,
    PRODUCT,
    TEXT,
    adding,
    answer,
    document_of,
    findings,
    listing,
    outcomes,
    reading,
    thing,
    told,
)

PROBLEM = answer(thing({"message": TEXT}))
ONLY_CODE = answer(thing({"number": TEXT}))
NO_BODY = {"description": "Wrong"}


def _answering(**responses: object) -> dict[str, Any]:
    statuses = {name.removeprefix("s"): response for name, response in responses.items()}
    operation = adding(DEBTOR, DEBTOR)
    return {"/debtors": {"post": {**operation, "responses": {**operation["responses"], **statuses}}}}


@pytest.mark.parametrize(
    ("paths", "outcome"),
    [
        (_answering(s400=PROBLEM), "met"),
        (_answering(), "cannot_tell"),
        (_answering(s200=answer(thing({"id": TEXT, "errors": TEXT}))), "not_met"),
        (_answering(s200={"description": "Done, or an error with its text in the body"}), "not_met"),
    ],
)
def test_success_and_failure_are_told_apart(paths: dict[str, Any], outcome: str) -> None:
    assert outcomes(document_of(paths), "C5") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The HTTP status is always 200.", "not_met"),
        ("Ook bij fouten geeft de API status 200.", "not_met"),
        ("Errors are returned with HTTP 200 and a code.", "not_met"),
        ("Success is always 200, failure 400.", "cannot_tell"),
        ("An error never comes with 200.", "cannot_tell"),
    ],
)
def test_a_text_may_say_that_an_error_is_in_a_200(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C5") == [outcome]


def test_an_example_may_show_it() -> None:
    shown = {"description": "", "content": {"application/json": {"example": {"success": False}}}}
    assert outcomes(document_of(_answering(s200=shown, s400=PROBLEM)), "C5") == ["not_met"]


@pytest.mark.parametrize(
    ("operations", "outcome"),
    [
        ({"get": listing(DEBTOR), "post": adding(DEBTOR, DEBTOR)}, "met"),
        ({"get": listing(DEBTOR), "post": adding(DEBTOR, DEBTOR, status="201")}, "partly"),
        ({"post": adding(DEBTOR, DEBTOR, status="201")}, "not_met"),
        ({"get": {"responses": {"default": NO_BODY}}}, "cannot_tell"),
    ],
)
def test_success_is_200(operations: dict[str, Any], outcome: str) -> None:
    assert outcomes(document_of({"/debtors": operations}), "C6") == [outcome]


def test_the_id_of_a_new_transaction_is_answered() -> None:
    assert outcomes(document_of({"/bookings": {"post": adding(BOOKING, BOOKING)}}), "C6a") == ["met"]


def test_an_answer_without_content_has_no_id() -> None:
    operation = {**adding(BOOKING, BOOKING), "responses": {"204": NO_BODY}}
    assert outcomes(document_of({"/bookings": {"post": operation}}), "C6a") == ["not_met"]


def test_a_number_may_be_what_identifies_it() -> None:
    operation = adding(BOOKING, {"number": TEXT, "date": TEXT})
    assert outcomes(document_of({"/bookings": {"post": operation}}), "C6a") == ["cannot_tell"]


def test_an_answer_that_is_not_described_cannot_be_told() -> None:
    operation = {**adding(BOOKING, BOOKING), "responses": {"200": NO_BODY}}
    assert outcomes(document_of({"/bookings": {"post": operation}}), "C6a") == ["cannot_tell"]


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        (DEBTOR, "met"),
        ({"id": TEXT, "CompanyName": TEXT, "email": TEXT, "Addresses": {"type": "array", "items": thing({})}}, "met"),
        ({"id": TEXT, "name": TEXT, "email": TEXT}, "partly"),
    ],
)
def test_a_debtor_has_id_name_and_address(fields: dict[str, Any], outcome: str) -> None:
    assert outcomes(document_of({"/debtors/{id}": {"get": reading(fields)}}), "C6b") == [outcome]


def test_what_adding_leaves_out_is_partly() -> None:
    paths = {"/debtors": {"post": adding(DEBTOR, {"id": TEXT})}, "/debtors/{id}": {"get": reading(DEBTOR)}}
    (finding,) = findings(document_of(paths), "C6b")
    assert finding.outcome == "partly"
    assert finding.summary.en == "The described answer to POST /debtors lacks the name and the address."


@pytest.mark.parametrize(
    ("condition", "path", "fields", "outcome"),
    [
        ("C6c", "/products", PRODUCT, "met"),
        ("C6c", "/products", {"id": TEXT, "description": TEXT, "sku": TEXT}, "partly"),
        ("C6d", "/vat-rates", {"id": TEXT, "percentage": TEXT}, "met"),
        ("C6d", "/vat-rates", {"id": TEXT, "code": TEXT}, "not_met"),
        ("C6e", "/ledger-accounts", {"id": TEXT, "code": TEXT, "name": TEXT}, "met"),
        ("C6e", "/ledger-accounts", {"code": TEXT, "name": TEXT}, "partly"),
        ("C6f", "/payment-terms", {"id": TEXT, "days": TEXT}, "met"),
    ],
)
def test_the_other_resources_tell_what_is_needed(
    condition: str, path: str, fields: dict[str, Any], outcome: str
) -> None:
    assert outcomes(document_of({path: {"get": listing(fields)}}), condition)[0] == outcome


@pytest.mark.parametrize("condition", ["C6a", "C6b", "C6d", "C6e"])
def test_a_resource_that_is_not_there_has_no_answers_to_see(condition: str) -> None:
    assert outcomes(document_of({"/users": {"get": listing({"id": TEXT})}}), condition) == ["cannot_tell"]


@pytest.mark.parametrize(
    ("paths", "outcome"),
    [
        (_answering(s400=PROBLEM), "met"),
        (_answering(s400=PROBLEM, s401=NO_BODY, s429=NO_BODY), "met"),
        (_answering(s400=PROBLEM, s422=PROBLEM), "partly"),
        (_answering(s400=ONLY_CODE), "partly"),
        (_answering(s400=NO_BODY), "cannot_tell"),
        (_answering(s422=PROBLEM), "not_met"),
        (_answering(s401=NO_BODY), "cannot_tell"),
        (_answering(), "cannot_tell"),
    ],
)
def test_failure_is_400_with_a_description(paths: dict[str, Any], outcome: str) -> None:
    assert outcomes(document_of(paths), "C7") == [outcome]


def test_a_404_that_stands_everywhere_is_that_of_unknown_urls() -> None:
    refused = {"400": PROBLEM, "404": PROBLEM}
    operation = listing(DEBTOR)
    one = reading(DEBTOR)
    paths = {
        "/debtors": {"get": {**operation, "responses": {**operation["responses"], **refused}}},
        "/debtors/{id}": {"get": {**one, "responses": {**one["responses"], **refused}}},
    }
    assert outcomes(document_of(paths), "C7") == ["met"]
