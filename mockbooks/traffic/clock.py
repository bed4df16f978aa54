"""The time, as something that is handed in: real, or frozen for tests that must give the same bytes tomorrow."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

BOOKS_TIME_ZONE = "Europe/Amsterdam"


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Tell the present moment, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class RealClock:
    """The time of the machine."""

    def now(self) -> datetime:
        """Tell the present moment."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FrozenClock:
    """A clock that stands still at one moment."""

    moment: datetime

    def now(self) -> datetime:
        """Tell the moment at which it stands, in UTC."""
        return self.moment.astimezone(UTC)


def clock_at(moment: datetime | None) -> Clock:
    """Give a clock that stands still at a moment, or the real one for None."""
    return RealClock() if moment is None else FrozenClock(moment)


def stands_still(clock: Clock) -> bool:
    """Tell whether waiting does not help, because no time passes on a clock."""
    return isinstance(clock, FrozenClock)


def moment_text(moment: datetime) -> str:
    """Write a moment as RFC 3339 in UTC with whole seconds: "2026-11-23T10:15:30Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today(clock: Clock) -> date:
    """Tell the day in the Netherlands: just after midnight there it is still yesterday in UTC."""
    return clock.now().astimezone(ZoneInfo(BOOKS_TIME_ZONE)).date()
