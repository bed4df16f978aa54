"""`lockPeriod`: the accountant closes a month, so that what is booked in it is refused (`period_locked`)."""

from datetime import date
from typing import Final

from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.period_fields import LastDay
from mockbooks.resources import administration
from mockbooks.service.context import Context


def _lock_period(context: Context, last_day: date) -> None:
    """Move the lock date forward; it never goes back, since what an accountant closed stays closed."""
    with context.books.work(context.actor):
        present = administration.calendar(context).lock_date
        if present is None or present < last_day:
            administration.lock(context, last_day)


LOCK_PERIOD: Final = Deed(
    name="lockPeriod",
    summary="Locks the books up to and including the end of a month or a day; a later lock date stays as it is.",
    field=LastDay(
        "Last month or day that is locked: nothing can be booked in it or before it (`period_locked`). A JSON Pointer"
        " such as `/date` locks up to the date in the body of the call.",
        required=True,
        example="2026-10",
    ),
    do=_lock_period,
)
