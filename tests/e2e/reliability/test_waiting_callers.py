"""Five hundred callers that a scenario keeps waiting are in nobody's way: who asks beside them is answered first."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from select import select

import httpx
import pytest

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, Start
from tests.e2e.reliability.conftest import BEARER, DEBTOR
from tests.e2e.reliability.messages import asked

MANY = 500
WAITS = "name: waits\ninjections: [{match: {operation: listDebtors}, fault: {delay: 120s}}]\n"


@pytest.fixture
def process(start: Start, tmp_path: Path) -> Process:
    file = tmp_path / "waits.yaml"
    file.write_text(WAITS, encoding="utf-8")
    return start(f"--scenario={file}", "--limit=none")


@pytest.fixture
def bystander(process: Process) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=process.base_url, headers=BEARER, timeout=TIMEOUT_SECONDS) as client:
        yield client


@pytest.fixture
def waiting(process: Process, bystander: httpx.Client) -> Iterator[list[socket.socket]]:
    """Have five hundred wait, each on a connection of its own."""
    with ExitStack() as stack:
        callers = [stack.enter_context(process.connect()) for _ in range(MANY)]
        for each in callers:
            each.sendall(asked(b"/api/v1/debtors"))
        counts = (bystander.get("/_mockbooks/info").json()["data"]["counts"]["waiting"] for _ in range(5_000))
        assert MANY in counts
        yield callers


def answered(callers: list[socket.socket]) -> int:
    """Count those to whom something has been said by now."""
    return len(select(callers, [], [], 0)[0])


def test_reading_writing_and_health_are_answered_while_all_of_them_wait(
    bystander: httpx.Client, waiting: list[socket.socket]
) -> None:
    answers = [
        bystander.get("/api/v1/debtors/deb_000001"),
        bystander.get("/_mockbooks/health"),
        bystander.post("/api/v1/debtors", json=DEBTOR),
        bystander.get("/docs"),
        *(bystander.get("/api/v1/support") for _ in range(100)),
    ]

    assert {each.status_code for each in answers} == {200}
    assert answered(waiting) == 0


def test_a_reset_is_done_while_all_of_them_wait_and_ends_every_wait(
    bystander: httpx.Client, waiting: list[socket.socket]
) -> None:
    bystander.post("/api/v1/debtors", json=DEBTOR)

    assert bystander.post("/_mockbooks/reset").status_code == 200
    assert bystander.get("/api/v1/debtors/deb_000004").json()["code"] == "not_found"
    assert [each.recv(1) for each in waiting] == [b""] * MANY


def test_callers_that_leave_while_they_wait_are_forgotten(
    bystander: httpx.Client, waiting: list[socket.socket]
) -> None:
    for each in waiting:
        each.close()
    counts = (bystander.get("/_mockbooks/info").json()["data"]["counts"]["waiting"] for _ in range(5_000))

    assert 0 in counts
    assert bystander.get("/_mockbooks/health").status_code == 200
