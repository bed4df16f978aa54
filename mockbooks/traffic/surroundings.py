"""What the steps know of the administration that a call works on."""

from typing import TYPE_CHECKING, Protocol

from mockbooks.traffic.clock import Clock
from mockbooks.traffic.rate_limiter import RateLimiter
from mockbooks.traffic.waits import Waits

if TYPE_CHECKING:
    from mockbooks.traffic.injection import Injector
    from mockbooks.traffic.request_log import RequestLog


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

    @property
    def injector(self) -> "Injector | None":
        """The active scenario, if any."""

    @property
    def request_log(self) -> "RequestLog":
        """The record of its traffic."""

    @property
    def era(self) -> int:
        """Counts how often the books were put back or begun anew: a call belongs to the era in which it came."""

    @property
    def waits(self) -> Waits:
        """Those whom its scenario keeps waiting."""

    def catch_up(self) -> None:
        """Have everything happen that has fallen due by now."""
