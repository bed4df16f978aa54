"""Running the front on a port with uvicorn: in the foreground, or in a thread as a context manager."""

import gc
import os
import signal
import socket
import sys
from asyncio import get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EADDRINUSE
from functools import partial
from importlib.util import find_spec
from math import ceil
from threading import Event, Thread, current_thread, main_thread
from types import FrameType
from typing import Any, cast

import uvicorn

from mockbooks.app import App, create_app
from mockbooks.settings import Settings
from mockbooks.traffic.access_line import access_line
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.asgi import AsgiDriver
from mockbooks.web.protocol import LimitedProtocol, Limits

# Longer than the pools of HTTP clients keep a connection: the caller closes first, and never loses a race.
KEEP_ALIVE_SECONDS = 75
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not listened on


class AddressError(Exception):
    """The address cannot be listened on; its text says why and what to do."""


class Server:
    """A server on an address of its own: the port is taken when it is made, and answered when it runs."""

    def __init__(self, settings: Settings, app: App, listener: socket.socket | None = None) -> None:
        """Take the port, unless a socket that has it is handed in."""
        self.settings = settings
        self._socket = listener or listen_on(settings.host, settings.port)
        self._driver = AsgiDriver(
            app.pipeline,
            max_body_bytes=settings.max_body_bytes,
            log_request=_log_request if _logs_requests(settings) else None,
        )
        self._loop = _Loop(_configuration(settings, self._driver), settings.shutdown_seconds)

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._socket.getsockname()[1])

    @property
    def base_url(self) -> str:
        """Where a caller on this machine finds the server, without a slash at the end."""
        host = _EVERY_ADDRESS.get(self.settings.host, self.settings.host)
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    def run(self, on_ready: Callable[[], None]) -> None:
        """Answer requests until it is stopped; `on_ready` is called once they are answered."""
        self._loop.on_ready = on_ready
        try:
            self._loop.run(sockets=[self._socket])
        except OSError as error:  # another server has begun to listen since the port was taken
            raise AddressError(_why_not(self.settings.host, self.port, error)) from error

    def stop(self) -> None:
        """Take no more connections, and finish what runs within `shutdown_seconds`; from any thread."""
        self._loop.should_exit = True

    def close(self) -> None:
        """Give the port back."""
        self._socket.close()


def serve(settings: Settings, announce: Callable[[Server], None]) -> None:
    """Run a server in the foreground until SIGINT or SIGTERM; raises AddressError when its address cannot be had.

    A first signal lets what runs finish within `shutdown_seconds`, a second one cuts it off.
    """
    with _leaving_at_once_on_signals():
        listener = listen_on(settings.host, settings.port)
        server = Server(settings, create_app(settings), listener)
        # What has been made by now stays until the end: the garbage collector need not look at it again.
        gc.freeze()
        gc.enable()
        server.run(lambda: announce(server))


@contextmanager
def running(settings: Settings, *, clock: Clock | None = None) -> Iterator[Server]:
    """Run a server in a thread for as long as the context lasts; it answers when the context is entered."""
    server = Server(settings, create_app(settings, clock))
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


def listen_on(host: str, port: int) -> socket.socket:
    """Take a port without listening on it yet: callers are refused until everything is ready."""
    try:
        family, kind, protocol, _, address = _first_address(host, port)
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise AddressError(f'the address "{host}" cannot be used: {error.strerror}') from error
    if os.name == "posix":
        # The port is free again at once after a stop; elsewhere this would let two servers have it.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise AddressError(_why_not(host, port, error)) from error
    return listener


class _Loop(uvicorn.Server):
    """Uvicorn's server, with our way of stopping: exit code 0, and never longer than promised."""

    def __init__(self, config: uvicorn.Config, shutdown_seconds: float) -> None:
        super().__init__(config)
        self.on_ready: Callable[[], None] = _nothing
        self._shutdown_seconds = shutdown_seconds

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.on_ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        get_running_loop().call_later(self._shutdown_seconds, self._cut_off)
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

    def _cut_off(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def _configuration(settings: Settings, driver: AsgiDriver) -> uvicorn.Config:
    limits = Limits(
        url_bytes=settings.max_url_bytes,
        header_bytes=settings.max_header_bytes,
        slow_request_seconds=settings.slow_request_seconds,
    )
    return uvicorn.Config(
        driver,
        # uvicorn only calls it, with its own keywords.
        http=cast("Any", partial(LimitedProtocol, limits=limits, refuse=driver.refuse)),
        loop="uvloop" if find_spec("uvloop") else "asyncio",
        interface="asgi3",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        # Only a net: connections are cut off before that.
        timeout_graceful_shutdown=ceil(settings.shutdown_seconds) + 1,
    )


def _logs_requests(settings: Settings) -> bool:
    return sys.stderr.isatty() if settings.log_requests is None else settings.log_requests


def _log_request(exchange: Exchange, answer: Answer, seconds: float) -> None:
    sys.stderr.write(access_line(exchange, answer, seconds))
    sys.stderr.flush()


@contextmanager
def _leaving_at_once_on_signals() -> Iterator[None]:
    """Exit 0 on a signal during start-up too, also as process 1 of a container, where it would be ignored."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

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


def _first_address(host: str, port: int) -> Any:  # noqa: ANN401 - what getaddrinfo gives
    """Resolve a host, to IPv4 when it has both."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return min(found, key=lambda each: each[0] != socket.AF_INET)


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == EADDRINUSE:
        return f"port {port} on {host} is in use; stop what uses it, or choose another with --port (0 picks a free one)"
    if error.errno == EACCES:
        return f"port {port} on {host} is not allowed for this user; choose one above 1023 with --port"
    return f"port {port} on {host} cannot be listened on: {error.strerror}"


def _nothing() -> None:
    """Stand in for whoever wants to know that the server is ready."""
