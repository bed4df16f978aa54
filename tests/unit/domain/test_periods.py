"""Which days may still be booked on, and to which year, period and quarter they belong."""

from datetime import date

import pytest

from mockbooks.domain.periods import BooksCalendar, Quarter, fiscal_year, period

CALENDAR = BooksCalendar(
    today=date(2026, 11, 23),
    lock_date=date(2025, 12, 31),
    filed_quarters=frozenset({Quarter(2025, 4), Quarter(2026, 1)}),
)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2024, 12, 31), False),
        (date(2025, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_this_calendar_year_and_the_one_before_it_are_open(day: date, is_open: bool) -> None:  # noqa: FBT001
    assert CALENDAR.is_fiscal_year_open(day) is is_open


def test_the_lock_date_itself_is_locked_and_goes_before_a_filed_quarter() -> None:
    assert CALENDAR.lock_on(date(2025, 12, 31)) == "lock_date"


def test_a_day_in_a_quarter_whose_vat_was_filed_is_locked_by_that_quarter() -> None:
    assert CALENDAR.lock_on(date(2026, 3, 31)) == Quarter(2026, 1)


def test_a_day_after_all_that_is_free() -> None:
    assert CALENDAR.lock_on(date(2026, 4, 1)) is None


def test_books_without_a_lock_are_free() -> None:
    assert BooksCalendar(today=date(2026, 11, 23)).lock_on(date(2025, 1, 1)) is None


def test_a_day_belongs_to_its_calendar_year_and_month() -> None:
    assert (fiscal_year(date(2026, 11, 23)), period(date(2026, 11, 23))) == (2026, 11)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 9, 30), "2026-Q3"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_a_day_belongs_to_its_quarter(day: date, quarter: str) -> None:
    assert str(Quarter.of(day)) == quarter


def test_a_quarter_is_read_as_it_is_written() -> None:
    assert Quarter.parse("2026-Q1") == Quarter(2026, 1)


@pytest.mark.parametrize("text", ["2026-Q5", "2026Q1", "2026-q1", "26-Q1", "2026-Q1 ", ""])
def test_a_quarter_written_otherwise_is_told_how(text: str) -> None:
    with pytest.raises(ValueError, match="written like 2026-Q1, not"):
        Quarter.parse(text)


def test_there_is_no_fifth_quarter() -> None:
    with pytest.raises(ValueError, match="a quarter is 1, 2, 3 or 4, not 5"):
        Quarter(2026, 5)


def test_quarters_are_in_the_order_of_time() -> None:
    assert Quarter(2025, 4) < Quarter(2026, 1) < Quarter(2026, 2)
