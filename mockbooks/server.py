"""Running the front on a port with uvicorn, with or without TLS: in the foreground, or in a thread."""

import gc
import os
import signal
import socket
import ssl
import sys
from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from math import ceil
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING, Any, cast

import uvicorn

from mockbooks.app import App, create_app
from mockbooks.entrance import AddressError, Entrance, why_not
from mockbooks.settings import Settings
from mockbooks.settings.address import local_url
from mockbooks.tls import TlsError
from mockbooks.traffic.access_line import access_line
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.pipeline import is_dashboard
from mockbooks.web.wire.driver import Driver
from mockbooks.web.wire.limits import Limits
from mockbooks.web.wire.outgoing import Registry
from mockbooks.web.wire.protocol import HttpProtocol, Terms

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario
    from mockbooks.tls.folder import TlsFolder

__all__ = ["AddressError", "Server", "running", "serve"]

# Longer than the pools of HTTP clients keep a connection: the caller closes first, and never loses a race.
KEEP_ALIVE_SECONDS = 75
_FAREWELL_SECONDS = 0.2
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Server:
    """A server on an address of its own: the port is taken when it is made, and answered when it runs."""

    def __init__(self, settings: Settings, app: App, entrance: Entrance | None = None) -> None:
        """Take the port, unless it has been taken already."""
        self.settings = settings
        self._entrance = entrance or Entrance.of(settings)
        driver = Driver(app.pipeline, log_request=_log_request if _logs_requests(settings) else None)
        configuration = _configuration(settings, driver, self._entrance.tls)
        self._loop = _Loop(
            configuration,
            shutdown_seconds=settings.shutdown_seconds,
            handshake_seconds=settings.slow_request_seconds,
            end_waits=driver.waiting.end,
        )

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._entrance.listener.getsockname()[1])

    @property
    def base_url(self) -> str:
        """Where a caller on this machine finds the server, without a slash at the end."""
        return local_url(self.settings, self.port)

    @property
    def authority_file(self) -> Path | None:
        """The certificate of the CA that callers are to trust; None without TLS."""
        return self._entrance.tls.authority_file if self._entrance.tls else None

    def run(self, on_ready: Callable[[], None]) -> None:
        """Answer requests until it is stopped; `on_ready` is called once they are answered."""
        self._loop.on_ready = on_ready
        try:
            self._loop.run(sockets=[self._entrance.listener])
        except OSError as error:  # another server has begun to listen since the port was taken
            raise AddressError(why_not(self.settings.host, self.port, error)) from error

    def stop(self) -> None:
        """Take no more connections, and finish what runs within `shutdown_seconds`; from any thread."""
        self._loop.should_exit = True

    def close(self) -> None:
        """Give the port back."""
        self._entrance.listener.close()


def serve(settings: Settings, announce: Callable[[Server], None], scenario: "Scenario | None" = None) -> None:
    """Run a server in the foreground until SIGINT or SIGTERM; every administration begins with the scenario.

    Raises AddressError when its address cannot be had, TlsError when its certificate cannot be used.
    A first signal lets what runs finish within `shutdown_seconds`, a second one cuts it off.
    """
    with _leaving_at_once_on_signals():
        entrance = Entrance.of(settings)
        server = Server(settings, create_app(settings, scenario=scenario), entrance)
        # What has been made by now stays until the end: the garbage collector need not look at it again.
        gc.freeze()
        gc.enable()
        server.run(lambda: announce(server))


@contextmanager
def running(settings: Settings, *, clock: Clock | None = None, scenario: "Scenario | None" = None) -> Iterator[Server]:
    """Run a server in a thread for as long as the context lasts; it answers when the context is entered."""
    server = Server(settings, create_app(settings, clock, scenario))
    ready = Event()
    thread = Thread(target=server.run, args=(ready.set,), name="mockbooks", daemon=True)
    thread.start()
    while not ready.wait(0.05):
        if not thread.is_alive():
            server.close()
            raise AddressError(f"the server on {server.base_url} did not start")
    try:
        yield server
    finally:
        server.stop()
        thread.join(settings.shutdown_seconds + 2)


class _Loop(uvicorn.Server):
    """Uvicorn's server, with our way of stopping: exit code 0, and never longer than promised."""

    def __init__(
        self,
        config: uvicorn.Config,
        *,
        shutdown_seconds: float,
        handshake_seconds: float,
        end_waits: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._end_waits = end_waits
        self.on_ready: Callable[[], None] = _nothing
        self._shutdown_seconds = shutdown_seconds
        self._handshake_seconds = handshake_seconds

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        if self.config.is_ssl:
            loop = get_running_loop()
            # uvicorn has no word for this, and would let a silent caller keep its connection for a minute.
            listen = partial(loop.create_server, ssl_handshake_timeout=self._handshake_seconds)
            loop.create_server = listen  # type: ignore[method-assign]
        await super().startup(sockets=sockets)
        self.on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._end_waits()
        get_running_loop().call_later(self._shutdown_seconds, self._cut_off)
        if self.config.is_ssl:
            self._leave_the_silent()
        await super().shutdown(sockets=sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop on signals; uvicorn's own version raises them again, and so ends with 143 instead of 0."""
        if current_thread() is not main_thread():
            yield
            return
        with _handling_signals(self.handle_exit):
            yield

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the signature of a handler
        if self.should_exit:
            self.force_exit = True
            self._cut_off()
        self.should_exit = True

    def _leave_the_silent(self) -> None:
        """Do not wait until callers that have been sent everything close TLS as well (RFC 8446, section 6.1)."""
        for connection in list(self.server_state.connections):
            transport = connection.transport
            if transport.is_closing() and not transport.get_write_buffer_size():
                transport.abort()
        get_running_loop().call_later(_FAREWELL_SECONDS, self._leave_the_silent)

    def _cut_off(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def _tls_context(_configuration: uvicorn.Config, make: Callable[[], ssl.SSLContext]) -> ssl.SSLContext:
    """Refuse what RFC 8996 has withdrawn, whatever OpenSSL is told to allow on this machine."""
    try:
        context = make()
    except ssl.SSLError as error:
        raise TlsError(f"the certificate cannot be used for TLS: {error}") from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _configuration(settings: Settings, driver: Driver, tls: "TlsFolder | None") -> uvicorn.Config:
    limits = Limits(
        url_bytes=settings.max_url_bytes,
        header_bytes=settings.max_header_bytes,
        body_bytes=settings.max_body_bytes,
        slow_request_seconds=settings.slow_request_seconds,
    )
    terms = Terms(driver=driver, limits=limits, keep_alive_seconds=KEEP_ALIVE_SECONDS)

    def protocol(*, server_state: Registry, **_uvicorns: object) -> HttpProtocol:
        return HttpProtocol(terms, server_state)

    return uvicorn.Config(
        # No ASGI application: the protocol answers by itself.
        cast("Any", None),
        # uvicorn only calls it, with keywords of its own.
        http=cast("Any", protocol),
        loop="uvloop" if find_spec("uvloop") else "asyncio",
        interface="asgi3",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        # Only a net: connections are cut off before that.
        timeout_graceful_shutdown=ceil(settings.shutdown_seconds) + 1,
        ssl_certfile=tls.certificate_file if tls else None,
        ssl_keyfile=tls.key_file if tls else None,
        ssl_context_factory=_tls_context if tls else None,
    )


def _logs_requests(settings: Settings) -> bool:
    return sys.stderr.isatty() if settings.log_requests is None else settings.log_requests


def _log_request(exchange: Exchange, answer: Answer, seconds: float) -> None:
    """Write a line, but none when an open dashboard was told whether there is something new: it asks every second.

    Only a page of the dashboard has a tag: whoever is kept out leaves a line, whatever was asked.
    """
    if is_dashboard(exchange.path) and "if-none-match" in exchange.headers and answer.header("ETag"):
        return
    sys.stderr.write(access_line(exchange, answer, seconds))
    sys.stderr.flush()


@contextmanager
def _leaving_at_once_on_signals() -> Iterator[None]:
    """Exit 0 on a signal during start-up too, also as process 1 of a container, where it would be ignored.

    At once and without unwinding: an exception that comes in the middle of a unit of work could end as another one.
    Nothing is lost by it, since nothing has been answered yet.
    """

    def leave(_signal: int, _frame: FrameType | None) -> None:
        os._exit(0)

    with _handling_signals(leave):
        yield


@contextmanager
def _handling_signals(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = {each: signal.signal(each, handler) for each in _STOP_SIGNALS}
    try:
        yield
    finally:
        for each, handled in before.items():
            signal.signal(each, handled)


def _nothing() -> None:
    """Stand in for whoever wants to know that the server is ready."""
