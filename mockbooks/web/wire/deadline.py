"""The one timer of a connection: setting it anew costs a number, for what rings too early only looks again."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from math import inf
from typing import Final

_NEVER: Final = inf


class Deadline:
    """A moment by which something must have happened, moved on with every request."""

    __slots__ = ("_at", "_loop", "_reached", "_rings_at", "_timer")

    def __init__(self, loop: AbstractEventLoop, reached: Callable[[], None]) -> None:
        """Set none yet; `reached` is called when one has come."""
        self._loop = loop
        self._reached = reached
        self._at = self._rings_at = _NEVER
        self._timer: TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """Have it come so many seconds from now, and not when it was set for before."""
        self._at = self._loop.time() + seconds
        if self._at < self._rings_at:
            self._ring_at(self._at)

    def clear(self) -> None:
        """Have none."""
        self._at = _NEVER

    def end(self) -> None:
        """Have none any more, and be held by nothing."""
        self._at = _NEVER
        self._reached = _nothing
        if self._timer is not None:
            self._timer.cancel()

    def _ring_at(self, moment: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._rings_at = moment
        self._timer = self._loop.call_at(moment, self._look)

    def _look(self) -> None:
        self._rings_at, self._timer = _NEVER, None
        if self._at > self._loop.time():
            if self._at != _NEVER:
                self._ring_at(self._at)
            return
        self._at = _NEVER
        self._reached()


def _nothing() -> None:
    """Stand in for what was to be called."""
