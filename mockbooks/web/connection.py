"""The connection that a request came in on: a scenario may break it, and a wait ends when the caller has gone."""

import socket
import struct
from asyncio import Transport
from collections.abc import Callable
from typing import Final

CONNECTION_KEY: Final = "mockbooks.connection"
"""Where the protocol puts it in the scope of a request."""
# To linger for no time at all makes the operating system send RST in place of FIN (socket(7)).
_NO_LINGER: Final = struct.pack("ii", 1, 0)


class Connection:
    """One connection, shared by the requests on it."""

    def __init__(self, transport: Transport) -> None:
        """Take it when it has been made."""
        self._transport = transport
        self._losses: dict[int, Callable[[], None]] = {}
        self.is_lost = False

    def reset(self) -> None:
        """Break it with RST at once; what was written and not read yet is lost too."""
        connection = self._transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self._transport.abort()

    def close(self) -> None:
        """End it with FIN, after what was written before."""
        self._transport.close()

    def on_loss(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have something called when it is lost, at once when it is already; give the way to call that off."""
        if self.is_lost:
            callback()
            return _nothing
        key = id(callback)
        self._losses[key] = callback
        return lambda: self._losses.pop(key, None) and None

    def lose(self) -> None:
        """Tell those who asked that it is lost."""
        self.is_lost = True
        losses, self._losses = self._losses, {}
        for callback in losses.values():
            callback()


def _nothing() -> None:
    """Stand in for calling off what has happened."""
