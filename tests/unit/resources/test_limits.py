"""GET /limits: every limit with the room that is left, as plain numbers for who wants to pace himself."""

from datetime import date
from typing import Any

import orjson
import pytest

from mockbooks.resources import limits
from mockbooks.service.context import Context
from mockbooks.store import Books
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from tests.unit.traffic.surroundings import MovingClock


def told(limiter: RateLimiter | None) -> dict[str, Any]:
    context = Context(books=Books([]), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23), limiter=limiter)
    answer: dict[str, Any] = orjson.loads(limits.read(context))
    return answer


def test_every_window_is_told_with_its_room() -> None:
    clock = MovingClock()
    limiter = RateLimiter(LimitSetting(windows=((6000, "minute"), (500_000, "day"))), clock)
    limiter.begin()
    clock.advance(seconds=17.5)

    assert told(limiter) == {
        "windows": [
            {"limit": 6000, "per": "minute", "windowSeconds": 60, "remaining": 5999, "resetSeconds": 43},
            {"limit": 500_000, "per": "day", "windowSeconds": 86_400, "remaining": 499_999, "resetSeconds": 86_383},
        ],
        "concurrent": None,
    }


def test_requests_that_are_running_are_counted() -> None:
    limiter = RateLimiter(LimitSetting(concurrent=5), MovingClock())
    limiter.begin()
    limiter.begin()
    limiter.end()

    assert told(limiter) == {"windows": [], "concurrent": {"limit": 5, "inUse": 1}}


def test_what_is_told_fits_its_schema() -> None:
    answer = told(RateLimiter(LimitSetting(windows=((10, "second"), (600, "hour")), concurrent=5), MovingClock()))

    assert limits.answer().load(answer)["concurrent"] == {"limit": 5, "in_use": 0}


def test_books_of_no_administration_have_no_limits_to_tell() -> None:
    with pytest.raises(LookupError, match="belong to no administration"):
        told(None)


def test_asking_costs_no_room() -> None:
    assert not limits.SINGLETON.operation.costs_room
