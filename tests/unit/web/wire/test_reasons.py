"""Why a request could not be read is told in both languages, with what came where that is known."""

import pytest

from mockbooks.catalogue.telling import tell
from mockbooks.errors import RequestError
from mockbooks.texts import Language, Text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.wire.reasons import reason
from tests.unit.web.wire.line import Line, pipeline_to
from tests.unit.web.wire.test_protocol import GET, echo, on_a_loop

HEAD = b"POST / HTTP/1.1\r\nHost: a\r\n"
ENGLISH = "The HTTP request could not be read: "
DUTCH = "Het HTTP-verzoek was niet te lezen: "
METHOD_EN = "is not known here; these are, in capitals: GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS"
METHOD_NL = "is hier niet bekend; deze zijn het wel, in hoofdletters: GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS"
VERSION_EN = "does not do: HTTP/1.1 or HTTP/1.0 stands there, and a space in a URL is %20"
VERSION_NL = "niet: daar staat HTTP/1.1 of HTTP/1.0, en een spatie in een URL is %20"
TLS_NL = "en hier wordt http gesproken: schrijf http:// in plaats van https://, of start de server met --tls"
NAME_EN = "has no proper name: letters, digits and hyphens, and a colon right behind them"
NAME_NL = "heeft geen goede naam: letters, cijfers, streepjes, en meteen erachter een dubbelepunt"
LENGTH_EN = "is not one number of bytes in digits"
LENGTH_NL = "is niet één aantal bytes in cijfers"
CODING_EN = "does not do: the only one is chunked, and of HTTP/1.1"
CODING_NL = "kan niet: de enige is chunked, en van HTTP/1.1"
LINE_END = ("a line does not end with CR LF", "een regel eindigt niet met CR LF")
CHUNK = (
    "the size of a chunk is not the number of its bytes in hexadecimal digits",
    "de grootte van een chunk is niet het aantal bytes ervan in hexadecimale cijfers",
)


async def refusals_of(*sent: bytes) -> list[RequestError]:
    """Send pieces, and give what they were refused with."""
    refused: list[RequestError] = []

    def keep(error: RequestError, _: Exchange) -> Answer:
        refused.append(error)
        return Answer(status=400)

    line = Line(pipeline_to(echo, render_error=keep))
    for piece in sent:
        line.send(piece)
    return refused


def detail(error: RequestError, language: Language) -> str:
    return tell(error.complaints[0], language)


@pytest.mark.parametrize(
    ("sent", "english", "dutch"),
    [
        (b"BREW / HTTP/1.1\r\n", f'its method "BREW" {METHOD_EN}', f'de methode "BREW" {METHOD_NL}'),
        (b"get / HTTP/1.1\r\n", f'its method "get" {METHOD_EN}', f'de methode "get" {METHOD_NL}'),
        (b"GETX / HTTP/1.1\r\n", f'its method "GETX" {METHOD_EN}', f'de methode "GETX" {METHOD_NL}'),
        (b"hallo\r\n", f'its method "hallo" {METHOD_EN}', f'de methode "hallo" {METHOD_NL}'),
        (b"\r\n\x1b[2J{0}\n", f'its method "�[2J{{0}}" {METHOD_EN}', f'de methode "�[2J{{0}}" {METHOD_NL}'),
        (b"x" * 61, f'its method "{"x" * 59}…" {METHOD_EN}', f'de methode "{"x" * 59}…" {METHOD_NL}'),
        (
            b"\x16\x03\x01\x02\x00\x01\x00",
            "this is TLS, and http is spoken here: write http:// for https://, or start the server with --tls",
            f"dit is TLS, {TLS_NL}",
        ),
        (
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "HTTP/2 is not served; HTTP/1.1 is",
            "HTTP/2 wordt niet gesproken, HTTP/1.1 wel",
        ),
        (
            b"GET / FOO/1.1\r\n",
            f'behind the method and the URL "FOO/1.1" {VERSION_EN}',
            f'achter de methode en de URL kan "FOO/1.1" {VERSION_NL}',
        ),
        (
            b"GET /a b HTTP/1.1\r\n",
            f'behind the method and the URL "b HTTP/1.1" {VERSION_EN}',
            f'achter de methode en de URL kan "b HTTP/1.1" {VERSION_NL}',
        ),
        (
            b"GET / HTTP/9.9\r\n",
            f'behind the method and the URL "HTTP/9.9" {VERSION_EN}',
            f'achter de methode en de URL kan "HTTP/9.9" {VERSION_NL}',
        ),
        (
            b"GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            'its version "HTTP/2.0" is not HTTP/1.1',
            'de versie "HTTP/2.0" is niet HTTP/1.1',
        ),
        (b"GET /\r\n\r\n", 'its version "HTTP/0.9" is not HTTP/1.1', 'de versie "HTTP/0.9" is niet HTTP/1.1'),
        (
            "GET /café HTTP/1.1\r\n".encode(),
            'its target "/café" is no URL with a path, in which all beyond ASCII is percent-encoded',
            'het doel "/café" is geen URL met een pad, waarin alles buiten ASCII als %xx is geschreven',
        ),
        (HEAD + b"X y: 1\r\n", f'a header "X y" {NAME_EN}', f'een header "X y" {NAME_NL}'),
        (HEAD + b"X-Y : 1\r\n", f'a header "X-Y " {NAME_EN}', f'een header "X-Y " {NAME_NL}'),
        (HEAD + b"nonsense\r\n\r\nx", f'a header "nonsense" {NAME_EN}', f'een header "nonsense" {NAME_NL}'),
        (HEAD + b": 1\r\n", f"a header {NAME_EN}", f"een header {NAME_NL}"),
        (HEAD + b"X: a\0b\r\n", "a header holds a control character", "een header bevat een stuurteken"),
        (
            HEAD + b"X: a\r\n b\r\n\r\n",
            "a line of its headers begins with a space: each header stands on one line",
            "een regel van de headers begint met een spatie: elke header staat op één regel",
        ),
        (
            HEAD + b"Content-Length: abc\r\n",
            f'its Content-Length "abc" {LENGTH_EN}',
            f'de Content-Length "abc" {LENGTH_NL}',
        ),
        (
            HEAD + b"Content-Length: 1\r\ncontent-length: 2\r\n",
            f'its Content-Length "1, 2" {LENGTH_EN}',
            f'de Content-Length "1, 2" {LENGTH_NL}',
        ),
        (HEAD + b"Content-Length:\r\n\r\n", f"its Content-Length {LENGTH_EN}", f"de Content-Length {LENGTH_NL}"),
        (
            HEAD + b"Content-Length: " + b"9" * 25 + b"\r\n",
            f'its Content-Length "{"9" * 25}" {LENGTH_EN}',
            f'de Content-Length "{"9" * 25}" {LENGTH_NL}',
        ),
        (
            HEAD + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
            "it has both Content-Length and Transfer-Encoding, and only one of them is allowed",
            "er is zowel een Content-Length als een Transfer-Encoding, en maar één van beide mag",
        ),
        (
            HEAD + b"Transfer-Encoding: gzip\r\n\r\n",
            f'its Transfer-Encoding "gzip" {CODING_EN}',
            f'de Transfer-Encoding "gzip" {CODING_NL}',
        ),
        (
            HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n",
            f'its Transfer-Encoding "gzip, chunked" {CODING_EN}',
            f'de Transfer-Encoding "gzip, chunked" {CODING_NL}',
        ),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", *CHUNK),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n", *CHUNK),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n2\nab", *LINE_END),
        (b"GET / HTTP/1.1\nHost: a\n\n", *LINE_END),
    ],
)
@on_a_loop
async def test_what_could_not_be_read_is_told_in_both_languages(sent: bytes, english: str, dutch: str) -> None:
    (refusal,) = await refusals_of(sent)

    assert detail(refusal, "en") == f"{ENGLISH}{english}."
    assert detail(refusal, "nl") == f"{DUTCH}{dutch}."


@pytest.mark.parametrize(
    ("sent", "english"),
    [
        ([GET, b"BREW / HTTP/1.1\r\n"], f'its method "BREW" {METHOD_EN}'),
        ([GET + b"BREW / HTTP/1.1\r\n"], f"its method {METHOD_EN}"),
        ([b"BR", b"EW / HTTP/1.1\r\n"], f'its method "BR" {METHOD_EN}'),
        ([b"PO", b"T / HTTP/1.1\r\n"], f"its method {METHOD_EN}"),
    ],
)
@on_a_loop
async def test_only_what_is_known_to_be_the_beginning_of_a_request_is_quoted(sent: list[bytes], english: str) -> None:
    (refusal,) = await refusals_of(*sent)

    assert detail(refusal, "en") == f"{ENGLISH}{english}."


@pytest.mark.parametrize(
    ("body", "english", "dutch"),
    [
        (b"Content-Length: 11\r\n\r\n", "The body of 11 bytes is", "De body van 11 bytes is"),
        (b"Transfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n", "The body is", "De body is"),
    ],
)
@on_a_loop
async def test_a_body_that_is_too_large_is_told_its_size_where_it_was_announced(
    body: bytes, english: str, dutch: str
) -> None:
    (refusal,) = await refusals_of(HEAD + body)

    assert detail(refusal, "en") == f"{english} larger than the 10 bytes that are read."
    assert detail(refusal, "nl") == f"{dutch} groter dan de 10 bytes die worden gelezen."


def test_what_stands_in_no_table_is_told_in_the_words_of_the_parser() -> None:
    assert reason("Something new", b"GET / HTTP/1.1\r\n") == "Something new"
    assert isinstance(reason("Expected CRLF after version", b""), Text)
