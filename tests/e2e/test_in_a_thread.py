"""A server in a thread of a test suite, as a context manager."""

from contextlib import ExitStack
from datetime import UTC, datetime
from threading import enumerate as enumerate_threads

import pytest
import requests

from mockbooks.server import AddressError, running
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wire import serving

SMALL = Settings(port=0, debtors=2, products=2, transactions=0)


def test_it_answers_inside_the_context_and_no_longer_behind_it() -> None:
    with running(SMALL) as server:
        url = server.base_url + "/_mockbooks/health"
        assert requests.get(url, timeout=5).status_code == 200

    with pytest.raises(requests.ConnectionError):
        requests.get(url, timeout=5)


def test_two_servers_stand_side_by_side() -> None:
    with running(SMALL) as first, running(SMALL) as second:
        assert first.base_url != second.base_url


def test_many_at_once_leave_nothing_behind() -> None:
    before = set(enumerate_threads())
    with ExitStack() as stack:
        servers = [stack.enter_context(running(SMALL)) for _ in range(10)]
        sessions = [stack.enter_context(requests.Session()) for _ in servers]
        answers = [
            session.get(server.base_url + "/_mockbooks/health", timeout=5).status_code
            for session, server in zip(sessions, servers, strict=True)
        ]
        for server in servers:
            server.stop()  # beside the one at the end, which finds nothing more to do

    assert answers == [200] * 10
    assert set(enumerate_threads()) == before


def test_it_answers_without_uvloop_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "find_spec", lambda _: None)

    with running(SMALL) as server:
        answer = requests.get(server.base_url + "/_mockbooks/health", timeout=5)

    assert (answer.status_code, answer.headers["Date"][-4:]) == (200, " GMT")


def test_a_clock_can_be_handed_in() -> None:
    clock = FrozenClock(datetime(2025, 3, 1, 12, 0, tzinfo=UTC))

    with running(SMALL, clock=clock) as server:
        debtors = requests.get(
            server.base_url + "/api/v1/debtors", headers={"Authorization": "Bearer mockbooks-demo-token"}, timeout=5
        ).json()

    assert debtors["data"][0]["createdAt"] <= "2025-03-01T12:00:00Z"


def test_a_port_that_is_taken_is_refused() -> None:
    with running(SMALL) as server, pytest.raises(AddressError, match="is in use"), running(Settings(port=server.port)):
        pass
