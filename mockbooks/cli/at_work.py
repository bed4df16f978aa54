"""What a person at a terminal sees on stderr while something takes its time, and a log now and then."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import tell
from mockbooks.frozen import dataclass

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Tell = Callable[[], str]
Say = Callable[[Tell], None]

_LOG_SECONDS: Final = 10.0


@contextmanager
def at_work(log_seconds: float = _LOG_SECONDS) -> Iterator[Say]:
    """Show a line that says what is being done, asked anew for as long as it is done, and is gone afterwards.

    A log gets the line as it is after each `log_seconds`, so that it sees nothing of what is soon done.
    """
    if Reader.of(sys.stderr).columns is None:
        yield from _in_log(log_seconds)
        return
    from rich.console import Console  # noqa: PLC0415 - only a person needs it

    console = Console(stderr=True)
    with console.status("") as status:
        yield lambda tell: status.update(_Live(tell, console))


def _in_log(seconds: float) -> Iterator[Say]:
    latest: list[Tell] = []
    done = Event()

    def log() -> None:
        while not done.wait(seconds):
            for said in latest[-1:]:
                tell(said())

    thread = Thread(target=log, daemon=True)
    thread.start()
    try:
        yield latest.append
    finally:
        done.set()
        thread.join()


@dataclass(frozen=True, slots=True)
class _Live:
    """A text that is asked for whenever the line is drawn, and fits into it."""

    tell: Tell
    console: "Console"

    def __rich__(self) -> "Text":
        """Draw it."""
        from rich.text import Text  # noqa: PLC0415 - as above

        text = Text(self.tell())
        text.truncate(self.console.width - 2, overflow="ellipsis")
        return text
