"""Four workers redeem one refresh token, or one code, at the same moment: one wins, and the rest ends the connection.

Over sockets against a process, and through the WSGI driver, where the four run in the server itself.
"""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.web.wsgi import WsgiDriver
from tests.e2e.conftest import Start

ROUNDS, WORKERS = 60, 4
CALLBACK = "http://127.0.0.1:9000/callback"
CREDENTIALS = ("mockbooks-demo", "mockbooks-demo-secret")
FAST_SWITCH_SECONDS = 1e-5

Form = dict[str, str]
Redeem = Callable[[httpx.Client, Form], list[httpx.Response]]


@pytest.fixture(scope="module")
def redeem() -> Iterator[Redeem]:
    """Send one form to the token endpoint from four threads that start together."""
    together = Barrier(WORKERS)

    def redeem_once(http: httpx.Client, form: Form) -> httpx.Response:
        together.wait()
        return ask(http, form)

    with ThreadPoolExecutor(WORKERS) as workers:
        yield lambda http, form: list(workers.map(redeem_once, [http] * WORKERS, [form] * WORKERS))


@pytest.fixture
def process(start: Start) -> Iterator[httpx.Client]:
    """Ask a process over sockets, each worker on a connection of its own."""
    with httpx.Client(base_url=start("--auto-approve", "--limit=none").base_url) as http:
        yield http


@pytest.fixture
def in_process() -> Iterator[httpx.Client]:
    """Ask a server in this process, where threads change places far oftener than usual."""
    settings = Settings(auto_approve=True, limits=(), debtors=0, products=0, transactions=0)
    driver = WsgiDriver(create_app(settings).pipeline, max_body_bytes=settings.max_body_bytes)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(FAST_SWITCH_SECONDS)
    with httpx.Client(transport=httpx.WSGITransport(app=driver), base_url="http://mockbooks.test") as http:
        yield http
    sys.setswitchinterval(usual)


def test_a_refresh_token_is_redeemed_once_over_sockets(process: httpx.Client, redeem: Redeem) -> None:
    outcomes = [outcome_of(process, redeem(process, refresh_form(process))) for _ in range(ROUNDS)]

    assert outcomes == [(1, 3, "invalid_grant", 401)] * 60


def test_a_refresh_token_is_redeemed_once_in_the_process(in_process: httpx.Client, redeem: Redeem) -> None:
    outcomes = [outcome_of(in_process, redeem(in_process, refresh_form(in_process))) for _ in range(ROUNDS)]

    assert outcomes == [(1, 3, "invalid_grant", 401)] * 60


def test_a_code_is_redeemed_once_over_sockets(process: httpx.Client, redeem: Redeem) -> None:
    outcomes = [outcome_of(process, redeem(process, code_form(process))) for _ in range(ROUNDS)]

    assert outcomes == [(1, 3, "invalid_grant", 401)] * 60


def test_a_code_is_redeemed_once_in_the_process(in_process: httpx.Client, redeem: Redeem) -> None:
    outcomes = [outcome_of(in_process, redeem(in_process, code_form(in_process))) for _ in range(ROUNDS)]

    assert outcomes == [(1, 3, "invalid_grant", 401)] * 60


def ask(http: httpx.Client, form: Form) -> httpx.Response:
    return http.post("/oauth/token", data=form, auth=CREDENTIALS)


def code_form(http: httpx.Client) -> Form:
    """Get consent, and give the form that redeems its code."""
    request = {"response_type": "code", "client_id": "mockbooks-demo", "redirect_uri": CALLBACK, "state": "a"}
    sent_back = http.get("/oauth/authorize", params=request).headers["Location"]
    (code,) = parse_qs(urlsplit(sent_back).query)["code"]
    return {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}


def refresh_form(http: httpx.Client) -> Form:
    """Get tokens, and give the form that refreshes them."""
    tokens = ask(http, code_form(http)).json()
    return {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}


def outcome_of(http: httpx.Client, answers: list[httpx.Response]) -> tuple[int, int, str, int]:
    """Count who won and who was refused, and try what the winner got: a reuse has ended it (RFC 9700, 4.14.2)."""
    won = [answer.json() for answer in answers if answer.status_code == 200]
    refused = [answer for answer in answers if answer.status_code == 400 and answer.json()["error"] == "invalid_grant"]
    renewal = ask(http, {"grant_type": "refresh_token", "refresh_token": won[0]["refresh_token"]})
    call = http.get("/api/v1/limits", headers={"Authorization": f"Bearer {won[0]['access_token']}"})
    return len(won), len(refused), renewal.json()["error"], call.status_code
