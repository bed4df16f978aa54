"""A process that is attacked, and what holds after every attack: it answers as ever, and its books are as before."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, Reply, finish, launch

TOKEN = "mockbooks-demo-token"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
ADDRESS = {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
DEBTOR: dict[str, Any] = {"name": "Bakkerij De Korenaar", "address": ADDRESS}
# No limit is to stand in its way, and 10 MB must have come in their time on a machine that does other things beside.
FLAGS = ("--limit=none", "--slow-request-seconds=3")

Attack = Callable[..., Reply]


@pytest.fixture(scope="session")
def target() -> Iterator[Process]:
    """Share one process between all attacks: each begins where the one before it has left it."""
    process = launch(FLAGS)
    yield process
    finish(process)


@pytest.fixture(scope="session")
def bystander(target: Process) -> Iterator[httpx.Client]:
    """Somebody who does nothing wrong, on a connection that is kept."""
    with httpx.Client(base_url=target.base_url, headers=BEARER, timeout=TIMEOUT_SECONDS) as client:
        yield client


@pytest.fixture
def attack(target: Process, bystander: httpx.Client) -> Iterator[Attack]:
    """Give what says bytes on a connection of its own; whatever was said, nothing has come of it in the end."""
    books = books_of(bystander)
    yield lambda *pieces, ends=False: said(target, *pieces, ends=ends)
    assert bystander.get("/api/v1/debtors/deb_000001").status_code == 200
    assert books_of(bystander) == books


def books_of(client: httpx.Client) -> bytes:
    """Take the whole books out, with the counters that give ids and numbers."""
    dump = client.get("/_mockbooks/books/dump")
    assert dump.status_code == 200
    return dump.content


def said(process: Process, *pieces: bytes, ends: bool = False) -> Reply:
    """Say bytes, and give all that comes until the server closes; with `ends` nothing more is announced to come.

    A server that has heard enough closes while it is being spoken to, which ends the speech and not the listening.
    """
    with process.connect() as connection:
        try:
            connection.sendall(b"".join(pieces))
        except ConnectionError:
            ends = False
        if ends:
            connection.shutdown(socket.SHUT_WR)
        return Reply(_heard(connection))


def _heard(connection: socket.socket) -> str:
    received = b""
    connection.settimeout(TIMEOUT_SECONDS)
    try:
        while piece := connection.recv(65_536):
            received += piece
    except ConnectionResetError:
        received += b""
    return received.decode("latin-1")
