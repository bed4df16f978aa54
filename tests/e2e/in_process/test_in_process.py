"""What is peculiar to a server without a port."""

import asyncio
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import httpx
import pytest
import requests
import urllib3
from werkzeug.test import Client

import mockbooks
from mockbooks.scenarios.loader import load

TOKEN = {"Authorization": "Bearer mockbooks-demo-token"}
SMALL = mockbooks.Settings(debtors=2, products=0, transactions=0)
URL = "http://mockbooks.test"


def played(fault: str) -> mockbooks.InProcess:
    text = f"name: played\ninjections: [{{match: {{operation: listDebtors}}, fault: {fault}}}]"
    return mockbooks.in_process(SMALL, scenario=load(text.encode(), source="played.yaml"))


async def listed(server: mockbooks.InProcess, timeout_seconds: float = 5) -> httpx.Response:
    async with httpx.AsyncClient(transport=server.httpx_transport(), base_url=URL, headers=TOKEN) as client:
        return await client.get("/api/v1/debtors", timeout=timeout_seconds)


async def three_at_once(server: mockbooks.InProcess) -> tuple[httpx.Response, httpx.Response, httpx.Response]:
    return await asyncio.gather(listed(server), listed(server), listed(server))


def test_an_asynchronous_client_uses_the_same_transport() -> None:
    assert len(asyncio.run(listed(mockbooks.in_process(SMALL))).json()["data"]) == 2


def test_asynchronous_calls_wait_beside_each_other() -> None:
    begun = time.monotonic()
    answers = asyncio.run(three_at_once(played("{delay: 300ms}")))

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert time.monotonic() - begun < 0.8


def test_an_asynchronous_client_meets_faults_as_over_a_socket() -> None:
    with pytest.raises(httpx.ReadError):
        asyncio.run(listed(played("{dropConnection: reset}")))
    with pytest.raises(httpx.ReadTimeout):
        asyncio.run(listed(played("{delay: 20s}"), timeout_seconds=0.1))
    with pytest.raises(httpx.RemoteProtocolError):
        asyncio.run(listed(played("{truncate: 10}")))


async def cancelled(server: mockbooks.InProcess) -> tuple[int, httpx.Response]:
    """Cancel a call while it waits; give how many wait then, and what the request log says."""
    async with httpx.AsyncClient(transport=server.httpx_transport(), base_url=URL, headers=TOKEN) as client:
        with suppress(TimeoutError):
            await asyncio.wait_for(client.get("/api/v1/debtors", timeout=None), 0.1)
        info = await client.get("/_mockbooks/info")
        log = await client.get("/_mockbooks/requests")
    return info.json()["data"]["counts"]["waiting"], log


def test_a_task_that_is_cancelled_is_a_caller_who_has_left() -> None:
    waiting, log = asyncio.run(cancelled(played("{delay: 20s}")))

    assert waiting == 0
    assert [entry["why"].split("; ")[-1] for entry in log.json()["data"]] == [
        "the caller left before it was answered",
    ]


async def seeding_cancelled(server: mockbooks.InProcess) -> int:
    """Cancel new start data while they are being made; give how many debtors there are then."""
    async with httpx.AsyncClient(transport=server.httpx_transport(), base_url=URL, headers=TOKEN) as client:
        scenario = {"name": "large", "books": {"debtors": 3000, "products": 0, "transactions": 0}}
        seeding = client.put("/_mockbooks/scenario", json=scenario)
        with suppress(TimeoutError):
            await asyncio.wait_for(seeding, 0.02)
        counts: dict[str, int] = (await client.get("/_mockbooks/info")).json()["data"]["counts"]
        return counts["debtors"]


def test_what_takes_long_is_done_also_for_a_task_that_is_cancelled_meanwhile() -> None:
    assert asyncio.run(seeding_cancelled(mockbooks.in_process(SMALL))) == 3000


async def pieces_of_answer(server: mockbooks.InProcess) -> list[bytes]:
    async with (
        httpx.AsyncClient(transport=server.httpx_transport(), base_url=URL, headers=TOKEN) as client,
        client.stream("GET", "/api/v1/debtors") as answer,
    ):
        return [piece async for piece in answer.aiter_raw()]


def test_an_asynchronous_client_gets_an_answer_in_pieces() -> None:
    begun = time.monotonic()
    pieces = asyncio.run(pieces_of_answer(played("{dribble: {pieces: 3, over: 100ms}}")))

    assert (len(pieces), pieces[0][:16]) == (3, b'{"success":true,')
    assert time.monotonic() - begun >= 0.1


async def quick_beside_many(server: mockbooks.InProcess) -> tuple[float, list[httpx.Response]]:
    """Give how long a quick call takes while a hundred others wait, and the answers to those."""
    limits = httpx.Limits(max_connections=None)
    transport = server.httpx_transport()
    async with httpx.AsyncClient(transport=transport, base_url=URL, headers=TOKEN, limits=limits) as client:
        waiting = [asyncio.create_task(client.get("/api/v1/debtors")) for _ in range(100)]
        await asyncio.sleep(0.3)
        begun = time.monotonic()
        await client.get("/api/v1/vat-rates")
        return time.monotonic() - begun, await asyncio.gather(*waiting)


def test_any_number_of_calls_that_wait_hold_up_no_other() -> None:
    seconds, answers = asyncio.run(quick_beside_many(played("{delay: 2s}")))

    assert seconds < 0.5
    assert {answer.status_code for answer in answers} == {200}


async def reset_from_another_thread(server: mockbooks.InProcess) -> None:
    async with httpx.AsyncClient(transport=server.httpx_transport(), base_url=URL, headers=TOKEN) as client:
        waiting = asyncio.create_task(client.get("/api/v1/debtors", timeout=None))
        await asyncio.sleep(0.1)
        with httpx.Client(transport=server.httpx_transport(), base_url=URL) as operator:
            await asyncio.to_thread(operator.post, "/_mockbooks/reset")
        await waiting


def test_a_reset_in_another_thread_ends_a_call_that_waits_on_a_loop() -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        asyncio.run(asyncio.wait_for(reset_from_another_thread(played("{delay: 20s}")), 5))


def test_no_patience_at_all_is_not_for_ever() -> None:
    with pytest.raises(httpx.ReadTimeout):
        asyncio.run(listed(played("{delay: 20s}"), timeout_seconds=0))


@pytest.mark.parametrize("timeout", [0.1, (5, 0.1), urllib3.Timeout(read=0.1), urllib3.Timeout(total=0.1)])
def test_a_timeout_is_taken_in_every_form_that_requests_takes(timeout: Any) -> None:  # noqa: ANN401 - as requests has it
    with requests.Session() as session:
        session.mount(URL, played("{delay: 20s}").requests_adapter())
        with pytest.raises(requests.ReadTimeout):
            session.get(f"{URL}/api/v1/debtors", headers=TOKEN, timeout=timeout)


def test_it_is_a_wsgi_application_for_any_client_that_takes_one() -> None:
    transport = httpx.WSGITransport(app=mockbooks.in_process(SMALL))
    with httpx.Client(transport=transport, base_url=URL, headers=TOKEN) as client:
        assert len(client.get("/api/v1/debtors").json()["data"]) == 2


@pytest.mark.parametrize(
    ("length", "told"),
    [*((length, length) for length in ("abc", "-1", "+5", "5, 5", "٣")), ("9" * 5000, "9" * 59 + "…")],
)
def test_a_length_that_is_none_is_refused_as_over_a_socket(length: str, told: str) -> None:
    answer = Client(mockbooks.in_process(SMALL)).post(
        "/api/v1/debtors", data=b"{}", headers=TOKEN, environ_overrides={"CONTENT_LENGTH": length}
    )

    problem = answer.get_json()
    assert (answer.status_code, problem["success"], problem["code"]) == (400, False, "malformed_request")
    assert problem["detail"] == (
        f'The HTTP request could not be read: its Content-Length "{told}" is not one number of bytes in digits.'
    )


def test_without_settings_it_has_the_default_ones() -> None:
    transport = mockbooks.in_process().httpx_transport()
    with httpx.Client(transport=transport, base_url=URL, headers=TOKEN) as client:
        assert client.get("/api/v1/debtors").json()["page"]["totalItems"] == 25


def test_importing_mockbooks_imports_nothing_else() -> None:
    program = "import sys, mockbooks; print([each for each in sys.modules if each.startswith('mockbooks')])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=True)
    assert ended.stdout == "['mockbooks']\n"


@pytest.mark.parametrize(("package", "ask"), [("httpx", "httpx_transport"), ("requests", "requests_adapter")])
def test_a_client_that_is_not_installed_is_told_by_name(package: str, ask: str) -> None:
    program = f"import sys; sys.modules['{package}'] = None; import mockbooks; mockbooks.in_process().{ask}()"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert ended.stderr.endswith(f"ImportError: {package} is not installed: pip install {package}\n")


def test_a_name_that_is_not_public_is_told() -> None:
    with pytest.raises(AttributeError, match="module 'mockbooks' has no attribute 'runing'"):
        _ = mockbooks.runing  # type: ignore[attr-defined]
