"""An administration as the steps see it, with a clock that a test sets."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mockbooks.traffic.clock import Clock
from mockbooks.traffic.injection import Injector
from mockbooks.traffic.rate_limiter import LimitSetting, Per, RateLimiter
from mockbooks.traffic.request_log import LogRoom, RequestLog
from mockbooks.traffic.waits import Waits

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class MovingClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.moment = MORNING

    def now(self) -> datetime:
        return self.moment

    def advance(self, **length: float) -> None:
        """Let time pass: `advance(seconds=0.5)`."""
        self.moment += timedelta(**length)


@dataclass(kw_only=True)
class Surrounded:
    """An administration; without limits unless told otherwise."""

    id: str = "demo"
    name: str = "Bakkerij De Korenaar B.V."
    clock: Clock = field(default_factory=MovingClock)
    limits: tuple[tuple[int, Per], ...] = ()
    concurrent: int | None = None
    limiter: RateLimiter = field(init=False)
    injector: Injector | None = None
    request_log: RequestLog = field(default_factory=lambda: LogRoom().log_of("demo"))
    waits: Waits = field(default_factory=Waits)
    era: int = 0
    policy: None = None

    def __post_init__(self) -> None:
        self.limiter = RateLimiter(LimitSetting(windows=self.limits, concurrent=self.concurrent), self.clock)

    def catch_up(self) -> None:
        """Have nothing to catch up with."""
