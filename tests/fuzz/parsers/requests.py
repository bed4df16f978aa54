"""Whole requests: by the pipeline without a socket, and as raw bytes to a server on a port."""

import logging
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

import orjson

from mockbooks.administration.beginning import Start, started
from mockbooks.app import App, create_app
from mockbooks.control.verdict import verdict_on
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.verdict_json import verdict_json
from mockbooks.scenarios.verdict_junit import verdict_junit
from mockbooks.scenarios.verdict_text import verdict_text
from mockbooks.server import Server, running
from mockbooks.settings import Settings
from mockbooks.stage.callers import bearer_fingerprint, caller_of
from mockbooks.traffic.access_line import access_line
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.control.entries import told_entry
from mockbooks.web.wsgi import WsgiDriver
from tests.fuzz.parser import Parser, header_of

_NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_LITTLE: dict[str, Any] = {"debtors": 2, "products": 2, "transactions": 2, "limits": ()}
_HOST = re.compile(r"(?:[A-Za-z0-9._-]*|\[::1\])(?::[0-9]*)?")
_TOKEN = b"Authorization: Bearer mockbooks-demo-token\r\n"
_JSON = b"Content-Type: application/json\r\n"
_FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


class _Bugs(logging.Handler):
    """Remembers what was logged as an error: the pipeline answers a bug with 500, and logs what it was."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._found: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append(record)

    def demand_none(self) -> None:
        """Raise the first bug that was logged."""
        if self._found:
            found, self._found = self._found[0], []
            raise AssertionError(found.getMessage()) from (found.exc_info or (None, None))[1]


@cache
def _bugs() -> _Bugs:
    """Listen to all loggers of this process; what was logged is told here alone."""
    bugs = _Bugs()
    logging.getLogger().addHandler(bugs)
    return bugs


# ---- By the pipeline


@cache
def _app() -> tuple[App, Any]:
    app = create_app(Settings(**_LITTLE), FrozenClock(_NOW))
    return app, app.administrations[DEMO_ADMINISTRATION].start


def begun_anew() -> App:
    """Give the one server of this process, whose administration `demo` is as it was at the start."""
    app, start = _app()
    app.administrations[DEMO_ADMINISTRATION].begin(start)
    return app


def _exchange(data: bytes) -> object:
    """Read a request as the drivers hand it over: the administration `demo` begins anew each time."""
    app = begun_anew()
    demo = app.administrations[DEMO_ADMINISTRATION]
    exchange = _request_in(data)
    answer = app.pipeline.handle(exchange)
    exchange.end()
    _bugs().demand_none()
    assert 200 <= answer.status < 500
    assert access_line(exchange, answer, 0.0).removesuffix("\n").isprintable()
    for name, value in answer.headers:
        assert (name + value).isprintable()
        value.encode("latin-1")
    if answer.media_type.endswith("json"):
        orjson.loads(answer.body)
    for entry in demo.request_log:
        orjson.dumps([told_entry(entry, secrets=secrets) for secrets in (True, False)])
        assert caller_of(entry, app.authority.tokens) is None or bearer_fingerprint(entry)
    return answer


def _request_in(data: bytes) -> Exchange:
    head, _, body = data.partition(b"\r\n\r\n")
    line, *fields = head.split(b"\r\n")
    method, target, *_ = [*line.decode("latin-1").split(" "), "", ""][:3]
    path, _, query = target.partition("?")
    pairs = [field.partition(b":") for field in fields]
    named = [(name.strip().lower().decode("latin-1"), value.strip().decode("latin-1")) for name, _, value in pairs]
    headers = {name: value for name, value in named if name}
    host = headers.get("host", "")
    return Exchange(
        method=method or "GET",
        path=unquote(path),
        query_string=query.encode("latin-1"),
        headers=headers,
        body=body,
        # What is no host is refused on the wire already.
        host=host if _HOST.fullmatch(host) else "localhost",
        client_address="127.0.0.1",
    )


def _under_scenario(data: bytes) -> object:
    """Read a request while a scenario looks at every part of it, and ask for the verdict."""
    app, _ = _app()
    demo = app.administrations[DEMO_ADMINISTRATION]
    demo.begin(_start_under_scenario())
    exchange = _request_in(data)
    app.pipeline.handle(exchange)
    exchange.end()
    _bugs().demand_none()
    told, find = verdict_on(demo), demo.request_log.find
    return (
        orjson.dumps(verdict_json(told.verdict, told.scenario, told.changes)),
        fromstring(verdict_junit(told.verdict, told.scenario, told.changes, find)),  # noqa: S314 - our own XML
        verdict_text(told.verdict, told.scenario, told.changes, find).encode(),
    )


@cache
def _start_under_scenario() -> Start:
    scenario = load((Path(__file__).parents[1] / "busy.yaml").read_bytes(), source="busy.yaml")
    return started(_app()[0].administrations.beginning, scenario)


def _wsgi(data: bytes) -> object:
    """Read a request as a WSGI server hands it over: the first line is its Content-Length, as it was sent."""
    length, _, sent = data.partition(b"\n")
    exchange = _request_in(sent)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": exchange.method,
        "PATH_INFO": exchange.path.encode("utf-8", "replace").decode("latin-1"),
        "QUERY_STRING": exchange.query_string.decode("latin-1"),
        "CONTENT_LENGTH": header_of(length),
        "wsgi.input": BytesIO(exchange.body),
        "wsgi.url_scheme": "http",
    }
    for name, value in exchange.headers.items():
        environ.setdefault(f"HTTP_{name.upper().replace('-', '_')}", value)
    started: list[str] = []
    app = begun_anew()
    driver = WsgiDriver(app.pipeline, max_body_bytes=1_000)
    body = driver(environ, lambda status, *_: started.append(status))  # type: ignore[arg-type]
    b"".join(body)
    _bugs().demand_none()
    assert started
    return started


# ---- As raw bytes


@cache
def _server() -> tuple[Any, Server]:
    """Start a server that stays for as long as this process: it is a daemon."""
    context = running(
        Settings(port=0, slow_request_seconds=2.0, log_requests=False, **_LITTLE), clock=FrozenClock(_NOW)
    )
    return context, context.__enter__()


def _wire(data: bytes) -> object:
    """Whatever comes, each answer is one of HTTP and none is a 500, the connection ends, and the next one is served."""
    _, server = _server()
    answers = list(_answers(_sent(server.port, data)))
    _bugs().demand_none()
    assert all(status < 500 or status == 501 for status in answers)
    alive = _sent(server.port, b"GET /_mockbooks/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    assert next(_answers(alive)) == 200
    return answers


def _sent(port: int, data: bytes) -> bytes:
    """Send, say that this is all, and give what comes until the server ends the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        # A server that has refused may have closed before everything was sent.
        with suppress(ConnectionError):
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        pieces = []
        with suppress(ConnectionError):
            while piece := connection.recv(65_536):
                pieces.append(piece)
    return b"".join(pieces)


def _answers(came: bytes) -> Iterator[int]:
    """Read the statuses of what came, up to where it was cut off."""
    while came:
        head, end, rest = came.partition(b"\r\n\r\n")
        if not end:
            return
        assert head.startswith(b"HTTP/1.1 ")
        status, length = int(head[9:12]), _length_in(head)
        yield status
        # The answer to HEAD tells a length and has no body (RFC 9110, section 9.3.2).
        came = rest if rest.startswith(b"HTTP/1.1 ") else rest[length:]


def _length_in(head: bytes) -> int:
    found = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    assert len(found) <= 1
    return int(found[0].partition(b":")[2]) if found else 0


_FORMS = (
    (b"/dashboard/clock", b"clock=advance&amount=2&unit=60"),
    (b"/dashboard/clock", b"clock=set&moment=2026-11-23T10%3A15%3A00"),
    (b"/dashboard/scenario", b"name=lost-reply"),
    (b"/_mockbooks/snapshots", b'{"name": "voor de maand"}'),
    (b"/oauth/introspect", b"token=mockbooks-demo-token&client_id=mockbooks-demo&client_secret=mockbooks-demo-secret"),
    (b"/oauth/revoke", b"token=x&client_id=mockbooks-demo&client_secret=mockbooks-demo-secret"),
    (
        b"/oauth/authorize?response_type=code&client_id=mockbooks-demo&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb",
        b"decision=approve",
    ),
    (b"/oauth/register", b'{"client_name": "a", "redirect_uris": ["http://127.0.0.1/cb"]}'),
    (b"/api/v1/debtors", b'{"name": "Tim", "email": "inkoop@korenaar.example", "address": {"countryCode": "NL"}}'),
    (b"/api/v1/products", b'{"sku": "2026-0001", "description": "Brood", "unitPrice": "1.00"}'),
)
_TARGETS = (
    *(
        b"/dashboard/debtors?sought=korenaar&page=2",
        b"/dashboard/debtors?sought=deb_000001",
        b"/dashboard/transactions?open=trx_000001",
    ),
    *(
        b"/dashboard/requests?before=5",
        b"/_mockbooks/info",
        b"/_mockbooks/verdict?format=junit",
        b"/_mockbooks/changes?since=0",
    ),
    *(
        b"/_mockbooks/books/postings?accountCode=1300",
        b"/api/v1/transactions?page=2&pageSize=1",
        b"/api/v1/products",
        b"/",
        b"/dashboard",
    ),
)


def _form(path: bytes, body: bytes) -> bytes:
    """Write a POST of a form, or of JSON where the body is that, as a program or a page of ours sends it."""
    kind = _JSON if body.startswith(b"{") else _FORM
    head = b"POST " + path + b" HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n"
    head += b"Content-Length: %d\r\n" % len(body)
    return head + (_TOKEN if path.startswith(b"/api") else b"") + kind + b"\r\n" + body


_REQUESTS = (
    b"GET /api/v1/debtors?email=inkoop%40korenaar.example&page=1 HTTP/1.1\r\nHost: a\r\n" + _TOKEN + b"\r\n",
    b"POST /api/v1/debtors HTTP/1.1\r\nHost: a\r\nContent-Length: 15\r\n" + _TOKEN + _JSON + b'\r\n{"name": "Tim"}',
    b"PUT /api/v1/products/prd_000001 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n" + _TOKEN + _JSON + b"\r\n{}",
    b"POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n"
    + _FORM
    + b"Authorization: Basic bW9ja2Jvb2tzLWRlbW86bW9ja2Jvb2tzLWRlbW8tc2VjcmV0\r\n\r\n"
    b"grant_type=client_credentials&scope=debtors%3Aread",
    b"GET /oauth/authorize?response_type=code&client_id=mockbooks-demo&redirect_uri=x HTTP/1.1\r\nHost: a\r\n\r\n",
    b"POST /oauth/register HTTP/1.1\r\nHost: a\r\nContent-Length: 20\r\n" + _JSON + b'\r\n{"client_name": "a"}',
    b"GET /_mockbooks/requests?secrets=true&since=0&status=200 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"POST /_mockbooks/clock/advance HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16\r\n"
    + _JSON
    + b'\r\n{"seconds": 3600}',
    (
        b"PUT /_mockbooks/scenario HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
        b"Content-Length: 36\r\n\r\nname: x\ninjections: [{fault: empty}]"
    ),
    b'GET /dashboard/requests?before=9&open=1 HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: "a", W/"b"\r\n\r\n',
    b"POST /dashboard/clock HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: 35\r\n"
    + _FORM
    + b"\r\nclock=set&moment=2026-11-23T10%3A15",
    *(_form(path, body) for path, body in _FORMS),
    *(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n" + _TOKEN + b"\r\n" for target in _TARGETS),
    b"OPTIONS /api/v1/debtors HTTP/1.1\r\nHost: a\r\nOrigin: https://b\r\nAccess-Control-Request-Method: POST\r\n\r\n",
    b"POST /api/v1/debtors HTTP/1.1\r\nHost: a\r\n"
    + _TOKEN
    + _JSON
    + b'\r\n{"token": '
    + b"[" * 300
    + b"]" * 300
    + b"}",
    b"GET /docs/scenarios HTTP/1.0\r\nAccept-Language: nl\r\n\r\n",
    b"HEAD /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n",
    b"G\x1b[2JT\xa0\n /api/v1/debtors\x9b?q=\x07 HTTP/1.1\r\nHost: a\r\n\r\n",
)
_CHUNKED = (
    b"POST /api/v1/debtors HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n" + _TOKEN + _JSON + b"\r\n"
    b'f;a=b\r\n{"name": "Tim"}\r\n0\r\nTrailer: x\r\n\r\n'
)
_WORDS = (
    *(
        b"\r\n",
        b"\r\n\r\n",
        b"\n",
        b" ",
        b": ",
        b"?",
        b"&",
        b"=",
        b"%",
        b"%2F",
        b"%00",
        b"%FF",
        b"//",
        b"/..",
        b"\0",
        b"\t",
    ),
    *(
        b"GET ",
        b"HEAD ",
        b"POST ",
        b"PUT ",
        b"DELETE ",
        b"OPTIONS ",
        b"TRACE ",
        b"CONNECT ",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ),
    *(b" HTTP/1.1", b" HTTP/1.0", b"Host: a\r\n", b"Host: b\r\n", b"Content-Length: 5\r\n", b"Content-Length: -1\r\n"),
    *(
        b"Transfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"Expect: 100-continue\r\n",
        b"Connection: close\r\n",
    ),
    *(
        b"Upgrade: h2c\r\nConnection: Upgrade\r\n",
        b"Connection: keep-alive\r\n",
        b"0\r\n\r\n",
        b"ffffffffffffffff\r\n",
        b"X-Request-Id: a\r\n",
    ),
    *(
        b"Idempotency-Key: a\r\n",
        b"Accept: text/html\r\n",
        b"Accept: application/json\r\n",
        b"Accept-Language: nl\r\n",
        _TOKEN,
        _JSON,
        _FORM,
    ),
    *(
        b"/api/v1/",
        b"/oauth/",
        b"/_mockbooks/",
        b"/dashboard/",
        b"/docs/",
        b"/.well-known/",
        b"transactions",
        b"debtors",
        b"snapshots",
    ),
    *(b"since=", b"page=", b"administration=demo", b"format=junit", b"lang=nl", b"null", b'"', b"{", b"}", b"[", b"]"),
)

PARSERS = (
    Parser(name="request", read=_exchange, seeds=_REQUESTS, words=_WORDS),
    Parser(
        name="request-by-wsgi",
        read=_wsgi,
        seeds=(b"15\n" + _REQUESTS[1], b"\n" + _REQUESTS[0], b"9999\n" + _REQUESTS[1]),
        words=(*_WORDS, "²".encode("latin-1"), b"-1", b"9" * 19),
    ),
    Parser(name="request-under-scenario", read=_under_scenario, seeds=_REQUESTS, words=_WORDS),
    Parser(
        name="wire",
        read=_wire,
        seeds=(*_REQUESTS, _CHUNKED, _REQUESTS[0] + _REQUESTS[1] + _CHUNKED + _REQUESTS[0]),
        words=_WORDS,
    ),
)
