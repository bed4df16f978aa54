"""Who calls the token, revocation or introspection endpoint (RFC 6749, sections 2.3 and 3.2.1).

`invalid_client` is a 401 with a challenge where the RFCs demand one: when credentials came in the header, and at
introspection (RFC 7662, section 2.3); likewise when nothing came at all, as the challenge then tells what to send. A
client that put its credentials in the body gets 400, which section 5.2 gives by default: a challenge would ask it for
what it chose not to use, makes browsers ask a person for a password, and hides the error from users of openid-client.
"""

import re
from base64 import b64decode
from hmac import compare_digest
from typing import Final, Literal, NamedTuple
from urllib.parse import unquote_plus

from mockbooks.oauth.clients import Client, ClientStore
from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.forms import Form

Method = Literal["client_secret_basic", "client_secret_post", "none"]

_BASIC: Final = re.compile(r"basic +(\S+)", re.IGNORECASE)
_HOW: Final = (
    "Send client_id and client_secret in an Authorization header of the scheme Basic, or in the body; a public client "
    "sends client_id in the body."
)


class Authenticated(NamedTuple):
    """A client that proved who it is, and how it did."""

    client: Client
    method: Method


class _Credentials(NamedTuple):
    """What came; an empty secret is no secret (section 2.3.1): so does requests-oauthlib write a public client."""

    client_id: str
    secret: str

    def fit(self, client: Client | None) -> bool:
        if client is None:
            return False
        return compare_digest((client.client_secret or "").encode(), self.secret.encode())


def authenticate(
    authorization: str | None, form: Form, clients: ClientStore, *, at_introspection: bool
) -> Authenticated:
    """Give the client that calls, or refuse the call; introspection is for clients with a secret only."""
    if authorization is not None:
        credentials = _in_header(authorization, form, clients)
        authenticated = _proved(credentials, "client_secret_basic", clients, status=401)
    elif "client_id" in form:
        credentials = _Credentials(form["client_id"], form.get("client_secret", ""))
        authenticated = _proved(credentials, "client_secret_post", clients, status=401 if at_introspection else 400)
    else:
        came = "client_secret came without client_id" if "client_secret" in form else "No credentials came"
        raise _refused(f"{came}. {_HOW}")
    if at_introspection and authenticated.client.is_public:
        raise _refused(f"This endpoint is for clients with a secret, and '{authenticated.client.client_id}' has none.")
    return authenticated


def _in_header(authorization: str, form: Form, clients: ClientStore) -> _Credentials:
    """Read the header form-decoded, as section 2.3.1 has it, or else as it is: many clients do not encode."""
    raw = _basic(authorization)
    if "client_secret" in form:
        text = "Credentials came twice, in the Authorization header and in the body; use one of them."
        raise OAuthError("invalid_request", text)
    decoded = _Credentials(unquote_plus(raw.client_id), unquote_plus(raw.secret))
    as_it_is = raw.fit(clients.find(raw.client_id)) and not decoded.fit(clients.find(decoded.client_id))
    credentials = raw if as_it_is else decoded
    in_body = form.get("client_id", credentials.client_id)
    if in_body != credentials.client_id:
        text = f"The header names client '{shortened(credentials.client_id)}', the body '{shortened(in_body)}'."
        raise OAuthError("invalid_request", text)
    return credentials


def _basic(authorization: str) -> _Credentials:
    """Read the credentials of RFC 7617; in UTF-8, or in Latin-1, which older clients write."""
    header = _BASIC.fullmatch(authorization.strip())
    if header is None:
        # What came is not shown: it may well be a secret.
        instead = ", but a bearer token" if authorization.lower().startswith("bearer") else ""
        raise _refused(f"The Authorization header holds no credentials of the scheme Basic{instead}. {_HOW}")
    try:
        came = b64decode(header[1], validate=True)
    except ValueError:
        raise _refused("The credentials after Basic are not base64.") from None
    client_id, colon, secret = _text(came).partition(":")
    if not colon:
        raise _refused("The credentials after Basic hold no colon; before base64 they are id:secret.")
    return _Credentials(client_id, secret)


def _text(came: bytes) -> str:
    try:
        return came.decode("utf-8")
    except UnicodeDecodeError:
        return came.decode("latin-1")


def _proved(credentials: _Credentials, by: Method, clients: ClientStore, *, status: int) -> Authenticated:
    client = clients.find(credentials.client_id)
    if client is None:
        name = shortened(credentials.client_id)
        raise _refused(
            f"No client '{name}' is registered: mistyped, or gone with a restart or with its administration.", status
        )
    if not credentials.fit(client):
        raise _refused(_why_not(client, credentials), status)
    method: Method = "none" if client.is_public else by
    if method not in client.auth_methods:
        registered = " or ".join(sorted(client.auth_methods))
        raise _refused(f"Client '{client.client_id}' is registered for {registered}, and used {method}.", status)
    return Authenticated(client, method)


def _why_not(client: Client, credentials: _Credentials) -> str:
    if client.is_public:
        return f"Client '{client.client_id}' is public: it has no secret, and one came."
    if not credentials.secret:
        return f"Client '{client.client_id}' has a secret, and none came. {_HOW}"
    return f"The secret of client '{client.client_id}' is another one."


def _refused(text: str, status: int = 401) -> OAuthError:
    return OAuthError("invalid_client", text, status=status)
