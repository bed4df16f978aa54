"""What clients get wrong where an authorization server behaves oddly: a line of a scenario brings each on the wire."""

from collections.abc import Callable

import httpx
import pytest

import mockbooks
from mockbooks.scenarios.loader import load
from tests.api.asking import ASKED, CALLBACK, SERVER, ask, told
from tests.api.conftest import ApiClient, Play
from tests.api.integration import ID, SECRET

TOKEN = f"{SERVER}/oauth/token"
METADATA = f"{SERVER}/.well-known/oauth-authorization-server"
FORM = {"grant_type": "client_credentials"}
PLAYED = """
oauth: {autoApprove: true}
injections: [{match: {operation: OPERATION}, calls: first, fault: {FAULT}}]
"""
BACK = f"reshape: {{setHeaders: {{Location: '{CALLBACK}?%s'}}}}"

See = Callable[[httpx.Response], object]


def called(api: ApiClient, operation: str) -> httpx.Response:
    """Make the call that clients begin with, ask for a code, or ask for a token."""
    if operation == "authorize":
        return ask(api, ASKED)
    return api.post(TOKEN, data=FORM, auth=(ID, SECRET)) if operation == "issueToken" else api.get(METADATA)


def lifetime(response: httpx.Response) -> object:
    return response.json().get("expires_in", "none at all")


def kind_of_token(response: httpx.Response) -> object:
    return response.json()["token_type"]


def issuer(response: httpx.Response) -> object:
    return response.json()["issuer"]


def beginning(response: httpx.Response) -> object:
    """Tell what a client looks at before it reads a body, and how that begins."""
    return response.status_code, response.headers.get("Content-Type"), response.text[:15]


def refused(response: httpx.Response) -> object:
    return response.status_code, response.headers.get("Retry-After"), response.json()["error"]


def when_to_come_back(response: httpx.Response) -> object:
    return response.status_code, response.headers["Retry-After"]


@pytest.mark.parametrize(
    ("operation", "fault", "see", "seen"),
    [
        pytest.param("issueToken", "reshape: {add: {/expires_in: '1800'}}", lifetime, "1800", id="expires_in as text"),
        pytest.param("issueToken", "reshape: {add: {/expires_in: 0}}", lifetime, 0, id="expires_in 0"),
        pytest.param("issueToken", "reshape: {drop: [/expires_in]}", lifetime, "none at all", id="expires_in missing"),
        pytest.param(
            "issueToken", "reshape: {add: {/token_type: mac}}", kind_of_token, "mac", id="token_type other than Bearer"
        ),
        pytest.param(
            "issueToken",
            "respond: {status: 200, body: '<html>Even geduld</html>'}",
            beginning,
            (200, "text/html; charset=utf-8", "<html>Even gedu"),
            id="200 with HTML",
        ),
        pytest.param(
            "issueToken",
            "reshape: {setHeaders: {Content-Type: text/plain}}",
            beginning,
            (200, "text/plain", '{"access_token"'),
            id="a token as plain text",
        ),
        pytest.param(
            "issueToken",
            "reshape: {dropHeaders: [Content-Type]}",
            beginning,
            (200, None, '{"access_token"'),
            id="a token as nothing in particular",
        ),
        pytest.param(
            "issueToken",
            "rateLimit: {retryAfter: 30s, style: httpDate}",
            refused,
            (429, "Mon, 23 Nov 2026 09:00:30 GMT", "rate_limit_exceeded"),
            id="429 until a moment",
        ),
        pytest.param(
            "issueToken",
            "fail: {code: temporarily_unavailable, status: 503}",
            refused,
            (503, None, "temporarily_unavailable"),
            id="503 in the shape of OAuth",
        ),
        pytest.param(
            "issueToken",
            "respond: {status: 503, headers: {Retry-After: 120}, body: '<h1>Onderhoud</h1>'}",
            when_to_come_back,
            (503, "120"),
            id="503 of a gateway",
        ),
        pytest.param(
            "getAuthorizationServerMetadata",
            "respond: {status: 503, body: '<h1>Onderhoud</h1>'}",
            beginning,
            (503, "text/html; charset=utf-8", "<h1>Onderhoud</"),
            id="metadata down",
        ),
        pytest.param(
            "getAuthorizationServerMetadata",
            "reshape: {add: {/issuer: 'https://elders.example'}}",
            issuer,
            "https://elders.example",
            id="metadata of another issuer",
        ),
        pytest.param(
            "authorize",
            BACK % f"code=mb_ac_1&state=forged&iss={SERVER}",
            told,
            {"code": "mb_ac_1", "state": "forged", "iss": SERVER},
            id="state of somebody else",
        ),
        pytest.param(
            "authorize",
            BACK % "code=mb_ac_1&state=xyz&iss=https://elders.example",
            told,
            {"code": "mb_ac_1", "state": "xyz", "iss": "https://elders.example"},
            id="iss of somebody else: RFC 9207, 2.4",
        ),
        pytest.param(
            "authorize",
            BACK % "code=mb_ac_1&state=xyz",
            told,
            {"code": "mb_ac_1", "state": "xyz"},
            id="iss missing: RFC 9207, 2.4",
        ),
    ],
)
def test_a_scenario_brings_what_an_odd_server_does(
    operation: str, fault: str, see: See, seen: object, play: Play
) -> None:
    api = play(PLAYED.replace("OPERATION", operation).replace("FAULT", fault))

    assert see(called(api, operation)) == seen
    assert called(api, operation).status_code == (302 if operation == "authorize" else 200)


def test_a_client_whose_patience_ends_sooner_gets_no_answer_from_a_slow_token_endpoint() -> None:
    slow = load(b"name: slow\ninjections: [{match: {operation: issueToken}, fault: {delay: 1m}}]", source="slow.yaml")
    server = mockbooks.in_process(mockbooks.Settings(debtors=0, products=0, transactions=0), scenario=slow)

    with httpx.Client(transport=server.httpx_transport()) as client, pytest.raises(httpx.ReadTimeout):
        client.post(TOKEN, data=FORM, auth=(ID, SECRET), timeout=0.05)
