"""What every booking decides first: whether its date is open, in which journal it goes, and under which number."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from mockbooks.catalogue.entry import Text
from mockbooks.domain import periods
from mockbooks.domain.numbering import parse_pattern
from mockbooks.resources import administration, journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.store import Equals

JOURNAL_TYPES: Final[dict[str, tuple[str, ...]]] = {
    "sales": ("sales",),
    "sales_credit": ("sales",),
    "receipt": ("bank", "cash"),
    "memorial": ("memorial", "opening"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers that a booking gets."""

    number: str
    entry_number: int


def check_date(context: Context, complaints: Complaints, day: date, pointer: str = "/date") -> None:
    """Note when the day lies in a closed fiscal year, before the lock date or in a quarter whose VAT return is filed."""
    calendar = administration.calendar(context)
    if not calendar.is_fiscal_year_open(day):
        open_years = f"{context.today.year - 1}, {context.today.year}"
        complaints.add("fiscal_year_closed", pointer, date=day.isoformat(), open=open_years)
        return
    lock = calendar.lock_on(day)
    if lock == "lock_date":
        locked = f"{calendar.lock_date:%Y-%m-%d}"
        because = Text(f"the books are locked up to and including {locked}", f"de boeken zijn afgesloten tot en met {locked}")
        complaints.add("period_locked", pointer, date=day.isoformat(), because=because)
    elif lock:
        because = Text(f"the VAT return of {lock} has been filed", f"de btw-aangifte van {lock} is ingediend")
        complaints.add("period_locked", pointer, date=day.isoformat(), because=because)


def find_journal(context: Context, complaints: Complaints, kind: str, journal_id: str | None) -> Journal | None:
    """Give the journal asked for, or the default one of this kind of transaction; note what is wrong with it."""
    allowed = JOURNAL_TYPES[kind]
    if journal_id is None:
        return _default_journal(context, allowed)
    journal = complaints.refer_active(context, journals.RESOURCE, journal_id, "/journalId", journal_inactive="code")
    if journal and journal.type not in allowed:
        complaints.add(
            "journal_type_mismatch",
            "/journalId",
            journal=journal.code,
            journalType=journal.type,
            transactionType=kind,
            allowed=", ".join(allowed),
        )
    return journal


def _default_journal(context: Context, types: tuple[str, ...]) -> Journal:
    candidates = context.books.collection(journals.SPEC).entities()
    return next(journal for journal in candidates if journal.is_default and journal.active and journal.type in types)


def check_number(context: Context, complaints: Complaints, journal: Journal | None, number: str | None) -> None:
    """Note when the number asked for is taken in this journal, by a reversed transaction too."""
    if journal is None or number is None:
        return
    owner = next(context.books.collection(SPEC).entities(_with_number(journal, number)), None)
    if owner:
        complaints.add("number_in_use", "/number", number=number, transaction=owner.id, journal=journal.code)


def take_numbers(context: Context, journal: Journal, day: date, number: str | None) -> Numbers:
    """Take the next entry number, and the next number of the journal's pattern when none was asked for."""
    entry_number = context.books.next_number(f"entry:{journal.id}")
    return Numbers(number=number or _next_number(context, journal, day), entry_number=entry_number)


def _next_number(context: Context, journal: Journal, day: date) -> str:
    pattern = parse_pattern(journal.number_pattern)
    year = periods.fiscal_year(day)
    counter = f"number:{journal.id}:{year if pattern.per_year else ''}"
    transactions = context.books.collection(SPEC)
    while True:
        sequence = context.books.next_number(counter)
        number = pattern.format(year, sequence)
        if not transactions.count(_with_number(journal, number)):
            _show_next_number(context, journal, year, sequence + 1)
            return number


def _with_number(journal: Journal, number: str) -> tuple[Equals, Equals]:
    return Equals("number", number), Equals("journal_id", journal.id)


def _show_next_number(context: Context, journal: Journal, year: int, sequence: int) -> None:
    if year >= (journal.latest_fiscal_year or year):
        shown = replace(journal, next_number=sequence, latest_fiscal_year=year)
        context.books.collection(journals.SPEC).replace(shown)


def heading_values(context: Context, values: dict[str, Any], journal: Journal, numbers: Numbers) -> dict[str, Any]:
    """Give the fields that stand at the head of every transaction, before its status is known."""
    day = values["date"]
    return {
        "type": values["type"],
        "journal_id": journal.id,
        "number": numbers.number,
        "entry_number": numbers.entry_number,
        "date": day,
        "reference": values["reference"],
        "description": values["description"],
        "payment_reference": values["payment_reference"],
        "fiscal_year": periods.fiscal_year(day),
        "period": periods.period(day),
        "reverses_transaction_id": None,
        "reversed_by_transaction_id": None,
        "created_at": context.now,
        "updated_at": context.now,
    }
