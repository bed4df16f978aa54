"""The connection that requests come in on: whose it is, how a scenario breaks it, and that its caller has gone."""

import socket
import struct
from asyncio import Event, Transport
from collections.abc import Callable
from typing import Final, Literal

from mockbooks.web.wire.uptake import Uptake

# To linger for no time at all makes the operating system send RST in place of FIN (socket(7)).
_NO_LINGER: Final = struct.pack("ii", 1, 0)


class Connection:
    """One connection, shared by the requests on it.

    `host` is where it was made to, and stands in for the header Host, which HTTP/1.0 knows nothing of.
    """

    def __init__(self, transport: Transport, uptake: Uptake) -> None:
        """Take it when it has been made; `uptake` watches that what is written before an end is read."""
        self.transport = transport
        self.uptake = uptake
        self._losses: dict[int, Callable[[], None]] = {}
        self.is_lost = False
        self.scheme: Literal["http", "https"] = "https" if transport.get_extra_info("sslcontext") else "http"
        caller, here = transport.get_extra_info("peername"), transport.get_extra_info("sockname")
        self.client_address: str = caller[0] if caller else ""
        self.host: str = f"{here[0]}:{here[1]}" if here else ""

    def reset(self) -> None:
        """Break it with RST at once, unless it is ending already; what was written and not read yet is lost too."""
        if self.is_lost or self.transport.is_closing():
            return
        connection = self.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def close(self) -> None:
        """End it with FIN, after what was written before, which the caller has to read in time."""
        self.transport.close()
        self.uptake.watch()

    def on_loss(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have something called when it is lost, at once when it is already; give the way to call that off."""
        if self.is_lost:
            callback()
            return _nothing
        key = id(callback)
        self._losses[key] = callback
        return lambda: self._losses.pop(key, None) and None

    async def lost(self) -> None:
        """Wait until it is lost."""
        event = Event()
        self.on_loss(event.set)
        await event.wait()

    def lose(self) -> None:
        """Tell those who asked that it is lost."""
        self.is_lost = True
        losses, self._losses = self._losses, {}
        for callback in losses.values():
            callback()


def _nothing() -> None:
    """Stand in for calling off what has happened."""
