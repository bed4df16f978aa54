"""Nothing in the OpenAPI document is left unexplained, and it tells of all operations and all error codes."""

import copy
import functools
import operator
import subprocess
import sys
import time
from typing import Any

import httpx
import openapi_spec_validator
import pytest

from mockbooks.catalogue import (
    CATALOGUE,
    control,
    expectations,
    injections,
    scenario_files,
    scenario_values,
    whole_books,
)
from mockbooks.resources import operations as table
from mockbooks.traffic.problems import STATUS
from mockbooks.web.openapi import document as build
from mockbooks.web.openapi import document_bytes
from tests.docs import reading

Json = dict[str, Any]


def test_the_document_is_valid_openapi(document: Json) -> None:
    openapi_spec_validator.validate(document)
    assert document["openapi"] == "3.1.1"


def test_every_field_parameter_header_answer_and_operation_is_described_with_an_example(document: Json) -> None:
    assert reading.undocumented(document) == []


@pytest.mark.parametrize(
    ("place", "member", "complaint"),
    [
        (("components", "schemas", "Debtor", "properties", "name"), "description", "Debtor.name: description"),
        (("components", "schemas", "SalesBody", "properties", "date"), "examples", "SalesBody.date: example"),
        (("components", "parameters", "RequestId"), "description", "RequestId: description"),
        (("components", "parameters", "RequestId", "schema"), "examples", "RequestId: example"),
        (("components", "headers", "Link"), "example", "header Link: example"),
        (("paths", "/debtors", "post"), "summary", "createDebtor: summary"),
        (
            ("paths", "/debtors", "post", "requestBody", "content", "application/json"),
            "examples",
            "createDebtor body: example",
        ),
    ],
)
def test_what_is_left_out_is_seen(document: Json, place: tuple[str, ...], member: str, complaint: str) -> None:
    mutilated = copy.deepcopy(document)
    del functools.reduce(operator.getitem, place, mutilated)[member]
    assert complaint in reading.undocumented(mutilated)


def test_an_example_that_does_not_fit_is_seen(document: Json) -> None:
    mutilated = copy.deepcopy(document)
    mutilated["components"]["schemas"]["Product"]["properties"]["price"]["examples"] = [3.95]
    assert reading.unfit_examples(mutilated) == ['Product.price: : 3.95 is not of type "string"']


def test_the_operations_are_those_of_the_table_and_no_others(document: Json) -> None:
    described = {(name, one["method"], one["path"]) for name, one in reading.operations(document).items()}
    assert described == {(one.operation_id, one.method, one.path) for one in table()}


def test_every_operation_names_its_scope(document: Json) -> None:
    described = reading.operations(document)
    unnamed = [
        one.operation_id
        for one in table()
        if one.scope and f"`{one.scope}`" not in described[one.operation_id]["description"]
    ]
    assert unnamed == []


def test_every_operation_asks_for_a_token_or_for_its_scope_by_oauth(document: Json) -> None:
    described = reading.operations(document)
    asked = {one.operation_id: described[one.operation_id]["security"] for one in table() if one.needs_token}
    assert asked == {
        one.operation_id: [{"bearer": []}, {"oauth2": [one.scope] if one.scope else []}]
        for one in table()
        if one.needs_token
    }


def test_oauth_is_described_with_its_addresses_and_all_scopes(document: Json) -> None:
    flows = document["components"]["securitySchemes"]["oauth2"]["flows"]
    assert flows.keys() == {"authorizationCode", "clientCredentials"}
    assert flows["authorizationCode"]["authorizationUrl"] == "/oauth/authorize"
    assert [flow["tokenUrl"] for flow in flows.values()] == ["/oauth/token", "/oauth/token"]
    assert flows["authorizationCode"]["refreshUrl"] == "/oauth/token"
    assert "refreshUrl" not in flows["clientCredentials"]
    assert flows["authorizationCode"]["scopes"] == flows["clientCredentials"]["scopes"]
    assert {one.scope for one in table() if one.scope} == flows["authorizationCode"]["scopes"].keys()


def test_only_support_needs_no_token(document: Json) -> None:
    assert document["security"] == [{"bearer": []}, {"oauth2": []}]
    described = reading.operations(document)
    assert [name for name, one in described.items() if one.get("security") == []] == ["getSupport"]
    assert {"401", "403"} & set(described["getSupport"]["responses"]) == set()


def test_every_error_code_appears_but_those_of_the_control_api(document: Json) -> None:
    schemas = document["components"]["schemas"]
    chapters = (control, whole_books, scenario_files, injections, expectations, scenario_values)
    of_control = {entry.code for chapter in chapters for entry in chapter.SUBJECT.entries}
    of_the_api = [code for code in CATALOGUE if code not in of_control]
    assert schemas["FieldProblem"]["properties"]["code"]["enum"] == of_the_api
    of_problems = set(schemas["Problem"]["properties"]["code"]["enum"])
    told = "".join(response["description"] for response in document["components"]["responses"].values())
    assert [code for code in of_problems if f"[`{code}`](/docs/errors#" not in told] == []


def test_every_operation_lists_every_status_that_it_can_have(document: Json) -> None:
    every = {"200", *(str(status) for status in STATUS.values())}
    described = reading.operations(document)
    lacking = {name: every - one["responses"].keys() for name, one in described.items()}
    assert {name: statuses for name, statuses in lacking.items() if statuses} == {
        "getSupport": {"401", "403", "429"},
        "getLimits": {"429"},
    }
    assert [name for name, one in described.items() if one["responses"].keys() - every] == []


def test_only_what_can_be_sent_twice_takes_an_idempotency_key(document: Json) -> None:
    reference = {"$ref": "#/components/parameters/IdempotencyKey"}
    taking = {name for name, one in reading.operations(document).items() if reference in one["parameters"]}
    assert taking == {"createDebtor", "createProduct", "createTransaction", "reverseTransaction"}


def test_no_parameter_of_a_url_can_be_null(document: Json) -> None:
    kinds = {parameter["schema"]["type"] for _, parameter in reading.parameters(document)}
    assert kinds == {"string", "boolean", "integer"}


def test_the_kind_of_a_transaction_decides_on_its_schema(document: Json) -> None:
    schemas = document["components"]["schemas"]
    assert schemas["TransactionCreate"]["discriminator"] == {
        "propertyName": "type",
        "mapping": {
            "sales": "#/components/schemas/SalesBody",
            "sales_credit": "#/components/schemas/SalesCreditBody",
            "receipt": "#/components/schemas/ReceiptBody",
            "memorial": "#/components/schemas/MemorialBody",
        },
    }
    assert set(schemas["SalesBody"]["required"]) == {"type", "date", "debtorId", "lines"}
    assert set(schemas["MemorialBody"]["required"]) == {"type", "date", "lines"}


def test_every_field_of_an_object_in_an_answer_is_always_there(document: Json) -> None:
    objects = (
        "Debtor",
        "Address",
        "Product",
        "SalesTransaction",
        "SalesLine",
        "Posting",
        "ReceiptTransaction",
        "VatRate",
    )
    schemas = document["components"]["schemas"]
    assert [name for name in objects if set(schemas[name]["required"]) != set(schemas[name]["properties"])] == []


def test_the_document_is_the_same_in_both_places_and_every_time(client: httpx.Client) -> None:
    served = document_bytes()
    assert client.get("/openapi.json").content == served
    assert client.get("http://mockbooks.test/openapi.json").content == served


def test_a_server_that_starts_does_not_build_the_document() -> None:
    script = (
        "import sys\n"
        "from mockbooks.app import create_app\n"
        "from mockbooks.settings import Settings\n"
        "create_app(Settings(debtors=1, products=0, transactions=0))\n"
        "assert not [name for name in sys.modules if name.startswith('mockbooks.web.openapi')]\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def seconds_to_build() -> float:
    started = time.process_time()
    build()
    return time.process_time() - started


def test_the_document_is_built_within_its_time() -> None:
    assert min(seconds_to_build() for _ in range(5)) < 0.4
