"""The turns of those who ask much at once: one in each round of the event loop, whoever they are."""

from asyncio import get_running_loop
from collections import deque
from collections.abc import Callable


class Turns:
    """All who wait for a turn on one event loop.

    Whoever asks one thing at a time is answered when it comes in, so that it waits for no more than one of these,
    however many connections send however many requests at once.
    """

    def __init__(self) -> None:
        """Start with nobody."""
        self._waiting: deque[Callable[[], None]] = deque()
        self._is_coming = False

    def take(self, act: Callable[[], None]) -> None:
        """Have something called when all who came before have had their turn."""
        self._waiting.append(act)
        self._have_next_come()

    def _have_next_come(self) -> None:
        if self._waiting and not self._is_coming:
            self._is_coming = True
            get_running_loop().call_soon(self._next)

    def _next(self) -> None:
        """Give one turn; who takes another one is behind all others."""
        self._is_coming = False
        act = self._waiting.popleft()
        self._have_next_come()
        act()
