"""Whatever a stranger does on the wire is a value in time: an answer within bounds, or a trouble with its reason."""

import gzip
import socket
import struct
import time
from dataclasses import replace
from itertools import pairwise, repeat
from pathlib import Path
from typing import Final

import pytest

from mockbooks.conformance.wire.client import AuthorityError, Client, trusting
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.fetching import FetchError, fetch
from mockbooks.conformance.wire.following import AstrayError, follow
from mockbooks.conformance.wire.shown import shown
from mockbooks.conformance.wire.trouble import Kind
from mockbooks.server import running
from mockbooks.settings import Settings
from tests.conformance.hostile import Script, answering, hostile, response

QUICK_SECONDS: Final = 0.4
MEBIBYTE: Final = 1024 * 1024


def ask(url: str, *, seconds: float = 5.0, authority: Path | None = None, most_bytes: int = 4 * MEBIBYTE) -> Exchange:
    client = Client(timeout_seconds=seconds, clock=time.monotonic, context=trusting(authority))
    return client.send(Request(method="GET", url=url), most_bytes=most_bytes)


def trouble(script: Script, *, seconds: float = 5.0) -> Kind | None:
    with hostile(script) as url:
        exchange = ask(url, seconds=seconds)
    return exchange.trouble.kind if exchange.trouble else None


def answer(script: Script, *, most_bytes: int = 4 * MEBIBYTE) -> Answer:
    with hostile(script) as url:
        exchange = ask(url, most_bytes=most_bytes)
    assert exchange.answer is not None
    return exchange.answer


# Answers


def test_an_answer_comes_with_status_headers_and_body() -> None:
    got = answer(answering(response(b'{"id": 1}', status="201 Created")))

    assert (got.status, got.media_type, got.body, got.is_cut) == (201, "application/json", b'{"id": 1}', False)


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    got = answer(answering(response(b"", status="302 Found", headers=["Location: http://127.0.0.1:9/login"])))

    assert (got.status, got.header("location")) == (302, "http://127.0.0.1:9/login")


def test_an_answer_that_only_announces_one_is_passed_by() -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 3

    got = answer(answering(hints, b"HTTP/1.1 100 Continue\r\n\r\n", response(b"[]")))

    assert (got.status, got.body, got.header("Link")) == (200, b"[]", None)


def test_answers_that_announce_one_without_end_are_given_up() -> None:
    assert trouble(answering(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 11, response(b"[]"))) is Kind.NO_HTTP


def test_another_protocol_is_an_answer() -> None:
    assert answer(answering(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")).status == 101


def test_bodies_are_not_kept_by_the_client() -> None:
    client = Client(timeout_seconds=5, clock=time.monotonic, context=trusting(None))
    with hostile(answering(response(b"[]"))) as url:
        exchange = client.send(Request(method="GET", url=url))

    assert exchange.answer is not None
    assert [kept.answer for kept in client.exchanges] == [replace(exchange.answer, body=b"")]


def test_a_body_that_does_not_end_is_cut() -> None:
    def endless(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for piece in repeat(b"x" * 65536):
            connection.sendall(piece)

    got = answer(endless, most_bytes=MEBIBYTE)

    assert (len(got.body), got.is_cut) == (MEBIBYTE, True)


def test_a_bomb_counts_as_what_it_unpacks_to() -> None:
    bomb = gzip.compress(bytes(64 * MEBIBYTE))

    got = answer(answering(response(bomb, headers=["Content-Encoding: gzip"])), most_bytes=MEBIBYTE)

    assert len(bomb) < MEBIBYTE
    assert (len(got.body), got.is_cut) == (MEBIBYTE, True)


def test_what_is_packed_is_unpacked() -> None:
    assert answer(answering(response(gzip.compress(b"[]"), headers=["Content-Encoding: gzip"]))).body == b"[]"


# Trouble


def test_a_body_in_crumbs_is_given_up_in_time() -> None:
    def dribble(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        for piece in repeat(b"x", 1000):
            connection.sendall(piece)
            time.sleep(0.05)

    began = time.monotonic()
    assert trouble(dribble, seconds=QUICK_SECONDS) is Kind.TOO_SLOW
    assert time.monotonic() - began < 5


def test_headers_in_crumbs_are_given_up_in_time() -> None:
    def dribble(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for piece in repeat(b"X-Crumb: 1\r\n", 90):
            connection.sendall(piece)
            time.sleep(0.05)

    assert trouble(dribble, seconds=QUICK_SECONDS) is Kind.TOO_SLOW


def test_a_reset_is_a_connection_broken_off() -> None:
    def reset(connection: socket.socket, _: bytes) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert trouble(reset) is Kind.BROKEN_OFF


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (b"", Kind.BROKEN_OFF),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Kind.NO_HTTP),
        (b"HTTP/1.1 twohundred OK\r\n\r\n", Kind.NO_HTTP),
        (b"HTTP/1.1 200 OK\r\n" + b"X-Many: 1\r\n" * 300 + b"\r\n", Kind.NO_HTTP),
        (b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000 + b"\r\n\r\n", Kind.NO_HTTP),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", Kind.INCOMPLETE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}", Kind.INCOMPLETE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfive\r\n{}", Kind.INCOMPLETE),
        (response(b"no gzip", headers=["Content-Encoding: gzip"]), Kind.UNREADABLE),
    ],
)
def test_an_answer_that_is_none_is_told_by_its_kind(sent: bytes, kind: Kind) -> None:
    assert trouble(answering(sent)) is kind


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://127.0.0.1:9/", Kind.REFUSED),
        ("http://nowhere.invalid/", Kind.UNKNOWN_HOST),
        ("ftp://127.0.0.1/", Kind.UNSENDABLE),
        ("http://127.0.0.1:99999/", Kind.UNSENDABLE),
        ("http://127.0.0.1:9/a b", Kind.UNSENDABLE),
    ],
)
def test_what_cannot_be_asked_is_told_by_its_kind(url: str, kind: Kind) -> None:
    exchange = ask(url)

    assert exchange.trouble is not None
    assert exchange.trouble.kind is kind


def test_plain_http_under_an_https_url_is_told() -> None:
    with hostile(answering(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as url:
        exchange = ask(url.replace("http://", "https://"))

    assert exchange.trouble is not None
    assert exchange.trouble.kind is Kind.NO_TLS


def test_certificates_are_verified_by_the_ca_that_is_named_and_by_the_name_of_the_host(tmp_path: Path) -> None:
    settings = Settings(
        host="0.0.0.0",  # noqa: S104 - so that it is reached by an address that its certificate is not for
        port=0,
        debtors=1,
        products=1,
        transactions=0,
        tls=True,
        tls_folder=str(tmp_path / "tls"),
    )
    with running(settings) as server:
        place = f":{server.port}/_mockbooks/health"
        stranger = ask(f"https://127.0.0.1{place}")
        known = ask(f"https://127.0.0.1{place}", authority=server.authority_file)
        elsewhere = ask(f"https://127.0.0.2{place}", authority=server.authority_file)

    assert known.answer is not None
    assert stranger.trouble is not None
    assert stranger.trouble.kind is Kind.NOT_TRUSTED
    assert elsewhere.trouble is not None
    assert elsewhere.trouble.kind is Kind.NOT_TRUSTED
    assert "IP address mismatch" in elsewhere.trouble.what.en


def test_a_file_that_is_no_ca_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("no certificate")

    with pytest.raises(AuthorityError, match=r"ca\.pem cannot be used as the certificate of a CA"):
        trusting(tmp_path / "ca.pem")


# Fetching


def test_a_document_is_fetched_where_its_redirects_lead() -> None:
    def script(connection: socket.socket, head: bytes) -> None:
        moved = response(b"", status="301 Moved Permanently", headers=["Location: /v2/openapi.json"])
        connection.sendall(response(b"openapi: 3.1.0") if b"/v2/" in head else moved)

    with hostile(script) as url:
        assert fetch(f"{url}/openapi.json") == b"openapi: 3.1.0"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (answering(response(b"", status="302 Found", headers=["Location: /openapi.json"])), "go round in a circle"),
        (answering(response(b"", status="404 Not Found")), "it answers with status 404"),
        (answering(b"\x00\x01\x02"), "does not speak HTTP"),
        (answering(response(gzip.compress(bytes(40 * MEBIBYTE)), headers=["Content-Encoding: gzip"])), "than 32 MiB"),
    ],
)
def test_a_document_that_cannot_be_had_is_told_in_a_line(script: Script, reason: str) -> None:
    with hostile(script) as url, pytest.raises(FetchError, match=reason) as refused:
        fetch(f"{url}/openapi.json")

    assert "\n" not in str(refused.value)


def test_redirects_without_end_are_followed_five_times() -> None:
    def further(connection: socket.socket, head: bytes) -> None:
        path = head.split()[1].decode()
        connection.sendall(response(b"", status="302 Found", headers=[f"Location: {path}x"]))

    with hostile(further) as url, pytest.raises(FetchError, match="redirects more than 5 times"):
        fetch(f"{url}/")


@pytest.mark.parametrize("url", ["openapi.json", "file:///etc/hosts", "https://", "http://[::1/", "http://host:0/"])
def test_what_is_no_url_is_not_fetched(url: str) -> None:
    with pytest.raises(FetchError, match="is no URL"):
        fetch(url)


# Redirects


def following(*urls: str) -> str:
    """Follow redirects from the first URL over all others; gives the last, or why that is not done."""
    next_of = dict(pairwise(urls))

    def send(request: Request) -> Exchange:
        to = next_of.get(request.url)
        headers = (("Location", to),) if to else ()
        return Exchange(request=request, answer=Answer(status=302 if to else 200, headers=headers))

    try:
        return follow(send, urls[0], {}).request.url
    except AstrayError as astray:
        return astray.what.en


def test_a_redirect_to_what_is_no_url_is_not_followed() -> None:
    assert following("https://a.example/", "//[") == "it redirects to //[, which is no URL"


def test_a_redirect_from_tls_to_plain_http_is_not_followed() -> None:
    assert following("https://a.example/", "http://a.example/x") == "it redirects from TLS to http://a.example/x"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8080/",
        "http://127.1/",
        "http://2130706433/",
        "http://localhost./",
        "http://api.localhost/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
    ],
)
def test_a_redirect_from_outside_to_this_machine_is_not_followed(url: str) -> None:
    told = f"it redirects to {url}, which is this machine or a link of it"

    assert following("http://a.example/", url) == told
    assert following("http://a.example/", "http://b.example/", url) == told


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://[::1]/", "http://10.0.0.1/", "http://c.example/"])
def test_a_redirect_within_this_machine_is_followed(url: str) -> None:
    assert following("http://localhost:8080/", url) == url


def test_a_redirect_to_another_host_is_followed() -> None:
    assert following("https://a.example/", "https://b.example/", "https://c.example/") == "https://c.example/"


# Evidence


def test_evidence_shows_the_exchange_and_no_secret() -> None:
    exchange = Exchange(
        request=Request(
            method="POST",
            url="https://api.example/token",
            headers={"Authorization": "Basic c2VjcmV0", "Content-Type": "application/x-www-form-urlencoded"},
            body=b"grant_type=client_credentials&client_secret=hunter2",
        ),
        answer=Answer(
            status=200,
            headers=(("Content-Type", "application/json"), ("Set-Cookie", "session=1")),
            body=b'{"access_token": "abc", "expires_in": 3600}',
        ),
    )

    assert shown(exchange, ["3600"]) == (
        "POST https://api.example/token\n"
        "Authorization: Basic ***\n"
        "Content-Type: application/x-www-form-urlencoded\n"
        "\n"
        "grant_type=client_credentials&client_secret=***\n"
        "\n"
        "HTTP 200\n"
        "Content-Type: application/json\n"
        "Set-Cookie: ***\n"
        "\n"
        '{"access_token": "***", "expires_in": ***}'
    )


def test_a_long_body_is_shown_by_its_beginning() -> None:
    exchange = Exchange(
        request=Request(method="GET", url="https://api.example/"), answer=Answer(status=200, body=b"x" * 5000)
    )

    assert shown(exchange, []).endswith("x" * 1500 + "…")
