"""What the tests of the documentation share: the document as it is served, and a fresh server with the default seed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import orjson
import pytest

from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.openapi import document_bytes
from mockbooks.web.wsgi import WsgiDriver

Json = dict[str, Any]
Fresh = Callable[..., httpx.Client]


@pytest.fixture
def fresh() -> Iterator[Fresh]:
    """Start servers in memory, each as it is right after the start."""
    started: list[httpx.Client] = []

    def start(now: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC), **settings: Any) -> httpx.Client:  # noqa: ANN401
        app = create_app(Settings(**settings), FrozenClock(now))
        driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)
        client = httpx.Client(
            transport=httpx.WSGITransport(app=driver),
            base_url="http://mockbooks.test/api/v1",
            headers={"Authorization": f"Bearer {DEMO_TOKEN}"},
        )
        started.append(client)
        return client

    yield start
    for client in started:
        client.close()


@pytest.fixture
def client(fresh: Fresh) -> httpx.Client:
    return fresh()


@pytest.fixture(scope="session")
def document() -> Json:
    served: Json = orjson.loads(document_bytes())
    return served
