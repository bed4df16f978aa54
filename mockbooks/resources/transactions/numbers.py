"""Numbers of transactions: the entry number in the journal, and the number asked for or the next of the pattern."""

from dataclasses import replace
from datetime import date

from mockbooks.domain import periods
from mockbooks.domain.numbering import parse_pattern
from mockbooks.frozen import value
from mockbooks.resources import journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.store import Equals


@value(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers that a transaction gets."""

    number: str
    entry_number: int


def check(context: Context, complaints: Complaints, journal: Journal, number: str | None) -> None:
    """Note when the number asked for is taken in this journal, by a reversed transaction too."""
    owner = _owner(context, journal, number) if number else None
    if owner:
        complaints.add("number_in_use", "/number", number=number, transaction=owner, journal=journal.code)


def take(context: Context, journal: Journal, day: date, number: str | None) -> Numbers:
    """Take the next entry number, and the next number of the journal's pattern when none was asked for."""
    year = periods.fiscal_year(day)
    series = _Series(context, journal, year)
    number = number or series.upcoming()
    latest_year = max(year, journal.latest_fiscal_year or year)
    latest = series if latest_year == year else _Series(context, journal, latest_year)
    _show_next(context, journal, latest_year, latest, booked=number)
    return Numbers(number=number, entry_number=context.books.next_number(f"entry:{journal.id}"))


def _show_next(context: Context, journal: Journal, year: int, series: "_Series", *, booked: str) -> None:
    """Show in the journal which number comes next in the latest fiscal year, once this one is booked."""
    series.upcoming(booked)
    next_number = context.books.peek_number(series.counter)
    shown = replace(journal, next_number=next_number, latest_fiscal_year=year, updated_at=context.now)
    context.books.collection(journals.SPEC).replace(shown)


class _Series:
    """The numbers of one journal in one fiscal year, or in all of them when its pattern does not name the year."""

    def __init__(self, context: Context, journal: Journal, year: int) -> None:
        self._context, self._journal, self._year = context, journal, year
        self._pattern = parse_pattern(journal.number_pattern)
        self.counter = f"number:{journal.id}:{year if self._pattern.per_year else ''}"

    def upcoming(self, booked: str | None = None) -> str:
        """Give the next number, counting past those that are taken; `booked` is as good as taken."""
        books = self._context.books
        number = self._pattern.format(self._year, books.peek_number(self.counter))
        while number == booked or _owner(self._context, self._journal, number):
            number = self._pattern.format(self._year, books.next_number(self.counter) + 1)
        return number


def _owner(context: Context, journal: Journal, number: str) -> str | None:
    """Give the id of the transaction that has this number in this journal."""
    transactions = context.books.collection(SPEC)
    if transactions.first("number", number) is None:
        return None  # as nearly always
    owner = next(transactions.entities((Equals("number", number), Equals("journal_id", journal.id))), None)
    return owner.id if owner else None
