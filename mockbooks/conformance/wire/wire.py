"""What asking needs of a client, so that a test can be one."""

from collections.abc import Callable
from typing import Protocol

from mockbooks.conformance.wire.client import MOST_BYTES
from mockbooks.conformance.wire.exchange import Exchange, Request


class Wire(Protocol):
    """Sends requests, and keeps every exchange, with or without the bodies of answers."""

    @property
    def exchanges(self) -> list[Exchange]:
        """Every exchange so far."""
        ...

    @property
    def clock(self) -> Callable[[], float]:
        """Tells the seconds that have passed."""
        ...

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        """Send a request, and give what came of it; raises nothing for what a server or network does."""
        ...
