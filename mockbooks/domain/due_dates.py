"""The day on which an invoice must have been paid, from the terms of payment."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

_MONTHS_PER_YEAR: Final = 12


def due_date(invoice_date: date, *, days: int, months: int = 0, end_of_month: bool = False) -> date:
    """Count from the invoice date: first the months, then the days, then on to the end of the month reached.

    A month that is too short gives its last day (31 January plus one month is 28 February). A negative term is a
    ValueError, and so is a term that runs beyond the year 9999 (in days: an OverflowError).
    """
    if days < 0 or months < 0:
        message = f"a payment term is never negative: got {days} days and {months} months"
        raise ValueError(message)
    due = _months_later(invoice_date, months) + timedelta(days=days)
    return due.replace(day=_last_day(due.year, due.month)) if end_of_month else due


def _months_later(start: date, months: int) -> date:
    years, month_index = divmod(start.month - 1 + months, _MONTHS_PER_YEAR)
    year, month = start.year + years, month_index + 1
    return date(year, month, min(start.day, _last_day(year, month)))


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]
