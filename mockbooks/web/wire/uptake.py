"""Whether a caller reads what is written to it: one that reads nothing for too long holds a connection and memory."""

import sys
from asyncio import AbstractEventLoop, Transport
from contextlib import suppress
from typing import Final

from mockbooks.web.wire.deadline import Deadline

_INT_BYTES: Final = 4


class Uptake:
    """What is left of a connection's writes, looked at from time to time while the caller is behind with reading."""

    def __init__(self, transport: Transport, loop: AbstractEventLoop, seconds: float) -> None:
        """Look at nothing yet; a caller that is watched has `seconds` to read some more, and then as long again."""
        self._transport = transport
        self._seconds = seconds
        self._deadline = Deadline(loop, self._look)
        self._left = (0, 0)

    def watch(self) -> None:
        """Drop the caller once it has read nothing of what is left for so long."""
        size = self._transport.get_write_buffer_size()
        if size:
            self._left = size, _in_the_system(self._transport)
            self._deadline.set(self._seconds)

    def rest(self) -> None:
        """Leave it alone: it has read."""
        self._deadline.clear()

    def end(self) -> None:
        """Look never again, and be held by nothing."""
        self._deadline.end()

    def _look(self) -> None:
        """Go on where anything has moved: nothing is written meanwhile, so that only reading moves it.

        What is left in the system may grow, when it takes over what TLS had encrypted before.
        """
        if (self._transport.get_write_buffer_size(), _in_the_system(self._transport)) == self._left:
            self._transport.abort()
        else:
            self.watch()


def _in_the_system(transport: Transport) -> int:
    """Tell how many bytes the operating system has taken that have not reached the caller, where it tells.

    It asks for more only once a third of what it may hold is gone, and that may be megabytes.
    """
    connection = transport.get_extra_info("socket")
    if connection is None or sys.platform != "linux":
        return 0
    from fcntl import ioctl  # noqa: PLC0415 - hardly any caller is that slow
    from termios import TIOCOUTQ  # noqa: PLC0415 - as above

    with suppress(OSError, ValueError):  # it has been closed in between
        return int.from_bytes(ioctl(connection.fileno(), TIOCOUTQ, bytes(_INT_BYTES)), sys.byteorder)
    return 0
