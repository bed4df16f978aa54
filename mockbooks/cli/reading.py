"""Who reads what a command prints: a person at a terminal, who gets colours and tables, or a program, who gets neither.

NO_COLOR (no-color.org) takes the colours away, FORCE_COLOR brings them to a log that shows them.
"""

import os
from collections.abc import Mapping
from shutil import get_terminal_size
from typing import IO, Any, Final, Self

import click

from mockbooks.frozen import dataclass

_OFF: Final = ("", "0", "false")
_NARROWEST: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Whether a person reads, whether colours are shown, and how wide the terminal is, where it is one."""

    is_person: bool
    has_colours: bool
    columns: int | None = None

    @classmethod
    def of(cls, stream: IO[Any], environment: Mapping[str, str] = os.environ) -> Self:
        """Tell who reads a stream."""
        is_forced = environment.get("FORCE_COLOR", "").lower() not in _OFF
        is_terminal = stream.isatty() and environment.get("TERM") != "dumb"
        is_person = is_forced or is_terminal
        is_bare = bool(environment.get("NO_COLOR")) or environment.get("FORCE_COLOR", "1").lower() in _OFF
        columns = max(get_terminal_size().columns, _NARROWEST) if is_terminal else None
        return cls(is_person=is_person, has_colours=is_person and not is_bare, columns=columns)

    @classmethod
    def of_file(cls, stream: IO[Any], environment: Mapping[str, str] = os.environ) -> Self:
        """Tell who reads what is meant as a file: a program, unless it is a terminal; FORCE_COLOR or not."""
        reader = cls.of(stream, environment)
        return cls(is_person=False, has_colours=False) if reader.columns is None else reader

    def styled(self, text: str, **style: Any) -> str:  # noqa: ANN401 - what click.style takes
        """Give a text in a style, where it is shown."""
        return click.style(text, **style) if self.has_colours else text
