"""What comes from elsewhere: answers of an API that is judged, its document as a draft, and URLs that people write."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count, cycle
from urllib.parse import unquote, urlsplit

import orjson

from mockbooks.asking.address import UrlError, server_of
from mockbooks.conformance.check_api import CheckError, Credentials, judge, target_of
from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.live.session import Session
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.reports import REPORTS
from mockbooks.conformance.reports.edition import Edition
from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.guessing import guess
from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor, reference
from mockbooks.conformance.wire.client import MOST_BYTES
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.fetching import FetchError, _refuse_what_is_no_url
from mockbooks.conformance.wire.following import AstrayError, follow
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN
from mockbooks.traffic.exchange import Exchange as Sent
from tests.fuzz.parser import Parser, argument_of, header_of
from tests.fuzz.parsers.files import DOCUMENT, OPENAPI_WORDS, SHOWN, SWAGGER
from tests.fuzz.parsers.requests import begun_anew

_NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_NEXT = b"\x1e"
_CREDENTIALS = (Credentials(client_id=DEMO_CLIENT, client_secret=DEMO_SECRET), Credentials(token=DEMO_TOKEN))


class _Api:
    """An API that gives one answer after another, and begins again at the end; None is answered by mockbooks itself."""

    def __init__(self, answers: list[Answer | None]) -> None:
        self._answers = cycle(answers)
        self._app = begun_anew()
        self._ticks = count()
        self.exchanges: list[Exchange] = []

    @property
    def clock(self) -> Callable[[], float]:
        return lambda: next(self._ticks) / 1000

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        answer = next(self._answers) or self._true(request)
        cut = Answer(status=answer.status, headers=answer.headers, body=answer.body[:most_bytes])
        self.exchanges.append(Exchange(request=request, answer=cut, seconds=0.1))
        return self.exchanges[-1]

    def _true(self, request: Request) -> Answer:
        parts = urlsplit(request.url)
        exchange = Sent(
            method=request.method,
            path=unquote(parts.path),
            query_string=parts.query.encode(),
            headers={name.lower(): value for name, value in request.headers.items()},
            body=request.body or b"",
            host=parts.netloc,
        )
        answer = self._app.pipeline.handle(exchange)
        exchange.end()
        headers = (*answer.headers, ("Content-Type", answer.media_type))
        return Answer(status=answer.status, headers=headers, body=answer.body)


def _answer(data: bytes) -> Answer | None:
    """Read an answer: status, a line for each header, an empty line, the body; nothing stands for the true one."""
    if not data:
        return None
    head, _, body = data.partition(b"\n\n")
    status, *lines = head.split(b"\n")
    digits = "".join(chr(each) for each in status if 48 <= each <= 57)[-3:]
    pairs = [header_of(line).partition(":") for line in lines]
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    return Answer(status=int(digits or 200), headers=headers, body=body)


def _judged(data: bytes) -> object:
    """Every check comes to a finding, whatever the API answers, and every report can tell it."""
    api = _Api([_answer(each) for each in data.split(_NEXT)[:20]])
    session = Session(
        vendor=reference(),
        base_url="http://vendor.example/api/v1",
        client=api,
        # With a token that was given, the token endpoint is asked how it refuses.
        credentials=_CREDENTIALS[len(data) % 2],
        sleep=lambda _: None,
        allow_writes=True,
    )
    target = Target(session=session, run="korenaar-1", now=lambda: _NOW, seconds=api.clock)
    judgement = judge(target)
    reports = [report(Edition(judgement=judgement, language="nl")) for report in REPORTS.values()]
    assert not any(DEMO_SECRET.encode() in report for report in reports)
    return reports


def _redirected(data: bytes) -> object:
    """Read each line as where the answer before sends on to; whatever it is, a document is fetched or not."""
    locations = iter(data.split(b"\n")[:8])

    def send(request: Request) -> Exchange:
        location = next(locations, None)
        headers = () if location is None else (("Location", header_of(location)),)
        return Exchange(request=request, answer=Answer(status=302 if headers else 200, headers=headers))

    return follow(send, "https://vendor.example/openapi.json", {})


def _drafted(data: bytes) -> object:
    """What is guessed of a document is a vendor file that can be read, but for what is left to be filled in."""
    guessed = guess(read_document(data, source="openapi.json"))
    return load_vendor(draft(guessed.vendor, guessed.notes).encode(), source="draft.yaml")


def _api(data: bytes) -> object:
    """Read the URL of an API as `mockbooks check` does, and that of a document as `mockbooks audit` does."""
    url = argument_of(data)
    with suppress(FetchError):
        _refuse_what_is_no_url(url)
    return target_of(
        reference(),
        url,
        run="korenaar-1",
        credentials=Credentials(),
        allow_writes=False,
        now=lambda: _NOW,
        seconds=lambda: 0.0,
        sleep=lambda _: None,
        environment={},
    ).session.root


def _server(data: bytes) -> object:
    """The URL of a server is one, and a path can stand behind it."""
    url, _ = server_of(argument_of(data))
    assert not url.endswith("/")
    server_of(f"{url}/_mockbooks/health")
    return url


_LIST = b'200\nContent-Type: application/json\nRateLimit: "default";r=59;t=1\n\n' + orjson.dumps(
    {
        "success": True,
        "data": [{"id": "deb_000001", "name": "Bakkerij De Korenaar", "email": "a@b.example", "version": 1}],
        "page": {"number": 1, "size": 50, "totalItems": 1, "totalPages": 1},
    }
)
_PROBLEM = (
    b'400\nContent-Type: application/problem+json\n\n{"code":"not_found","errors":[{"pointer":"/a","detail":"b"}]}'
)
_TOKEN = b'200\nContent-Type: application/json\n\n{"access_token":"x","token_type":"Bearer","expires_in":3600}'
_LIMITED = b"429\nRetry-After: 1\nX-RateLimit-Remaining: 0\n\n{}"
_METADATA = (
    b'200\nContent-Type: application/json\n\n{"issuer":"http://vendor.example","token_endpoint":"/t","code":"x"}'
)

PARSERS = (
    Parser(
        name="answers-of-vendor",
        read=_judged,
        seeds=(
            b"",
            _NEXT,
            _NEXT * 7 + _PROBLEM,
            b'400\nContent-Type: application/json\n\n{"error": "invalid_client"}',
            _NEXT * 3 + b'400\nContent-Type: application/json\n\n{"error": "invalid_client"}' + _NEXT * 60,
            _NEXT * 3 + _LIMITED + _NEXT * 9 + _LIST,
            _NEXT.join((_TOKEN, _LIST, _LIST, _PROBLEM, _LIST, _PROBLEM)),
            _NEXT.join((_TOKEN, _LIST, _LIMITED, _LIST, _METADATA)),
            _NEXT.join((_LIST, b"302\nLocation: //[\n\n", b"500\n\n<html>", b'200\n\n{"data":{"id":1e999}}')),
        ),
        words=(
            *(
                _NEXT,
                b"\n",
                b"\n\n",
                b"200",
                b"401",
                b"429",
                b"500",
                b"Retry-After: ",
                b"RateLimit: ",
                b"Location: ",
                b"Content-Type: ",
            ),
            *(
                b'"id":',
                b'"data":',
                b'"page":',
                b"null",
                b"[]",
                b"{}",
                b'"x"',
                b"1",
                b"1e999",
                b"[[[",
                b"deb_000001",
                b"\xff",
                DEMO_SECRET.encode(),
            ),
        ),
        refuses=(CheckError,),
    ),
    Parser(
        name="redirects-of-vendor",
        read=_redirected,
        seeds=(b"/v1/openapi.json\nhttps://other.example/", b"//127.1/", b"http://vendor.example/", b"//["),
        words=(b"\n", b"//", b"[", b"]", b":", b"@", b"?", b"#", b"https://", b"..", b"::1", b"%0d", b"\xff"),
        refuses=(AstrayError,),
    ),
    Parser(
        name="draft-of-vendor",
        read=_drafted,
        seeds=(DOCUMENT, SWAGGER, *SHOWN),
        words=OPENAPI_WORDS,
        refuses=(DocumentError, VendorFileError),
    ),
    Parser(
        name="url-of-api",
        read=_api,
        seeds=(b"https://vendor.example/api/v1", b"http://[", b"http://u:p@host", b"http://127.0.0.1:99999/"),
        words=(b":", b"/", b"//", b"@", b"[", b"]", b"?", b"#", b"%", b"http:", b":0", b"\xff", b"\xe2\x84\x82"),
        refuses=(CheckError,),
    ),
    Parser(
        name="url-of-server",
        read=_server,
        seeds=(
            b"http://127.0.0.1:8080/_mockbooks",
            b"https://[::1]:8443/a/api/v1/",
            b"http://u:p@host/",
            b"localhost:8080",
            b"http://a/?b",
        ),
        words=(
            b":",
            b"/",
            b"//",
            b"@",
            b"[",
            b"]",
            b"?",
            b"#",
            b"%",
            b"http:",
            b"/api/v1",
            b":0",
            b"\xff",
            b"\xe2\x84\x82",
        ),
        refuses=(UrlError,),
    ),
)
