"""A scenario as a value: what its file says, read and judged, so that nothing of it can fail once it is active."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from mockbooks.bookkeeper.deed import Deed
from mockbooks.frozen import dataclass
from mockbooks.scenarios.calls import EVERY_CALL, Calls
from mockbooks.scenarios.match import ANYTHING, Match
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.fault import Fault
from mockbooks.traffic.clock import ClockSetting
from mockbooks.traffic.injection import Phase
from mockbooks.traffic.rate_limiter import LimitSetting


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
    that stands there; with `chance` (from 0 to 1) one that is due acts in that share of the cases. `when_text` and
    `fault_text` are how it was written, on one line each: which calls it is about, and what happens to them.
    """

    name: str
    match: Match = ANYTHING
    calls: Calls = EVERY_CALL
    count_by: str | None = None
    chance: float | None = None
    during: During | None = None
    phase: Phase
    faults: tuple[tuple[Fault[Any], Any], ...]
    when_text: str = ""
    fault_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """What the bookkeeper does at a time after the start: deeds with their values, in the order written.

    `text` is how they were written, on one line.
    """

    at: timedelta
    deeds: tuple[tuple[Deed[Any], Any], ...]
    text: str = ""


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

    The timeline is in the order of its moments, and of the file where those are equal. What is None stays as it was.
    `books` and `oauth` hold what the file says and nothing else, by the names of `seed.Seed` and `authority.Policy`.
    """

    name: str
    description: str = ""
    random_seed: int | None = None
    books: Mapping[str, Any] | None = None
    clock: ClockSetting | None = None
    limits: LimitSetting | None = None
    oauth: Mapping[str, Any] | None = None
    injections: tuple[Injection, ...] = ()
    timeline: tuple[TimelineItem, ...] = ()
    expect: tuple[Expected, ...] = ()
