"""Servers that play a scenario, on real sockets, and what a caller needs to meet it."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from textwrap import dedent
from typing import Any

import httpx
import pytest

from mockbooks.scenarios.loader import load
from mockbooks.server import running
from mockbooks.settings import Settings

TOKEN = {"Authorization": "Bearer mockbooks-demo-token"}
ADDRESS = {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
DEBTOR: dict[str, Any] = {"name": "Bakkerij De Korenaar", "email": "inkoop@korenaar.example", "address": ADDRESS}
BASIC = ("mockbooks-demo", "mockbooks-demo-secret")

Play = Callable[..., httpx.Client]


@pytest.fixture
def play() -> Iterator[Play]:
    """Start a server that plays a scenario, written as YAML without its name, and give a client with the demo token."""
    with ExitStack() as stack:

        def play_one(scenario: str, **settings: Any) -> httpx.Client:  # noqa: ANN401 - of any type
            played = load(f"name: played\n{dedent(scenario)}".encode(), source="played.yaml")
            usual = {"port": 0, "debtors": 12, "products": 0, "transactions": 0, **settings}
            server = stack.enter_context(running(Settings(**usual), scenario=played))
            return stack.enter_context(httpx.Client(base_url=server.base_url, headers=TOKEN, timeout=10))

        yield play_one


def raw(client: httpx.Client, path: str) -> bytes:
    """Ask on a connection of its own, and give every byte that comes before it ends."""
    url = client.base_url
    with socket.create_connection((url.host, url.port or 80), timeout=10) as connection:
        head = f"GET {path} HTTP/1.1\r\nHost: {url.host}\r\nAuthorization: {TOKEN['Authorization']}\r\n\r\n"
        connection.sendall(head.encode())
        received = b""
        while piece := connection.recv(65_536):
            received += piece
    return received


def data_of(answer: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    """Give the data of an answer that must be a success."""
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]
