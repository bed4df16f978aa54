"""Masking: whatever a request holds, it can be told; that no secret is told with it is held by tests/properties."""

from mockbooks.conformance.reports.printable import clean, one_line
from mockbooks.conformance.wire.masking import masked
from mockbooks.traffic.content import content_of
from mockbooks.traffic.masking import masked_headers, masked_query, masked_text, masked_value
from tests.fuzz.parser import Parser, header_of, text_of

_SECRET = "geheim-7"
_WORDS = (
    *(
        b"token",
        b"client_secret=",
        b"clientSecret",
        b'"password":',
        b"<token>",
        b"</token>",
        b"code=",
        b"code: ",
        b"qQ7",
    ),
    *(
        b"&",
        b"=",
        b": ",
        b'"',
        b"'",
        b"\n",
        b"\r\n",
        b"{",
        b"[",
        b"]",
        b"}",
        b"\\u005f",
        b"%5F",
        b"--b",
        b"user[password]=",
    ),
    *(b'name="token"\r\n\r\n', b"***abcd", b"Bearer ", b"Basic ", b";", b"<", b">", b"&amp;"),
)
_TYPES = (None, "application/json", "application/x-www-form-urlencoded", "text/html", "multipart/form-data; boundary=b")
_PATHS = ("/oauth/token", "/api/v1/debtors")


def _body(data: bytes) -> object:
    """The first byte chooses what the body is announced as and where it was sent."""
    kind = _TYPES[data[0] % len(_TYPES)] if data else None
    path, body = _PATHS[len(data) % 2], data[1:]
    return masked_text(body, kind, path), masked_value(content_of(body, kind), path)


def _header(data: bytes) -> object:
    name, _, value = header_of(data).partition(":")
    return masked_headers({name: value})


def _query(data: bytes) -> object:
    return masked_query(data, "/oauth/token")


def _report(data: bytes) -> object:
    """What a vendor wrote is shown without what is secret, and without what moves cursors."""
    text = text_of(data)
    assert _SECRET not in masked(text, (_SECRET,))
    printed = clean(text)
    assert clean(printed) == printed
    return one_line(text)


PARSERS = (
    Parser(
        name="masked-body",
        read=_body,
        seeds=(
            b'\x01{"a": [{"client_secret": "qQ7", "n": 1}], "token": [[["qQ7"]]]}',
            b'\x01{"token": ' + b"[" * 300 + b"]" * 300 + b"}",
            b"\x02a=b&client_secret=qQ7&user%5Bpassword%5D=qQ7",
            b'\x04--b\r\nContent-Disposition: form-data; name="token"\r\n\r\nqQ7\r\n--b--',
            b"\x03<a><token>qQ7</token></a> token: qQ7\nsecret = 'qQ7'",
            b'\x01{"token": "qQ7", "b": {"secret": {"c',
        ),
        words=_WORDS,
    ),
    Parser(
        name="masked-header",
        read=_header,
        seeds=(b"authorization:Bearer qQ7", b"cookie:a=b; c=qQ7; HttpOnly", b"location:/a?code=qQ7#token=qQ7"),
        words=(*_WORDS, b"set-cookie:", b"referer:", b"x-api-key:", b"?", b"#"),
    ),
    Parser(
        name="masked-query", read=_query, seeds=(b"a=b&code=qQ7&access_token=qQ7", b"user%5Btoken%5D=q"), words=_WORDS
    ),
    Parser(
        name="printed-of-vendor",
        read=_report,
        seeds=(b"a geheim-7 b", b"\x1b[2J", "\u202eabc\u2028".encode(), b"geh%65im-7", b"geheim\\u002d7"),
        words=(*_WORDS, b"\x1b[", b"\x9b", b"geheim", b"-7", b"%2525", b"\\u002d", b"&#45;", "…".encode()),
    ),
)
