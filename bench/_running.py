"""A server as a process of its own: started in a folder on a port, awaited until its first 200, and surely ended."""

import contextlib
import os
import signal
import socket
import subprocess  # our own commands alone are started # nosec B404
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import perf_counter, sleep
from typing import Final

from bench._proc import on_core
from bench._report import BenchError

HOST: Final = "127.0.0.1"
_LONGEST_START_SECONDS: Final = 60
_POLL_SECONDS: Final = 0.002
_OK: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A server that answers; `seconds` is what it took from its start to its first 200."""

    port: int
    pid: int
    seconds: float

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: str = "") -> Answer:
        """Send one request on a connection of its own."""
        return _ask(self.port, method, path, headers, body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A server to be started; `ready` is the path whose first 200 counts, asked with `headers`."""

    command: Sequence[str]
    folder: Path
    port: int
    ready: str
    headers: Mapping[str, str]


@contextmanager
def running(program: Program, core: int | None = None) -> Iterator[Running]:
    """Start a server, on one core if told, and end it with all that it started.

    Raises BenchError with what the server printed when it gives no 200.
    """
    output = program.folder / "output.txt"
    with output.open("wb") as file, on_core(core):
        started = perf_counter()
        process = subprocess.Popen(  # noqa: S603 - the commands are written out in this package # nosec B603
            program.command,
            cwd=program.folder,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
    try:
        _await(process, program, output)
        yield Running(port=program.port, pid=process.pid, seconds=perf_counter() - started)
    finally:
        # At once and the whole session: there is nothing here that a server would have to save.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
    return port


def _await(process: "subprocess.Popen[bytes]", program: Program, output: Path) -> None:
    deadline = perf_counter() + _LONGEST_START_SECONDS
    while process.poll() is None and perf_counter() < deadline:
        with contextlib.suppress(OSError, HTTPException):
            if _ask(program.port, "GET", program.ready, program.headers).status == _OK:
                return
        sleep(_POLL_SECONDS)
    printed = output.read_text(encoding="utf-8", errors="replace")[-1000:]
    raise BenchError(f"{program.command[0]} gave no 200 for {program.ready}; it printed:\n{printed}")


def _ask(port: int, method: str, path: str, headers: Mapping[str, str], body: str = "") -> Answer:
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request(method, path, body=body.encode() or None, headers=dict(headers))
        response = connection.getresponse()
        return Answer(status=response.status, headers=dict(response.headers), body=response.read())
    finally:
        connection.close()
