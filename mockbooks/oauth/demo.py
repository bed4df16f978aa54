"""What is ready at the start: the administration `demo`, with a client and a token that does not expire."""

from datetime import datetime
from typing import Final

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.ready_clients import Credentials, admit

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
    credentials = Credentials(client_id=DEMO_CLIENT, client_secret=DEMO_SECRET, access_token=DEMO_TOKEN)
    admit(authority, DEMO_ADMINISTRATION, credentials, now=now, redirect_uris=_REDIRECT_URIS)
