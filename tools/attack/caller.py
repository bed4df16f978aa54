"""A caller on a plain socket, and one who does nothing wrong and watches how he is answered meanwhile."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from threading import Event, Thread
from time import perf_counter
from typing import NamedTuple

from mockbooks.oauth.demo import DEMO_TOKEN
from tools.attack.target import Target

BEARER = f"Authorization: Bearer {DEMO_TOKEN}\r\n".encode()
HOST = b"Host: localhost\r\n"
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_PAUSE_SECONDS = 0.02
# Half of what is asked meanwhile must be answered before somebody who waits for it notices, and all of it before a
# check of health gives up (HEALTHCHECK in the Dockerfile). Generous, for a machine that does other things beside.
MOST_MEDIAN_SECONDS, MOST_SECONDS = 0.1, 5.0
_MILLISECONDS = 1000


class Answer(NamedTuple):
    """What came back."""

    status: int
    head: bytes
    body: bytes


class Caller:
    """One connection that is kept; a request may be sent before the answer to the one before it is read."""

    def __init__(self, target: Target) -> None:
        """Connect."""
        self._socket = target.connect()
        self._unread = b""

    def ask(self, request: bytes) -> Answer:
        """Send a request and give its answer; raises ConnectionError when there is none."""
        self.send(request)
        return self.receive()

    def send(self, request: bytes) -> None:
        """Send a request."""
        self._socket.sendall(request)

    def receive(self) -> Answer:
        """Read the next answer."""
        head, _, rest = self._until(b"\r\n\r\n").partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        size = int(length[1]) if length else 0
        self._unread = rest
        while len(self._unread) < size:
            self._unread += self._more()
        body, self._unread = self._unread[:size], self._unread[size:]
        return Answer(int(head[9:12]), head, body)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _until(self, end: bytes) -> bytes:
        received = self._unread
        while end not in received:
            received += self._more()
        return received

    def _more(self) -> bytes:
        piece = self._socket.recv(262_144)
        if not piece:
            raise ConnectionError("the server has closed the connection")
        return piece


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """Write a request of the demo client; a header is named as a word of Python, content_type for Content-Type."""
    lines = [f"{method} {path} HTTP/1.1\r\n".encode(), HOST]
    if "authorization" not in headers:
        lines.append(BEARER)
    if body and "content_type" not in headers:
        lines.append(b"Content-Type: application/json\r\n")
    lines += [f"{name.replace('_', '-')}: {value}\r\n".encode() for name, value in headers.items()]
    return b"".join(lines) + (b"Content-Length: %d\r\n\r\n" % len(body) if body else b"\r\n") + body


def said(target: Target, message: bytes) -> bytes:
    """Say bytes on a connection of its own, and give all that comes until the server closes."""
    received = b""
    with target.connect() as connection:
        try:
            connection.sendall(message)
        except ConnectionError:
            received = b""  # it has heard enough, and what it says of that is still to be read
        try:
            while piece := connection.recv(65_536):
                received += piece
        except ConnectionResetError:
            return received
    return received


@dataclass
class Watch:
    """How somebody was answered who asked fifty times a second."""

    seconds: list[float] = field(default_factory=list)
    refused: int = 0

    @property
    def held(self) -> bool:
        """Whether every answer came, and came in time."""
        return (
            bool(self.seconds)
            and not self.refused
            and median(self.seconds) <= MOST_MEDIAN_SECONDS
            and max(self.seconds) <= MOST_SECONDS
        )

    def told(self) -> str:
        """Tell it in one line."""
        if self.refused or not self.seconds:
            return f"{self.refused} of {len(self.seconds) + self.refused} plain GETs failed"
        middle, worst = median(self.seconds) * _MILLISECONDS, max(self.seconds) * _MILLISECONDS
        return f"all {len(self.seconds)} plain GETs answered, median {middle:.1f} ms, longest {worst:.0f} ms"


@contextmanager
def watching(target: Target) -> Iterator[Watch]:
    """Ask for a debtor and for health in turn, each on a new connection, for as long as the context lasts."""
    watch, over = Watch(), Event()
    paths = ("/api/v1/debtors/deb_000001", "/_mockbooks/health")

    def look() -> None:
        while not over.wait(_PAUSE_SECONDS):
            _ask_once(target, paths[len(watch.seconds) % 2], watch)

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join(60)


def _ask_once(target: Target, path: str, watch: Watch) -> None:
    started = perf_counter()
    try:
        answer = said(target, request("GET", path, connection="close"))
    except (TimeoutError, OSError):
        answer = b""
    if answer.startswith(b"HTTP/1.1 200 "):
        watch.seconds.append(perf_counter() - started)
    else:
        watch.refused += 1
