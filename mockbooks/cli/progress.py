"""What is told while somebody waits: a wheel that turns for a person, one line for a log."""

import sys
from typing import TYPE_CHECKING, Final, Protocol

from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import tell

if TYPE_CHECKING:
    from rich.status import Status

_WHEEL_WIDTH: Final = 2


class Progress(Protocol):
    """Whom to tell how it goes."""

    def show(self, waited_seconds: float, reason: str) -> None:
        """Tell how long it has taken, and why there is still something to wait for."""

    def close(self) -> None:
        """Tell no more."""


def progress(what: str) -> Progress:
    """Choose for who reads stderr."""
    return _Line(what) if Reader.of(sys.stderr).columns is None else _Wheel(what)


class _Line:
    """One line at the first reason to wait."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._is_told = False

    def show(self, waited_seconds: float, reason: str) -> None:  # noqa: ARG002 - a log has times of its own
        if not self._is_told:
            tell(f"{self._what} ({reason})")
            self._is_told = True

    def close(self) -> None:
        """Leave the line."""


class _Wheel:
    """A line that changes and is gone afterwards."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._status: Status | None = None

    def show(self, waited_seconds: float, reason: str) -> None:
        from rich.text import Text  # noqa: PLC0415 - most waiting is over before it begins

        if self._status is None:
            self._status = _started_status()
        text = Text(f"{self._what}: {waited_seconds:.0f} s, {reason}")
        text.truncate(self._status.console.width - _WHEEL_WIDTH, overflow="ellipsis")
        self._status.update(text)

    def close(self) -> None:
        if self._status is not None:
            self._status.stop()


def _started_status() -> "Status":
    from rich.console import Console  # noqa: PLC0415 - as above

    status = Console(stderr=True).status("")
    status.start()
    return status
