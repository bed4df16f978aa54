"""Limits over real sockets: a stock client that waits as it is told, readers that take their time, ten at once."""

import re
import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, Start

TOKEN = {"Authorization": "Bearer mockbooks-demo-token"}
DEBTOR = {
    "name": "Kwekerij Groenendijk",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}
# Together more than a kernel keeps for a reader that does not read (4 MiB), and the server's own buffer beside it.
SALES, LINES, DESCRIPTION = 40, 500, "Volkorenbrood 800 gram, gesneden, " * 7


def get(process: Process, path: str, **headers: str) -> requests.Response:
    return requests.get(f"{process.base_url}/api/v1{path}", headers=TOKEN | headers, timeout=TIMEOUT_SECONDS)


def post(process: Process, path: str, body: object, **headers: str) -> requests.Response:
    url = f"{process.base_url}/api/v1{path}"
    return requests.post(url, json=body, headers=TOKEN | headers, timeout=TIMEOUT_SECONDS)


def id_of(process: Process, path: str, code: str) -> str:
    return str(get(process, f"{path}?code={code}").json()["data"][0]["id"])


@pytest.fixture
def session() -> Iterator[requests.Session]:
    """Give a stock client that knows Retry-After by itself."""
    retry = Retry(total=1, status_forcelist=[429], respect_retry_after_header=True, raise_on_status=False)
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=retry))
        session.headers.update(TOKEN)
        yield session


def test_a_stock_client_that_waits_as_it_is_told_is_let_in(start: Start, session: requests.Session) -> None:
    process = start("--limit=1/second")
    answers = [session.get(f"{process.base_url}/api/v1/debtors", timeout=TIMEOUT_SECONDS) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_the_flags_decide_on_the_limits(start: Start) -> None:
    process = start("--limit=2/hour", "--limit=50000/day", "--concurrent=5")
    answers = [get(process, "/debtors") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0].headers["RateLimit-Policy"] == '"hour";q=2;w=3600, "day";q=50000;w=86400'
    assert answers[2].json()["code"] == "rate_limit_exceeded"
    assert 3590 <= int(answers[2].headers["Retry-After"]) <= 3600
    assert get(process, "/limits").json()["data"]["concurrent"] == {"limit": 5, "inUse": 0}


def test_limits_can_be_switched_off(start: Start) -> None:
    answer = get(start("--limit=none"), "/debtors")

    assert [name for name in answer.headers if "ratelimit" in name.lower()] == []


def book_large_sales(process: Process) -> None:
    """Book so much that one page of transactions is larger than what the machine keeps for a slow reader."""
    line = {
        "ledgerAccountId": id_of(process, "/ledger-accounts", "8000"),
        "vatRateId": id_of(process, "/vat-rates", "NL_HOOG"),
        "unitPrice": "3.95",
        "description": DESCRIPTION,
    }
    sale: dict[str, Any] = {
        "type": "sales",
        "date": "2026-11-23",
        "debtorId": "deb_000001",
        "lines": [line] * LINES,
    }
    assert {post(process, "/transactions", sale).status_code for _ in range(SALES)} == {200}


def begin_to_read(process: Process) -> socket.socket:
    """Ask for all transactions on a connection with little room, and read no more than the beginning."""
    connection = socket.socket()
    connection.settimeout(TIMEOUT_SECONDS)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", process.port))
    head = f"GET /api/v1/transactions?pageSize=200 HTTP/1.1\r\nHost: a\r\nAuthorization: {TOKEN['Authorization']}\r\n"
    connection.sendall(f"{head}Connection: close\r\n\r\n".encode())
    assert connection.recv(12) == b"HTTP/1.1 200"
    return connection


def test_who_reads_slowly_keeps_a_place_until_the_whole_answer_has_been_read(start: Start) -> None:
    process = start("--clock=2026-11-23T09:00:00Z", "--concurrent=2")
    book_large_sales(process)
    with begin_to_read(process) as first, begin_to_read(process) as second:
        refused = get(process, "/debtors")

        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
        assert refused.json()["code"] == "too_many_concurrent_requests"
        assert get(process, "/limits").json()["data"]["concurrent"] == {"limit": 2, "inUse": 2}

        assert len(first.makefile("rb").read()) > 8_000_000
        assert get(process, "/debtors").status_code == 200
        assert get(process, "/limits").json()["data"]["concurrent"] == {"limit": 2, "inUse": 1}
        second.close()


def test_who_goes_away_without_reading_gives_the_place_back(start: Start) -> None:
    process = start("--clock=2026-11-23T09:00:00Z", "--concurrent=1", "--limit=none")
    book_large_sales(process)
    begin_to_read(process).close()
    retry = Retry(total=6, status_forcelist=[429], backoff_factor=0.01, respect_retry_after_header=False)
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=retry))

        answer = session.get(f"{process.base_url}/api/v1/debtors", headers=TOKEN, timeout=TIMEOUT_SECONDS)

    assert answer.status_code == 200


def test_ten_that_send_one_key_at_once_create_one_object(start: Start) -> None:
    process, barrier = start(), Barrier(10)

    def send(_: int) -> requests.Response:
        barrier.wait()
        return post(process, "/debtors", DEBTOR, **{"Idempotency-Key": "order-1001"})

    with ThreadPoolExecutor(10) as threads:
        answers = list(threads.map(send, range(10)))

    assert Counter(answer.headers.get("Idempotency-Replayed", "done") for answer in answers) == {"done": 1, "true": 9}
    assert {re.sub("req_[0-9a-f]+", "", answer.text) for answer in answers} == {answers[0].text}
    assert get(process, "/debtors?name=groenendijk").json()["page"]["totalItems"] == 1
