"""`respond`: somebody else than the API answers."""

import pytest

from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import CREATED, answered, changed, refused

PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"


def test_the_page_of_a_proxy_is_html_without_any_header_of_the_api() -> None:
    assert answered("respond", {"status": 502, "body": PAGE}) == Answer(
        status=502, body=PAGE.encode(), headers=(), media_type=HTML, foreign=True
    )


def test_headers_are_sent_as_they_stand_and_numbers_as_they_are_written() -> None:
    answer = answered("respond", {"status": 503, "headers": {"Retry-After": 120, "Server": "nginx/1.27.4"}})

    assert answer.headers == (("Retry-After", "120"), ("Server", "nginx/1.27.4"))
    assert (answer.body, answer.media_type) == (b"", "")


def test_json_is_written_out_and_announced_as_json() -> None:
    answer = answered("respond", {"status": 200, "json": {"Fault": {"code": "610", "vat": None}}})

    assert (answer.body, answer.media_type) == (b'{"Fault":{"code":"610","vat":null}}', "application/json")


def test_null_is_json_too() -> None:
    assert answered("respond", {"status": 200, "json": None}).body == b"null"


def test_the_content_type_can_be_chosen_whatever_the_body_is() -> None:
    settings = {"status": 200, "headers": {"content-type": "application/json"}, "body": PAGE}
    answer = answered("respond", settings)

    assert (answer.media_type, answer.headers, answer.body) == ("application/json", (), PAGE.encode())


@pytest.mark.parametrize(("body", "media_type"), [("  <!doctype html>", HTML), ("Zo terug.", TEXT), ("", "")])
def test_a_body_is_announced_as_what_it_looks_like(body: str, media_type: str) -> None:
    assert answered("respond", {"status": 503, "body": body}).media_type == media_type


def test_after_the_action_it_takes_the_place_of_its_answer() -> None:
    assert changed("respond", {"status": 502, "body": PAGE}, CREATED).status == 502


def test_a_status_that_has_no_body_is_sent_without_one() -> None:
    assert answered("respond", {"status": 204}) == Answer(status=204, media_type="", foreign=True)


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        (502, [("", "not_object")]),
        ({"body": PAGE}, [("/status", "required")]),
        ({"status": 199}, [("/status", "number_out_of_range")]),
        ({"status": 600}, [("/status", "number_out_of_range")]),
        ({"status": "502"}, [("/status", "not_integer")]),
        ({"status": 200, "body": "x", "json": {}}, [("", "not_together")]),
        ({"status": 204, "body": "x"}, [("", "not_together")]),
        ({"status": 304, "json": []}, [("", "not_together")]),
        ({"status": 200, "body": "x" * 65_537}, [("/body", "too_long")]),
        ({"status": 200, "json": 2**64}, [("/json", "not_json_value")]),
        ({"status": 503, "headers": {"Retry After": 1}}, [("/headers/Retry After", "not_header")]),
        ({"status": 503, "headers": {"Retry-After": "1\r\nX: y"}}, [("/headers/Retry-After", "not_header")]),
        ({"status": 503, "headers": {"Retry-After": True}}, [("/headers/Retry-After", "not_header")]),
        ({"status": 503, "headers": {"Server": "é"}}, [("/headers/Server", "not_header")]),
        ({"status": 503, "headers": {"content-length": 4}}, [("/headers/content-length", "header_of_the_wire")]),
        (
            {"status": 503, "headers": {"Transfer-Encoding": "chunked", "Connection": "close"}},
            [("/headers/Transfer-Encoding", "header_of_the_wire"), ("/headers/Connection", "header_of_the_wire")],
        ),
        ({"status": 503, "headers": {}}, [("/headers", "too_few_items")]),
        ({"status": 503, "headers": {f"X-{number}": 1 for number in range(51)}}, [("/headers", "too_many_items")]),
        ({"status": 503, "headers": ["Retry-After: 1"]}, [("/headers", "not_object")]),
    ],
)
def test_what_cannot_be_sent_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("respond", settings) == complaints
