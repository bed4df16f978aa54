"""Memory is bounded: when what is remembered has reached its bounds, more of the same costs no more."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import orjson
import pytest

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, Start
from tests.e2e.reliability.conftest import BEARER, DEBTOR

told_by_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="Linux tells how much memory a process takes"
)
CALLERS = 4
FIVE_MEGABYTES = orjson.dumps("x" * 5_000_000)
# A refusal keeps its key with its answer; the request log keeps the first 16 KiB of the body.
BODY = orjson.dumps({**DEBTOR, "name": "x" * 65_536})
JSON = {**BEARER, "Content-Type": "application/json"}


@pytest.fixture
def process(start: Start) -> Process:
    return start("--limit=none")


@pytest.fixture
def callers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(CALLERS) as pool:
        yield pool


def resident_bytes(process: Process) -> int:
    status = Path(f"/proc/{process.popen.pid}/status").read_text(encoding="ascii")
    return 1024 * int(status.partition("VmRSS:")[2].split()[0])


def send_large_bodies(process: Process, calls: int, caller: int) -> int:
    """Send bodies of 64 KiB, each under a key of its own, and count the answers."""
    with closing(HTTPConnection("127.0.0.1", process.port, timeout=TIMEOUT_SECONDS)) as connection:
        for number in range(calls):
            key = f"{calls}-{caller}-{number}"
            connection.request("POST", "/api/v1/debtors", BODY, {**JSON, "Idempotency-Key": key})
            answer = connection.getresponse()
            assert answer.status == 400
            answer.read()
    return calls


def send_one(process: Process) -> HTTPConnection:
    """Send a body of 5 MB on a connection of its own, and give that."""
    connection = HTTPConnection("127.0.0.1", process.port, timeout=TIMEOUT_SECONDS)
    connection.request("POST", "/api/v1/debtors", FIVE_MEGABYTES, JSON)
    answer = connection.getresponse()
    assert answer.status == 400
    answer.read()
    return connection


@told_by_linux
def test_a_connection_that_is_idle_or_gone_holds_no_body(process: Process) -> None:
    empty = resident_bytes(process)
    for _ in range(50):
        send_one(process).close()
    gone = resident_bytes(process) - empty
    kept = [send_one(process) for _ in range(20)]
    idle = resident_bytes(process) - empty
    for each in kept:
        each.close()

    assert gone < 30_000_000
    assert idle < 30_000_000


@told_by_linux
def test_thousands_of_large_bodies_fill_the_request_log_and_no_more(
    process: Process, callers: ThreadPoolExecutor
) -> None:
    empty = resident_bytes(process)
    sent = sum(callers.map(partial(send_large_bodies, process, 950), range(CALLERS)))
    full = resident_bytes(process)
    again = sum(callers.map(partial(send_large_bodies, process, 400), range(CALLERS)))
    grown, grown_again = full - empty, resident_bytes(process) - full

    assert (sent, again) == (3_800, 1_600)
    assert grown > 50_000_000  # the bound of the log, 64 MiB, is nearly all of it
    assert grown_again < grown / 5
