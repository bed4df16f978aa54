"""Getting in: a token that was given, or one that is got by OAuth with the credentials of a client (RFC 6749)."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Final
from urllib.parse import quote_plus, urlencode

from mockbooks.conformance.live.json_places import parse
from mockbooks.conformance.vendor.model import OAuth
from mockbooks.conformance.wire.exchange import Exchange, Request
from mockbooks.frozen import dataclass

METADATA_PATH: Final = "/.well-known/oauth-authorization-server"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What was given to get in with: a token, a client with its secret, or nothing."""

    token: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)

    @property
    def has_client(self) -> bool:
        """Whether there is a client."""
        return self.client_id is not None and self.client_secret is not None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What is never to be shown: what was given, and the client as it is sent."""
        pair = f"{self.client_id}:{self.client_secret}".encode() if self.has_client else b""
        sent = _basic(self) if self.has_client else ""
        return tuple(each for each in (self.token, self.client_secret, b64encode(pair).decode(), sent) if each)


def token_request(url: str, oauth: OAuth, credentials: Credentials) -> Request:
    """Make the request for a token by client credentials (RFC 6749, section 4.4.2)."""
    form = {"grant_type": "client_credentials", **({"scope": oauth.scope} if oauth.scope else {})}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if oauth.client_authentication == "post":
        form |= {"client_id": credentials.client_id or "", "client_secret": credentials.client_secret or ""}
    else:
        headers["Authorization"] = f"Basic {_basic(credentials)}"
    return Request(method="POST", url=url, headers=headers, body=urlencode(form).encode())


def token_in(exchange: Exchange) -> str | None:
    """Find the token in the answer of a token endpoint (RFC 6749, section 5.1)."""
    data = parse(exchange.answer.body) if exchange.answer else None
    token = data.get("access_token") if isinstance(data, Mapping) else None
    is_given = exchange.answer is not None and exchange.answer.status in {200, 201}
    return token if is_given and isinstance(token, str) and token else None


def error_in(exchange: Exchange) -> str | None:
    """Find the error code of a token endpoint (RFC 6749, section 5.2)."""
    data = parse(exchange.answer.body) if exchange.answer else None
    error = data.get("error") if isinstance(data, Mapping) else None
    is_refused = exchange.answer is not None and exchange.answer.status in {400, 401}
    return error if is_refused and isinstance(error, str) and error else None


def metadata_of(send: Callable[[Request], Exchange], root: str) -> Mapping[str, object]:
    """Read where everything is, if the server tells (RFC 8414); empty if it does not, or speaks for another."""
    exchange = send(Request(method="GET", url=root + METADATA_PATH))
    is_there = exchange.answer is not None and exchange.answer.status == 200  # noqa: PLR2004 - RFC 8414, section 3.2
    data = parse(exchange.answer.body) if exchange.answer and is_there else None
    return data if isinstance(data, Mapping) and _is_trustworthy(data, root) else {}


def _is_trustworthy(data: Mapping[str, object], root: str) -> bool:
    """Tell whether a secret may go where it says: for this very issuer (section 3.3), and not in the clear."""
    issuer, endpoint = data.get("issuer"), data.get("token_endpoint")
    if not isinstance(issuer, str) or not isinstance(endpoint, str) or issuer.rstrip("/") != root:
        return False
    return endpoint.startswith("https://") or (root.startswith("http://") and endpoint.startswith("http://"))


def _basic(credentials: Credentials) -> str:
    """Encode id and secret (RFC 6749, section 2.3.1)."""
    pair = f"{quote_plus(credentials.client_id or '')}:{quote_plus(credentials.client_secret or '')}"
    return b64encode(pair.encode()).decode()
