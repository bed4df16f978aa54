"""The examples of the document: each fits its schema, and works when it is sent to a server that was just started."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from mockbooks.web.openapi import document as build
from tests.docs import reading
from tests.docs.conftest import Fresh

Json = dict[str, Any]

OPERATIONS = reading.operations(build())
SENT = [
    pytest.param(name, example["value"], id=f"{name}-{key}")
    for name, operation in OPERATIONS.items()
    if "requestBody" in operation
    for key, example in operation["requestBody"]["content"]["application/json"]["examples"].items()
]


def send(client: httpx.Client, operation_id: str, body: object = None) -> httpx.Response:
    """Call an operation as the document shows it: with the id in its path, and a body where there is one."""
    operation = OPERATIONS[operation_id]
    ids = {one["name"]: one["example"] for one in operation["parameters"] if one.get("in") == "path"}
    path = operation["path"].format(**ids)
    return (
        client.request(operation["method"], path, json=body)
        if body is not None
        else client.request(operation["method"], path)
    )


def test_every_example_fits_its_schema(document: Json) -> None:
    assert reading.unfit_examples(document) == []


@pytest.mark.parametrize(("operation_id", "body"), SENT)
def test_every_body_can_be_sent_as_it_stands(
    client: httpx.Client, document: Json, operation_id: str, body: Json
) -> None:
    response = send(client, operation_id, body)
    assert response.status_code == 200, response.text
    assert reading.misfits(document, operation_id, response) == []


@pytest.mark.parametrize(("operation_id", "body"), SENT)
def test_a_body_also_works_in_the_next_fiscal_year(fresh: Fresh, operation_id: str, body: Json) -> None:
    assert send(fresh(datetime(2027, 2, 1, 9, tzinfo=UTC)), operation_id, body).status_code == 200


@pytest.mark.parametrize(
    "operation_id", [name for name, operation in OPERATIONS.items() if "requestBody" not in operation]
)
def test_what_needs_no_body_works_with_the_id_that_is_shown(
    client: httpx.Client, document: Json, operation_id: str
) -> None:
    response = send(client, operation_id)
    assert response.status_code == 200, response.text
    assert reading.misfits(document, operation_id, response) == []


def test_the_answer_that_is_shown_is_the_answer_that_is_given(client: httpx.Client, document: Json) -> None:
    content = reading.operations(document)["createTransaction"]["responses"]["200"]["content"]["application/json"]
    shown = content["examples"]["euBusinessSale"]["value"]
    body = OPERATIONS["createTransaction"]["requestBody"]["content"]["application/json"]["examples"]["euBusinessSale"][
        "value"
    ]
    assert send(client, "createTransaction", body).json() == shown


def test_every_kind_of_transaction_has_an_example(document: Json) -> None:
    examples = reading.operations(document)["createTransaction"]["requestBody"]["content"]["application/json"][
        "examples"
    ]
    assert list(examples) == ["consumerSale", "euBusinessSale", "creditNote", "receipt", "memorial"]


def test_the_sale_to_a_consumer_includes_vat(client: httpx.Client) -> None:
    examples = OPERATIONS["createTransaction"]["requestBody"]["content"]["application/json"]["examples"]
    sale = send(client, "createTransaction", examples["consumerSale"]["value"]).json()["data"]
    assert (sale["totalExclVat"], sale["totalVat"], sale["totalInclVat"]) == ("32.02", "5.85", "37.87")
