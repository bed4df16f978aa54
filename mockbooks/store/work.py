"""A unit of work: the lock of the books, and the way back when something fails half-way."""

from collections.abc import Callable
from threading import RLock
from types import TracebackType


class UnitOfWork:
    """Everything done inside `with` stays or goes together.

    Units nest: the inner one joins the outer, so a failing inner unit puts its own writes back
    and a failing outer one those of both.
    """

    __slots__ = ("_marks", "_undo", "lock")

    def __init__(self) -> None:
        """Start with no unit open."""
        self.lock = RLock()
        self._marks: list[int] = []
        self._undo: list[Callable[[], None]] = []

    @property
    def is_open(self) -> bool:
        """Whether a unit is under way; ask while holding the lock."""
        return bool(self._marks)

    def on_failure(self, undo: Callable[[], None]) -> None:
        """Note how to put back what is about to be written; it must bear that only part of that got done."""
        self._undo.append(undo)

    def __enter__(self) -> None:
        """Take the lock and begin."""
        self.lock.acquire()
        self._marks.append(len(self._undo))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was written, or put it back, last write first."""
        try:
            mark = self._marks.pop()
            while kind is not None and len(self._undo) > mark:
                self._undo.pop()()
            if not self._marks:
                self._undo.clear()
        finally:
            self.lock.release()
