"""One run of a server: it listens on a socket until it is told to stop, and takes no longer for that than promised."""

import asyncio
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from time import time
from typing import Final

from mockbooks.web.wire.protocol import HttpProtocol, Terms
from mockbooks.web.wire.registry import Registry

# How many callers may knock at once before the next ones are kept waiting by the operating system.
_BACKLOG: Final = 2048
# What has been written, or is being ended, gets this long on its way out.
_FAREWELL_SECONDS: Final = 0.2
# A stop that takes no longer needs no words.
_WHILE_SECONDS: Final = 0.3


class Serving:
    """Answers on a socket, from the thread that calls `run`; `stop` and `cut_off` may be called from any."""

    def __init__(
        self, terms: Terms, tls: ssl.SSLContext | None, *, shutdown_seconds: float, now: Callable[[], float] = time
    ) -> None:
        """Keep the terms; what runs when it is told to stop may take `shutdown_seconds`."""
        self._terms = terms
        self._tls = tls
        self._shutdown_seconds = shutdown_seconds
        self._registry = Registry(now)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told = asyncio.Event()
        self._tell: Callable[[int], None] | None = None
        self.is_stopping = False

    def run(self, listener: socket.socket, on_ready: Callable[[], None]) -> None:
        """Answer until it is told to stop; `on_ready` is called once callers are answered.

        Raises OSError when the socket cannot be listened on.
        """
        with asyncio.Runner(loop_factory=_new_loop) as runner:
            try:
                runner.run(self._serve(listener, on_ready))
            finally:
                self._loop = None

    def stop(self, tell: Callable[[int], None] | None = None) -> None:
        """Take no more connections, and finish what runs; `tell` is told how many that are where it takes a while."""
        self.is_stopping = True
        self._tell = tell
        self._call(self._told.set)

    def cut_off(self) -> None:
        """End what runs as well."""
        self._call(self._abort)

    def _call(self, what: Callable[[], None]) -> None:
        """Have something done on the loop, which may not be there yet: then it looks by itself; or no more."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # closed in between
                loop.call_soon_threadsafe(what)

    async def _serve(self, listener: socket.socket, on_ready: Callable[[], None]) -> None:
        self._loop = loop = asyncio.get_running_loop()
        server = await loop.create_server(
            lambda: HttpProtocol(self._terms, self._registry),
            sock=listener,
            backlog=_BACKLOG,
            ssl=self._tls,
            # A caller that says nothing holds its connection no longer than it would without TLS.
            ssl_handshake_timeout=self._terms.limits.slow_request_seconds if self._tls else None,
        )
        on_ready()
        if not self.is_stopping:
            await self._told.wait()
        server.close()
        listener.close()
        await self._leave(loop)

    async def _leave(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let everybody go who is answered, and cut off the others in the end."""
        self._terms.driver.waiting.end()
        loop.call_later(self._shutdown_seconds, self._abort)
        loop.call_later(_WHILE_SECONDS, self._tell_what_runs)
        if self._tls is not None:
            self._leave_the_silent(loop)
        await self._registry.leave()

    def _leave_the_silent(self, loop: asyncio.AbstractEventLoop) -> None:
        """Do not wait until callers that have been sent everything close TLS as well (RFC 8446, section 6.1)."""
        for connection in tuple(self._registry.connections):
            transport = connection.transport
            if transport.is_closing() and not transport.get_write_buffer_size():
                transport.abort()
        loop.call_later(_FAREWELL_SECONDS, self._leave_the_silent, loop)

    def _tell_what_runs(self) -> None:
        if self._tell is not None and self._registry.unfinished:
            self._tell(self._registry.unfinished)

    def _abort(self) -> None:
        """Break all connections; what still runs a moment later, such as an errand, ends with the loop."""
        for connection in tuple(self._registry.connections):
            connection.transport.abort()
        asyncio.get_running_loop().call_later(_FAREWELL_SECONDS, self._registry.give_up)


def _new_loop() -> asyncio.AbstractEventLoop:
    """Make the fastest event loop that there is on this machine."""
    if find_spec("uvloop") is None:
        return asyncio.new_event_loop()
    from uvloop import new_event_loop  # noqa: PLC0415 - it is not made for every machine

    return new_event_loop()
