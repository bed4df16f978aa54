"""The clock of an administration: it follows its source until it is frozen, set, advanced or told to run faster."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mockbooks.traffic.clock import RUNNING, AdministrationClock, Calendar, ClockSetting, beginning_at, stands_still
from tests.unit.traffic.surroundings import MORNING, MovingClock

AUTUMN = datetime(2026, 10, 15, 7, tzinfo=UTC)


@pytest.fixture
def source() -> MovingClock:
    return MovingClock()


def test_it_follows_its_source(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    source.advance(seconds=5)

    assert clock.now() == MORNING + timedelta(seconds=5)
    assert clock.setting == RUNNING
    assert not clock.stands_still


def test_one_that_begins_at_a_moment_stands_still_there(source: MovingClock) -> None:
    clock = AdministrationClock(source, beginning_at(AUTUMN))
    source.advance(days=1)

    assert clock.now() == AUTUMN
    assert stands_still(clock)


def test_without_a_moment_it_begins_as_its_source() -> None:
    assert beginning_at(None) == RUNNING


def test_it_is_advanced_also_when_it_stands_still(source: MovingClock) -> None:
    clock = AdministrationClock(source, beginning_at(AUTUMN))
    clock.advance(timedelta(days=3))

    assert clock.now() == AUTUMN + timedelta(days=3)


def test_one_that_was_advanced_runs_on_from_there(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    clock.advance(timedelta(hours=1))
    source.advance(seconds=5)

    assert clock.now() == MORNING + timedelta(hours=1, seconds=5)


def test_it_runs_faster_than_its_source(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    clock.run(60)
    source.advance(seconds=2)

    assert clock.now() == MORNING + timedelta(minutes=2)


def test_it_is_frozen_where_it_is_and_runs_on_from_there(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    source.advance(seconds=5)
    clock.run(0)
    source.advance(hours=1)
    clock.run(1)
    source.advance(seconds=1)

    assert clock.now() == MORNING + timedelta(seconds=6)


def test_it_is_set_to_a_moment_and_goes_on_as_before(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    clock.set(AUTUMN)
    source.advance(seconds=1)

    assert clock.now() == AUTUMN + timedelta(seconds=1)


def test_it_stops_at_the_last_moment_that_the_books_know(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    clock.run(1_000_000)
    source.advance(days=3650)

    assert clock.now() == datetime(2999, 12, 31, tzinfo=UTC)


def test_nobody_advances_it_beyond_that_moment(source: MovingClock) -> None:
    clock = AdministrationClock(source)
    clock.advance(timedelta(days=400_000))

    assert clock.now() == datetime(2999, 12, 31, tzinfo=UTC)


def test_its_setting_brings_it_back_to_where_it_was(source: MovingClock) -> None:
    clock = AdministrationClock(source, ClockSetting(moment=AUTUMN, speed=0))
    kept = clock.setting
    clock.advance(timedelta(days=3))
    clock.setting = kept

    assert clock.now() == AUTUMN


def test_a_calendar_tells_each_moment_by_its_own_second() -> None:
    calendar = Calendar()
    before_midnight = datetime(2026, 11, 23, 22, 59, 59, 999_999, tzinfo=UTC)

    assert calendar.told(before_midnight) == ("2026-11-23T22:59:59Z", date(2026, 11, 23))
    assert calendar.told(before_midnight + timedelta(microseconds=1)) == ("2026-11-23T23:00:00Z", date(2026, 11, 24))
    assert calendar.told(before_midnight) == ("2026-11-23T22:59:59Z", date(2026, 11, 23))


def test_a_calendar_tells_of_the_first_moment_that_there_is() -> None:
    assert Calendar().told(datetime.min.replace(tzinfo=UTC, day=2)) == ("0001-01-02T00:00:00Z", date(1, 1, 2))
