"""Whole books taken in, in the place of those of an administration."""

from collections.abc import Callable
from functools import partial

from mockbooks.administration import Administration
from mockbooks.resources import SPECS
from mockbooks.store import Snapshot


def books_from(dump: object) -> Snapshot:
    """Read books from what a dump gave; with many records this takes long. Raises RefusedError with all complaints."""
    from mockbooks.ledger import load  # noqa: PLC0415 - a start does not need it

    return load(dump, SPECS)


def replacing(administration: Administration, books: Snapshot) -> Callable[[], None]:
    """Give what puts books in the place of those that are there; a call that is being kept waiting is broken off."""
    return partial(administration.replace_books, books)
