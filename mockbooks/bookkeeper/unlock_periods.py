"""`unlockPeriods`: the accountant takes the lock date away, so that what was refused can be booked after all."""

from typing import Final

from mockbooks.bookkeeper.deed import Deed
from mockbooks.errors import Complaint
from mockbooks.resources import administration
from mockbooks.service.context import Context
from mockbooks.service.fields import Flag, shown


def _unlock_periods(context: Context, _: bool) -> None:  # noqa: FBT001 - the value of a deed, always true
    with context.books.work(context.actor):
        administration.lock(context, None)


def _only_true(value: bool) -> Complaint | None:  # noqa: FBT001 - the value of a field
    return None if value else Complaint("not_one_of", values={"came": shown(value), "allowed": shown(True)})  # noqa: FBT003


UNLOCK_PERIODS: Final = Deed(
    name="unlockPeriods",
    summary="Removes the lock date; quarters whose VAT return was filed stay closed.",
    field=Flag("Always `true`.", required=True, example=True, check=_only_true, schema={"enum": [True]}),
    do=_unlock_periods,
)
