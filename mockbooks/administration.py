"""One administration: an isolated set of books with the clock that it lives by."""

from dataclasses import dataclass

from mockbooks.service.context import Context
from mockbooks.store import Books
from mockbooks.traffic.clock import Clock, moment_text, today


@dataclass(frozen=True, slots=True, kw_only=True)
class Administration:
    """Everything that the calls of one administration's tokens work on."""

    id: str
    books: Books
    clock: Clock

    def context(self) -> Context:
        """Give what an operation works with at this moment."""
        return Context(books=self.books, now=moment_text(self.clock.now()), today=today(self.clock))
