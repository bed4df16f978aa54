"""Waiting for what was just made to be found: what is kept in an index is not always in it at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

AT_ONCE_SECONDS: Final = 2.0
"""Found within this time is found at once: an index may take a moment."""
_WAITS: Final = (AT_ONCE_SECONDS, 4.0, 8.0, 14.0)


@dataclass(slots=True)
class Patience:
    """The waits for one resource, which all its searches share: what was waited for one has passed for the others."""

    waited_seconds: float = 0.0
    _left: list[float] = field(default_factory=lambda: list(_WAITS))

    def wait(self, sleep: Callable[[float], None]) -> bool:
        """Wait a while, longer each time; tell whether there was any patience left for it."""
        if not self._left:
            return False
        seconds = self._left.pop(0)
        sleep(seconds)
        self.waited_seconds += seconds
        return True
