"""What is ready at the start: the administration `demo`, with a client and a token that does not expire."""

from datetime import datetime
from typing import Final

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.clients import Client
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import AccessToken, Grant

DEMO_ADMINISTRATION: Final = "demo"
DEMO_NAME: Final = "Bakkerij De Korenaar B.V."
DEMO_CLIENT: Final = "mockbooks-demo"
DEMO_SECRET: Final = "mockbooks-demo-secret"  # noqa: S105 - published in the contract: it opens made-up books only
DEMO_TOKEN: Final = "mockbooks-demo-token"  # noqa: S105 - as above
SWAGGER_REDIRECT_PATH: Final = "/docs/assets/oauth2-redirect.html"
# Postman's own, in the app and in the browser.
_REDIRECT_URIS: Final = ("https://oauth.pstmn.io/v1/callback", "https://oauth.pstmn.io/v1/browser-callback")


def admit_demo(authority: Authority, now: datetime) -> None:
    """Let in the demo client and make the demo token good, for the administration `demo`."""
    client = Client(
        client_id=DEMO_CLIENT,
        client_secret=DEMO_SECRET,
        name="mockbooks demo",
        redirect_uris=_REDIRECT_URIS,
        grant_types=frozenset({"authorization_code", "refresh_token", "client_credentials"}),
        auth_methods=frozenset({"client_secret_basic", "client_secret_post"}),
        home_administration_id=DEMO_ADMINISTRATION,
        issued_at=now,
        any_loopback=True,
    )
    authority.clients.add(client)
    grant = Grant(id="demo", client_id=DEMO_CLIENT, administration_id=DEMO_ADMINISTRATION, scopes=tuple(SCOPES))
    token = AccessToken(token=DEMO_TOKEN, grant=grant, scopes=frozenset(SCOPES), issued_at=now, expires_at=None)
    authority.tokens.add_access(token)
