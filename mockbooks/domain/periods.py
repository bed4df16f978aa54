"""Fiscal years, periods, VAT quarters, and which parts of them the books no longer accept bookings in."""

import re
from datetime import date
from typing import Final, Literal, Self

from mockbooks.frozen import dataclass, value

_QUARTER_TEXT: Final = re.compile(r"([0-9]{4})-Q([1-4])")
_QUARTERS: Final = (1, 2, 3, 4)
_MONTHS_PER_QUARTER: Final = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a calendar year, the usual period of a Dutch VAT return; any other number is a ValueError."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a fifth quarter."""
        if self.number not in _QUARTERS:
            message = f"a quarter is 1, 2, 3 or 4, not {self.number}"
            raise ValueError(message)

    @classmethod
    def of(cls, day: date) -> Self:
        """Give the quarter in which the day falls."""
        return cls(day.year, (day.month - 1) // _MONTHS_PER_QUARTER + 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-Q1`; anything else is a ValueError."""
        match = _QUARTER_TEXT.fullmatch(text)
        if match is None:
            message = f"a quarter is written like 2026-Q1, not {text!r}"
            raise ValueError(message)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        """Write the quarter as `2026-Q1`."""
        return f"{self.year:04d}-Q{self.number}"


@value(frozen=True, kw_only=True, slots=True)
class BooksCalendar:
    """What is open and what is closed today; `lock_date` is the last day that is locked."""

    today: date
    lock_date: date | None = None
    filed_quarters: frozenset[Quarter] = frozenset()

    def is_fiscal_year_open(self, day: date) -> bool:
        """Tell whether the day lies in the calendar year of today or in the one before it."""
        return day.year in (self.today.year, self.today.year - 1)

    def lock_on(self, day: date) -> Literal["lock_date"] | Quarter | None:
        """Give what closes the day: the lock date, which goes first, the quarter whose VAT was filed, or nothing."""
        if self.lock_date is not None and day <= self.lock_date:
            return "lock_date"
        quarter = Quarter.of(day) if self.filed_quarters else None
        return quarter if quarter in self.filed_quarters else None


def fiscal_year(day: date) -> int:
    """Give the fiscal year of a day: the calendar year."""
    return day.year


def period(day: date) -> int:
    """Give the period of a day within its fiscal year: the month, 1 to 12."""
    return day.month
