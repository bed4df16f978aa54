"""The limits on the traffic of one administration: requests per window, and requests at the same time."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from math import ceil
from threading import Lock
from typing import Final, Literal, NamedTuple

from mockbooks.frozen import dataclass
from mockbooks.texts import Text
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.http_date import http_date

Headers = tuple[tuple[str, str], ...]
Per = Literal["second", "minute", "hour", "day"]

WINDOW_NAMES: Final[dict[Per, Text]] = {
    "second": Text("second", "seconde"),
    "minute": Text("minute", "minuut"),
    "hour": Text("hour", "uur"),
    "day": Text("day", "dag"),
}
WINDOW_SECONDS: Final[dict[Per, int]] = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400}
_SECOND: Final = timedelta(seconds=1)
_NEVER: Final = datetime.max.replace(tzinfo=UTC)


RetryAfterStyle = Literal["seconds", "epoch", "httpDate", "missing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitSetting:
    """The limits that are in force: numbers of requests with the window that they are for, and how many at one time.

    `retry_after` says how a refusal tells when to come back: RFC 9110 has seconds and HTTP dates, some vendors have the
    epoch (Unix time), some say nothing.
    """

    windows: tuple[tuple[int, Per], ...] = ()
    concurrent: int | None = None
    retry_after: RetryAfterStyle = "seconds"


class WindowRoom(NamedTuple):
    """The room in one window at one moment.

    `reset_seconds` is rounded up, so that waiting that long suffices; of a window that has not begun it is the whole
    length: no more than `remaining` can be used before that time has passed.
    """

    limit: int
    per: Per
    window_seconds: int
    remaining: int
    reset_seconds: int


class ConcurrentRoom(NamedTuple):
    """The limit on requests at the same time, and how many are running."""

    limit: int
    in_use: int


class Room(NamedTuple):
    """All limits of an administration with the room that is left in them."""

    windows: tuple[WindowRoom, ...]
    concurrent: ConcurrentRoom | None


def retry_after(style: RetryAfterStyle, now: datetime, seconds: int) -> str | None:
    """Write when to come back in a style, None to say nothing; a moment is rounded up, so that waiting suffices."""
    moment = ceil(now.timestamp()) + seconds
    match style:
        case "seconds":
            return str(seconds)
        case "epoch":
            return str(moment)
        case "httpDate":
            return http_date(moment)
        case "missing":
            return None


def policy_of(limit: int, per: Per) -> str:
    """Write one limit as an item of `RateLimit-Policy`."""
    return f'"{per}";q={limit};w={WINDOW_SECONDS[per]}'


def window_headers(windows: Sequence[WindowRoom], policy: str) -> Headers:
    """Tell of windows as headers: those of draft-ietf-httpapi-ratelimit-headers-11, and the widespread ones.

    The widespread ones know one window. They tell the tightest: the one with the fewest requests left, of several such
    the one that ends last, since nothing is gained before it does.
    """
    tightest = min(windows, key=_tightness)
    return (
        ("RateLimit-Policy", policy),
        ("RateLimit", ", ".join(f'"{each.per}";r={each.remaining};t={each.reset_seconds}' for each in windows)),
        ("X-RateLimit-Limit", str(tightest.limit)),
        ("X-RateLimit-Remaining", str(tightest.remaining)),
        ("X-RateLimit-Reset", str(tightest.reset_seconds)),
    )


class RateLimiter:
    """Counts the requests of one administration on its clock; safe to use from several threads."""

    def __init__(self, setting: LimitSetting, clock: Clock) -> None:
        """Start with the full room."""
        self.setting = setting
        self._clock = clock
        self._windows = tuple(_Window(limit, per) for limit, per in setting.windows)
        self._policy = ", ".join(policy_of(limit, per) for limit, per in setting.windows)
        self._concurrent = setting.concurrent
        self._running = 0
        self._lock = Lock()

    @property
    def counts_running(self) -> bool:
        """Whether requests at the same time are limited."""
        return self._concurrent is not None

    def begin(self) -> WindowRoom | ConcurrentRoom | None:
        """Let a request begin, which takes room in every limit, or give the limit that refuses it: it costs nothing.

        Of several that refuse it is the one that does so longest. What has begun must `end` if `counts_running`.
        """
        if not self._windows and self._concurrent is None:
            return None
        with self._lock:
            now = self._clock.now()
            full = [window.room(now) for window in self._windows if window.is_full(now)]
            if full:
                return max(full, key=_reset_seconds)
            if self._concurrent is not None and self._running >= self._concurrent:
                return ConcurrentRoom(self._concurrent, self._running)
            for window in self._windows:
                window.take(now)
            if self.counts_running:
                self._running += 1
        return None

    def end(self) -> None:
        """Note that a request which had begun runs no longer."""
        with self._lock:
            self._running -= 1

    def room(self) -> Room:
        """Tell the limits and the room that is left."""
        with self._lock:
            now = self._clock.now()
            concurrent = None if self._concurrent is None else ConcurrentRoom(self._concurrent, self._running)
            return Room(tuple(window.room(now) for window in self._windows), concurrent)

    def retry_after(self, seconds: int) -> str | None:
        """Write when to come back, as the setting says; None to say nothing of it."""
        return retry_after(self.setting.retry_after, self._clock.now(), seconds)

    def headers(self) -> Headers:
        """Tell the same as headers; nothing where no window is limited."""
        if not self._windows:
            return ()
        with self._lock:
            now = self._clock.now()
            rooms = [window.room(now) for window in self._windows]
        return window_headers(rooms, self._policy)


class _Window:
    """One limit per stretch of time: it begins with the first request after the one before has ended."""

    def __init__(self, limit: int, per: Per) -> None:
        self.limit = limit
        self.per = per
        self.seconds = WINDOW_SECONDS[per]
        self._length = timedelta(seconds=self.seconds)
        self._begins = self._ends = _NEVER
        self._used = 0

    def is_full(self, now: datetime) -> bool:
        return self._used >= self.limit and self._is_open(now)

    def take(self, now: datetime) -> None:
        if not self._is_open(now):
            self._begins, self._ends, self._used = now, now + self._length, 0
        self._used += 1

    def room(self, now: datetime) -> WindowRoom:
        if not self._is_open(now):
            return WindowRoom(self.limit, self.per, self.seconds, self.limit, self.seconds)
        reset_seconds = -((now - self._ends) // _SECOND)
        return WindowRoom(self.limit, self.per, self.seconds, self.limit - self._used, reset_seconds)

    def _is_open(self, now: datetime) -> bool:
        """Tell whether it runs; it does not when the clock was set back to before its beginning."""
        return self._begins <= now < self._ends


def _tightness(room: WindowRoom) -> tuple[int, int]:
    return room.remaining, -room.reset_seconds


def _reset_seconds(room: WindowRoom) -> int:
    return room.reset_seconds
