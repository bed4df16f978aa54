"""Hostile framing: what is no single request, or pretends to be, gets one proper refusal and no second answer."""

import pytest

from tests.e2e.conftest import Start
from tests.e2e.reliability.conftest import Attack
from tests.e2e.reliability.messages import BODY, CHUNKED, GET, HOST, LAST, POST, SMUGGLED, chunk, in_chunks

MEGABYTE = 1_000_000
LENGTH = b"Content-Length: "
TE = b"Transfer-Encoding: "
GOOD = chunk(BODY)

# Where it ends is not agreed on, so that a proxy before us and we could take it for different requests (RFC 9112,
# section 6.3): refused, and what comes behind it is never read as a request.
AMBIGUOUS = {
    "both: CL.TE": POST + LENGTH + b"6\r\n" + CHUNKED + b"\r\n0\r\n\r\n" + SMUGGLED,
    "both: TE.CL": POST + CHUNKED + LENGTH + b"3\r\n\r\n%x\r\n" % len(SMUGGLED) + SMUGGLED + b"\r\n0\r\n\r\n",
    "length twice, different": POST + LENGTH + b"0\r\n" + LENGTH + b"3\r\n\r\n" + SMUGGLED,
    "length twice, the same": POST + LENGTH + b"0\r\n" + LENGTH + b"0\r\n\r\n" + SMUGGLED,
    "length as a list": POST + LENGTH + b"0, 0\r\n\r\n" + SMUGGLED,
    "length below zero": POST + LENGTH + b"-1\r\n\r\n" + SMUGGLED,
    "length with a sign": POST + LENGTH + b"+0\r\n\r\n" + SMUGGLED,
    "length in hexadecimal": POST + LENGTH + b"0x0\r\n\r\n" + SMUGGLED,
    "length of two words": POST + LENGTH + b"0 0\r\n\r\n" + SMUGGLED,
    "length of nothing": POST + LENGTH + b"\r\n\r\n" + SMUGGLED,
    "length beyond 64 bits": POST + LENGTH + b"18446744073709551616\r\n\r\n" + SMUGGLED,
    "length of 26 digits": POST + LENGTH + b"9" * 26 + b"\r\n\r\n" + SMUGGLED,
    "TE.TE: another coding": in_chunks(TE + b"xchunked\r\n", GOOD) + SMUGGLED,
    "TE.TE: a space before the colon": in_chunks(b"Transfer-Encoding : chunked\r\n", GOOD) + SMUGGLED,
    "TE.TE: a vertical tab": in_chunks(b"Transfer-Encoding:\x0bchunked\r\n", GOOD) + SMUGGLED,
    "TE.TE: a space before the name": in_chunks(b" " + CHUNKED, GOOD) + SMUGGLED,
    "TE.TE: behind a bare LF": in_chunks(b"X: x\n" + CHUNKED, GOOD) + SMUGGLED,
    "TE.TE: on a folded line": in_chunks(b"Transfer-Encoding\r\n: chunked\r\n", GOOD) + SMUGGLED,
    "TE.TE: twice": in_chunks(CHUNKED * 2, GOOD) + SMUGGLED,
    "TE.TE: chunked, then identity": in_chunks(CHUNKED + TE + b"identity\r\n", GOOD) + SMUGGLED,
    "TE.TE: in quotes": in_chunks(TE + b'"chunked"\r\n', GOOD) + SMUGGLED,
    "TE.TE: with a parameter": in_chunks(TE + b"chunked;q=1\r\n", GOOD) + SMUGGLED,
    "TE.TE: identity": in_chunks(TE + b"identity\r\n", GOOD) + SMUGGLED,
    "TE.TE: nothing": in_chunks(TE + b"\r\n", GOOD) + SMUGGLED,
    "TE.TE: gzip alone": in_chunks(TE + b"gzip\r\n", GOOD) + SMUGGLED,
    "length in a trailer": in_chunks(CHUNKED, end=b"0\r\nContent-Length: 5\r\n\r\n") + SMUGGLED,
}

CHUNKS = {
    "size below zero": in_chunks(CHUNKED, b"-1\r\n") + SMUGGLED,
    "size with a prefix": in_chunks(CHUNKED, b"0x5\r\nabcde\r\n") + SMUGGLED,
    "size beyond 64 bits": in_chunks(CHUNKED, b"f" * 17 + b"\r\n") + SMUGGLED,
    "size that wraps round to five": in_chunks(CHUNKED, b"10000000000000005\r\nabcde\r\n") + SMUGGLED,
    "size of nothing": in_chunks(CHUNKED, b"\r\n") + SMUGGLED,
    "size and a space": in_chunks(CHUNKED, b"5 \r\nabcde\r\n") + SMUGGLED,
    "size ends in a bare LF": in_chunks(CHUNKED, b"%x\n" % len(BODY) + BODY + b"\n", end=b"0\n\n") + SMUGGLED,
    "more than its size": in_chunks(CHUNKED, b"3\r\nabcdef\r\n") + SMUGGLED,
    "no end of line behind it": in_chunks(CHUNKED, b"3\r\nabc") + SMUGGLED,
    "an extension ends in a bare LF": in_chunks(CHUNKED, b"5;a=b\nabcde\r\n") + SMUGGLED,
}

HEADS = {
    "an obsolete fold": GET + b"X: a\r\n b\r\n\r\n",
    "a fold on the first line": b"GET /api/v1/support HTTP/1.1\r\n " + HOST + b"\r\n",
    "NUL in a value": GET + b"X: a\x00b\r\n\r\n",
    "NUL in a name": GET + b"X\x00: b\r\n\r\n",
    "NUL in the target": b"GET /api/v1/support\x00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "bare LFs": b"GET /api/v1/support HTTP/1.1\nHost: a\n\n",
    "a bare LF": b"GET /api/v1/support HTTP/1.1\r\nHost: a\nX: b\r\n\r\n",
    "a bare CR": b"GET /api/v1/support HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
    "bare CRs": b"GET /api/v1/support HTTP/1.1\rHost: a\r\r",
    "a field without a name": GET + b": x\r\n\r\n",
    "a field without a colon": GET + b"Xyz\r\n\r\n",
    "a space in a name": GET + b"X y: z\r\n\r\n" + SMUGGLED,
    "a space in the target": b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "tabs for spaces": b"GET\t/\tHTTP/1.1\r\n" + HOST + b"\r\n",
    "a method in small letters": b"get /api/v1/support HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method that is none": b"BREW /api/v1/support HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method of 1 MB": b"G" * MEGABYTE + b" / HTTP/1.1\r\n" + HOST + b"\r\n",
    "HTTP/1.2": b"GET /api/v1/support HTTP/1.2\r\n" + HOST + b"\r\n",
    "http in small letters": b"GET /api/v1/support http/1.1\r\n" + HOST + b"\r\n",
    "a version of 1 MB": b"GET / HTTP/1." + b"1" * MEGABYTE + b"\r\n" + HOST + b"\r\n",
    "the preface of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\x00\x00\x00\x04\x00\x00\x00\x00\x00",
    "the hello of TLS": bytes.fromhex("16030100c8010000c40303") + bytes(190),
    "no host": b"GET /api/v1/support HTTP/1.1\r\n\r\n",
    "two hosts": GET + HOST + b"\r\n",
}

TOO_LARGE = {
    "100 000 header fields": (GET + b"X: y\r\n" * 100_000 + b"\r\n", "431", "headers_too_large"),
    "a header of 1 MB": (GET + b"X: " + b"y" * MEGABYTE + b"\r\n\r\n", "431", "headers_too_large"),
    "the name of a header of 1 MB": (GET + b"X" * MEGABYTE + b": y\r\n\r\n", "431", "headers_too_large"),
    "a trailer of 1 MB": (
        in_chunks(CHUNKED, end=b"0\r\nX: " + b"a" * MEGABYTE + b"\r\n\r\n"),
        "431",
        "headers_too_large",
    ),
    "100 000 trailers": (
        in_chunks(CHUNKED, end=b"0\r\n" + b"X: a\r\n" * 100_000 + b"\r\n"),
        "431",
        "headers_too_large",
    ),
    "a URL of 1 MB": (b"GET /" + b"y" * MEGABYTE + b" HTTP/1.1\r\n" + HOST + b"\r\n", "414", "url_too_long"),
    "a body of 16 exabytes": (POST + LENGTH + b"18446744073709551615\r\n\r\n", "413", "body_too_large"),
    "a booking behind a body that is too large": (
        POST + LENGTH + b"20000000\r\n\r\n" + SMUGGLED * 3,
        "413",
        "body_too_large",
    ),
}

# Each has one reading, so that it is taken; what lies in a body or behind the last request stays unread.
ONE_ANSWER = {
    "a booking in the body of a GET": GET + LAST + LENGTH + b"%d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
    "a booking behind the last request": GET + LAST + b"\r\n" + SMUGGLED,
    "empty lines before the request": b"\r\n" * 3 + GET + LAST + b"\r\n",
}

UNFINISHED = {
    "half a head": b"GET /api/v1/support HTTP/1.1\r\nHo",
    "three of ten bytes": POST + LENGTH + b"10\r\n\r\nabc",
    "two of five bytes of a chunk": in_chunks(CHUNKED, b"5\r\nab", end=b""),
    "chunks without the last one": in_chunks(CHUNKED, GOOD, end=b""),
}


@pytest.mark.parametrize("request_", (AMBIGUOUS | CHUNKS | HEADS).values(), ids=(AMBIGUOUS | CHUNKS | HEADS).keys())
def test_what_is_no_single_request_is_refused_and_ends_the_connection(attack: Attack, request_: bytes) -> None:
    reply = attack(request_)

    assert reply.statuses == ["400"]
    assert reply.codes == ["malformed_request"]
    assert "connection: close" in reply.text


@pytest.mark.parametrize(("request_", "status", "code"), TOO_LARGE.values(), ids=TOO_LARGE.keys())
def test_what_is_too_large_is_refused_for_that(attack: Attack, request_: bytes, status: str, code: str) -> None:
    reply = attack(request_)

    assert reply.statuses == [status]
    assert reply.codes == [code]


@pytest.mark.parametrize("request_", ONE_ANSWER.values(), ids=ONE_ANSWER.keys())
def test_what_is_one_request_gets_one_answer(attack: Attack, request_: bytes) -> None:
    assert attack(request_).statuses == ["200"]


@pytest.mark.parametrize("request_", UNFINISHED.values(), ids=UNFINISHED.keys())
def test_what_ends_before_its_end_is_never_done(attack: Attack, request_: bytes) -> None:
    assert attack(request_, ends=True).text == ""


def test_a_wish_for_websocket_hides_no_booking(attack: Attack) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: websocket\r\n" + LENGTH + b"%d\r\n\r\n" % len(SMUGGLED)

    assert attack(GET + upgrade + SMUGGLED + GET + LAST + b"\r\n").statuses == ["200", "200"]


def test_a_thousand_requests_at_once_are_answered_in_order(attack: Attack) -> None:
    numbered = b"".join(GET + b"X-Request-Id: flood-%d\r\n\r\n" % number for number in range(1_000))
    reply = attack(numbered + GET + LAST + b"\r\n")
    ids = [line.removeprefix("x-request-id: ") for line in reply.text.split("\r\n") if "flood-" in line]

    assert reply.statuses == ["200"] * 1_001
    assert ids == [f"flood-{number}" for number in range(1_000)]


def test_a_body_of_single_bytes_is_read_like_any_other(attack: Attack) -> None:
    reply = attack(in_chunks(CHUNKED + LAST, b"1\r\n \r\n" * 50_000))

    assert reply.statuses == ["400"]
    assert reply.codes == ["malformed_json"]


# ---- What the attacks have found, and what holds since --------------------------------------------------------------


@pytest.mark.parametrize("version", [b"", b" HTTP/0.9", b" HTTP/2.0"], ids=["none", "0.9", "2.0"])
def test_a_version_that_is_not_spoken_is_refused(attack: Attack, version: bytes) -> None:
    reply = attack(b"GET /api/v1/support" + version + b"\r\n" + HOST + b"\r\n")

    assert reply.codes == ["malformed_request"]


@pytest.mark.parametrize(
    "chunks",
    [[b"1;" + b"a" * MEGABYTE + b"\r\nx\r\n"], [b"1;" + b"a" * 15_000 + b"\r\nx\r\n"] * 60],
    ids=["one", "many"],
)
def test_extensions_of_chunks_are_bounded_as_headers_are(attack: Attack, chunks: list[bytes]) -> None:
    assert attack(in_chunks(CHUNKED + LAST, *chunks)).codes == ["headers_too_large"]


def test_empty_lines_keep_no_connection_open(start: Start) -> None:
    with start("--slow-request-seconds=0.6").connect() as connection:
        connection.sendall(b"\r\n")

        assert connection.recv(100) == b""
