"""Stopping and starting: what was begun is finished, a kill leaves nothing behind, and nobody is let in too early."""

import json
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from threading import Barrier, Event
from time import monotonic

import httpx
import pytest

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, Reply, Start, read_all
from tests.e2e.reliability.conftest import BEARER, DEBTOR
from tests.e2e.reliability.messages import BODY, GET, asked

CALLERS = 8
PAUSE_SECONDS = 0.005
JSON = {**BEARER, "Content-Type": "application/json"}
SLOW = "name: slow\ninjections: [{match: {operation: createDebtor}, phase: %s, fault: {delay: 120s}}]\n"


def book_until_closed(process: Process, busy: Barrier) -> int:
    """Book over and over on one connection, and count the answers, until no more begins; each that begins is whole."""
    with closing(HTTPConnection("127.0.0.1", process.port, timeout=TIMEOUT_SECONDS)) as connection:
        for booked in count():
            if booked == 3:
                busy.wait(TIMEOUT_SECONDS)
            try:
                connection.request("POST", "/api/v1/debtors", BODY, JSON)
                answer = connection.getresponse()
            except ConnectionError:
                return booked
            assert answer.status == 200
            assert answer.read().endswith(b"}")
    raise AssertionError("it was never closed")


def first_answer(port: int) -> Reply:
    """Ask for debtors on the first connection that is taken, from when nobody listens yet."""
    over, pause = monotonic() + TIMEOUT_SECONDS, Event()
    while monotonic() < over:
        with socket.socket() as connection:
            connection.settimeout(TIMEOUT_SECONDS)
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                connection.sendall(asked(b"/api/v1/debtors"))
                return Reply(read_all(connection))
        pause.wait(PAUSE_SECONDS)
    raise AssertionError("nobody has answered")


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(CALLERS) as pool:
        yield pool


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_while_eight_book_without_pause_a_stop_leaves_no_answer_half(
    start: Start, threads: ThreadPoolExecutor, number: int
) -> None:
    process = start("--limit=none", "--shutdown-seconds=5")
    busy = Barrier(CALLERS + 1)
    booking = [threads.submit(book_until_closed, process, busy) for _ in range(CALLERS)]
    busy.wait(TIMEOUT_SECONDS)
    process.popen.send_signal(number)

    assert process.popen.wait(TIMEOUT_SECONDS) == 0
    assert min(each.result(TIMEOUT_SECONDS) for each in booking) >= 3
    assert process.popen.stderr is not None
    assert process.popen.stderr.read() == ""


@pytest.mark.parametrize("phase", ["before", "after"])
def test_a_stop_ends_the_waits_of_many_at_once(
    start: Start, threads: ThreadPoolExecutor, tmp_path: Path, phase: str
) -> None:
    file = tmp_path / "slow.yaml"
    file.write_text(SLOW % phase, encoding="utf-8")
    process = start(f"--scenario={file}", "--shutdown-seconds=60")
    with httpx.Client(base_url=process.base_url, headers=BEARER, timeout=60) as client:
        waiting = [threads.submit(client.post, "/api/v1/debtors", json=DEBTOR) for _ in range(CALLERS)]
        counts = (client.get("/_mockbooks/info").json()["data"]["counts"]["waiting"] for _ in range(2_000))
        assert CALLERS in counts

        assert process.stop(signal.SIGTERM) == 0
        assert [each.result(TIMEOUT_SECONDS).status_code for each in waiting] == [200] * CALLERS


def test_callers_that_say_nothing_or_never_finish_postpone_no_stop_beyond_its_time(start: Start) -> None:
    process = start("--shutdown-seconds=0.5")
    with process.connect(), process.connect() as unfinished:
        unfinished.sendall(GET)

        assert process.stop(signal.SIGTERM) == 0


def test_after_a_kill_the_port_is_free_at_once_and_the_books_are_as_they_begin(start: Start) -> None:
    killed = start()
    credentials = {"grant_type": "client_credentials"}
    basic = ("mockbooks-demo", "mockbooks-demo-secret")
    with httpx.Client(base_url=killed.base_url) as client:
        token = client.post("/oauth/token", data=credentials, auth=basic).json()["access_token"]
        old = {"Authorization": f"Bearer {token}"}
        assert client.post("/api/v1/debtors", json=DEBTOR, headers=old).json()["data"]["id"] == "deb_000004"
        assert killed.stop(signal.SIGKILL) == -signal.SIGKILL

        again = start(f"--port={killed.port}")
        refused = client.get("/api/v1/debtors", headers=old)
        made = client.post("/api/v1/debtors", json=DEBTOR, headers=BEARER)

    assert again.base_url == killed.base_url
    assert (refused.status_code, refused.json()["code"]) == (401, "token_invalid")
    assert made.json()["data"]["id"] == "deb_000004"


def test_the_first_answer_tells_of_the_whole_seed(start: Start, threads: ThreadPoolExecutor, free_port: int) -> None:
    starting = threads.submit(start, f"--port={free_port}", "--debtors=8000")
    answer = first_answer(free_port)

    assert answer.statuses == ["200"]
    assert json.loads(answer.text.partition("\r\n\r\n")[2])["page"]["totalItems"] == 8_000
    assert starting.result(TIMEOUT_SECONDS).port == free_port


def test_a_kill_in_the_middle_of_a_booking_leaves_a_port_that_can_be_had(start: Start) -> None:
    killed = start()
    with killed.connect() as connection:
        connection.sendall(asked(b"/api/v1/debtors")[:-2])
        killed.stop(signal.SIGKILL)

        assert start(f"--port={killed.port}").port == killed.port
