"""The revision of a page: another one after everything that the page would show, and the same while nothing happens."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from mockbooks.app import App, create_app
from mockbooks.control import Control
from mockbooks.scenarios.loader import load
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.rate_limiter import LimitSetting
from mockbooks.web.dashboard.revision import revision_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SCENARIO = b"""
name: closed
injections: [{match: {operation: listDebtors}, calls: after 5, during: {until: 30s}, fault: {fail: {code: CLOSED}}}]
"""


def app() -> App:
    settings = Settings(debtors=1, products=0, transactions=0)
    return create_app(settings, FrozenClock(NOW), load(SCENARIO, source="closed.yaml"))


def page(**parts: object) -> Exchange:
    return Exchange(**{"method": "GET", "path": "/", "base_url": "http://127.0.0.1:8080", **parts})  # type: ignore[arg-type]


def revision(server: App, exchange: Exchange | None = None) -> str:
    control = Control(administrations=server.administrations, authority=server.authority)
    return revision_of(control, server.administrations["demo"], exchange or page())


def call(server: App) -> None:
    asked = Exchange(
        method="GET",
        path="/api/v1/debtors",
        host="127.0.0.1:8080",
        headers={"authorization": "Bearer mockbooks-demo-token"},
    )
    server.pipeline.handle(asked)


def test_while_nothing_happens_it_stays_the_same() -> None:
    server = app()
    assert revision(server) == revision(server)


@pytest.mark.parametrize(
    "act",
    [
        call,
        lambda server: server.administrations["demo"].advance(timedelta(seconds=1)),
        lambda server: server.administrations["demo"].advance(timedelta(seconds=30)),
        lambda server: server.administrations["demo"].limit(LimitSetting(windows=((5, "minute"),))),
        lambda server: server.administrations["demo"].reset(),
        lambda server: server.administrations["demo"].request_log.clear(),
        lambda server: server.administrations["demo"].leave_scenario(server.administrations.beginning.start),
        lambda server: server.administrations.create("Garage Visser"),
    ],
)
def test_after_everything_that_shows_it_is_another(act: Callable[[App], None]) -> None:
    server = app()
    before = revision(server)
    act(server)
    assert revision(server) != before


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/dashboard/requests"},
        {"query_string": b"lang=nl"},
        {"headers": {"accept-language": "nl"}},
        {"base_url": "http://books.test"},
    ],
)
def test_other_pages_have_others(other: dict[str, object]) -> None:
    server = app()
    assert revision(server, page(**other)) != revision(server)
