"""No way out of the host: whatever a caller names, the server opens no connection and looks up no name."""

from collections.abc import Iterator

import httpx
import pytest

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, finish, launch
from tests.e2e.reliability.conftest import BEARER, DEBTOR
from tests.e2e.reliability.messages import asked

# Python tells its audit hooks of every connection and every name that is looked up (PEP 578); uvloop, which is written
# in C, tells nothing, so that it is taken away. That our own address is looked up and taken is told as well.
HEARING = """
import sys

sys.modules["uvloop"] = None

def hear(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.")) and event != "socket.__new__":
        host = arguments[0] if event == "socket.getaddrinfo" else ""
        sys.stderr.write(f"{event}:{host}\\n")

sys.addaudithook(hear)
"""
SERVING = """
from mockbooks.cli import main
main()
"""
# Has the server call somebody before it answers, on the loop that it answers on.
CALLING = """
import asyncio
from mockbooks.web.wire.serving import Serving

serve = Serving._serve

async def call_and_serve(self, listener, on_ready):
    _, writer = await asyncio.open_connection("127.0.0.1", {port})
    writer.close()
    await serve(self, listener, on_ready)

Serving._serve = call_and_serve
"""
OURS = {"socket.getaddrinfo:127.0.0.1", "socket.bind:"}
EVIL = "http://evil.example.com"
NAMED = {
    "client_name": "Shop",
    "redirect_uris": [f"{EVIL}/callback"],
    "logo_uri": f"{EVIL}/logo",
    "jwks_uri": f"{EVIL}/keys",
    "sector_identifier_uri": f"{EVIL}/sector",
}
SCENARIO = f"""
name: away
injections: [{{match: {{operation: getDebtor}}, fault: {{respond: {{status: 302, headers: {{Location: {EVIL}}}}}}}}}]
"""


@pytest.fixture(scope="module")
def watched() -> Iterator[Process]:
    process = launch(("--limit=none",), program=("-c", HEARING + SERVING))
    yield process
    finish(process)


def heard_by(process: Process) -> set[str]:
    """Stop it, and give all that its hook has heard."""
    assert process.stop() == 0
    return set(process.popen.communicate()[1].split())


def test_whatever_a_caller_names_nothing_is_asked_there(watched: Process) -> None:
    with httpx.Client(base_url=watched.base_url, headers=BEARER, timeout=TIMEOUT_SECONDS) as client:
        answers = [
            client.post("/oauth/register", json=NAMED),
            client.get("/oauth/authorize", params={"client_id": EVIL, "request_uri": EVIL, "redirect_uri": EVIL}),
            client.post("/api/v1/debtors", json={**DEBTOR, "vatNumber": "DE136695976", "email": "a@evil.example.com"}),
            client.put("/_mockbooks/scenario", content=SCENARIO, headers={"Content-Type": "application/yaml"}),
            client.get("/api/v1/debtors/deb_000001", follow_redirects=False),
            client.put("/_mockbooks/scenario", json={"name": f"{EVIL}/scenario.yaml"}),
            client.get("/docs", headers={"X-Forwarded-Host": "evil.example.com", "Referer": EVIL}),
            client.get("/", headers={"Origin": EVIL}),
            client.get("/docs/guide", headers={"Host": "evil.example.com"}),
            client.get("/_mockbooks/verdict"),
        ]
    with watched.connect() as connection:
        connection.sendall(asked(b"http://evil.example.com/api/v1/debtors"))
        connection.recv(100)

    assert [each.status_code for each in answers] == [201, 400, 200, 200, 302, 400, 200, 200, 200, 200]
    assert heard_by(watched) == OURS


def test_a_connection_that_the_server_did_open_would_be_heard(something_else: str) -> None:
    port = something_else.rpartition(":")[2]
    process = launch((), program=("-c", HEARING + CALLING.format(port=port) + SERVING))

    assert heard_by(process) == {*OURS, "socket.connect:"}
