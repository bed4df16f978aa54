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


@dataclass(frozen=True)
class Target:
    """A running `mockbooks serve`."""

    process: subprocess.Popen[str]
    port: int
    told: IO[bytes]

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

    def cpu_seconds(self) -> float:
        """Tell how long it has worked."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def complaints(self) -> str:
        """Give what it wrote to stderr: a bug leaves its traceback there."""
        self.told.seek(0)
        return self.told.read().decode()


@contextmanager
def target(*flags: str) -> Iterator[Target]:
    """Run a server with flags of its own; raises RuntimeError when it complained, or did not end with 0."""
    with TemporaryFile() as told:
        command = [sys.executable, "-m", "mockbooks", *_USUAL, *flags]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=told, text=True)  # noqa: S603 - our own # nosec B603
        running = Target(process, _port_of(process), told)
        try:
            yield running
        finally:
            process.terminate()
            code = process.wait(30)
        if code or (complaints := running.complaints()):
            raise RuntimeError(f"the server ended with {code}: {complaints}")


def _port_of(process: subprocess.Popen[str]) -> int:
    if process.stdout is None:
        raise RuntimeError("there is nothing to read")
    printed = ""
    for line in process.stdout:
        printed += line
        if line.startswith("  curl"):
            return int(printed.partition("127.0.0.1:")[2].partition("/")[0])
    raise RuntimeError("the server did not start")
