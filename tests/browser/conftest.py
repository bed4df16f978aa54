"""A headless Chromium on a whole server: the pages as a person has them, with a mouse, a keyboard or neither."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright

from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.server import running
from mockbooks.settings import Settings

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
MORNING = datetime(2026, 11, 23, 9, tzinfo=UTC)
PATIENCE_MS = 8_000


@dataclass(frozen=True, slots=True)
class Running:
    """A server that listens on a port of its own, and an integration with the demo token."""

    url: str
    api: httpx.Client

    def control(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 - httpx's; JSON
        """Call the control API, and give its data."""
        answer = httpx.request(method, f"{self.url}/_mockbooks{path}", **options)
        assert answer.is_success, answer.text
        return answer.json()["data"]


@dataclass
class Complaints:
    """What went wrong while pages were shown: in their scripts, by their policy, or by asking other hosts."""

    told: list[str] = field(default_factory=list)

    def watch(self, page: Page, url: str) -> None:
        """Listen to one page."""
        page.on("pageerror", lambda error: self.told.append(f"error: {error}"))
        page.on("console", self._note)
        page.on("request", lambda asked: None if asked.url.startswith(url) else self.told.append(f"asked {asked.url}"))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.told.append(f"{message.type}: {message.text}")


Start = Callable[..., Running]
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Start the driver; it keeps an event loop in this thread, where tests elsewhere run one of their own."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Start a browser for the tests of a module; without one they are skipped, except in CI, where nothing may be."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        _missing("there is no Chromium on this machine")
    browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """Give the program that looks for barriers; it comes with `npm ci`."""
    if not AXE.exists():
        _missing("axe-core is not installed (npm ci)")
    return AXE.read_text("utf-8")


def _missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and CI may not skip the tests in a browser")
    pytest.skip(f"{what}, so no page was looked at in a browser")


@contextmanager
def starting() -> Iterator[Start]:
    """Start servers whose clock stands still at ten o'clock in Amsterdam."""
    with ExitStack() as stack:

        def start_one(**settings: Any) -> Running:  # noqa: ANN401 - of any type
            usual = {"port": 0, "clock": MORNING, "log_requests": False}
            url = stack.enter_context(running(Settings(**{**usual, **settings}))).base_url
            headers = {"Authorization": f"Bearer {DEMO_TOKEN}"}
            return Running(url, stack.enter_context(httpx.Client(base_url=f"{url}/api/v1", headers=headers)))

        yield start_one


@pytest.fixture
def start() -> Iterator[Start]:
    """Start servers of their own; they are gone after the test."""
    with starting() as start_one:
        yield start_one


@pytest.fixture
def server(start: Start) -> Running:
    """Start a server as it is by default."""
    return start()


@pytest.fixture
def complaints() -> Complaints:
    """Gather what goes wrong; a test that expects something of it takes it out."""
    return Complaints()


@pytest.fixture
def open_page(chromium: Browser, complaints: Complaints) -> Iterator[Open]:
    """Open pages as `open_page(server, "/", language="nl")`; afterwards nothing may have gone wrong on them."""
    with ExitStack() as stack:

        def open_one(server: Running, path: str, *, language: str = "en", **options: Any) -> Page:  # noqa: ANN401
            context = stack.enter_context(chromium.new_context(locale=language, **options))
            context.set_default_timeout(PATIENCE_MS)
            page = context.new_page()
            complaints.watch(page, server.url)
            page.goto(server.url + path)
            return page

        yield open_one
    assert complaints.told == []
