"""C1 to C3: whether it is REST, described, and entered by OAuth."""

from typing import Any

import pytest

from tests.unit.conformance.documents import (
    DEBTOR,
    adding,
    document_of,
    findings,
    listing,
    outcomes,
    reading,
    told,
)

FLOW = {
    "authorizationCode": {"authorizationUrl": "https://x.example/a", "tokenUrl": "https://x.example/t", "scopes": {}}
}
OAUTH = {"securitySchemes": {"oauth": {"type": "oauth2", "flows": FLOW}}}
KEY = {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}}
BEARER = {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}}
XML = {"description": "", "content": {"text/xml": {"schema": {"type": "object"}}}}


@pytest.mark.parametrize(
    ("paths", "outcome"),
    [
        ({"/debtors": {"get": listing(DEBTOR), "post": adding(DEBTOR, DEBTOR)}}, "met"),
        ({"/debtors": {"post": {"responses": {"200": XML}}}}, "not_met"),
        ({"/getDebtors": {"get": listing(DEBTOR)}, "/addDebtor": {"post": adding(DEBTOR, DEBTOR)}}, "partly"),
        ({"/api.php": {"post": adding(DEBTOR, DEBTOR)}}, "not_met"),
        ({"/debtors": {"get": {"responses": {"200": {"description": ""}}}}}, "cannot_tell"),
        ({}, "cannot_tell"),
    ],
)
def test_rest_is_resources_with_verbs_in_json(paths: dict[str, Any], outcome: str) -> None:
    assert outcomes(document_of(paths), "C1") == [outcome]


def _described(described: int, undescribed: int, *required: str) -> list[str]:
    fields: dict[str, Any] = {f"d{number}": {"type": "string", "description": "So"} for number in range(described)}
    fields |= {f"u{number}": {"type": "string"} for number in range(undescribed)}
    operation = adding(fields, {}, *required)
    return outcomes(document_of({"/debtors": {"post": operation}}), "C2")


def test_described_fields_with_required_ones_marked_are_met() -> None:
    assert _described(95, 5, "d0") == ["met"]


def test_nothing_marked_as_required_is_partly() -> None:
    assert _described(100, 0) == ["partly"]


def test_half_of_the_fields_described_is_partly() -> None:
    assert _described(50, 50, "d0") == ["partly"]


def test_fewer_is_not_met_and_names_some() -> None:
    assert _described(4, 6, "d0") == ["not_met"]


def test_no_fields_at_all_cannot_be_told() -> None:
    assert outcomes(document_of({"/debtors": {"get": {"responses": {}}}}), "C2") == ["cannot_tell"]


@pytest.mark.parametrize(
    ("text", "components", "outcome"),
    [
        ("Open /a?response_type=code, then send `grant_type=authorization_code` to the token URL.", OAUTH, "met"),
        ("Send `grant_type=authorization_code` to the token URL.", OAUTH, "partly"),
        ("[The guide](https://x.example/oauth) writes out every request.", OAUTH, "met"),
        ("See https://x.example/authentication for more.", OAUTH, "cannot_tell"),
        ("Bread.", OAUTH, "partly"),
        ("Bread.", KEY, "not_met"),
        ("Log in with an API key in the header.", BEARER, "not_met"),
        ("Bread.", BEARER, "cannot_tell"),
        ("A token is got with OAuth 2, for authentication.", BEARER, "partly"),
        ("Bread.", {}, "cannot_tell"),
    ],
)
def test_oauth_wants_an_example_of_its_set_up(text: str, components: dict[str, Any], outcome: str) -> None:
    assert outcomes(told(text, components=components), "C3") == [outcome]


def test_a_linked_page_was_not_read_and_that_is_the_doubt() -> None:
    (finding,) = findings(told("Every request: https://x.example/oauth", components=OAUTH), "C3")
    assert finding.doubt is not None
    assert finding.doubt.nl == "De genoemde pagina is niet gelezen."


def test_reading_alone_is_rest_in_part() -> None:
    paths = {"/debtors": {"get": listing(DEBTOR)}, "/debtors/{id}": {"get": reading(DEBTOR)}}
    (finding,) = findings(document_of(paths), "C1")
    assert finding.outcome.value == "partly"
    assert finding.summary.en == "2 paths name resources in JSON, and GET is the only method."


def test_any_media_type_does_not_say_that_it_is_no_json() -> None:
    anything = {"description": "", "content": {"*/*": {"schema": {"type": "object"}}}}
    (finding,) = findings(document_of({"/debtors": {"get": {"responses": {"200": anything}}}}), "C1")
    assert finding.outcome.value == "cannot_tell"
    assert finding.summary.en == "The document does not say in what form anything is sent."
