"""What administrations begin with: the server's settings, and what a scenario says otherwise."""

from collections.abc import Callable
from dataclasses import field, replace
from typing import TYPE_CHECKING

from mockbooks import seed
from mockbooks.frozen import dataclass
from mockbooks.oauth.authority import Policy
from mockbooks.resources import SPECS
from mockbooks.service.context import Context
from mockbooks.store import Books
from mockbooks.store.books import Snapshot
from mockbooks.traffic.clock import RUNNING, AdministrationClock, Clock, ClockSetting, moment_text, today
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The state that an administration begins with, and comes back to at a reset.

    `policy` None is the server's own.
    """

    books: Snapshot
    clock: ClockSetting
    limits: LimitSetting
    policy: Policy | None = None
    scenario: "Scenario | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What every administration of a server begins with; `source` is the clock that theirs follow."""

    books: Snapshot
    source: Clock
    clock: ClockSetting = RUNNING
    limits: LimitSetting = field(default_factory=LimitSetting)
    policy: Policy | None = None
    seed: "seed.Seed" = field(default_factory=seed.Seed)

    @property
    def start(self) -> Start:
        """The start of an administration without a scenario."""
        return Start(books=self.books, clock=self.clock, limits=self.limits)

    def limiter_of_nobody(self) -> RateLimiter:
        """Make limits with their full room, for callers who belong to no administration."""
        return RateLimiter(self.limits, AdministrationClock(self.source, self.clock))


def planted(seed_: "seed.Seed", source: Clock, setting: ClockSetting) -> Snapshot:
    """Make books with start data, as they are at the beginning of a clock; with much of it this takes long."""
    clock = AdministrationClock(source, setting)
    books = Books(SPECS)
    seed.plant(Context(books=books, now=moment_text(clock.now()), today=today(clock)), seed_)
    books.begin_changes()
    return books.snapshot()


def started(beginning: Beginning, scenario: "Scenario", present: Callable[[], Snapshot] | None = None) -> Start:
    """Work out the start of an administration under a scenario; what that does not say is as the server's settings.

    Books that it does not name are those at `present`, which somebody may have made for it; where there are none yet
    they are the server's start data, seeded on the clock of the scenario.
    """
    clock = scenario.clock or beginning.clock
    wanted = replace(beginning.seed, **(scenario.books or {}))
    if scenario.books is None and present is not None:
        books = present()
    elif wanted == beginning.seed and clock == beginning.clock:
        books = beginning.books
    else:
        books = planted(wanted, beginning.source, clock)
    return Start(
        books=books,
        clock=clock,
        limits=scenario.limits or beginning.limits,
        policy=_policy(beginning.policy, scenario),
        scenario=scenario,
    )


def _policy(server: Policy | None, scenario: "Scenario") -> Policy | None:
    if server is None or scenario.oauth is None:
        return None
    return replace(server, **scenario.oauth)
