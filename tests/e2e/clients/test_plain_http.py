"""Plain http under a name that is no loopback, as between containers: a plain client needs no switch for it."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from mockbooks.server import running
from mockbooks.settings import Settings

CALLBACK = "http://127.0.0.1:9000/callback"
CREDENTIALS = ("mockbooks-demo", "mockbooks-demo-secret")
REQUEST = {"response_type": "code", "client_id": "mockbooks-demo", "redirect_uri": CALLBACK, "state": "kassa-7"}


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    """Ask a server as another container would, that knows it by the name of its service."""
    settings = Settings(port=0, auto_approve=True, debtors=0, products=0, transactions=0)
    headers = {"Host": "mockbooks:8080"}
    with running(settings) as server, httpx.Client(base_url=server.base_url, headers=headers) as client:
        yield client


def test_the_metadata_names_the_host_that_was_asked(http: httpx.Client) -> None:
    metadata = http.get("/.well-known/oauth-authorization-server").json()

    assert metadata["issuer"] == "http://mockbooks:8080"
    assert metadata["token_endpoint"] == "http://mockbooks:8080/oauth/token"


def test_a_code_becomes_tokens_that_open_the_books(http: httpx.Client) -> None:
    sent_back = http.get("/oauth/authorize", params=REQUEST)
    came = parse_qs(urlsplit(sent_back.headers["Location"]).query)
    form = {"grant_type": "authorization_code", "code": came["code"][0], "redirect_uri": CALLBACK}
    tokens = http.post("/oauth/token", data=form, auth=CREDENTIALS)
    bearer = {"Authorization": f"Bearer {tokens.json()['access_token']}"}
    rates = http.get("/api/v1/vat-rates", params={"code": "NL_HOOG"}, headers=bearer)

    assert (came["iss"], came["state"]) == (["http://mockbooks:8080"], ["kassa-7"])
    assert tokens.status_code == 200
    assert rates.json()["data"][0]["percentage"] == "21.00"


def test_the_application_itself_gets_a_token(http: httpx.Client) -> None:
    answer = http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=CREDENTIALS)

    assert answer.status_code == 200
    assert answer.json()["token_type"] == "Bearer"
