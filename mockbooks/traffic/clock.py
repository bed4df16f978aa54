"""The time, as something that is handed in: real, frozen for tests that must give the same bytes tomorrow, or moved."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from mockbooks.frozen import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSetting:
    """How a clock begins: at the time of its source (None) or at a moment, and how many seconds pass on it per second.

    A speed of 0 freezes it.
    """

    moment: datetime | None = None
    speed: float = 1.0


RUNNING: Final = ClockSetting()
FIRST_MOMENT: Final = datetime(2003, 1, 1, tzinfo=UTC)
LAST_MOMENT: Final = datetime(2999, 12, 31, tzinfo=UTC)
"""The seeded VAT rates begin in 2001, and the year before the clock's is open too; due dates need room at the end."""


class AdministrationClock:
    """The clock of one administration: it follows a source until it is frozen, set, advanced or told to run faster.

    Safe to read from several threads; who moves it replaces its state as a whole.
    """

    __slots__ = ("_source", "_state")

    def __init__(self, source: Clock, setting: ClockSetting = RUNNING) -> None:
        """Begin as the setting says."""
        self._source = source
        self.setting = setting

    @property
    def setting(self) -> ClockSetting:
        """How it would begin to be as it is now: at its own time when it no longer follows its source."""
        if self._state[0] == RUNNING:
            return RUNNING
        return ClockSetting(moment=self.now(), speed=self.speed)

    @setting.setter
    def setting(self, setting: ClockSetting) -> None:
        self._state = setting, self._source.now()

    @property
    def state(self) -> tuple[ClockSetting, datetime]:
        """What it goes by: how it began, and when its source said so; another one after every change."""
        return self._state

    @property
    def speed(self) -> float:
        """How many seconds pass on it per second; 0 when it is frozen."""
        return self._state[0].speed

    @property
    def stands_still(self) -> bool:
        """Whether no time passes on it by itself."""
        return self.speed == 0 or stands_still(self._source)

    def now(self) -> datetime:
        """Tell the present moment, aware and in UTC."""
        setting, since = self._state
        if setting is RUNNING:
            return self._source.now()
        begin = setting.moment or since
        if setting.speed == 0:
            return begin
        passed_seconds = (self._source.now() - since).total_seconds() * setting.speed
        return _later(begin, passed_seconds)

    def advance(self, length: timedelta) -> None:
        """Move it by a length of time, never beyond the last moment that the books know."""
        self.setting = ClockSetting(moment=_later(self.now(), length.total_seconds()), speed=self.speed)

    def set(self, moment: datetime) -> None:
        """Put it at a moment, from where it goes on as before."""
        self.setting = ClockSetting(moment=moment.astimezone(UTC), speed=self.speed)

    def run(self, speed: float) -> None:
        """Have time pass at a speed from now on; 0 freezes it."""
        self.setting = ClockSetting(moment=self.now(), speed=speed)


def _later(moment: datetime, seconds: float) -> datetime:
    return moment + timedelta(seconds=min(seconds, (LAST_MOMENT - moment).total_seconds()))


def beginning_at(moment: datetime | None) -> ClockSetting:
    """Give the beginning of a clock that stands still at a moment, or of one that follows the real one for None."""
    return RUNNING if moment is None else ClockSetting(moment=moment.astimezone(UTC), speed=0)


def stands_still(clock: Clock) -> bool:
    """Tell whether waiting does not help, because no time passes on a clock."""
    return clock.stands_still if isinstance(clock, AdministrationClock) else isinstance(clock, FrozenClock)


def moment_text(moment: datetime) -> str:
    """Write a moment as RFC 3339 in UTC with whole seconds: "2026-11-23T10:15:30Z"."""
    # Not with strftime: its %Y writes years before 1000 with fewer than four digits.
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


class Calendar:
    """How a moment is told: as a text and as a day in the Netherlands, worked out once for all calls of one second."""

    __slots__ = ("_latest",)

    def __init__(self) -> None:
        """Start with nothing told."""
        self._latest: tuple[datetime | None, str, date] = (None, "", date.min)

    def told(self, moment: datetime) -> tuple[str, date]:
        """Give `moment_text` and `today_at` of a moment; safe to call from several threads."""
        second, text, day = self._latest
        begun = moment.replace(microsecond=0)
        if begun != second:
            text, day = moment_text(begun), today_at(begun)
            self._latest = begun, text, day
        return text, day


def today(clock: Clock) -> date:
    """Tell the day in the Netherlands."""
    return today_at(clock.now())


def today_at(moment: datetime) -> date:
    """Tell the day in the Netherlands at a moment: just after midnight there it is still yesterday in UTC."""
    return moment.astimezone(ZoneInfo(BOOKS_TIME_ZONE)).date()
