"""The limits on the traffic of one administration: requests per window, and requests at the same time."""

from collections.abc import Iterable
from typing import Literal

from mockbooks.traffic.clock import Clock

Headers = tuple[tuple[str, str], ...]
Per = Literal["second", "minute", "hour", "day"]


class RateLimiter:
    """Counts the requests of one administration on its clock; safe to use from several threads."""

    def __init__(self, limits: Iterable[tuple[int, Per]], concurrent: int | None, clock: Clock) -> None:
        """Start with the full room: `limits` are numbers of requests with the window that they are for."""
        self._clock = clock
        self._limits = tuple(limits)
        self._concurrent = concurrent

    def headers(self) -> Headers:
        """Tell the limits and the room that is left, as headers."""
        return ()
