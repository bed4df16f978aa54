"""Whoever is kept waiting by the scenario of an administration, so that a reset or a stop can end it."""

from collections.abc import Callable
from threading import Lock


class Waits:
    """The ways to wake those that wait; safe to use from several threads."""

    def __init__(self) -> None:
        """Start with nobody waiting."""
        self._wakers: dict[int, Callable[[], None]] = {}
        self._number = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._wakers)

    def begin(self, wake: Callable[[], None]) -> int:
        """Note somebody who waits; give the number to `end` with."""
        with self._lock:
            self._number += 1
            self._wakers[self._number] = wake
            return self._number

    def end(self, number: int) -> None:
        """Note that a wait is over."""
        with self._lock:
            self._wakers.pop(number, None)

    def interrupt(self) -> None:
        """Wake everybody: what they were going to do belongs to a state that is gone."""
        with self._lock:
            wakers, self._wakers = self._wakers, {}
        for wake in wakers.values():
            wake()
