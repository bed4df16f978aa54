"""Clients that are let in without registering: whoever gets such credentials can call at once, and try every flow."""

from datetime import datetime

from mockbooks.frozen import dataclass
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.clients import Client
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import AccessToken, Grant


@dataclass(frozen=True, kw_only=True, slots=True)
class Credentials:
    """What a caller is given: a client for the flows of OAuth, and a token that makes them unnecessary."""

    client_id: str
    client_secret: str
    access_token: str


def admit(
    authority: Authority,
    administration_id: str,
    credentials: Credentials,
    *,
    now: datetime,
    redirect_uris: tuple[str, ...] = (),
) -> None:
    """Let a client in whose home is this administration, with a token for it that has every scope and does not expire.

    The client may use any redirect URI on the loopback interface beside those that are named.
    """
    client = Client(
        client_id=credentials.client_id,
        client_secret=credentials.client_secret,
        name=f"mockbooks {administration_id}",
        redirect_uris=redirect_uris,
        grant_types=frozenset({"authorization_code", "refresh_token", "client_credentials"}),
        auth_methods=frozenset({"client_secret_basic", "client_secret_post"}),
        home_administration_id=administration_id,
        issued_at=now,
        any_loopback=True,
    )
    grant = Grant(
        id=administration_id, client_id=client.client_id, administration_id=administration_id, scopes=tuple(SCOPES)
    )
    token = AccessToken(
        token=credentials.access_token, grant=grant, scopes=frozenset(SCOPES), issued_at=now, expires_at=None
    )
    authority.let_in(client, token)
