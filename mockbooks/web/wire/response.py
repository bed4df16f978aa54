"""An answer as the bytes of an HTTP/1.1 response."""

import re
from http import HTTPStatus
from typing import Final

from mockbooks.traffic.exchange import Answer

Pair = tuple[str, str]
RawPair = tuple[bytes, bytes]

_BODILESS_STATUSES: Final = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})
# A scenario may answer with a status that no RFC has, such as the 520 of a proxy.
_PHRASES: Final = {status.value: status.phrase for status in HTTPStatus}
_STATUS_LINES: Final = {
    status: f"HTTP/1.1 {status} {_PHRASES.get(status, '')}\r\n".encode("ascii") for status in range(200, 600)
}
# RFC 9110, sections 5.1 and 5.5: what would end a name or a line is never put on the wire.
_NOT_IN_A_NAME: Final = re.compile(r'[\x00-\x20\x7f()<>@,;:\\"/\[\]?={}]')
_NOT_IN_A_VALUE: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
# Most headers are the same in every answer. When there is no more room all are forgotten: those are soon here again.
_MOST_LINES: Final = 512
_LONGEST_VALUE: Final = 128
# These are hardly ever the same again: remembered, they would only take that room from the others.
_OFTEN_NEW: Final = {
    name: f"{name.lower()}: "
    for name in ("X-Request-Id", "RateLimit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Link", "Location", "ETag")
}
_lines: Final[dict[Pair, bytes]] = {}
_CLOSE: Final = b"connection: close\r\n"


def response(answer: Answer, date_line: bytes, *, is_head: bool, is_last: bool) -> bytes:
    """Write an answer: `is_head` withholds its body, and `is_last` says that the connection is closed behind it.

    Raises ValueError for a header that cannot be put on the wire.
    """
    pieces = [_STATUS_LINES[answer.status], date_line]
    pieces += [_lines.get(each) or _line(each) for each in answer.headers]
    has_content = answer.status not in _BODILESS_STATUSES
    if has_content:
        if answer.media_type:
            content_type = ("Content-Type", answer.media_type)
            pieces.append(_lines.get(content_type) or _line(content_type))
        pieces.append(b"content-length: %d\r\n" % len(answer.body))
    if is_last:
        pieces.append(_CLOSE)
    pieces.append(b"\r\n")
    if has_content and not is_head:
        pieces.append(answer.body)
    return b"".join(pieces)


def headers_of(answer: Answer) -> list[Pair]:
    """Give the headers of an answer with those that its body brings along."""
    headers = list(answer.headers)
    if answer.status in _BODILESS_STATUSES:
        return headers
    if answer.media_type:
        headers.append(("Content-Type", answer.media_type))
    headers.append(("Content-Length", str(len(answer.body))))
    return headers


def encoded_headers(answer: Answer) -> list[RawPair]:
    """Give the same headers as they are on the wire."""
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers_of(answer)]


def _line(pair: Pair) -> bytes:
    """Write a header that has not been written before, and remember it where it may well come again."""
    name, value = pair
    beginning = _OFTEN_NEW.get(name)
    if beginning is not None and value.isascii() and value.isprintable():
        return f"{beginning}{value}\r\n".encode("ascii")
    if _NOT_IN_A_NAME.search(name) or _NOT_IN_A_VALUE.search(value):
        raise ValueError(f"{pair!r} is no header")
    line = f"{name.lower()}: {value}\r\n".encode("latin-1")
    if beginning is None and len(value) <= _LONGEST_VALUE:
        _remember(pair, line)
    return line


def _remember(pair: Pair, line: bytes) -> None:
    if len(_lines) >= _MOST_LINES:
        _lines.clear()
    _lines[pair] = line
