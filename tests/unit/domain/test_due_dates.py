"""Terms of payment lead to the day that stands on the invoice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.due_dates import due_date


def test_fourteen_days_run_into_the_next_month() -> None:
    assert due_date(date(2026, 11, 23), days=14) == date(2026, 12, 7)


def test_zero_days_are_due_at_once() -> None:
    assert due_date(date(2026, 11, 23), days=0) == date(2026, 11, 23)


def test_thirty_days_end_of_month_count_the_days_first() -> None:
    assert due_date(date(2026, 1, 15), days=30, end_of_month=True) == date(2026, 2, 28)


def test_the_end_of_february_knows_leap_years() -> None:
    assert due_date(date(2028, 2, 1), days=0, end_of_month=True) == date(2028, 2, 29)


def test_a_month_that_is_too_short_gives_its_last_day() -> None:
    assert due_date(date(2026, 1, 31), days=0, months=1) == date(2026, 2, 28)


def test_months_go_before_days() -> None:
    assert due_date(date(2026, 1, 31), days=1, months=1) == date(2026, 3, 1)


def test_months_run_over_the_end_of_the_year() -> None:
    assert due_date(date(2026, 11, 23), days=0, months=2) == date(2027, 1, 23)


@pytest.mark.parametrize(("days", "months"), [(-1, 0), (0, -1)])
def test_a_negative_term_is_refused(days: int, months: int) -> None:
    with pytest.raises(ValueError, match=f"got {days} days and {months} months"):
        due_date(date(2026, 11, 23), days=days, months=months)


@settings(deadline=None)
@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)),
    st.integers(min_value=0, max_value=400),
    st.integers(min_value=0, max_value=36),
    st.booleans(),
)
def test_an_invoice_is_never_due_before_its_own_date(
    invoice_date: date,
    days: int,
    months: int,
    end_of_month: bool,  # noqa: FBT001
) -> None:
    assert due_date(invoice_date, days=days, months=months, end_of_month=end_of_month) >= invoice_date
