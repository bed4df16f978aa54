"""Authorization requests as clients send them, and what is told to the client that the browser is sent back to."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from tests.api.conftest import ApiClient

SERVER = "http://mockbooks.test"
AUTHORIZE = f"{SERVER}/oauth/authorize"
REGISTER = f"{SERVER}/oauth/register"
CALLBACK = "http://127.0.0.1:5000/callback"
# The demo client asks, and names where it listens.
ASKED = f"response_type=code&client_id=mockbooks-demo&redirect_uri={CALLBACK}&state=xyz"
# RFC 7636, appendix B.
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def ask(api: ApiClient, query: str, **headers: str) -> httpx.Response:
    """Send an authorization request as a browser does."""
    return api.get(f"{AUTHORIZE}?{query}", headers={**BROWSER, **headers})


def decide(api: ApiClient, query: str, **form: str) -> httpx.Response:
    """Press a button of the page that this query shows."""
    return api.post(f"{AUTHORIZE}?{query}", data=form, headers=BROWSER)


def told(response: httpx.Response) -> dict[str, str]:
    """Give what a redirect tells the client."""
    assert response.status_code in {302, 303}, response.text
    return dict(parse_qsl(urlsplit(response.headers["Location"]).query, strict_parsing=True))


def register(api: ApiClient, **metadata: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Register a client: Webwinkel De Linde, unless told otherwise."""
    usual = {"client_name": "Webwinkel De Linde", "redirect_uris": ["https://delinde.test/callback"]}
    response = api.post(REGISTER, json={**usual, **metadata})
    assert response.status_code == 201, response.text
    return dict(response.json())
