"""The server that runs as another process, such as process 1 of a container: what it was started with.

With `docker run --init` process 1 is an init instead, and the server a process that it has started. It is read from
/proc, with the very options and settings of `serve`. Where that cannot be (another system, a process that is no
mockbooks, or one that belongs to somebody else) there is nothing to tell, which is no mistake.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final, Self

import click

from mockbooks.frozen import dataclass
from mockbooks.settings import Settings, SettingsError
from mockbooks.settings.variables import PROCESS_VARIABLE

_PROC: Final = Path("/proc")
_PROGRAM: Final = "mockbooks"


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerProcess:
    """How a server was started: what stood behind `serve`, in which environment, and in which folder."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path

    @classmethod
    def told(cls, environment: Mapping[str, str]) -> Self | None:
        """Read it of the process that the environment tells of, as that of the image does."""
        return cls.of(environment.get(PROCESS_VARIABLE, ""))

    @classmethod
    def of(cls, number: str, proc: Path = _PROC) -> Self | None:
        """Read how a process was started, or else one that it has started itself.

        None where it cannot be read, and where none of them is a `mockbooks serve`.
        """
        places = _family(number, proc) if number.isdecimal() else ()
        return next(filter(None, map(cls._at, places)), None)

    @classmethod
    def _at(cls, place: Path) -> Self | None:
        arguments = _behind_serve(_words(place / "cmdline"))
        if arguments is None:
            return None
        # Of the process of another user only its command line can be read; what was started beside it, as by
        # `docker exec`, has the same environment and folder as a rule.
        environment = dict(word.split("=", 1) for word in _words(place / "environ") if "=" in word)
        return cls(arguments=arguments, environment=environment or os.environ, folder=_folder(place / "cwd"))

    def settings(self, only: Collection[str]) -> Settings | None:
        """Give those settings as the server has read them."""
        from mockbooks.cli.options import file_named, texts_of  # noqa: PLC0415 - only a container has such a process
        from mockbooks.cli.serving import serve  # noqa: PLC0415 - as above
        from mockbooks.settings import load_settings  # noqa: PLC0415 - as above

        try:
            flags = serve.make_context("serve", list(self.arguments), resilient_parsing=True).params
            file = file_named(flags.pop("config"), self.environment)
            return load_settings(texts_of(flags), self.environment, file, folder=self.folder, only=only)[0]
        except (click.ClickException, SettingsError):
            return None


def _family(number: str, proc: Path) -> Iterator[Path]:
    """Give the place of a process, then those of its children: /proc/1/task/1/children is not in every kernel."""
    yield proc / number
    yield from (place for place in proc.glob("[0-9]*") if _parent(place) == number)


def _parent(place: Path) -> str | None:
    """Give the number of the process that started one: the second field behind its name in brackets (proc(5))."""
    try:
        return (place / "stat").read_text("utf-8", "replace").rpartition(") ")[2].split()[1]
    except (OSError, IndexError):
        return None


def _words(file: Path) -> tuple[str, ...]:
    """Read what the system keeps between NUL bytes; nothing where it may not be read."""
    try:
        return tuple(os.fsdecode(file.read_bytes()).removesuffix("\0").split("\0"))
    except OSError:
        return ()


def _behind_serve(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Find `mockbooks serve`, also behind an interpreter, and as `-m mockbooks serve`."""
    return next(
        (
            words[place + 2 :]
            for place, (program, command) in enumerate(pairwise(words))
            if Path(program).name == _PROGRAM and command == "serve"
        ),
        None,
    )


def _folder(link: Path) -> Path:
    try:
        return link.readlink()
    except OSError:
        return Path()
