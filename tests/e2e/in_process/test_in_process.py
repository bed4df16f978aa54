"""What is peculiar to a server without a port."""

import asyncio
import subprocess
import sys
import time

import httpx
import pytest

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


def test_it_is_a_wsgi_application_for_any_client_that_takes_one() -> None:
    transport = httpx.WSGITransport(app=mockbooks.in_process(SMALL))
    with httpx.Client(transport=transport, base_url=URL, headers=TOKEN) as client:
        assert len(client.get("/api/v1/debtors").json()["data"]) == 2


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
