"""A connection without a socket: what is sent on it is there at once, and whoever made it decides what is read."""

import asyncio
from typing import Any

from mockbooks.web.wire.protocol import HttpProtocol, Terms
from mockbooks.web.wire.registry import Registry

MONDAY = 1_795_424_400.5


class Line:
    """One connection to a server on these terms, and the caller's end of it; made on a running loop."""

    def __init__(self, terms: Terms) -> None:
        """Connect."""
        self.writes: list[bytes] = []
        self.unread = 0
        """How many bytes of what was written the caller has not read."""
        self.is_closed = self.is_aborted = self.has_ended = False
        self.is_heard = True
        self.registered = Registry(lambda: MONDAY)
        self.terms = terms
        self.protocol = HttpProtocol(terms, self.registered)
        self.protocol.connection_made(_Transport(self))

    def send(self, data: bytes) -> None:
        """Say something."""
        self.protocol.data_received(data)

    def last_status(self) -> int:
        """Tell the status of the last answer, and forget what was written."""
        status = int(self.writes[-1][9:12])
        self.writes.clear()
        return status


class _Transport(asyncio.Transport):
    """What is left of a socket when there is none."""

    def __init__(self, line: Line) -> None:
        super().__init__({"peername": ("192.0.2.1", 50_000), "sockname": ("192.0.2.2", 8080)})
        self._line = line

    def write(self, data: Any) -> None:  # noqa: ANN401 - bytes of any kind
        self._line.writes.append(bytes(data))

    def get_write_buffer_size(self) -> int:
        return self._line.unread

    def is_closing(self) -> bool:
        return self._line.is_closed

    def close(self) -> None:
        self._line.is_closed = True

    def abort(self) -> None:
        self._line.is_closed = self._line.is_aborted = True

    def pause_reading(self) -> None:
        self._line.is_heard = False

    def resume_reading(self) -> None:
        self._line.is_heard = True

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self._line.has_ended = True
