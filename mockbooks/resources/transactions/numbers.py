"""Numbers of transactions: the entry number in the journal, and the number asked for or the next of the pattern."""

from dataclasses import dataclass, replace
from datetime import date

from mockbooks.domain import periods
from mockbooks.domain.numbering import NumberPattern, parse_pattern
from mockbooks.resources import journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.store import Equals


@dataclass(frozen=True, slots=True, kw_only=True)
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
    series = _Series(
        context=context, journal=journal, pattern=parse_pattern(journal.number_pattern), year=periods.fiscal_year(day)
    )
    number = number or series.upcoming()
    series.advance_past(number)
    return Numbers(number=number, entry_number=context.books.next_number(f"entry:{journal.id}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    """The numbers of one journal in one fiscal year; what comes next in it is always free."""

    context: Context
    journal: Journal
    pattern: NumberPattern
    year: int

    @property
    def counter(self) -> str:
        return f"number:{self.journal.id}:{self.year if self.pattern.per_year else ''}"

    def upcoming(self) -> str:
        return self.pattern.format(self.year, self.context.books.peek_number(self.counter))

    def advance_past(self, number: str) -> None:
        """Count on past a number that is being booked and those that callers chose before, and show it."""
        while (upcoming := self.upcoming()) == number or _owner(self.context, self.journal, upcoming):
            self.context.books.next_number(self.counter)
        if self.year >= (self.journal.latest_fiscal_year or self.year):
            next_number = self.context.books.peek_number(self.counter)
            shown = replace(self.journal, next_number=next_number, latest_fiscal_year=self.year)
            self.context.books.collection(journals.SPEC).replace(shown)


def _owner(context: Context, journal: Journal, number: str) -> str | None:
    """Give the id of the transaction that has this number in this journal."""
    criteria = (Equals("number", number), Equals("journal_id", journal.id))
    owner = next(context.books.collection(SPEC).entities(criteria), None)
    return owner.id if owner else None
