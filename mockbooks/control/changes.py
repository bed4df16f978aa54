"""What changed in the books of an administration since its start or a snapshot, and through whom."""

from typing import TYPE_CHECKING

from mockbooks.administration import Administration
from mockbooks.control.snapshots import START, snapshot_named
from mockbooks.errors import Complaint, RefusedError
from mockbooks.texts import cut

if TYPE_CHECKING:
    from mockbooks.changes import ToldChanges


def changes_since(administration: Administration, since: str) -> "ToldChanges":
    """Tell what changed since `start` or a snapshot; with ten thousand changes it takes some hundred milliseconds.

    Raises RefusedError when there is no such snapshot, or the books are no longer what came of that state.
    """
    from mockbooks.changes import told_changes  # noqa: PLC0415 - a start does not need it

    books = administration.books
    if since == START:
        comes_from_it, position = books.changes.goes_on_from(administration.begun), administration.begun.position
    else:
        frozen = snapshot_named(administration, since, parameter="since")
        comes_from_it, position = books.came_from(frozen.books), frozen.position
    if not comes_from_it:
        raise RefusedError(Complaint("books_replaced", parameter="since", values={"since": cut(since)}))
    return told_changes(books, position, administration.id)
