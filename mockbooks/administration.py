"""Administrations: isolated sets of books, each with all that surrounds it, and the registry of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mockbooks.resources import SPECS
from mockbooks.service.context import Context
from mockbooks.store import Books
from mockbooks.store.books import Snapshot
from mockbooks.traffic.clock import Clock, moment_text, today
from mockbooks.traffic.rate_limiter import Per, RateLimiter


@dataclass(frozen=True, slots=True, kw_only=True)
class Administration:
    """Everything that the calls of one administration's tokens work on."""

    id: str
    name: str
    books: Books
    clock: Clock
    limiter: RateLimiter

    def context(self) -> Context:
        """Give what an operation works with at this moment."""
        return Context(books=self.books, now=moment_text(self.clock.now()), today=today(self.clock))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What every administration begins with."""

    books: Snapshot
    clock: Clock
    limits: tuple[tuple[int, Per], ...]
    concurrent: int | None

    def limiter(self) -> RateLimiter:
        """Make limits with their full room."""
        return RateLimiter(self.limits, self.concurrent, self.clock)


class Administrations:
    """The administrations by their ids, bounded in number; safe to use from several threads."""

    def __init__(self, beginning: Beginning, *, maximum: int, on_removed: Callable[[str], None]) -> None:
        """Start with none; `on_removed` is told the id of each one that goes."""
        self._beginning = beginning
        self._maximum = maximum
        self._on_removed = on_removed
        self._administrations: dict[str, Administration] = {}

    def find(self, administration_id: str) -> Administration | None:
        """Give an administration, which counts as using it, or None."""
        return self._administrations.get(administration_id)

    def __getitem__(self, administration_id: str) -> Administration:
        return self._administrations[administration_id]

    def all(self) -> Iterable[Administration]:
        """Give all of them, in order of creation."""
        return tuple(self._administrations.values())

    def create(self, name: str, administration_id: str | None = None) -> Administration:
        """Make an administration with the start data in its books."""
        books = Books(SPECS)
        books.restore(self._beginning.books)
        made = Administration(
            id=administration_id or f"adm_{len(self._administrations):06}",
            name=name,
            books=books,
            clock=self._beginning.clock,
            limiter=self._beginning.limiter(),
        )
        self._administrations[made.id] = made
        return made
