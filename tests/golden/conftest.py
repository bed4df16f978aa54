"""Compares with the files beside this one, or writes them anew: RENEW_GOLDEN=1, as `make golden` says."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wsgi import WsgiDriver

HERE = Path(__file__).parent
RENEWS = os.environ.get("RENEW_GOLDEN") == "1"

Golden = Callable[[str, object], None]


@pytest.fixture
def golden() -> Golden:
    """Hold that a JSON value is the one in a file; its keys stay in the order in which they are served."""

    def compare(name: str, value: object) -> None:
        text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
        file = HERE / name
        if RENEWS:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{name} has changed: if that is meant, run make golden"

    return compare


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    """Ask a server in memory that was just started with the default seed, on 23 November 2026."""
    app = create_app(Settings(), FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC)))
    driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)
    with httpx.Client(
        transport=httpx.WSGITransport(app=driver),
        base_url="http://mockbooks.test/api/v1",
        headers={"X-Request-Id": "golden"},
    ) as client:
        yield client
