"""An administration as the steps see it, with a clock that a test sets."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mockbooks.traffic.clock import Clock
from mockbooks.traffic.rate_limiter import Per, RateLimiter

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

    def __post_init__(self) -> None:
        self.limiter = RateLimiter(self.limits, self.concurrent, self.clock)
