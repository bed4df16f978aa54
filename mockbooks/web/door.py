"""Endpoints that are made when somebody first calls them: a server that starts needs no module of theirs."""

import logging
from collections.abc import Callable
from threading import Lock
from typing import Final, Protocol

from mockbooks.traffic.exchange import Answer, Exchange

_LOGGER: Final = logging.getLogger("mockbooks")


class SideEndpoint(Protocol):
    """What answers beside the operations: the control API, the dashboard, or the pages."""

    def takes_long(self, exchange: Exchange) -> bool:
        """Tell whether a call would hold up others."""

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError."""


class Door:
    """A side endpoint that is made once, by whoever needs it first; making it would hold up others too."""

    def __init__(self, make: Callable[[], SideEndpoint]) -> None:
        """Keep what makes the endpoint."""
        self._make = make
        self._made: SideEndpoint | None = None
        self._lock = Lock()

    @property
    def is_open(self) -> bool:
        """Tell whether the endpoint has been made."""
        return self._made is not None

    def open(self) -> None:
        """Make the endpoint ahead of a call; where that goes wrong the call tries it again, and tells its caller."""
        try:
            self._endpoint()
        except Exception as error:  # noqa: BLE001 - whatever it is, the call meets it as well or does not
            _LOGGER.warning("what is made for a first call could not be, and is tried again: %r", error)

    def takes_long(self, exchange: Exchange) -> bool:
        """Tell whether a call would hold up others, as it does until the door is open."""
        return self._made is None or self._made.takes_long(exchange)

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError; from any thread."""
        return self._endpoint()(exchange)

    def _endpoint(self) -> SideEndpoint:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made
