"""What a person at a terminal sees on stderr while something takes its time; a log sees nothing of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mockbooks.cli.reading import Reader

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Tell = Callable[[], str]
Say = Callable[[Tell], None]


@contextmanager
def at_work() -> Iterator[Say]:
    """Show a line that says what is being done, asked anew for as long as it is done, and is gone afterwards."""
    if Reader.of(sys.stderr).columns is None:
        yield _say_nothing
        return
    from rich.console import Console  # noqa: PLC0415 - only a person needs it

    console = Console(stderr=True)
    with console.status("") as status:
        yield lambda tell: status.update(_Live(tell, console))


def _say_nothing(_tell: Tell) -> None:
    """Leave a log as it is: what comes of the work stands there soon."""


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
