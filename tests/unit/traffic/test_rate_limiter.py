"""The limits themselves: exact numbers in every window, on the clock that was handed in, from any number of threads."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from mockbooks.traffic.rate_limiter import ConcurrentRoom, LimitSetting, Per, RateLimiter, WindowRoom
from tests.unit.traffic.surroundings import MORNING, MovingClock


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


def limiter_of(clock: MovingClock, *limits: tuple[int, Per], concurrent: int | None = None) -> RateLimiter:
    return RateLimiter(LimitSetting(windows=tuple(limits), concurrent=concurrent), clock)


def minute(remaining: int, reset_seconds: int, limit: int = 3) -> WindowRoom:
    return WindowRoom(limit, "minute", 60, remaining, reset_seconds)


def day(remaining: int, reset_seconds: int, limit: int = 5) -> WindowRoom:
    return WindowRoom(limit, "day", 86_400, remaining, reset_seconds)


def begun(limiter: RateLimiter, times: int) -> list[WindowRoom | ConcurrentRoom | None]:
    """Let so many requests begin, and give what refused those that were refused."""
    outcomes = [limiter.begin() for _ in range(times)]
    return [outcome for outcome in outcomes if outcome is not None]


def test_as_many_requests_pass_as_are_allowed_and_not_one_more(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"))

    assert begun(limiter, 5) == [minute(0, 60), minute(0, 60)]


def test_a_window_begins_with_its_first_request_and_not_with_the_clock(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"))
    clock.advance(seconds=45)

    assert limiter.room().windows == (minute(3, 60),)
    limiter.begin()
    clock.advance(seconds=20)
    assert limiter.room().windows == (minute(2, 40),)


def test_a_window_ends_after_its_length_to_the_microsecond(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"))
    begun(limiter, 3)

    clock.moment = MORNING + timedelta(seconds=60) - timedelta(microseconds=1)
    assert limiter.begin() == minute(0, 1)
    clock.moment = MORNING + timedelta(seconds=60)
    assert limiter.begin() is None
    assert limiter.room().windows == (minute(2, 60),)


def test_the_next_window_begins_with_the_first_request_after_the_end(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"))
    limiter.begin()
    clock.advance(seconds=100)
    limiter.begin()
    clock.advance(seconds=59)

    assert limiter.room().windows == (minute(2, 1),)


@pytest.mark.parametrize(("passed", "reset_seconds"), [(0.0, 60), (0.000_001, 60), (0.5, 60), (1.0, 59), (59.999, 1)])
def test_waiting_as_long_as_is_told_always_suffices(clock: MovingClock, passed: float, reset_seconds: int) -> None:
    limiter = limiter_of(clock, (1, "minute"))
    limiter.begin()
    clock.advance(seconds=passed)

    assert limiter.begin() == minute(0, reset_seconds, limit=1)
    clock.advance(seconds=reset_seconds)
    assert limiter.begin() is None


def test_every_window_counts_every_request(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"), (5, "day"))
    begun(limiter, 2)

    assert limiter.room().windows == (minute(1, 60), day(3, 86_400))


def test_a_refused_request_costs_nothing_in_any_window(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"), (5, "day"), concurrent=3)
    begun(limiter, 13)

    assert limiter.room() == ((minute(0, 60), day(2, 86_400)), ConcurrentRoom(3, 3))


def test_of_windows_that_refuse_the_one_that_does_so_longest_is_told(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (5, "minute"), (5, "day"), (5, "hour"))
    begun(limiter, 5)

    assert limiter.begin() == day(0, 86_400)


def test_a_window_with_room_left_is_not_blamed(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (5, "day"), (3, "minute"))
    begun(limiter, 3)

    assert limiter.begin() == minute(0, 60)


def test_each_kind_of_window_has_its_length(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (1, "second"), (2, "minute"), (3, "hour"), (4, "day"))

    assert [room.window_seconds for room in limiter.room().windows] == [1, 60, 3600, 86_400]


def test_a_clock_that_is_set_back_finds_the_full_room(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (3, "minute"))
    begun(limiter, 3)
    clock.advance(hours=-1)

    assert limiter.room().windows == (minute(3, 60),)
    assert limiter.begin() is None
    assert limiter.room().windows == (minute(2, 60),)


def test_without_limits_everything_passes(clock: MovingClock) -> None:
    limiter = limiter_of(clock)

    assert begun(limiter, 1000) == []
    assert limiter.room() == ((), None)


def test_only_so_many_run_at_the_same_time(clock: MovingClock) -> None:
    limiter = limiter_of(clock, concurrent=2)
    begun(limiter, 2)

    assert limiter.begin() == ConcurrentRoom(2, 2)
    limiter.end()
    assert limiter.begin() is None


def test_a_window_without_room_is_told_before_a_lack_of_places_that_passes_sooner(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (2, "minute"), concurrent=2)
    begun(limiter, 2)

    assert limiter.begin() == minute(0, 60, limit=2)


class Turnstile(MovingClock):
    """A clock that lets other threads go first while it is read, and notes how many read it at the same time."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[object] = []
        self.most_inside = 0

    def now(self) -> datetime:
        self.inside.append(self)
        self.most_inside = max(self.most_inside, len(self.inside))
        time.sleep(0)
        self.inside.pop()
        return super().now()


def test_many_threads_together_get_exactly_the_room_that_there_is() -> None:
    turnstile = Turnstile()
    limiter = limiter_of(turnstile, (700, "minute"), (5000, "day"))
    with ThreadPoolExecutor(20) as threads:
        refused = list(threads.map(lambda _: len(begun(limiter, 50)), range(20)))

    assert turnstile.most_inside == 1
    assert sum(refused) == 300
    assert limiter.room().windows == (minute(0, 60, limit=700), day(4300, 86_400, limit=5000))


# ---- The headers


def test_the_headers_name_every_window_and_the_widespread_ones_the_tightest(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (6000, "minute"), (500_000, "day"))
    limiter.begin()
    clock.advance(seconds=18.4)

    assert limiter.headers() == (
        ("RateLimit-Policy", '"minute";q=6000;w=60, "day";q=500000;w=86400'),
        ("RateLimit", '"minute";r=5999;t=42, "day";r=499999;t=86382'),
        ("X-RateLimit-Limit", "6000"),
        ("X-RateLimit-Remaining", "5999"),
        ("X-RateLimit-Reset", "42"),
    )


def test_the_full_room_is_told_before_the_first_request(clock: MovingClock) -> None:
    assert dict(limiter_of(clock, (600, "hour")).headers()) == {
        "RateLimit-Policy": '"hour";q=600;w=3600',
        "RateLimit": '"hour";r=600;t=3600',
        "X-RateLimit-Limit": "600",
        "X-RateLimit-Remaining": "600",
        "X-RateLimit-Reset": "3600",
    }


def test_of_windows_that_are_equally_tight_the_one_that_ends_last_is_told(clock: MovingClock) -> None:
    limiter = limiter_of(clock, (5, "minute"), (5, "day"), (5, "hour"))
    begun(limiter, 5)

    assert limiter.headers()[2:] == (
        ("X-RateLimit-Limit", "5"),
        ("X-RateLimit-Remaining", "0"),
        ("X-RateLimit-Reset", "86400"),
    )


def test_without_windows_there_is_nothing_to_tell(clock: MovingClock) -> None:
    assert limiter_of(clock, concurrent=5).headers() == ()
