"""An integration that connects to books: the client credentials that it has, and the calls that it makes for tokens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import httpx

from mockbooks.app import App
from mockbooks.oauth.clients import Client
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import Code, Grant
from mockbooks.web.wsgi import WsgiDriver

Json = dict[str, Any]
Form = Mapping[str, str | Sequence[str]]

CALLBACK = "http://127.0.0.1:9000/callback"
ID, SECRET = "mockbooks-demo", "mockbooks-demo-secret"
# The example of RFC 7636, appendix B.
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


@dataclass
class MovingClock:
    """A clock that moves when it is told to."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


class Integration(httpx.Client):
    """The web shop of the demo client, on a server whose name is not a loopback one."""

    def __init__(self, app: App, clock: MovingClock) -> None:
        self.app = app
        self.clock = clock
        self._numbers = count(1)
        driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)
        super().__init__(transport=httpx.WSGITransport(app=driver), base_url="http://mockbooks.test")

    def admit(self, client_id: str, **fields: Any) -> Client:  # noqa: ANN401 - of any type
        """Let another client in: like the demo client, unless told otherwise."""
        demo = self.app.authority.clients.find(ID)
        assert demo is not None
        client = replace(demo, client_id=client_id, **fields)
        self.app.authority.clients.add(client)
        return client

    def admit_public(self, client_id: str = "kassa-app") -> Client:
        """Let a client in that has no secret."""
        return self.admit(client_id, client_secret=None, auth_methods=frozenset({"none"}))

    def code(
        self,
        *,
        client_id: str = ID,
        scope: str = " ".join(SCOPES),
        administration_id: str = "demo",
        **fields: Any,  # noqa: ANN401 - of any type
    ) -> str:
        """Have consent given, and get its code: for all scopes on the demo administration, unless told otherwise."""
        number = next(self._numbers)
        now = self.clock.now()
        grant = Grant(
            id=f"grant-{number}", client_id=client_id, administration_id=administration_id, scopes=tuple(scope.split())
        )
        usual: Json = {
            "code": f"mb_ac_{number}",
            "grant": grant,
            "redirect_uri": CALLBACK,
            "redirect_uri_was_sent": True,
            "code_challenge": None,
            "issued_at": now,
            "expires_at": now + self.app.authority.policy.code_life,
        }
        code = Code(**{**usual, **fields})
        self.app.authority.tokens.add_code(code)
        return code.code

    def token(self, form: Form, *, auth: tuple[str, str] | None = (ID, SECRET), **headers: str) -> httpx.Response:
        """Send a form to the token endpoint."""
        return self.post("/oauth/token", data=form, auth=auth or httpx.USE_CLIENT_DEFAULT, headers=headers)

    def redeem(self, code: str, **form: str) -> httpx.Response:
        """Send a code to the token endpoint, with the redirect URI that it was sent to."""
        return self.token({"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK, **form})

    def connected(self, scope: str = " ".join(SCOPES)) -> Json:
        """Get consent and redeem its code, and give the answer."""
        return granted(self.redeem(self.code(scope=scope)))

    def refresh(self, refresh_token: str, **form: str) -> httpx.Response:
        """Send a refresh token to the token endpoint."""
        return self.token({"grant_type": "refresh_token", "refresh_token": refresh_token, **form})

    def own_token(self, **form: str) -> Json:
        """Get a token with nothing but the client's credentials, and give the answer."""
        return granted(self.token({"grant_type": "client_credentials", **form}))

    def revoke(self, token: str, **form: str) -> httpx.Response:
        """Send a token to the revocation endpoint."""
        return self.post("/oauth/revoke", data={"token": token, **form}, auth=(ID, SECRET))

    def introspect(self, token: str, **form: str) -> Json:
        """Ask the introspection endpoint about a token."""
        response = self.post("/oauth/introspect", data={"token": token, **form}, auth=(ID, SECRET))
        return granted(response)

    def call(self, access_token: str, path: str = "/debtors") -> int:
        """Call the API, and give the status of its answer."""
        return self.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {access_token}"}).status_code


def granted(response: httpx.Response) -> Json:
    """Give the answer, which must be a success."""
    assert response.status_code == 200, response.text
    return dict(response.json())


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Give the status and the error of an answer."""
    return response.status_code, response.json()["error"]


def description(response: httpx.Response) -> str:
    """Give the sentence that tells what was wrong."""
    return str(response.json()["error_description"])
