"""What the steps know of the administration that a call works on."""

from typing import Protocol

from mockbooks.traffic.clock import Clock
from mockbooks.traffic.rate_limiter import RateLimiter


class Surroundings(Protocol):
    """An administration as the traffic sees it: its clock and its limits, but not its books."""

    @property
    def id(self) -> str:
        """The id of the administration."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def clock(self) -> Clock:
        """The clock that it lives by."""

    @property
    def limiter(self) -> RateLimiter:
        """The limits on its traffic."""
