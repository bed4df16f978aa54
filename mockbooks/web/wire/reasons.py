"""Why a request could not be read, for whoever sent it: what llhttp says is for those who know llhttp."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from mockbooks.texts import Text, cut

Came = Callable[[bytes], bytes]

_TLS_HANDSHAKE: Final = b"\x16"  # RFC 8446, section 5.1: how whatever speaks TLS begins
_NAMED: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:")  # RFC 9110, section 5.6.2


def _method(head: bytes) -> bytes:
    return _first_line(head).partition(b" ")[0]


def _target(head: bytes) -> bytes:
    return _first_line(head).partition(b" ")[2].partition(b" ")[0]


def _version(head: bytes) -> bytes:
    return _first_line(head).partition(b" ")[2].partition(b" ")[2]


def _header_name(head: bytes) -> bytes:
    """Give the first name that is none: a whole line where no colon ends it."""
    return next((line.partition(b":")[0] for line in _headers(head) if not _NAMED.match(line)), b"")


def _value_of(header: bytes) -> Came:
    """Give what finds the value of a header, joined where it comes twice (RFC 9110, section 5.3)."""

    def find(head: bytes) -> bytes:
        pairs = (line.split(b":", 1) for line in _headers(head) if b":" in line)
        return b", ".join(value.strip(b" \t") for name, value in pairs if name.lower() == header)

    return find


def _nothing(_: bytes) -> bytes:
    return b""


def _first_line(head: bytes) -> bytes:
    return head.lstrip(b"\r\n").partition(b"\n")[0].removesuffix(b"\r")


def _headers(head: bytes) -> list[bytes]:
    """Give the lines of the headers."""
    return head.lstrip(b"\r\n").partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]


class _Reason(NamedTuple):
    """What stands for all that llhttp says with one of these beginnings; `{came}` is what came, where that is known."""

    beginnings: tuple[str, ...]
    text: Text
    came: Came = _nothing


_TLS: Final = Text(
    "this is TLS, and http is spoken here: write http:// for https://, or start the server with --tls",
    "dit is TLS, en hier wordt http gesproken: schrijf http:// in plaats van https://, of start de server met --tls",
)
_METHODS: Final = "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS"
_VERSION: Final = Text(
    "behind the method and the URL{came} does not do: HTTP/1.1 or HTTP/1.0 stands there, and a space in a URL is %20",
    "achter de methode en de URL kan{came} niet: daar staat HTTP/1.1 of HTTP/1.0, en een spatie in een URL is %20",
)
_CODING: Final = Text(
    "its Transfer-Encoding{came} does not do: the only one is chunked, and of HTTP/1.1",
    "de Transfer-Encoding{came} kan niet: de enige is chunked, en van HTTP/1.1",
)
_LENGTH: Final = Text(
    "its Content-Length{came} is not one number of bytes in digits",
    "de Content-Length{came} is niet één aantal bytes in cijfers",
)
_VERSION_WRONG: Final = Text("its version{came} is not HTTP/1.1", "de versie{came} is niet HTTP/1.1")
_LINE_END: Final = Text("a line does not end with CR LF", "een regel eindigt niet met CR LF")
_REASONS: Final = (
    _Reason(
        ("Invalid method", "Expected space after method"),
        Text(
            f"its method{{came}} is not known here; these are, in capitals: {_METHODS}",
            f"de methode{{came}} is hier niet bekend; deze zijn het wel, in hoofdletters: {_METHODS}",
        ),
        _method,
    ),
    _Reason(
        ("Pause on PRI/Upgrade", "Expected HTTP/2"),
        Text("HTTP/2 is not served; HTTP/1.1 is", "HTTP/2 wordt niet gesproken, HTTP/1.1 wel"),
    ),
    _Reason(("Expected HTTP/,", "Invalid HTTP version", "Invalid major", "Invalid minor"), _VERSION, _version),
    _Reason(
        ("Invalid char in url", "Invalid characters in url", "Unexpected char in url"),
        Text(
            "its target{came} is no URL with a path, in which all beyond ASCII is percent-encoded",
            "het doel{came} is geen URL met een pad, waarin alles buiten ASCII als %xx is geschreven",
        ),
        _target,
    ),
    _Reason(
        ("Invalid header token",),
        Text(
            "a header{came} has no proper name: letters, digits and hyphens, and a colon right behind them",
            "een header{came} heeft geen goede naam: letters, cijfers, streepjes, en meteen erachter een dubbelepunt",
        ),
        _header_name,
    ),
    _Reason(
        ("Invalid header value",),
        Text("a header holds a control character", "een header bevat een stuurteken"),
    ),
    _Reason(
        ("Unexpected whitespace after header value", "Unexpected space after start line"),
        Text(
            "a line of its headers begins with a space: each header stands on one line",
            "een regel van de headers begint met een spatie: elke header staat op één regel",
        ),
    ),
    _Reason(
        ("Transfer-Encoding can't be", "Content-Length can't be"),
        Text(
            "it has both Content-Length and Transfer-Encoding, and only one of them is allowed",
            "er is zowel een Content-Length als een Transfer-Encoding, en maar één van beide mag",
        ),
    ),
    _Reason(
        ("Request has invalid `Transfer-Encoding`", "Invalid `Transfer-Encoding`"),
        _CODING,
        _value_of(b"transfer-encoding"),
    ),
    _Reason(
        (
            "Duplicate Content-Length",
            "Invalid character in Content-Length",
            "Empty Content-Length",
            "Content-Length overflow",
        ),
        _LENGTH,
        _value_of(b"content-length"),
    ),
    _Reason(
        ("Invalid character in chunk size", "Chunk size overflow", "Expected LF after chunk data"),
        Text(
            "the size of a chunk is not the number of its bytes in hexadecimal digits",
            "de grootte van een chunk is niet het aantal bytes ervan in hexadecimale cijfers",
        ),
    ),
    _Reason(("Expected CRLF", "Expected LF", "Missing expected"), _LINE_END),
)


def reason(said: str, head: bytes) -> Text | str:
    """Tell why what llhttp has refused with these words was refused.

    `head` is the request from its first byte as far as it came, empty where that is not known any more. What stands
    in no table is told in llhttp's own words.
    """
    if head.startswith(_TLS_HANDSHAKE):
        return _TLS
    found = next((each for each in _REASONS if said.startswith(each.beginnings)), None)
    return _with(found.text, found.came(head).decode(errors="replace")) if found else said


def coding_wrong(coding: str) -> Text:
    """Tell of a coding of the body that is none of HTTP/1.1."""
    return _with(_CODING, coding)


def length_wrong(length: str) -> Text:
    """Tell of a length of the body that is none."""
    return _with(_LENGTH, length)


def version_wrong(version: str) -> Text:
    """Tell of a version of HTTP that is not served; where a request names none it is 0.9."""
    return _with(_VERSION_WRONG, f"HTTP/{version}")


def _with(text: Text, came: str) -> Text:
    """Put what came into a text, quoted, printable and not too long; nothing where nothing is known of it."""
    quoted = f' "{cut(_printable(came))}"' if came else ""
    return Text(*(each.replace("{came}", quoted) for each in text))


def _printable(came: str) -> str:
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in came)
