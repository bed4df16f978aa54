"""The server that runs as another process, such as process 1 of a container: what it was started with.

It is read from /proc, with the very options and settings of `serve`. Where that cannot be (another system, a process
that is no mockbooks, or one that belongs to somebody else) there is nothing to tell, which is no mistake.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, Self

import click

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
        """Read of a process how it was started; None where it cannot be read or is no `mockbooks serve`."""
        place = proc / number
        arguments = _behind_serve(_words(place / "cmdline")) if number.isdecimal() else None
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


def _words(file: Path) -> tuple[str, ...]:
    """Read what the system keeps between NUL bytes; nothing where it may not be read."""
    try:
        return tuple(os.fsdecode(file.read_bytes()).removesuffix("\0").split("\0"))
    except OSError:
        return ()


def _behind_serve(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Find `mockbooks serve`, also behind an interpreter or an init, and as `-m mockbooks serve`."""
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
