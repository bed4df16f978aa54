"""Requests as bytes, good ones, to spoil or to hide others in."""

import json

from tests.e2e.reliability.conftest import DEBTOR, TOKEN

HOST = b"Host: localhost\r\n"
BEARER = f"Authorization: Bearer {TOKEN}\r\n".encode()
LAST = b"Connection: close\r\n"
BODY = json.dumps(DEBTOR).encode()

GET = b"GET /api/v1/support HTTP/1.1\r\n" + HOST
POST = b"POST /api/v1/debtors HTTP/1.1\r\n" + HOST + BEARER + b"Content-Type: application/json\r\n"
# A whole booking: should it ever be done, the books show it.
SMUGGLED = POST + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
CHUNKED = b"Transfer-Encoding: chunked\r\n"


def sent(body: bytes, *, method: bytes = b"POST", path: bytes, media_type: bytes = b"application/json") -> bytes:
    """Give a request with a body, as its length says, after which the connection ends."""
    head = b"%s %s HTTP/1.1\r\n" % (method, path) + HOST + BEARER + LAST
    return head + b"Content-Type: %s\r\nContent-Length: %d\r\n\r\n" % (media_type, len(body)) + body


def asked(path: bytes, *headers: bytes, method: bytes = b"GET", host: bytes = b"localhost") -> bytes:
    """Give a request without a body, after which the connection ends."""
    lines = [b"%s %s HTTP/1.1" % (method, path), b"Host: " + host, BEARER.strip(), LAST.strip(), *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def in_chunks(coding: bytes, *chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """Give a request whose body comes in pieces that are written out here, sizes and all."""
    return POST + coding + b"\r\n" + b"".join(chunks) + end


def chunk(body: bytes) -> bytes:
    """Write a piece as it should be."""
    return b"%x\r\n%s\r\n" % (len(body), body)
