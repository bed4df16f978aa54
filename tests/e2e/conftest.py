"""A real process on a free port, and raw sockets to say to it what no HTTP library would."""

import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import NamedTuple

import pytest

SEED = ("--debtors=3", "--products=3", "--transactions=0")
TIMEOUT_SECONDS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Process:
    """A running `mockbooks serve`."""

    popen: subprocess.Popen[str]
    base_url: str
    printed: str

    @property
    def port(self) -> int:
        return int(self.base_url.rpartition(":")[2])

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and give the exit code."""
        self.popen.send_signal(number)
        return self.popen.wait(TIMEOUT_SECONDS)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT_SECONDS)


class Reply(NamedTuple):
    """What came back on a raw connection until the server closed it."""

    text: str

    @property
    def statuses(self) -> list[str]:
        return re.findall(r"HTTP/1\.1 (\d{3}) ", self.text)

    @property
    def codes(self) -> list[str]:
        return re.findall(r'"status":\d+,"code":"(\w+)"', self.text)


Start = Callable[..., Process]


def launch(flags: tuple[str, ...], program: tuple[str, ...] = ("-m", "mockbooks")) -> Process:
    """Start a process, and come back when it has said that it is ready."""
    command = [sys.executable, *program, "serve", "--port=0", *SEED, *flags]
    popen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert popen.stdout is not None
    printed = ""
    for line in popen.stdout:
        printed += line
        if line.startswith("  curl"):
            break
    found = re.search(r"API +(https?://\S+)/api/v1", printed)
    assert found, popen.communicate(timeout=TIMEOUT_SECONDS)
    return Process(popen=popen, base_url=found[1], printed=printed)


def finish(process: Process) -> None:
    """See to it that a process is gone."""
    process.popen.kill()
    process.popen.communicate(timeout=TIMEOUT_SECONDS)


@pytest.fixture(scope="session", autouse=True)
def _colours_of_our_own() -> Iterator[None]:
    """Forget what the machine that tests wants of colours, as machines of CI do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FORCE_COLOR", raising=False)
        patch.delenv("NO_COLOR", raising=False)
        yield


@pytest.fixture
def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture
def start() -> Iterator[Start]:
    """Start processes with flags of their own; they are gone after the test."""
    started: list[Process] = []

    def start_one(*flags: str) -> Process:
        started.append(launch(flags))
        return started[-1]

    yield start_one
    for process in started:
        finish(process)


@pytest.fixture(scope="session")
def mockbooks() -> Iterator[Process]:
    """Share one process between the tests that leave no trace in it."""
    process = launch(("--slow-request-seconds=0.6", "--max-body-bytes=100 KiB"))
    yield process
    finish(process)


class _SomethingElse(BaseHTTPRequestHandler):
    """A server of somebody else, that finds everything and knows nothing of mockbooks."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"status": "up", "data": {}}')

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Keep quiet."""


@pytest.fixture
def something_else() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _SomethingElse) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def say(mockbooks: Process) -> Callable[..., Reply]:
    """Send bytes on a connection of its own, and give all that comes back."""

    def say_bytes(*pieces: bytes) -> Reply:
        with mockbooks.connect() as connection:
            for piece in pieces:
                connection.sendall(piece)
            return Reply(read_all(connection))

    return say_bytes


def is_dropped(caller: socket.socket) -> bool:
    """Tell whether the server has given up on a caller: what it sends then is answered with RST."""
    ends = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < ends:
        try:
            caller.send(b"\r\n")
        except (ConnectionError, ssl.SSLEOFError):
            return True
        time.sleep(0.1)
    return False


def read_all(connection: socket.socket) -> str:
    """Read until the server closes."""
    received = b""
    while piece := connection.recv(65_536):
        received += piece
    return received.decode()
