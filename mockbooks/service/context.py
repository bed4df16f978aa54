"""What an operation works with: the books of one administration and the present moment of its clock."""

from dataclasses import dataclass
from datetime import date

from mockbooks.store import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The books, `now` as RFC 3339 text in UTC (whole seconds), and `today` as the calendar date in Amsterdam."""

    books: Books
    now: str
    today: date
