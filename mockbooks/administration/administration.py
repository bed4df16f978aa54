"""One administration: its books, and everything that the calls of its tokens meet on their way."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mockbooks.administration.beginning import Start
from mockbooks.administration.snapshots import Frozen, Snapshots
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import SPECS
from mockbooks.service.actor import SEED, Actor
from mockbooks.service.context import Context
from mockbooks.store import Books, Snapshot
from mockbooks.traffic.clock import AdministrationClock, Calendar, Clock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.idempotency import IdempotencyStore
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from mockbooks.traffic.request_log import RequestLog
from mockbooks.traffic.waits import Waits

if TYPE_CHECKING:
    from mockbooks.oauth.authority import Policy
    from mockbooks.scenarios.engine import Engine
    from mockbooks.stage.scene import Firing


class Administration:
    """An isolated world: books, clock, limits, scenario, request log and snapshots of its own."""

    def __init__(  # noqa: PLR0913 - each is a part of it
        self,
        *,
        id: str,  # noqa: A002 - it is the noun of the API
        name: str,
        start: Start,
        source: Clock,
        tokens: TokenStore,
        idempotency: IdempotencyStore,
        request_log: RequestLog,
    ) -> None:
        """Begin with a start; its books share with those of others what none of them writes to."""
        self.id = id
        self.name = name
        self.books = Books(SPECS)
        self.clock = AdministrationClock(source)
        self._calendar = Calendar()
        self.tokens = tokens
        self.request_log = request_log
        self.waits = Waits()
        self.era = 0
        self.snapshots = Snapshots()
        self.injector: Engine | None = None
        self.policy: Policy | None = None
        self.limiter = RateLimiter(start.limits, self.clock)
        self.begun = self.books.changes.freeze()
        self._idempotency = idempotency
        self._start = start
        self.begin(start)

    # What a call works with

    def now(self) -> datetime:
        """Tell the time on its clock."""
        return self.clock.now()

    def context(self, actor: Actor = SEED, at: datetime | None = None) -> Context:
        """Give what an operation works with at this moment, or at another."""
        now, today = self._calendar.told(at or self.clock.now())
        return Context(
            books=self.books,
            now=now,
            today=today,
            administration_id=self.id,
            administration_name=self.name,
            limiter=self.limiter,
            actor=actor,
        )

    def context_of(self, exchange: Exchange) -> Context:
        """Give what the operation of a call works with."""
        now, today = self._calendar.told(self.clock.now())
        return Context(
            books=self.books,
            now=now,
            today=today,
            administration_id=self.id,
            administration_name=self.name,
            limiter=self.limiter,
            actor=Actor(kind="client", name=exchange.client_id, request_id=exchange.request_id),
            hidden_seconds=exchange.hidden_seconds,
            drifted_rows=exchange.drifted_rows,
            search=exchange.search,
        )

    def firings(self) -> dict[str, "Firing"]:
        """Tell of every injection of the active scenario, by name and in the order of the file, how often it acted."""
        return {} if self.injector is None else self.injector.firings()

    # Time

    def catch_up(self) -> None:
        """Have everything happen that has fallen due by now."""
        if self.injector is not None:
            self.injector.catch_up(self.clock.now())

    def advance(self, length: timedelta) -> None:
        """Move the clock; what falls due on the way happens in order, each at its own moment."""
        self.catch_up()
        self.clock.advance(length)
        self.catch_up()

    def change_clock(self, change: Callable[[AdministrationClock], None]) -> None:
        """Set, freeze or run the clock, and have everything happen that is due then."""
        self.catch_up()
        change(self.clock)
        self.catch_up()

    # Beginnings

    @property
    def start(self) -> Start:
        """What it comes back to at a reset."""
        return self._start

    def begin(self, start: Start) -> None:
        """Begin anew: books, clock, limits, counters, scenario and request log are those of the start.

        Tokens stay, and those that do not expire are good again whatever was done to them. A call that is being kept
        waiting is cut off: what it was going to do belongs to the past.
        """
        self.waits.interrupt()
        self.era += 1
        engine = self._engine(start)
        self._idempotency.forget(self.id)
        self.books.restore(start.books)
        self.begun = self.books.changes.freeze()
        self.clock.setting = start.clock
        self.limiter = RateLimiter(start.limits, self.clock)
        self.policy = start.policy
        self.request_log.clear()
        self.tokens.renew_lasting(self.id)
        self._start = start
        self.injector = engine
        if engine is not None:
            engine.begin(self)

    def reset(self) -> None:
        """Come back to the start."""
        self.begin(self._start)

    def leave_scenario(self, start: Start) -> None:
        """Go on without a scenario, as the server's settings say; books and request log stay as they are.

        Tokens that do not expire are good again.
        """
        self.waits.interrupt()
        self.tokens.renew_lasting(self.id)
        self.injector = None
        self.clock.setting = start.clock
        self.policy = start.policy
        self.limit(start.limits)
        self._start = start

    def limit(self, setting: LimitSetting) -> None:
        """Put other limits in force, with their full room."""
        self.limiter = RateLimiter(setting, self.clock)

    @staticmethod
    def _engine(start: Start) -> "Engine | None":
        if start.scenario is None:
            return None
        from mockbooks.scenarios.engine import Engine  # noqa: PLC0415 - a start without a scenario does not need it

        return Engine(start.scenario)

    def replace_books(self, books: Snapshot) -> None:
        """Put other books in the place of its own; a call that is being kept waiting is cut off."""
        self.waits.interrupt()
        self.era += 1
        self.books.restore(books)
        if self.injector is not None:
            self.injector.books_replaced()

    # Snapshots

    def freeze(self, name: str) -> Frozen:
        """Keep a copy of books, clock and idempotency keys under a name, in the place of an earlier one."""
        frozen = Frozen(
            name=name,
            at=self.clock.now(),
            books=self.books.snapshot(),
            position=self.books.changes.position,
            clock=self.clock.setting,
            keys=self._idempotency.kept_of(self.id),
            engine=self.injector,
            happened=0 if self.injector is None else self.injector.happened,
        )
        self.snapshots.put(frozen)
        return frozen

    def restore(self, frozen: Frozen) -> None:
        """Become what was frozen; scenario, counters and log go on, and what the timeline did since comes again."""
        self.replace_books(frozen.books)
        self.clock.setting = frozen.clock
        self._idempotency.put_back(self.id, frozen.keys)
        if self.injector is not None and self.injector is frozen.engine:
            self.injector.happened = frozen.happened
