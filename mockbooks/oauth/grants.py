"""The three grants of the token endpoint: a code, a refresh token, and the client's own credentials.

Authlib keeps the order of the checks that RFC 6749 asks for; what each check looks at, and what it says, is ours. What
it calls the user, for whom a token speaks, is the grant.
"""

from datetime import datetime
from typing import Any, ClassVar, Final

from authlib.oauth2.rfc6749 import grants

from mockbooks.oauth.asked_scopes import asked_scopes, scope_text
from mockbooks.oauth.clients import Client
from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.token_request import TokenRequest
from mockbooks.oauth.tokens import Code, Grant, RefreshToken
from mockbooks.traffic.clock import moment_text

_THIS_GRANT: Final = "This grant is for"
_WHY_UNKNOWN: Final = "mistyped, given before this server started, or for an administration that is gone."


class _Issuing(grants.BaseGrant):
    """What the grants share: who may use them, and what a token response holds (RFC 6749, section 5.1)."""

    NEEDS: ClassVar[str | None] = None
    request: TokenRequest

    def authenticate_token_endpoint_client(self) -> Client:
        """Give the client that calls, when it may use this grant and brings what the grant needs."""
        client: Client = super().authenticate_token_endpoint_client()  # type: ignore[no-untyped-call]
        asked = self.request.form["grant_type"]
        if not client.check_grant_type(asked):
            may = ", ".join(sorted(client.grant_types))
            text = f"Client '{client.client_id}' is registered for {may}, and asked for {asked}."
            raise OAuthError("unauthorized_client", text)
        if self.NEEDS is not None and self.NEEDS not in self.request.form:
            raise OAuthError("invalid_request", f"No {self.NEEDS} came; the grant type {asked} needs one.")
        return client

    def generate_token(  # type: ignore[override]
        self, *, scope: str | None, include_refresh_token: bool, **_: object
    ) -> dict[str, Any]:
        """Make the members of the answer; `scope` among them always, also when it is what was asked for."""
        authority = self.request.authority
        policy = authority.policy_of(self.request.grant.administration_id)
        token = {
            "access_token": authority.mint.token("mb_at"),
            "token_type": "Bearer",
            "expires_in": int(policy.access_token_life.total_seconds()),
            "scope": scope_text(asked_scopes(scope, self.request.grant.scopes, _THIS_GRANT)),
        }
        if include_refresh_token:
            token["refresh_token"] = authority.mint.token("mb_rt")
        return token


class CodeGrant(_Issuing, grants.AuthorizationCodeGrant):
    """An authorization code for tokens (RFC 6749, section 4.1.3)."""

    NEEDS = "code"

    def query_authorization_code(self, text: str, client: Client) -> Code:
        """Give the code, when this client may redeem it here and now; its second use ends what the first brought."""
        code = self.request.authority.tokens.code(text)
        if code is None:
            raise OAuthError("invalid_grant", f"The code is not known: {_WHY_UNKNOWN}")
        _demand_own(client, code.grant, "code")
        now = self.request.concerns(code.grant)
        _demand_unused(code)
        _demand_unrevoked(code.grant)
        _demand_in_time(code, now)
        _demand_same_redirect_uri(code, self.request.form.get("redirect_uri"))
        self.request.code = code
        return code

    def authenticate_user(self, authorization_code: Code) -> Grant:
        """Tell Authlib whom the tokens will speak for."""
        return authorization_code.grant

    def delete_authorization_code(self, authorization_code: Code) -> None:
        """Keep the code as used, so that a second use is seen."""
        authorization_code.used_at = self.request.now


class RefreshGrant(_Issuing, grants.RefreshTokenGrant):
    """A refresh token for new tokens, which uses it up (RFC 6749, section 6; RFC 9700, section 4.14.2)."""

    NEEDS = "refresh_token"
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, text: str) -> RefreshToken:
        """Give the refresh token, when this client may use it now; its reuse ends the grant."""
        token = self.request.authority.tokens.refresh(text)
        if token is None:
            raise OAuthError("invalid_grant", f"The refresh token is not known: {_WHY_UNKNOWN}")
        _demand_own(self.request.caller, token.grant, "refresh token")
        now = self.request.concerns(token.grant)
        policy = self.request.authority.policy_of(token.grant.administration_id)
        if token.used_at is not None and token.is_spent(now, policy.refresh_grace):
            raise _reused(token, token.used_at)
        _demand_unrevoked(token.grant)
        if now >= token.expires_at:
            raise OAuthError("invalid_grant", f"The refresh token expired at {moment_text(token.expires_at)}.")
        return token

    def authenticate_user(self, refresh_token: RefreshToken) -> Grant:
        """Tell Authlib whom the tokens will speak for."""
        return refresh_token.grant

    def revoke_old_credential(self, refresh_token: RefreshToken) -> None:
        """Keep the refresh token as used, since its first use."""
        refresh_token.used_at = refresh_token.used_at or self.request.now

    def _validate_token_scope(self, token: RefreshToken) -> None:
        """Leave it to `generate_token`, which reads the scope anyway and says what is wrong with it."""


class CredentialsGrant(_Issuing, grants.ClientCredentialsGrant):
    """The client's own credentials for a token on its home administration (RFC 6749, section 4.4)."""

    def authenticate_token_endpoint_client(self) -> Client:
        """Give the client that calls, which must have a secret."""
        client = super().authenticate_token_endpoint_client()
        if client.is_public:
            text = f"Client '{client.client_id}' is public: without a secret it gets no token on its own behalf."
            raise OAuthError("unauthorized_client", text)
        return client

    def validate_requested_scope(self) -> None:
        """Make the grant: no person gives it, that the client is registered is enough."""
        client = self.request.caller
        scopes = asked_scopes(self.request.form.get("scope"), client.scopes, "This client is registered for")
        grant = Grant(
            id=self.request.authority.mint.text("grant"),
            client_id=client.client_id,
            administration_id=client.home_administration_id,
            scopes=tuple(scope_text(scopes).split()),
        )
        self.request.concerns(grant)


def _demand_own(client: Client, grant: Grant, what: str) -> None:
    if grant.client_id != client.client_id:
        text = f"This {what} was given to client '{grant.client_id}', and came from '{client.client_id}'."
        raise OAuthError("invalid_grant", text)


def _demand_unrevoked(grant: Grant) -> None:
    if grant.revoked:
        raise OAuthError("invalid_grant", f"The grant was revoked. {grant.why_revoked}")


def _demand_unused(code: Code) -> None:
    """Refuse a second use, and revoke what the first brought (RFC 6749, section 4.1.2)."""
    if code.used_at is None:
        return
    used = moment_text(code.used_at)
    code.grant.revoke(f"A code that was used at {used} came again, and ended all that it brought.")
    text = f"This code was used before, at {used}; with its second use all that it brought was revoked."
    raise OAuthError("invalid_grant", text)


def _demand_in_time(code: Code, now: datetime) -> None:
    if now < code.expires_at:
        return
    life, age = ((moment - code.issued_at).total_seconds() for moment in (code.expires_at, now))
    text = f"The code expired: it lived {life:.0f} s and was sent {age:.0f} s after it was given."
    raise OAuthError("invalid_grant", text)


def _demand_same_redirect_uri(code: Code, came: str | None) -> None:
    """Refuse another redirect URI than that of the authorization request (RFC 6749, section 4.1.3)."""
    if came == code.redirect_uri or (came is None and not code.redirect_uri_was_sent):
        return
    what = "No redirect_uri came" if came is None else f"As redirect_uri came '{shortened(came)}'"
    raise OAuthError("invalid_grant", f"{what}; the code was sent to '{shortened(code.redirect_uri)}'.")


def _reused(token: RefreshToken, used_at: datetime) -> OAuthError:
    """End the grant: whoever sends a used refresh token, either they or those who used it have stolen it."""
    used = moment_text(used_at)
    token.grant.revoke(f"A refresh token that was used at {used} came again, and ended the whole grant.")
    text = f"This refresh token was used before, at {used}; with its reuse every token of this grant was revoked."
    return OAuthError("invalid_grant", text)
