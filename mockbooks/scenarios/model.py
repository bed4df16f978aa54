"""A scenario as a value: what its file says, read and judged, so that nothing of it can fail once it is active."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from mockbooks.bookkeeper.deed import Deed
from mockbooks.scenarios.calls import EVERY_CALL, Calls
from mockbooks.scenarios.match import ANYTHING, Match
from mockbooks.settings.kinds import Limit
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.fault import Fault
from mockbooks.traffic.injection import Phase

RetryAfterStyle = Literal["seconds", "epoch", "httpDate", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BooksSetting:
    """What the books begin with; None leaves it as the server was started. `require` are fields of transactions."""

    seed: int | None = None
    debtors: int | None = None
    products: int | None = None
    transactions: int | None = None
    lock_date: date | None = None
    filed_quarters: tuple[str, ...] | None = None
    require: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSetting:
    """The clock: it begins at `moment` (None: the time of the machine), and stands still or runs `speed` times as fast.

    The real clock is one without a moment that runs at speed 1.
    """

    moment: datetime | None = None
    frozen: bool = False
    speed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsSetting:
    """The limits on the traffic; None leaves it as the server was started, no windows at all are an empty tuple."""

    windows: tuple[Limit, ...] | None = None
    concurrent: int | None = None
    retry_after: RetryAfterStyle = "seconds"


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthSetting:
    """How long tokens live, and whether consent is asked for; None leaves it as the server was started."""

    access_token_seconds: int | None = None
    refresh_token_seconds: int | None = None
    code_seconds: int | None = None
    refresh_grace_seconds: int | None = None
    auto_approve: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class During:
    """A part of the run, told from its start; `until` is not part of it, and None means to the end."""

    start: timedelta = timedelta()
    until: timedelta | None = None

    def holds(self, since_start: timedelta) -> bool:
        """Tell whether a moment, as the time since the scenario began, falls within it."""
        return self.start <= since_start and (self.until is None or since_start < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Injection:
    """One entry of misbehaviour: when it is due, in which phase it sits, and its faults in the order written.

    Names are unique within a scenario. With `count_by` (a JSON Pointer into the body) calls are counted for each value
    that stands there; with `chance` (from 0 to 1) one that is due acts in that share of the cases.
    """

    name: str
    match: Match = ANYTHING
    calls: Calls = EVERY_CALL
    count_by: str | None = None
    chance: float | None = None
    during: During | None = None
    phase: Phase
    faults: tuple[tuple[Fault[Any], Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """What the bookkeeper does at a time after the start: deeds with their values, in the order written."""

    at: timedelta
    deeds: tuple[tuple[Deed[Any], Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One expectation; `text` is how it was written, on one line. Where it does not count, `bounds` is empty."""

    kind: Expectation[Any]
    settings: Any
    bounds: Bounds
    optional: bool = False
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """How an administration begins, how it misbehaves, and what an integration that copes must have done.

    The timeline is in the order of its moments, and of the file where those are equal. What is None, or not there, is
    as the server was started.
    """

    name: str
    description: str = ""
    random_seed: int | None = None
    books: BooksSetting | None = None
    clock: ClockSetting | None = None
    limits: LimitsSetting | None = None
    oauth: OAuthSetting | None = None
    injections: tuple[Injection, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    expect: tuple[Expected, ...] = ()
    every_injection_fired: bool = True
