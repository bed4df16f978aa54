"""The two drivers give the pipeline the same exchange, and the caller the same answer."""

import asyncio
from collections.abc import Iterable
from time import time
from typing import Any
from wsgiref.util import setup_testing_defaults

import httpx
import pytest

from mockbooks.traffic.decision import Road, Wait
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.wire.driver import Driver
from mockbooks.web.wire.protocol import HttpProtocol, Terms
from mockbooks.web.wire.registry import Registry
from mockbooks.web.wsgi import WsgiDriver
from tests.unit.web.wire.line import LIMITS, pipeline_to


def echo(exchange: Exchange) -> Answer:
    seen = (exchange.method, exchange.path, exchange.query_string, exchange.body, exchange.headers.get("x-order"))
    return Answer(status=200, body=repr(seen).encode(), media_type="text/plain")


class Ending:
    """An endpoint that notes when the exchanges that it answered have ended."""

    def __init__(self, answer: Answer) -> None:
        self.ended: list[str] = []
        self._answer = answer

    def __call__(self, exchange: Exchange) -> Answer:
        exchange.on_end(lambda: self.ended.append(exchange.request_id))
        return self._answer


class Patient:
    """A step that keeps every call waiting, twice."""

    def enter(self, _: Exchange) -> Road[None]:
        yield Wait(0.01)
        yield Wait(0.02)

    def leave(self, _: Exchange, answer: Answer) -> Answer:
        return answer


def waited(exchange: Exchange) -> Answer:
    return Answer(status=200, body=str(exchange.waited_seconds).encode(), media_type="text/plain")


@pytest.fixture
def pipeline() -> Pipeline:
    return pipeline_to(echo)


@pytest.fixture(params=["wire", "wsgi"])
def ask(request: pytest.FixtureRequest, pipeline: Pipeline) -> Any:  # noqa: ANN401
    """Ask through one of the drivers, with a limit of 10 bytes on the body."""

    async def ask_wire(*arguments: Any, **keywords: Any) -> httpx.Response:  # noqa: ANN401
        loop = asyncio.get_running_loop()
        terms = Terms(driver=Driver(pipeline), limits=LIMITS, keep_alive_seconds=60)
        server = await loop.create_server(lambda: HttpProtocol(terms, Registry(time)), "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server, httpx.AsyncClient(base_url=url) as client:
            return await client.request(*arguments, **keywords)

    def ask_wsgi(*arguments: Any, **keywords: Any) -> httpx.Response:  # noqa: ANN401
        with httpx.Client(transport=httpx.WSGITransport(WsgiDriver(pipeline, max_body_bytes=10))) as client:
            return client.request(arguments[0], "http://mockbooks" + arguments[1], **keywords)

    drivers = {"wire": lambda *a, **k: asyncio.run(ask_wire(*a, **k)), "wsgi": ask_wsgi}
    return drivers[request.param]


def test_everything_that_came_is_handed_over(ask: Any) -> None:  # noqa: ANN401
    answer = ask("POST", "/api/v1/caf%C3%A9?name=a%20b", content=b"0123456789", headers={"X-Order": "1"})

    assert answer.status_code == 200
    assert answer.text == repr(("POST", "/api/v1/café", b"name=a%20b", b"0123456789", "1"))
    assert answer.headers["Content-Type"] == "text/plain"
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert answer.headers["X-Request-Id"] == "req_96e782f2"


@pytest.mark.parametrize("pipeline", [pipeline_to(waited, Patient())])
def test_how_long_the_caller_was_kept_waiting_is_known(ask: Any) -> None:  # noqa: ANN401
    assert ask("GET", "/api/v1/debtors").text == "0.03"


def test_a_body_beyond_the_limit_is_refused(ask: Any) -> None:  # noqa: ANN401
    answer = ask("POST", "/api/v1/debtors", content=b"01234567890")

    assert (answer.status_code, answer.text) == (413, "body_too_large")


def test_a_request_without_a_body_has_an_empty_one(ask: Any) -> None:  # noqa: ANN401
    assert ask("GET", "/api/v1/debtors").text == repr(("GET", "/api/v1/debtors", b"", b"", None))


def test_an_answer_without_content_says_nothing_about_it(ask: Any) -> None:  # noqa: ANN401
    answer = ask("OPTIONS", "/_mockbooks/health")

    assert answer.status_code == 204
    assert "Content-Length" not in answer.headers
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize("pipeline", [pipeline_to(lambda _: Answer(status=200, body=b"{}", media_type=""))])
def test_an_answer_of_no_type_says_nothing_of_its_type(ask: Any) -> None:  # noqa: ANN401
    answer = ask("GET", "/api/v1/debtors")

    assert answer.headers["Content-Length"] == "2"
    assert "Content-Type" not in answer.headers


def test_head_has_the_headers_of_get(ask: Any) -> None:  # noqa: ANN401
    got, head = ask("GET", "/_mockbooks/health"), ask("HEAD", "/_mockbooks/health")

    assert head.headers["Content-Length"] == got.headers["Content-Length"]


# ---- When an exchange has ended


def body_of_call(endpoint: Ending) -> Iterable[bytes]:
    """Call by WSGI, and give the body as a WSGI server gets it."""
    environ: dict[str, Any] = {"PATH_INFO": "/api/v1/debtors", "HTTP_X_REQUEST_ID": "order-1"}
    setup_testing_defaults(environ)
    return WsgiDriver(pipeline_to(endpoint), max_body_bytes=10)(environ, lambda *_: lambda _: None)


def test_an_exchange_has_ended_when_the_wsgi_server_is_done_with_the_body() -> None:
    endpoint = Ending(Answer(status=200, body=b"abc"))
    body: Any = body_of_call(endpoint)

    assert (list(body), endpoint.ended) == ([b"abc"], [])
    body.close()
    assert endpoint.ended == ["order-1"]


def test_an_exchange_ends_once() -> None:
    endpoint = Ending(Answer(status=200))
    body: Any = body_of_call(endpoint)
    body.close()
    body.close()

    assert endpoint.ended == ["order-1"]
