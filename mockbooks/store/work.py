"""A unit of work: the lock of the books, the way back when something fails half-way, and for whom it is done."""

from collections.abc import Callable, Iterable
from threading import RLock
from types import TracebackType

Step = Callable[[], None]


class UnitOfWork:
    """Everything done inside `with` stays or goes together.

    Units nest: the inner one joins the outer, so a failing inner unit puts its own writes back
    and a failing outer one those of both. What an outermost unit did is filed when it succeeds.
    """

    __slots__ = ("_by", "_file", "_marks", "_undo", "lock")

    def __init__(self, lock: RLock, file: Callable[[Iterable[Step], object | None], None]) -> None:
        """Start with no unit open; `file` is told what a unit did, by its ways back, and for whom."""
        self.lock = lock
        self._file = file
        self._by: object | None = None
        self._marks: list[int] = []
        self._undo: list[Step] = []

    @property
    def is_open(self) -> bool:
        """Whether a unit is under way; ask while holding the lock."""
        return bool(self._marks)

    def on_failure(self, undo: Step) -> None:
        """Note how to put back what is about to be written; it must bear that only part of that got done."""
        self._undo.append(undo)

    def begin(self, by: object | None) -> None:
        """Take the lock and begin; in a unit that is under way, whom that one is done for stays."""
        self.lock.acquire()
        if not self._marks:
            self._by = by
        self._marks.append(len(self._undo))

    def __enter__(self) -> None:
        """Begin, for nobody in particular; a unit that is under way is joined."""
        self.lock.acquire()
        if not self._marks:
            self._by = None
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
                self._finish()
        finally:
            self.lock.release()

    def _finish(self) -> None:
        """File what is left, which is nothing when all was put back."""
        if self._undo:
            self._file(self._undo, self._by)
            self._undo.clear()


class SignedWork:
    """A unit of work that is done for somebody."""

    __slots__ = ("_by", "_work")

    def __init__(self, work: UnitOfWork, by: object) -> None:
        """Note for whom."""
        self._work = work
        self._by = by

    def __enter__(self) -> None:
        """Begin."""
        self._work.begin(self._by)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End as any unit of work does."""
        self._work.__exit__(kind, error, trace)
