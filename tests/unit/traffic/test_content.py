"""Bodies and queries as values."""

import sys

import pytest

from mockbooks.traffic.content import content_of, query_of, written


@pytest.mark.parametrize(
    ("body", "media_type", "content"),
    [
        (b'{"reference":"ORD-1001"}', "application/json", {"reference": "ORD-1001"}),
        (b'{"code":"not_found"}', "application/problem+json; charset=utf-8", {"code": "not_found"}),
        (b"grant_type=refresh_token&scope=", "application/x-www-form-urlencoded", {
            "grant_type": "refresh_token", "scope": "",
        }),
        (b'{"reference":', "application/json", None),
        (b"\xff", "application/x-www-form-urlencoded", None),
        (b"<html>", "text/html", None),
        (b"{}", None, None),
    ],
)  # fmt: skip
def test_a_body_is_read_as_what_it_is_announced_to_be(body: bytes, media_type: str | None, content: object) -> None:
    assert content_of(body, media_type) == content


def test_a_form_with_more_fields_than_any_of_ours_is_not_read() -> None:
    body = "&".join(f"field{number}=1" for number in range(101)).encode()

    assert content_of(body, "application/x-www-form-urlencoded") is None


def test_what_is_written_takes_no_more_memory_than_its_bytes() -> None:
    body = written({"success": True})

    assert body == b'{"success":true}'
    assert sys.getsizeof(body) == sys.getsizeof(b'{"success":true}')


def test_a_query_is_read_with_its_blank_values() -> None:
    assert query_of(b"email=a%2Bb%40c.example&name=") == {"email": "a+b@c.example", "name": ""}


@pytest.mark.parametrize("query", [b"name=\xff", b"&".join(b"a=1" for _ in range(101))])
def test_a_query_that_cannot_be_read_is_none(query: bytes) -> None:
    assert query_of(query) is None


def test_json_is_read_up_to_two_hundred_levels_and_no_deeper() -> None:
    assert content_of(b"[" * 200 + b"]" * 200, "application/json") is not None
    assert content_of(b"[" * 201 + b"]" * 201, "application/json") is None
    assert content_of(b'{"a":' * 900 + b"1" + b"}" * 900, "application/json") is None


def test_many_values_beside_each_other_are_not_deep() -> None:
    assert content_of(b"[" + b"[]," * 5_000 + b"[]]", "application/json") == [[]] * 5_001
