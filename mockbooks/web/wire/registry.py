"""What the connections of a server have in common: who is connected, what is being answered, and what time it is."""

from asyncio import Event, Task
from collections.abc import Callable
from typing import TYPE_CHECKING

from mockbooks.traffic.http_date import http_date

if TYPE_CHECKING:
    from mockbooks.web.wire.protocol import HttpProtocol


class Registry:
    """The connections of a server, and the tasks that answer on them; whoever stops it waits until all are gone."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begin with none; `now` tells the seconds since 1970 by the clock of the machine."""
        self.connections: set[HttpProtocol] = set()
        self.is_leaving = False
        """Whether the server stops: nobody who comes now is answered."""
        self.tasks: set[Task[None]] = set()
        self._now = now
        self._second = -1
        self._date_line = b""
        self._gone = Event()

    @property
    def date_line(self) -> bytes:
        """The header Date with its line end, written anew when the second has changed."""
        second = int(self._now())
        if second != self._second:
            self._second = second
            self._date_line = f"date: {http_date(second)}\r\n".encode("ascii")
        return self._date_line

    @property
    def unfinished(self) -> int:
        """How many are waited for while it leaves; one whose caller has left is a task without a connection."""
        return max(len(self.connections), len(self.tasks))

    def lose(self, connection: "HttpProtocol") -> None:
        """Forget a connection that is no more."""
        self.connections.discard(connection)
        self._look()

    def keep(self, task: "Task[None]") -> None:
        """Hold a task until it is done: the event loop alone would let go of it."""
        self.tasks.add(task)
        task.add_done_callback(self._done)

    async def leave(self) -> None:
        """Close every connection as soon as nothing runs on it, and wait until they are gone."""
        self.is_leaving = True
        for connection in tuple(self.connections):
            connection.shutdown()
        self._look()
        await self._gone.wait()

    def give_up(self) -> None:
        """Have `leave` wait no longer."""
        self._gone.set()

    def _done(self, task: "Task[None]") -> None:
        self.tasks.discard(task)
        self._look()

    def _look(self) -> None:
        if self.is_leaving and not self.connections and not self.tasks:
            self._gone.set()
