"""Which calls are let in: known URLs, media types that we speak."""

import pytest

from mockbooks.errors import NotAcceptableError, UnsupportedMediaTypeError
from mockbooks.traffic.admission import Admission
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.routing import Router

CREATE = Operation(operation_id="createDebtor", method="POST", path="/debtors")
ADMISSION = Admission(Router((CREATE,)))


def post(body: bytes = b"{}", **headers: str) -> Exchange:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Exchange(method="POST", path="/api/v1/debtors", body=body, headers=named)


def test_an_admitted_call_knows_its_operation() -> None:
    exchange = post(content_type="application/json")

    assert ADMISSION.enter(exchange) is None
    assert exchange.operation == CREATE


def test_options_is_answered_with_the_methods() -> None:
    answer = ADMISSION.enter(Exchange(method="OPTIONS", path="/api/v1/debtors"))

    assert answer == Answer(status=204, headers=(("Allow", "POST, OPTIONS"),), media_type="")


@pytest.mark.parametrize(
    "accept",
    ["*/*", "application/json", "application/problem+json", "text/html, application/*;q=0.1", "Application/JSON"],
)
def test_a_caller_that_takes_json_is_let_in(accept: str) -> None:
    assert ADMISSION.enter(post(b"", accept=accept)) is None


@pytest.mark.parametrize(
    "accept", ["application/xml", "text/html,text/*", "application/json;q=0", "application/json;q=x"]
)
def test_a_caller_that_takes_no_json_is_refused(accept: str) -> None:
    with pytest.raises(NotAcceptableError):
        ADMISSION.enter(post(b"", accept=accept))


@pytest.mark.parametrize("content_type", ["application/json", 'application/JSON; charset="UTF-8"'])
def test_a_body_in_json_is_let_in(content_type: str) -> None:
    assert ADMISSION.enter(post(content_type=content_type)) is None


@pytest.mark.parametrize(
    "content_type", ["", "text/plain", "application/vnd.api+json", "application/json; charset=iso-8859-1"]
)
def test_any_other_body_is_refused(content_type: str) -> None:
    with pytest.raises(UnsupportedMediaTypeError):
        ADMISSION.enter(post(content_type=content_type))


def test_a_compressed_body_is_refused() -> None:
    with pytest.raises(UnsupportedMediaTypeError):
        ADMISSION.enter(post(content_type="application/json", content_encoding="gzip"))


def test_no_body_needs_no_content_type() -> None:
    assert ADMISSION.enter(post(b"")) is None
