"""Documents of every version come out the same; what is odd in them is skipped and noted."""

import json

import pytest

from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.reading import read_document
from tests.unit.conformance.documents import document_of

SWAGGER = """
swagger: "2.0"
info: {title: Meelfabriek, version: "1", contact: {email: support@meelfabriek.example}}
host: api.meelfabriek.example
basePath: /v1
schemes: [https]
securityDefinitions:
  login: {type: oauth2, flow: accessCode, authorizationUrl: "https://x/a", tokenUrl: "https://x/t", scopes: {read: ""}}
paths:
  /customers:
    parameters: [{name: company, in: header, type: string, description: The company}]
    post:
      parameters:
        - {name: body, in: body, required: true, schema: {$ref: "#/definitions/Customer"}}
      responses:
        201: {description: Added, schema: {$ref: "#/definitions/Customer"}, headers: {X-Left: {type: integer}}}
definitions:
  Customer: {type: object, required: [name], properties: {name: {type: string, description: How it is called}}}
"""


def test_a_swagger_2_document_is_read_into_the_same_model() -> None:
    document = read_document(SWAGGER.encode(), source="meel.yaml")
    (operation,) = document.operations
    assert document.form == "Swagger 2.0"
    assert document.servers == ("https://api.meelfabriek.example/v1",)
    assert document.contact.email == "support@meelfabriek.example"
    assert document.security_schemes[0].flows[0].name == "authorizationCode"
    assert operation.label == "POST /customers"
    assert [parameter.name for parameter in operation.parameters] == ["company"]
    assert operation.body is not None
    assert operation.body.schema is not None
    assert operation.body.schema.required == {"name"}
    assert operation.responses[0].status == "201"
    assert list(operation.responses[0].headers) == ["X-Left"]


def test_the_fields_of_a_form_are_the_body() -> None:
    content = SWAGGER.replace(
        '{name: body, in: body, required: true, schema: {$ref: "#/definitions/Customer"}}',
        "{name: email, in: formData, required: true, type: string}",
    )
    (operation,) = read_document(content.encode(), source="meel.yaml").operations
    assert operation.body is not None
    assert operation.body.schema is not None
    assert list(operation.body.schema.properties) == ["email"]


def test_a_parameter_of_an_operation_stands_before_that_of_its_path() -> None:
    paths = {
        "/debtors": {
            "parameters": [{"name": "email", "in": "query", "description": "of the path"}],
            "get": {"parameters": [{"name": "email", "in": "query", "description": "of the operation"}]},
        }
    }
    (operation,) = document_of(paths).operations
    assert [parameter.description for parameter in operation.parameters] == ["of the operation"]


def test_what_yaml_merges_is_there() -> None:
    content = """
openapi: 3.0.3
info: {title: Molen, version: "1"}
paths:
  /debtors: &both
    get: {operationId: list, responses: {}}
  /customers:
    <<: *both
    post: {operationId: add, responses: {}}
"""
    document = read_document(content.encode(), source="molen.yaml")
    assert [each.label for each in document.operations] == ["GET /debtors", "GET /customers", "POST /customers"]


@pytest.mark.parametrize(
    ("paths", "note"),
    [
        ({"/debtors": {"get": "no operation"}}, "a text where an object belongs (at GET /debtors)"),
        ({"/debtors": {"get": {"responses": []}}}, "a list where an object belongs (at GET /debtors, responses)"),
        ({"/debtors": {"get": {"parameters": 5}}}, "a number where a list belongs (at GET /debtors, parameters)"),
        ({"/debtors": {"$ref": "#/nowhere"}}, "a $ref to nowhere (at #/nowhere)"),
        ({"/debtors": {"$ref": "https://x.example/a.yaml"}}, "a $ref to another document, which is not followed"),
    ],
)
def test_what_is_odd_is_skipped_and_noted(paths: dict[str, object], note: str) -> None:
    assert note in document_of(paths).unread[0].en


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "bakker.json:1:1: it is empty"),
        (b"<!DOCTYPE html><html>", "this is an HTML page"),
        (b"\x1f\x8b\x08", "this is a gzip file"),
        ('{"openapi":"3.0.0"}'.encode("utf-16"), "this is UTF-16"),
        (b"[1]", "this is a list"),
        (b'{"asyncapi": "2.0.0"}', "this is an AsyncAPI document"),
        (b'{"info": {"_postman_id": "1"}}', "this is a Postman collection"),
        (b'{"swaggerVersion": "1.2"}', "this is Swagger 1"),
        (b'{"openapi": "4.0.0", "paths": {}}', "its version, openapi: 4.0.0, is not known"),
        (b'{"openapi": "3.0.0", "paths": []}', "its paths are a list"),
        (b'{"openapi": "3.1.0"}', "it has no paths"),
        (b'{"name": "x"}', 'which holds "name"'),
        (b'{"openapi": ', "bakker.json:1:13: this is no JSON"),
        (b"[" * 3000 + b"]" * 3000, "limit"),
    ],
)
def test_what_is_no_document_is_told_for_what_it_is(content: bytes, complaint: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read_document(content, source="bakker.json")
    assert complaint in refused.value.complaints[0]


def test_a_document_beyond_32_mib_is_refused_unread() -> None:
    with pytest.raises(DocumentError, match="larger than 32 MiB"):
        read_document(b" " * (32 * 1024 * 1024 + 1), source="groot.json")


def test_json_beyond_the_depth_is_refused() -> None:
    deep = json.dumps({"openapi": "3.0.0", "paths": {}}).replace("{}", "[" * 250 + "]" * 250)
    with pytest.raises(DocumentError, match="more than 200 deep"):
        read_document(deep.encode(), source="diep.json")
