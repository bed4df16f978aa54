"""Connects to mockbooks with OAuth 2, with nothing but what is in Python 3.11.

Run it with the address of the server, open what it prints, and press Approve:

    python3 oauth.py http://127.0.0.1:8080
"""

import base64
import hashlib
import json
import secrets
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from urllib.request import Request, urlopen

Json = dict[str, Any]

SCOPE = "debtors:read settings:read"


# --- send and read ---
class RefusedError(Exception):
    """An answer that is no success: its status, and the body that says why."""

    def __init__(self, status: int, body: Json) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


def send(request: Request) -> Json:
    """Send a request and read the JSON of its answer."""
    try:
        with urlopen(request, timeout=10) as answer:
            body: Json = json.load(answer)
    except HTTPError as error:
        with error:
            raise RefusedError(error.code, json.load(error)) from None
    return body


def post_form(url: str, client: Json, form: dict[str, str]) -> Json:
    """Send a form in the client's name: form-encoded id and secret, in HTTP Basic."""
    pair = f"{quote(client['client_id'], '')}:{quote(client['client_secret'], '')}"
    credentials = base64.b64encode(pair.encode()).decode()
    headers = {"Authorization": f"Basic {credentials}"}
    return send(Request(url, urlencode(form).encode(), headers))


# --- discover ---
def discover(issuer: str) -> Json:
    """Read where everything is, and that this is the server that we asked."""
    server = send(Request(f"{issuer}/.well-known/oauth-authorization-server"))
    if server["issuer"] != issuer:
        sys.exit(f"asked {issuer}, but {server['issuer']} answered")
    return server


# --- register ---
def register(server: Json) -> Json:
    """Get a client id and secret; the port of a loopback address is left open."""
    application = {
        "client_name": "Webshop Koppeling",
        "redirect_uris": ["http://127.0.0.1/callback"],
        "grant_types": ["authorization_code", "refresh_token", "client_credentials"],
        "token_endpoint_auth_method": "client_secret_basic",
        "scope": SCOPE,
    }
    body = json.dumps(application).encode()
    headers = {"Content-Type": "application/json"}
    return send(Request(server["registration_endpoint"], body, headers))


# --- verifier and state ---
def make_verifier() -> tuple[str, str]:
    """Make a verifier and its challenge (PKCE); a state is just random too."""
    verifier = secrets.token_urlsafe(32)
    digest = hashlib.sha256(verifier.encode()).digest()
    return verifier, base64.urlsafe_b64encode(digest).decode().rstrip("=")


# --- send the person to the consent page ---
def authorize_url(
    server: Json,
    client: Json,
    redirect_uri: str,
    state: str,
    challenge: str,
) -> str:
    """Make the address that the person opens in a browser."""
    query = {
        "response_type": "code",
        "client_id": client["client_id"],
        "redirect_uri": redirect_uri,
        "scope": SCOPE,
        "state": state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    return f"{server['authorization_endpoint']}?{urlencode(query)}"


# --- wait for the browser, and check what it brings ---
class Listener(HTTPServer):
    """Listens on a free port of this computer for the browser that comes back."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Callback)
        self.brought: dict[str, str] = {}

    @property
    def redirect_uri(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/callback"

    def wait(self) -> dict[str, str]:
        while not self.brought:
            self.handle_request()
        return self.brought


class Callback(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        found = url.path == "/callback"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        if found:
            self.wfile.write(b"You can close this page.")
            self.server.brought = dict(parse_qsl(url.query))

    def log_message(self, *_: object) -> None:
        """Keep the code out of the log."""


def checked_code(brought: dict[str, str], state: str, server: Json) -> str:
    """Give the code, when it answers our question, by the server that we asked."""
    if brought.get("state") != state:
        sys.exit("state differs: we did not ask this")
    if brought.get("iss") != server["issuer"]:
        sys.exit(f"another server answered: {brought.get('iss')}")
    if "error" in brought:
        why = f"{brought['error']} ({brought.get('error_description')})"
        sys.exit(f"not connected: {why}")
    return brought["code"]


# --- exchange the code ---
def exchange(
    server: Json,
    client: Json,
    code: str,
    redirect_uri: str,
    verifier: str,
) -> Json:
    """Get the first access token and refresh token."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
    }
    return post_form(server["token_endpoint"], client, form)


# --- call the API ---
def get(url: str, access_token: str) -> Json:
    """Read something from the API."""
    return send(Request(url, headers={"Authorization": f"Bearer {access_token}"}))


# --- refresh when the token has expired ---
def get_patiently(url: str, server: Json, client: Json, tokens: Json) -> Json:
    """Read something from the API; on a 401 refresh once, and call once more."""
    try:
        return get(url, tokens["access_token"])
    except RefusedError as refused:
        if refused.status != 401:
            raise
    tokens.update(refresh(server, client, tokens))
    return get(url, tokens["access_token"])


# --- refresh ---
def refresh(server: Json, client: Json, tokens: Json) -> Json:
    """Get new tokens. Store them before you use them; one process at a time."""
    form = {"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]}
    return post_form(server["token_endpoint"], client, form)


# --- revoke ---
def revoke(server: Json, client: Json, tokens: Json) -> None:
    """Give the tokens back: the refresh token takes its access tokens along."""
    form = {"token": tokens["refresh_token"], "token_type_hint": "refresh_token"}
    post_form(server["revocation_endpoint"], client, form)


# --- client credentials ---
def own_token(server: Json, client: Json) -> Json:
    """Get a token for the client itself, without a person."""
    form = {"grant_type": "client_credentials", "scope": "debtors:read"}
    return post_form(server["token_endpoint"], client, form)


# --- look into a token ---
def introspect(server: Json, client: Json, token: str) -> Json:
    """Ask what a token is still good for."""
    return post_form(server["introspection_endpoint"], client, {"token": token})


# --- all of it, in order ---
def main(issuer: str) -> None:
    server = discover(issuer)
    client = register(server)
    print(f"Registered as {client['client_id']}")

    verifier, challenge = make_verifier()
    state = secrets.token_urlsafe()
    with Listener() as listener:
        redirect_uri = listener.redirect_uri
        url = authorize_url(server, client, redirect_uri, state, challenge)
        print(f"Open {url}", flush=True)
        code = checked_code(listener.wait(), state, server)

    tokens = exchange(server, client, code, redirect_uri, verifier)
    url = f"{issuer}/api/v1/administration"
    administration = get_patiently(url, server, client, tokens)
    print(f"Connected to {administration['data']['name']}")

    tokens.update(refresh(server, client, tokens))
    print(f"Refreshed: good for another {tokens['expires_in']} seconds")

    revoke(server, client, tokens)
    if introspect(server, client, tokens["access_token"])["active"]:
        sys.exit("the access token outlived its refresh token")
    print("Revoked")

    token = own_token(server, client)["access_token"]
    debtors = get(f"{issuer}/api/v1/debtors?pageSize=1", token)
    print(f"Without a person: {debtors['page']['totalItems']} debtors")


if __name__ == "__main__":
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
    asked = address.rstrip("/")
    try:
        main(asked)
    except URLError as error:
        sys.exit(f"no answer from {asked}: {error.reason}")
