"""Running a command of the command line as people and jobs do: in a pipe, and at a terminal."""

import os
import pty
import re
import struct
import subprocess
import sys
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import NamedTuple

STYLE = re.compile(r"\x1b\[[0-9;]*m")
COMMAND = (sys.executable, "-m", "mockbooks")
Done = subprocess.CompletedProcess[str]


class Shown(NamedTuple):
    """What a terminal showed in the end, and the exit code."""

    text: str
    exit_code: int

    @property
    def without_styles(self) -> str:
        return STYLE.sub("", self.text)

    @property
    def width(self) -> int:
        return max(len(line.rstrip()) for line in self.without_styles.split("\n"))


def environment(**variables: str) -> dict[str, str]:
    """Give the environment of this machine without what is ours, speaks of colours or gives a width."""
    ours = ("MOCKBOOKS_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "SSL_CERT_FILE")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)} | variables


def run(*arguments: str, folder: Path | None = None, **variables: str) -> Done:
    """Run a command in a pipe."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        cwd=folder,
        env=environment(**variables),
    )


def at_a_terminal(*arguments: str, columns: int = 80, **variables: str) -> Shown:
    """Run a command at a terminal of that width, which both of its streams are."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    told = environment(TERM="xterm-256color") | variables
    with subprocess.Popen([*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=told) as process:
        os.close(theirs)
        shown = _all_of(ours)
    os.close(ours)
    return Shown(shown.replace("\r\n", "\n"), process.returncode)


def _all_of(terminal: int) -> str:
    """Read until the last that wrote there is gone, which Linux tells by an error."""
    received = b""
    with suppress(OSError):
        while piece := os.read(terminal, 65_536):
            received += piece
    return received.decode()
