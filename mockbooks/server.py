"""Running the front on a port, with or without TLS: in the foreground, or in a thread."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from types import FrameType
from typing import TYPE_CHECKING

from mockbooks.app import App, create_app
from mockbooks.entrance import AddressError, Entrance, why_not
from mockbooks.settings import Settings
from mockbooks.settings.address import local_url
from mockbooks.traffic.access_line import access_line
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.pipeline import is_dashboard
from mockbooks.web.wire.driver import Driver
from mockbooks.web.wire.limits import Limits
from mockbooks.web.wire.protocol import Terms
from mockbooks.web.wire.serving import Serving

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario

__all__ = ["AddressError", "Server", "running", "serve"]

# Longer than the pools of HTTP clients keep a connection: the caller closes first, and never loses a race.
KEEP_ALIVE_SECONDS = 75
_STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Server:
    """A server on an address of its own: the port is taken when it is made, and answered when it runs."""

    def __init__(self, settings: Settings, app: App, entrance: Entrance | None = None) -> None:
        """Take the port, unless it has been taken already."""
        self.settings = settings
        self._entrance = entrance or Entrance.of(settings)
        driver = Driver(app.pipeline, log_request=_log_request if _logs_requests(settings) else None)
        tls = self._entrance.tls
        self._serving = Serving(
            _terms(settings, driver), tls.context() if tls else None, shutdown_seconds=settings.shutdown_seconds
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
        """Answer requests until it is stopped; `on_ready` is called once they are answered.

        In the main thread signals stop it: a first one lets what runs finish, a second one cuts it off.
        """
        try:
            with _handling_signals(self._on_signal) if current_thread() is main_thread() else nullcontext():
                self._serving.run(self._entrance.listener, on_ready)
        except OSError as error:  # another server has begun to listen since the port was taken
            raise AddressError(why_not(self.settings.host, self.port, error)) from error

    def stop(self) -> None:
        """Take no more connections, and finish what runs within `shutdown_seconds`; from any thread."""
        self._serving.stop()

    def close(self) -> None:
        """Give the port back."""
        self._entrance.listener.close()

    def _on_signal(self, _signal: int, _frame: FrameType | None) -> None:
        if self._serving.is_stopping:
            self._serving.cut_off()
        self._serving.stop(self._tell_what_runs)

    def _tell_what_runs(self, count: int) -> None:
        """Say why it has not stopped yet, and until when."""
        requests = "1 request" if count == 1 else f"{count} requests"
        seconds = f"{self.settings.shutdown_seconds:g} s"
        sys.stderr.write(f"mockbooks: finishing {requests}, for {seconds} at most; Ctrl+C again stops it now\n")
        sys.stderr.flush()


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


def _terms(settings: Settings, driver: Driver) -> Terms:
    limits = Limits(
        url_bytes=settings.max_url_bytes,
        header_bytes=settings.max_header_bytes,
        body_bytes=settings.max_body_bytes,
        slow_request_seconds=settings.slow_request_seconds,
    )
    return Terms(driver=driver, limits=limits, keep_alive_seconds=KEEP_ALIVE_SECONDS)


def _logs_requests(settings: Settings) -> bool:
    return sys.stderr.isatty() if settings.log_requests is None else settings.log_requests


def _log_request(exchange: Exchange, answer: Answer, seconds: float, why: str) -> None:
    """Write a line, but none when an open dashboard was told whether there is something new: it asks every second.

    Only a page of the dashboard has a tag: whoever is kept out leaves a line, whatever was asked.
    """
    if is_dashboard(exchange.path) and "if-none-match" in exchange.headers and answer.header("ETag"):
        return
    sys.stderr.write(access_line(exchange, answer, seconds, why))
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
