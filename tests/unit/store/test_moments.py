"""The prefixes of dates and moments: few for any range, and exactly that range."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.store.moments import prefixes_between, prefixes_of

DATES = st.dates().map(lambda date: date.isoformat())
MOMENTS = st.datetimes().map(lambda moment: moment.isoformat(timespec="seconds") + "Z")


def test_a_date_is_filed_under_its_month_and_year() -> None:
    assert prefixes_of("2026-11-23") == ("2", "20", "202", "2026", "2026-11", "2026-11-23")


def test_a_moment_is_filed_down_to_the_second() -> None:
    assert prefixes_of("2026-11-23T10:15:30Z")[6:] == ("2026-11-23T10", "2026-11-23T10:15", "2026-11-23T10:15:30")


def test_a_range_of_days_is_those_days() -> None:
    assert list(prefixes_between("2026-11-29", "2026-12-01")) == [
        "2026-11-30",
        "2026-11-31",
        "2026-11-29",
        "2026-12-01",
    ]


@pytest.mark.parametrize("month", ["2026-02", "2026-11"])
def test_a_month_as_both_bounds_is_the_whole_month(month: str) -> None:
    assert list(prefixes_between(month, month)) == [month]


def test_no_bounds_take_everything_in() -> None:
    assert list(prefixes_between(None, None)) == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]


@given(DATES, DATES, DATES)
def test_a_date_is_in_a_range_exactly_once_or_not_at_all(date: str, low: str, high: str) -> None:
    hits = set(prefixes_of(date)).intersection(prefixes_between(low, high))
    assert len(hits) == (low <= date <= high)


@given(MOMENTS, MOMENTS)
def test_a_moment_is_since_another_exactly_once_or_not_at_all(moment: str, low: str) -> None:
    assert len(set(prefixes_of(moment)).intersection(prefixes_between(low, None))) == (low <= moment)


@given(MOMENTS, MOMENTS)
def test_a_range_of_any_width_is_a_few_hundred_prefixes(low: str, high: str) -> None:
    assert len(list(prefixes_between(low, high))) < 500
