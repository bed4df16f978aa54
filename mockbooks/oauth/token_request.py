"""A request to the token, revocation or introspection endpoint, in the form that Authlib reads."""

from datetime import datetime
from typing import Final

from authlib.oauth2.rfc6749 import OAuth2Request
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.client_authentication import Authenticated
from mockbooks.oauth.clients import Client
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.forms import Form
from mockbooks.oauth.tokens import AccessToken, Code, Grant, RefreshToken
from mockbooks.traffic.exchange import Exchange

# Authlib refuses plain http on every host that is not loopback, unless an environment variable disarms that for the
# whole process, and so for an Authlib client in the same tests too. A mock in a container is called as
# http://mockbooks:8080: Authlib is told of https whatever the wire, and uses this URI for nothing else.
_SECURE_URI: Final = "https://mockbooks.invalid/oauth/token"


class TokenRequest(OAuth2Request):
    """The form of a request with the authority that it is for, and what is found out about it on the way.

    `grant` and `now`, the time in the administration of that grant, are there once `concerns` has been called.
    """

    caller: Client
    code: Code
    grant: Grant
    now: datetime

    def __init__(self, exchange: Exchange, authority: Authority, form: Form) -> None:
        """Keep the parts."""
        super().__init__(exchange.method, _SECURE_URI)
        self.exchange = exchange
        self.authority = authority
        self.payload = BasicOAuth2Payload(form)  # type: ignore[assignment]
        self._form = form

    @property
    def form(self) -> Form:
        """The parameters, each with its one value."""
        return self._form

    def comes_from(self, authenticated: Authenticated) -> None:
        """Keep who calls; the exchange is told too, for whoever writes it down."""
        self.caller = authenticated.client
        self.auth_method = authenticated.method  # type: ignore[assignment]
        self.exchange.client_id = authenticated.client.client_id

    def concerns(self, grant: Grant) -> datetime:
        """Keep the grant that the request is about, and tell the time in its administration."""
        now = self.time_of(grant)
        if now is None:
            raise OAuthError("invalid_grant", f"The administration '{grant.administration_id}' was deleted.")
        self.grant, self.now = grant, now
        return now

    def time_of(self, grant: Grant) -> datetime | None:
        """Tell the time in the administration of a grant, or None when it was deleted."""
        administration = self.authority.administrations.find(grant.administration_id)
        return None if administration is None else administration.clock.now()

    def named_token(self) -> AccessToken | RefreshToken | None:
        """Find the token that the form names; `token_type_hint` may say what it likes (RFC 7009, section 2.1)."""
        text = self.form.get("token")
        if text is None:
            raise OAuthError("invalid_request", "No token came.")
        return self.authority.tokens.access(text) or self.authority.tokens.refresh(text)
