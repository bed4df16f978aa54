"""Clients of httpx and requests that ask one scenario over a socket, and the same one in the same process."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import requests

import mockbooks
from mockbooks.scenarios.loader import load
from mockbooks.testing.in_process import IN_PROCESS_URL

TOKEN = {"Authorization": "Bearer mockbooks-demo-token"}


@dataclass(frozen=True, kw_only=True)
class Clients:
    """A client of each library with the demo token, for a server at `url`."""

    url: str
    httpx: httpx.Client
    requests: requests.Session


Play = Callable[..., Clients]


@pytest.fixture(params=["socket", "in process"])
def play(request: pytest.FixtureRequest) -> Iterator[Play]:
    """Play a scenario, written as YAML without its name, in each of the two ways."""
    with ExitStack() as stack:

        def play_one(scenario: str = "injections: []", **settings: Any) -> Clients:  # noqa: ANN401 - of any type
            played = load(f"name: played\n{scenario}".encode(), source="played.yaml")
            usual = mockbooks.Settings(**{"port": 0, "debtors": 12, "products": 0, "transactions": 0, **settings})
            session = stack.enter_context(requests.Session())
            session.headers.update(TOKEN)
            if request.param == "socket":
                url = stack.enter_context(mockbooks.running(usual, scenario=played)).base_url
                client = stack.enter_context(httpx.Client(base_url=url, headers=TOKEN))
                return Clients(url=url, httpx=client, requests=session)
            server = mockbooks.in_process(usual, scenario=played)
            session.mount(IN_PROCESS_URL, server.requests_adapter())
            client = httpx.Client(transport=server.httpx_transport(), base_url=IN_PROCESS_URL, headers=TOKEN)
            return Clients(url=IN_PROCESS_URL, httpx=stack.enter_context(client), requests=session)

        yield play_one
