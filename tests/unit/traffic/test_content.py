"""Bodies as values, and what a JSON Pointer finds in them."""

import sys

import pytest

from mockbooks.traffic.content import at_pointer, content_of, written

SALE = {"reference": "ORD-1001", "lines": [{"amount": "100.00"}, {"amount": "21.00"}], "a/b": {"m~n": 1}}


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


@pytest.mark.parametrize(
    ("pointer", "found"),
    [("", SALE), ("/reference", "ORD-1001"), ("/lines/1/amount", "21.00"), ("/a~1b/m~0n", 1)],
)
def test_a_pointer_finds_what_it_points_to(pointer: str, found: object) -> None:
    assert at_pointer(SALE, pointer) == found


@pytest.mark.parametrize("pointer", ["/number", "/lines/2", "/lines/-1", "/lines/first", "/reference/0", "/lines/²"])
def test_where_nothing_is_a_pointer_finds_nothing(pointer: str) -> None:
    with pytest.raises(LookupError):
        at_pointer(SALE, pointer)


def test_what_is_written_takes_no_more_memory_than_its_bytes() -> None:
    body = written({"success": True})

    assert body == b'{"success":true}'
    assert sys.getsizeof(body) == sys.getsizeof(b'{"success":true}')
