"""Callers that a scenario keeps waiting hold up nobody, and a reset or a stop ends their waits."""

import signal
import socket
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from tests.e2e.conftest import Process, Start, read_all
from tests.e2e.faults.conftest import DEBTOR, TOKEN, Play, data_of

DEBTORS = "/api/v1/debtors"
SLOW = "injections: [{match: {operation: createDebtor}, phase: %s, fault: {delay: 120s}}]"


@pytest.fixture
def callers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as pool:
        yield pool


def post(client: httpx.Client) -> Future[httpx.Response]:
    """Post a debtor from another thread, and come back once the server keeps it waiting."""
    url = f"{client.base_url}{DEBTORS}"
    pool = ThreadPoolExecutor(1)
    sent = pool.submit(httpx.post, url, json=DEBTOR, headers=TOKEN, timeout=60)
    pool.shutdown(wait=False)
    assert waiting(client) == 1
    return sent


def waiting(client: httpx.Client) -> int:
    """Ask until somebody is being kept waiting; give how many."""
    counts = (data_of(client.get("/_mockbooks/info"))["counts"]["waiting"] for _ in range(2_000))
    return next((count for count in counts if count), 0)


def test_a_reset_ends_the_wait_before_the_action_and_nothing_is_booked(play: Play) -> None:
    client = play(SLOW % "before", debtors=0)
    sent = post(client)
    assert client.post("/_mockbooks/reset").status_code == 200

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        sent.result(timeout=10)
    assert data_of(client.get(DEBTORS)) == []
    assert data_of(client.get("/_mockbooks/requests", params={"operation": "createDebtor"})) == []


def test_a_reset_ends_the_wait_after_the_action_and_what_was_booked_is_gone(play: Play) -> None:
    client = play(SLOW % "after", debtors=0)
    sent = post(client)
    assert len(data_of(client.get(DEBTORS))) == 1
    client.post("/_mockbooks/reset")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        sent.result(timeout=10)
    assert data_of(client.get(DEBTORS)) == []


def test_a_reset_breaks_off_an_answer_that_comes_in_pieces(play: Play) -> None:
    client = play(
        "injections: [{match: {operation: listDebtors}, calls: first, fault: {dribble: {pieces: 3, over: 100s}}}]"
    )
    with client.stream("GET", DEBTORS) as answer:
        pieces = answer.iter_raw()
        assert next(pieces).startswith(b'{"success":true')
        httpx.post(f"{client.base_url}/_mockbooks/reset")

        with pytest.raises(httpx.RemoteProtocolError, match="peer closed connection"):
            list(pieces)


def test_while_a_call_is_kept_waiting_no_verdict_is_a_pass(play: Play) -> None:
    client = play("""
        injections: [{match: {operation: createDebtor}, calls: 2, phase: after, fault: {delay: 120s}}]
        expect: [{debtors: {name: Korenaar}, exactly: 2}, {everyInjectionFired: false}]
    """, debtors=0)  # fmt: skip
    client.post(DEBTORS, json=DEBTOR)
    post(client)
    verdict = data_of(client.get("/_mockbooks/verdict"))

    assert [each["outcome"] for each in verdict["expectations"]] == ["passed"]
    assert verdict["passed"] is False
    assert verdict["notes"][0].startswith("1 of the calls are still being kept waiting")


def test_a_call_that_waits_while_the_request_log_is_emptied_is_judged_all_the_same(play: Play) -> None:
    client = play("""
        injections: [{match: {operation: createDebtor}, phase: after, fault: {delay: 1s}}]
        expect: [{calls: {operation: createDebtor}, exactly: 1}]
    """, debtors=0)  # fmt: skip
    sent = post(client)
    client.delete("/_mockbooks/requests")
    sent.result(timeout=10)

    assert data_of(client.get("/_mockbooks/requests")) == []
    assert data_of(client.get("/_mockbooks/verdict"))["passed"] is True


def test_a_key_that_was_in_flight_at_a_reset_is_free_again(play: Play) -> None:
    client = play("injections: [{match: {operation: createDebtor}, calls: first, fault: {delay: 120s}}]", debtors=0)
    key = {**TOKEN, "Idempotency-Key": "debtor-1"}
    pool = ThreadPoolExecutor(1)
    sent = pool.submit(httpx.post, f"{client.base_url}{DEBTORS}", json=DEBTOR, headers=key, timeout=60)
    assert waiting(client) == 1
    assert client.post(DEBTORS, json=DEBTOR, headers=key).json()["code"] == "request_in_progress"
    client.delete("/_mockbooks/scenario")
    with pytest.raises(httpx.RemoteProtocolError):
        sent.result(timeout=10)
    pool.shutdown()

    assert client.post(DEBTORS, json=DEBTOR, headers=key).status_code == 200


def test_a_booking_whose_scenario_ends_while_its_answer_waits_is_in_the_request_log(play: Play) -> None:
    client = play(SLOW % "after", debtors=0)
    sent = post(client)
    client.delete("/_mockbooks/scenario")
    with pytest.raises(httpx.RemoteProtocolError):
        sent.result(timeout=10)
    client.get(DEBTORS)
    (entry,) = data_of(client.get("/_mockbooks/requests", params={"operation": "createDebtor"}))

    assert (entry["answer"]["status"], entry["sent"]["delivery"]["kind"]) == (200, "drop")


def test_those_who_wait_hold_up_nobody(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {delay: 60s}}]")
    url = client.base_url
    request = f"GET {DEBTORS} HTTP/1.1\r\nHost: x\r\nAuthorization: {TOKEN['Authorization']}\r\n\r\n".encode()
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.create_connection((url.host, url.port or 80), timeout=10)) for _ in range(200)
        ]
        for each in sockets:
            each.sendall(request)
        counts = (data_of(client.get("/_mockbooks/info"))["counts"]["waiting"] for _ in range(5_000))

        assert 200 in counts
        assert data_of(client.get(f"{DEBTORS}/deb_000001"))["id"] == "deb_000001"
        assert client.post("/_mockbooks/reset").status_code == 200
        assert [each.recv(1) for each in sockets] == [b""] * 200


def test_a_stop_ends_the_waits_and_what_runs_is_finished(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "slow.yaml"
    file.write_text("name: slow\n" + SLOW % "before", encoding="utf-8")
    process: Process = start(f"--scenario={file}")
    with httpx.Client(base_url=process.base_url, headers=TOKEN) as client:
        sent = post(client)

    assert process.stop(signal.SIGTERM) == 0
    assert sent.result(timeout=10).status_code == 200


def test_a_connection_is_told_nothing_of_those_before_it(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, calls: first, fault: {truncate: 10}}]")
    url = client.base_url
    with socket.create_connection((url.host, url.port or 80), timeout=10) as connection:
        request = f"GET {DEBTORS} HTTP/1.1\r\nHost: x\r\nAuthorization: {TOKEN['Authorization']}\r\n\r\n"
        connection.sendall((request * 2).encode())

        assert read_all(connection).count("HTTP/1.1 200 OK") == 1
