"""The server that is attacked: a process of its own, whose memory and CPU time the kernel tells."""

import os
import socket
import subprocess  # our own commands alone are started # nosec B404
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

_TICKS = os.sysconf("SC_CLK_TCK")
_USUAL = ("serve", "--port=0", "--limit=none", "--no-log-requests")
MEBIBYTE = 1024 * 1024
STOP_SECONDS = 30


@dataclass(frozen=True)
class Target:
    """A running `mockbooks serve`."""

    process: subprocess.Popen[str]
    port: int

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def connect(self, seconds: float = 30) -> socket.socket:
        """Open a connection, on which nothing may take longer than so many seconds."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=seconds)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def resident_bytes(self) -> int:
        """Tell how much memory it takes."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def peak_bytes(self) -> int:
        """Tell how much memory it has taken at most."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024

    def cpu_seconds(self) -> float:
        """Tell how long it has worked."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def target(*flags: str) -> Iterator[Target]:
    """Run a server with flags of its own; raises RuntimeError when it did not start, complained or did not end with 0.

    However that goes, no process is left.
    """
    command = [sys.executable, "-m", "mockbooks", *_USUAL, *flags]
    with (
        TemporaryFile() as told,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True) as process,  # noqa: S603 - our own # nosec B603
    ):
        try:
            yield Target(process, _port_of(process, told))
        finally:
            code, complaints = stopped(process), _read(told)
        if code or complaints:
            raise RuntimeError(f"the server ended with {code}: {complaints}")


def stopped(process: subprocess.Popen[str], seconds: float = STOP_SECONDS) -> int:
    """Have a process stop, by force when it takes longer than so many seconds, and give its exit code."""
    process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _port_of(process: subprocess.Popen[str], told: IO[bytes]) -> int:
    printed = ""
    for line in process.stdout or ():
        printed += line
        if line.startswith("  curl"):
            return int(printed.partition("127.0.0.1:")[2].partition("/")[0])
    raise RuntimeError(f"the server did not start: {_read(told)}")


def _read(told: IO[bytes]) -> str:
    """Give what was written to stderr: a bug leaves its traceback there."""
    told.seek(0)
    return told.read().decode()
