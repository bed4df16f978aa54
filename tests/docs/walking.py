"""Walks through the set-up for the tests: over real sockets, at a server whose clock is moved by hand."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from mockbooks.server import running
from mockbooks.settings import Settings
from mockbooks.web.walkthrough.connecting import GIVEN
from mockbooks.web.walkthrough.contents import all_calls
from mockbooks.web.walkthrough.exchanges import Played, Request, Response
from mockbooks.web.walkthrough.playing import play, what_matters
from mockbooks.web.walkthrough.recording import RECORDED_BASE_URL, relocated

TIMEOUT_SECONDS = 10


@dataclass(slots=True)
class Watch:
    """A clock that stands still until it is put forward."""

    moment: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def put_forward(self, seconds: int) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass(frozen=True, slots=True)
class Walk:
    """A server as it is right after the start, the watch that it looks at, and with TLS the CA to trust."""

    base_url: str
    watch: Watch
    ca: Path | None = None


@contextmanager
def walk(*, tls_folder: Path | None = None) -> Iterator[Walk]:
    """Run a server with the default seed at a port of its own; with a folder for its certificate it speaks https."""
    watch = Watch()
    settings = Settings(port=0) if tls_folder is None else Settings(port=0, tls=True, tls_folder=str(tls_folder))
    with running(settings, clock=watch) as server:
        yield Walk(server.base_url, watch, server.authority_file)


def play_all(start: Walk) -> list[Played]:
    """Play every call of the walk-through, in order."""
    played = play(all_calls(), send, base_url=start.base_url, given=GIVEN, wait=start.watch.put_forward)
    return [each for each, _ in played]


def send(request: Request) -> Response:
    """Send a request as it is written, and follow no redirect."""
    url = urlsplit(request.url)
    target = url.path + (f"?{url.query}" if url.query else "")
    connection = HTTPConnection(url.netloc, timeout=TIMEOUT_SECONDS)
    try:
        connection.request(request.method, target, request.body or None, dict(request.headers))
        answer = connection.getresponse()
        return Response(status=answer.status, headers=tuple(answer.getheaders()), body=answer.read().decode())
    finally:
        connection.close()


class Block(NamedTuple):
    """What the page has ready for a shell: a command of some call, or variables for the commands that follow."""

    call: str
    text: str


def blocks_of(start: Walk) -> list[Block]:
    """Read them from the page as it is served, in the order in which a reader comes across them."""
    # With an id of its own the request leaves the series of ids as it is, which the recording begins with.
    page = send(Request(method="GET", url=f"{start.base_url}/docs/oauth", headers=(("X-Request-Id", "reader"),)))
    reader = _Blocks()
    reader.feed(page.body)
    return reader.blocks


def pasted(blocks: list[Block], start: Walk) -> dict[str, Response]:
    """Paste block after block into a shell, waiting where the reader is told to, and give what each call answers."""
    seconds_later = {call.name: call.seconds_later for call in all_calls()}
    answers: dict[str, Response] = {}
    variables: list[str] = []
    for call, text in blocks:
        if not text.startswith("curl "):
            variables.append(text)
            continue
        start.watch.put_forward(seconds_later[call])
        answers[call] = _answer_in(relocated(_bash([*variables, text]), start.base_url, RECORDED_BASE_URL))
    return answers


def _bash(lines: list[str]) -> str:
    command = ["/bin/bash", "-euo", "pipefail", "-c", "\n".join(lines)]
    shell = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=True)
    return shell.stdout.decode()


def _answer_in(printed: str) -> Response:
    """Read what `curl -i` prints."""
    head, _, body = printed.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    headers = tuple((name, value) for name, _, value in (line.partition(": ") for line in lines))
    return what_matters(Response(status=int(first.split()[1]), headers=headers, body=body))


class _Blocks(HTMLParser):
    """Finds what is marked with `data-run`, and the call that it belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._call = ""
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._call = given.get("data-call") or self._call
        if tag == "pre" and "data-run" in given:
            self._is_inside = True
            self.blocks.append(Block(self._call, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "pre":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            block = self.blocks[-1]
            self.blocks[-1] = Block(block.call, block.text + data)
