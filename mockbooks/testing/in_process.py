"""mockbooks without a port: a WSGI application, and the way in for HTTP clients that take a transport or an adapter."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field
from email.message import Message
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Final
from wsgiref.types import StartResponse, WSGIEnvironment

from mockbooks.app import create_app
from mockbooks.asking.call import Call, Success, success_in
from mockbooks.frozen import dataclass
from mockbooks.settings import Settings
from mockbooks.testing.arrival import Arrival, RawHeaders, exchange_of
from mockbooks.testing.control import Operator
from mockbooks.testing.server import MockbooksServer, opened
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.web.in_thread import read_in_thread, walked_in_thread
from mockbooks.web.patience import Walk, answering, coming
from mockbooks.web.wire.limits import body_too_large
from mockbooks.web.wire.response import encoded_headers
from mockbooks.web.wsgi import WsgiDriver

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario
    from mockbooks.testing.httpx_transport import InProcessTransport
    from mockbooks.testing.requests_adapter import InProcessAdapter

IN_PROCESS_URL: Final = "http://mockbooks.test"
"""Where a server without a port says that it is, unless it is asked by another name: .test is never a real one."""


class InProcess:
    """A server that answers in the thread that calls; safe to call from several threads."""

    def __init__(
        self, settings: Settings | None = None, *, clock: Clock | None = None, scenario: "Scenario | None" = None
    ) -> None:
        """Build the server; `clock` takes the place of the machine's, every administration begins with the scenario."""
        self.settings = settings or Settings()
        self._pipeline = create_app(self.settings, clock, scenario).pipeline
        self._wsgi = WsgiDriver(self._pipeline, max_body_bytes=self.settings.max_body_bytes)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as a WSGI application (PEP 3333); raises a ConnectionError where a scenario breaks the connection."""
        return self._wsgi(environ, start_response)

    def call(
        self, method: str, url: str, headers: RawHeaders, body: bytes, *, patience_seconds: float = inf
    ) -> Arrival:
        """Answer one request of a client that waits so long for an answer, or for the next piece of one.

        Raises ConnectionResetError, ConnectionAbortedError or TimeoutError, where a socket would.
        """
        return walked_in_thread(self.walk(exchange_of(method, url, headers, body), patience_seconds))

    def walk(self, exchange: Exchange, patience_seconds: float) -> Walk[Arrival]:
        """Answer one request as `call` does; whatever takes time is yielded, for whoever walks to spend it."""
        maximum = self.settings.max_body_bytes
        if len(exchange.body) > maximum:
            answer = self._pipeline.refuse(body_too_large(maximum, len(exchange.body)), exchange)
        else:
            answer = yield from answering(self._pipeline.walk(exchange), exchange, patience_seconds)
        return Arrival(
            status=answer.status,
            headers=encoded_headers(answer),
            coming=coming(answer, exchange, patience_seconds),
            exchange=exchange,
        )

    def httpx_transport(self) -> "InProcessTransport":
        """Give a transport for `httpx.Client` and `httpx.AsyncClient`."""
        from mockbooks.testing.httpx_transport import InProcessTransport  # noqa: PLC0415 - httpx may not be there

        return InProcessTransport(self)

    def requests_adapter(self) -> "InProcessAdapter":
        """Give an adapter to mount on a `requests.Session`."""
        from mockbooks.testing.requests_adapter import InProcessAdapter  # noqa: PLC0415 - requests may not be there

        return InProcessAdapter(self)

    @contextmanager
    def new_administration(self) -> Iterator["MockbooksInProcess"]:
        """Make an administration for a test, and throw it away in the end."""
        operator = Operator(url=IN_PROCESS_URL, answer=self._success)
        with opened(operator, partial(MockbooksInProcess, app=self)) as server:
            yield server

    def _success(self, call: Call) -> Success:
        """Make a call of the control API; raises NoAnswerError for what is no success."""
        token = self.settings.control_token
        headers = [(name.encode(), value.encode()) for name, value in call.headers(token).items()]
        arrival = self.call(call.method, f"{IN_PROCESS_URL}{CONTROL_PREFIX}{call.path}", headers, call.body or b"")
        body = b"".join(read_in_thread(arrival.coming))
        arrival.close()
        return success_in(arrival.status, _message_of(arrival.headers), body, has_token=bool(token))


@dataclass(frozen=True, slots=True, kw_only=True)
class MockbooksInProcess(MockbooksServer):
    """A server without a port, with one administration that is the test's own; `app` is a WSGI application."""

    app: InProcess = field(repr=False)

    def httpx_transport(self) -> "InProcessTransport":
        """Give a transport for `httpx.Client` and `httpx.AsyncClient`."""
        return self.app.httpx_transport()

    def requests_adapter(self) -> "InProcessAdapter":
        """Give an adapter to mount on a `requests.Session`, for the `base_url`."""
        return self.app.requests_adapter()


def in_process(
    settings: Settings | None = None, *, clock: Clock | None = None, scenario: "Scenario | None" = None
) -> InProcess:
    """Build mockbooks without a port, for tests in the same process; with the default settings unless others come."""
    return InProcess(settings, clock=clock, scenario=scenario)


def _message_of(headers: RawHeaders) -> Message:
    message = Message()
    for name, value in headers:
        message[name.decode("latin-1")] = value.decode("latin-1")
    return message
