"""What every booking decides first: whether its date is open, in which journal it goes, and under which number."""

from datetime import date
from typing import Any, Final, TypeVar

from mockbooks.domain import periods
from mockbooks.frozen import value
from mockbooks.resources import administration, journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions import numbers
from mockbooks.resources.transactions.numbers import Numbers
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.schema import camel
from mockbooks.store import Equals
from mockbooks.texts import Text

T = TypeVar("T")

_DEFAULT: Final = (Equals("is_default", True),)  # noqa: FBT003 - a value
JOURNAL_TYPES: Final[dict[str, tuple[str, ...]]] = {
    "sales": ("sales",),
    "sales_credit": ("sales",),
    "receipt": ("bank", "cash"),
    "memorial": ("memorial", "opening"),
}


@value(frozen=True, slots=True, kw_only=True)
class Booking:
    """A call to book something: the books, what is wrong so far, and what was sent."""

    context: Context
    complaints: Complaints
    values: dict[str, Any]


def check_heading(booking: Booking, journal_id: str | None = None) -> Journal | None:
    """Check date, journal and number; give the journal. `journal_id` is the one to use when none was asked for."""
    values = booking.values
    _check_required(booking)
    check_date(booking, values["date"])
    journal = _find_journal(booking, values["journal_id"] or journal_id)
    if journal:
        numbers.check(booking.context, booking.complaints, journal, values["number"])
    return journal


def _check_required(booking: Booking) -> None:
    """Note which fields are missing that these books want to be given; a kind of transaction may not have them all.

    The bookkeeper knows the books and need not be told.
    """
    if booking.context.actor.kind == "bookkeeper":
        return
    required = administration.required_fields(booking.context)
    missing = (camel(name) for name, value in booking.values.items() if value is None) if required else ()
    for key in missing:
        if key in required:
            booking.complaints.add("required", f"/{key}")


def check_date(booking: Booking, day: date) -> None:
    """Note when the day lies in a closed year, not after the lock date, or in a quarter whose VAT return is filed."""
    calendar = administration.calendar(booking.context)
    if not calendar.is_fiscal_year_open(day):
        this_year = booking.context.today.year
        open_years = f"{this_year - 1}, {this_year}"
        booking.complaints.add("fiscal_year_closed", "/date", date=day.isoformat(), open=open_years)
    elif (lock := calendar.lock_on(day)) == "lock_date":
        because = Text(
            f"the books are locked up to and including {calendar.lock_date}",
            f"de boeken zijn afgesloten tot en met {calendar.lock_date}",
        )
        booking.complaints.add("period_locked", "/date", date=day.isoformat(), because=because)
    elif lock:
        because = Text(f"the VAT return of {lock} has been filed", f"de btw-aangifte over {lock} is ingediend")
        booking.complaints.add("period_locked", "/date", date=day.isoformat(), because=because)


def _find_journal(booking: Booking, journal_id: str | None) -> Journal | None:
    """Give the journal asked for, or the default one of this kind of transaction; note what is wrong with it."""
    kind = booking.values["type"]
    allowed = JOURNAL_TYPES[kind]
    if journal_id is None:
        return _default_journal(booking, allowed)
    journal = booking.complaints.refer_active(
        booking.context, journals.RESOURCE, journal_id, "/journalId", journal_inactive="code"
    )
    if journal and journal.type not in allowed:
        booking.complaints.add(
            "journal_type_mismatch",
            "/journalId",
            journal=journal.code,
            journalType=journal.type,
            transactionType=kind,
            allowed=allowed,
        )
    return journal


def _default_journal(booking: Booking, types: tuple[str, ...]) -> Journal | None:
    """Give the default journal of these types; note when it is not in use, for then one must be given."""
    found = booking.context.books.collection(journals.SPEC).entities(_DEFAULT)
    defaults = [journal for journal in found if journal.type in types]
    in_use = next((journal for journal in defaults if journal.active), None)
    if in_use is None:
        booking.complaints.add("journal_inactive", "/journalId", journal=defaults[0].code)
    return in_use


def certain(found: T | None) -> T:
    """Give what a look-up found; where nothing was found there was a complaint, and the booking has been refused."""
    if found is None:
        raise LookupError("nothing was found, and nobody complained")
    return found


def heading_values(values: dict[str, Any], journal: Journal, taken: Numbers) -> dict[str, Any]:
    """Give the fields at the head of every transaction, before its status is known."""
    day = values["date"]
    return {
        "type": values["type"],
        "number": taken.number,
        "date": day,
        "journal_id": journal.id,
        "entry_number": taken.entry_number,
        "fiscal_year": periods.fiscal_year(day),
        "period": periods.period(day),
        "reference": values["reference"],
        "description": values["description"],
        "payment_reference": values["payment_reference"],
    }


def trail_values(context: Context) -> dict[str, Any]:
    """Give the fields that tell what became of a transaction: nothing yet."""
    return {
        "reverses_transaction_id": None,
        "reversed_by_transaction_id": None,
        "created_at": context.now,
        "updated_at": context.now,
    }
