"""An answer as bytes: in one piece, with lower-case names, and nothing on the wire that would end a line."""

import pytest

from mockbooks.traffic.exchange import Answer
from mockbooks.web.wire import response as response_module
from mockbooks.web.wire.response import encoded_headers, response

DATE = b"date: Mon, 23 Nov 2026 09:00:00 GMT\r\n"
CREATED = Answer(status=201, body=b'{"id":1}', headers=(("X-Request-Id", "req_1"), ("Vary", "Accept")))


def test_an_answer_is_its_head_and_its_body() -> None:
    assert response(CREATED, DATE, is_head=False, is_last=False) == (
        b"HTTP/1.1 201 Created\r\n"
        b"date: Mon, 23 Nov 2026 09:00:00 GMT\r\n"
        b"x-request-id: req_1\r\n"
        b"vary: Accept\r\n"
        b"content-type: application/json\r\n"
        b"content-length: 8\r\n"
        b"\r\n"
        b'{"id":1}'
    )


def test_an_answer_is_written_the_same_when_its_headers_have_been_written_before() -> None:
    first = response(CREATED, DATE, is_head=False, is_last=False)

    assert response(CREATED, DATE, is_head=False, is_last=False) == first


def test_the_last_answer_says_so() -> None:
    assert response(Answer(status=200, body=b"x", media_type=""), b"", is_head=False, is_last=True) == (
        b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\nconnection: close\r\n\r\nx"
    )


def test_head_is_answered_without_the_body_and_with_its_length() -> None:
    head = response(CREATED, b"", is_head=True, is_last=False)

    assert head.endswith(b"content-length: 8\r\n\r\n")


@pytest.mark.parametrize("status", [204, 304])
def test_what_has_no_content_says_nothing_of_it(status: int) -> None:
    assert response(Answer(status=status, headers=(("ETag", '"1"'),)), b"", is_head=False, is_last=False).endswith(
        b'\r\netag: "1"\r\n\r\n'
    )
    assert encoded_headers(Answer(status=status)) == []


def test_a_status_that_no_rfc_has_is_sent_without_a_phrase() -> None:
    assert response(Answer(status=520), b"", is_head=False, is_last=False).startswith(b"HTTP/1.1 520 \r\n")


@pytest.mark.parametrize(
    "pair",
    [
        ("X-Request-Id", "b\r\nX-C: d"),
        ("Location", "/\x00"),
        ("Link", "€"),
        ("X-A", "b\r\nX-C: d"),
        ("X-A\r\nX-C", "d"),
        ("X A", "b"),
        ("X-A", "b\x00"),
        ("X-A", "€"),
    ],
)
def test_what_is_no_header_is_never_written(pair: tuple[str, str]) -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match=r"no header|can't encode"):
            response(Answer(status=200, headers=(pair,)), b"", is_head=False, is_last=False)


def test_a_thousand_different_headers_are_written_right() -> None:
    for number in range(1_000):
        answer = Answer(status=204, headers=(("X-Number", str(number)),))

        assert response(answer, b"", is_head=False, is_last=False).endswith(b"x-number: %d\r\n\r\n" % number)


def test_what_is_long_or_hardly_ever_the_same_takes_no_room_from_what_is_in_every_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines: dict[tuple[str, str], bytes] = {}
    monkeypatch.setattr(response_module, "_lines", lines)
    for number in range(1_000):
        new = tuple(
            (name, f"{name}-{number}") for name in ("X-Request-Id", "Link", "Location", "X-RateLimit-Remaining")
        )
        answer = Answer(status=204, headers=(("Vary", "Accept"), *new, ("X-Long", f"{number:0129}")))

        assert response(answer, b"", is_head=False, is_last=False).endswith(
            b"vary: Accept\r\n"
            b"x-request-id: X-Request-Id-%d\r\nlink: Link-%d\r\nlocation: Location-%d\r\n"
            b"x-ratelimit-remaining: X-RateLimit-Remaining-%d\r\nx-long: %0129d\r\n\r\n" % ((number,) * 5)
        )
    assert lines == {("Vary", "Accept"): b"vary: Accept\r\n"}


def test_a_new_header_that_is_not_ascii_is_written_as_latin_1() -> None:
    answer = Answer(status=204, headers=(("Location", "/café"),))

    assert response(answer, b"", is_head=False, is_last=False).endswith(b"location: /caf\xe9\r\n\r\n")
