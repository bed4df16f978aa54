"""A draft is a vendor file to begin with: the calls, where things stand in answers, and what a person must fill in."""

from pathlib import Path
from typing import Any

import pytest

from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.vendor.guessing import guess
from mockbooks.conformance.vendor.model import Call, Noun, Pick, Resource, Vendor
from tests.unit.conformance.documents import BOOKING, DEBTOR, PRODUCT, TEXT, adding, answer, document_of, listing, thing

GOLDEN = Path(__file__).parents[3] / "golden" / "openapi.json"


def _guessed(paths: dict[str, Any], **rest: object) -> Vendor:
    return guess(document_of(paths, **rest)).vendor


def _resource(vendor: Vendor, noun: Noun) -> Resource:
    resource = vendor.resources[noun]
    assert resource is not None
    return resource


def test_mockbooks_itself_is_drafted_with_the_calls_of_the_contract() -> None:
    vendor = guess(read_document(GOLDEN.read_bytes(), source="http://localhost:8080/openapi.json")).vendor
    debtors = _resource(vendor, Noun.DEBTORS)
    assert vendor.base_url == "http://localhost:8080/api/v1"
    assert vendor.answers.item == "/data"
    assert vendor.answers.success == "/success"
    assert vendor.answers.failure[0] == "/detail"
    assert vendor.oauth is not None
    assert (vendor.oauth.token_url, vendor.oauth.example) == ("/oauth/token", "/docs/oauth")
    assert debtors.searches == {"email": Call(method="GET", target="/debtors?email=${email}")}
    assert debtors.remove == Call(method="DELETE", target="/debtors/${id}")
    assert vendor.limits is not None
    assert vendor.limits.headers == ("RateLimit", "X-RateLimit-Remaining")
    assert vendor.support is not None
    assert (vendor.support.contact, vendor.support.answered_within) == ("/email", "/responseTime/en")


def test_what_need_not_be_sent_is_left_out_of_a_body() -> None:
    sent = {**DEBTOR, "website": TEXT, "language": {"type": "string", "enum": ["nl"]}}
    vendor = _guessed({"/debtors": {"get": listing(DEBTOR), "post": adding(sent, DEBTOR, "language")}})
    create = _resource(vendor, Noun.DEBTORS).create
    assert create is not None
    assert create.body == {"name": "${name}", "email": "${email}", "address": "${description}", "language": "nl"}


def test_an_example_gives_the_values_that_are_not_ours() -> None:
    operation = adding(DEBTOR, DEBTOR)
    content = operation["requestBody"]["content"]["application/json"]
    content["example"] = {"name": "Bakkerij", "address": "Dorpsstraat 12", "email": "a@b.example"}
    create = _resource(_guessed({"/debtors": {"post": operation}}), Noun.DEBTORS).create
    assert create is not None
    assert create.body == {"name": "${name}", "address": "Dorpsstraat 12", "email": "${email}"}


def test_what_a_booking_names_is_picked_from_its_list() -> None:
    sent = {**BOOKING, "journalId": TEXT, "debtorId": TEXT}
    kinds = {"type": "string", "enum": ["purchase", "sales"]}
    paths = {
        "/bookings": {"get": listing(BOOKING), "post": adding(sent, BOOKING, "journalId", "debtorId")},
        "/journals": {"get": listing({"id": TEXT, "description": TEXT, "type": kinds, "active": {"type": "boolean"}})},
    }
    vendor = _guessed(paths)
    create = _resource(vendor, Noun.TRANSACTIONS).create
    assert create is not None
    assert create.body == {
        "number": "${number}",
        "date": "${date}",
        "journalId": "${journalId}",
        "debtorId": "${debtorId}",
    }
    assert vendor.values == {"journalId": Pick(noun=Noun.JOURNALS, where={"/type": "sales", "/active": True})}


def test_the_administration_in_a_path_is_to_be_filled_in() -> None:
    operation = listing(DEBTOR)
    operation["parameters"] = [{"name": "administrationId", "in": "path", "required": True, "schema": TEXT}]
    guessed = guess(document_of({"/{administrationId}/debtors{format}": {"get": operation}}))
    debtors = _resource(guessed.vendor, Noun.DEBTORS)
    assert debtors.list == Call(method="GET", target="/${administrationId}/debtors.json")
    assert guessed.vendor.values == {"administrationId": "FILL-IN"}
    assert guessed.notes["/values/administrationId"] == "Fill this in."


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("filter[email]", "/debtors?filter[email]=${email}"),
        ("$filter", "/debtors?$filter=email%20eq%20'${email}'"),
        ("where", '/debtors?where=email=="${email}"'),
    ],
)
def test_a_search_is_written_as_its_parameter_takes_it(query: str, target: str) -> None:
    vendor = _guessed({"/debtors": {"get": listing(DEBTOR, query)}})
    assert _resource(vendor, Noun.DEBTORS).searches["email"] == Call(method="GET", target=target)


def test_both_ends_of_a_range_are_the_date_that_is_sought() -> None:
    vendor = _guessed({"/bookings": {"get": listing(BOOKING, "dateFrom", "dateTo")}})
    search = _resource(vendor, Noun.TRANSACTIONS).searches["date"]
    assert search.target == "/bookings?dateFrom=${date}&dateTo=${date}"


def test_where_the_items_stand_is_said_once() -> None:
    wrapped = answer(thing({"data": {"type": "array", "items": thing(DEBTOR)}}))
    other = answer(thing({"data": {"type": "array", "items": thing(PRODUCT)}}))
    paths = {"/debtors": {"get": {"responses": {"200": wrapped}}}, "/products": {"get": {"responses": {"200": other}}}}
    vendor = _guessed(paths)
    assert vendor.answers.items == "/data"
    assert _resource(vendor, Noun.DEBTORS).items is None


def test_a_key_is_sent_in_the_header_that_is_named() -> None:
    scheme = {"type": "apiKey", "in": "header", "name": "X-Key"}
    vendor = _guessed({}, components={"securitySchemes": {"key": scheme}})
    assert (vendor.token_header, vendor.token_value) == ("X-Key", "${token}")


def test_what_no_booking_names_is_not_used() -> None:
    vendor = _guessed({"/bookings": {"get": listing(BOOKING), "post": adding(BOOKING, BOOKING)}})
    assert vendor.resources[Noun.JOURNALS] is None
    assert Noun.VAT_RATES not in vendor.resources


def test_what_the_conditions_only_read_is_never_added_by_a_draft() -> None:
    rate = {"id": TEXT, "percentage": TEXT, "code": TEXT}
    vendor = _guessed({"/vat-rates": {"get": listing(rate), "post": adding(rate, rate)}})
    rates = _resource(vendor, Noun.VAT_RATES)
    assert (rates.create, rates.mistake, rates.remove) == (None, None, None)


def test_nothing_that_removes_more_than_one_is_drafted() -> None:
    paths = {
        "/debtors": {
            "get": listing(DEBTOR),
            "post": adding(DEBTOR, DEBTOR),
            "put": adding(DEBTOR, DEBTOR),
            "delete": {"summary": "Delete all debtors", "responses": {}},
        }
    }
    debtors = _resource(_guessed(paths), Noun.DEBTORS)
    assert debtors.remove is None
    assert debtors.create is not None
    assert debtors.create.method == "POST"


def test_a_booking_is_taken_back_by_the_reversal_behind_its_id() -> None:
    paths = {
        "/bookings": {"get": listing(BOOKING), "post": adding(BOOKING, BOOKING)},
        "/bookings/{id}": {"get": {**listing(BOOKING), "responses": {"200": answer(thing(BOOKING))}}},
        "/bookings/{id}/reversal": {"post": {"parameters": _ID, "responses": {}}},
    }
    paths["/bookings/{id}"]["get"]["parameters"] = _ID
    remove = _resource(_guessed(paths), Noun.TRANSACTIONS).remove
    assert remove == Call(method="POST", target="/bookings/${id}/reversal", body={})


def test_required_headers_are_to_be_filled_in() -> None:
    header = {"name": "X-Tenant-Id", "in": "header", "required": True, "schema": TEXT}
    vendor = _guessed({"/debtors": {"get": {**listing(DEBTOR), "parameters": [header]}}})
    assert vendor.headers == {"X-Tenant-Id": "${X-Tenant-Id}"}
    assert vendor.values == {"X-Tenant-Id": "FILL-IN"}


def test_an_example_that_is_the_text_of_json_is_read_and_ids_are_not_sent() -> None:
    operation = adding(DEBTOR, DEBTOR, "id", "address")
    content = operation["requestBody"]["content"]["application/json"]
    content["example"] = '{"id": "12345", "name": "Bakkerij", "address": "Dorpsstraat 12"}'
    create = _resource(_guessed({"/debtors": {"get": listing(DEBTOR), "post": operation}}), Noun.DEBTORS).create
    assert create is not None
    assert create.body == {"name": "${name}", "address": "Dorpsstraat 12", "email": "${email}"}


def test_addresses_of_mail_in_a_list_are_sent_in_a_list() -> None:
    many = {"type": "array", "items": thing({"id": TEXT, "email": TEXT})}
    sent = {"name": TEXT, "mail": many, "address": TEXT}
    paths = {"/debtors": {"get": listing({**DEBTOR, "mail": many}), "post": adding(sent, DEBTOR)}}
    create = _resource(_guessed(paths), Noun.DEBTORS).create
    assert create is not None
    assert create.body == {"name": "${name}", "mail": [{"email": "${email}"}], "address": "${description}"}


def test_what_one_answer_wraps_is_no_default_of_the_others() -> None:
    wrapped = {"200": answer(thing({"debtors": {"type": "array", "items": thing(DEBTOR)}}))}
    other = {"200": answer(thing({"articles": {"type": "array", "items": thing(PRODUCT)}}))}
    vendor = _guessed({"/debtors": {"get": {"responses": wrapped}}, "/articles": {"get": {"responses": other}}})
    assert vendor.answers.items == ""
    assert _resource(vendor, Noun.DEBTORS).items == "/debtors"


_ID = [{"name": "id", "in": "path", "required": True, "schema": TEXT}]


def test_what_is_found_without_a_call_that_can_be_made_of_it_is_left_out() -> None:
    paths = {"/vat-rates": {"post": {"summary": "The VAT rates", "responses": {"200": {"description": "They"}}}}}

    assert Noun.VAT_RATES not in _guessed(paths).resources
