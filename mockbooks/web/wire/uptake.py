"""Whether a caller reads what is written to it: one that reads nothing for too long holds a connection and memory."""

from asyncio import AbstractEventLoop, Transport

from mockbooks.web.wire.deadline import Deadline


class Uptake:
    """What is left of a connection's writes, looked at from time to time while the caller is behind with reading."""

    def __init__(self, transport: Transport, loop: AbstractEventLoop, seconds: float) -> None:
        """Look at nothing yet; a caller that is watched has `seconds` to read some more, and then as long again."""
        self._transport = transport
        self._seconds = seconds
        self._deadline = Deadline(loop, self._look)
        self._left = 0

    def watch(self) -> None:
        """Drop the caller once it has read nothing of what is left for so long."""
        self._left = self._transport.get_write_buffer_size()
        if self._left:
            self._deadline.set(self._seconds)

    def rest(self) -> None:
        """Leave it alone: it has read."""
        self._deadline.clear()

    def end(self) -> None:
        """Look never again, and be held by nothing."""
        self._deadline.end()

    def _look(self) -> None:
        if self._transport.get_write_buffer_size() < self._left:
            self.watch()
        else:
            self._transport.abort()
