"""The introspection endpoint (RFC 7662): what a token is good for at this moment, told to the client that holds it."""

from typing import Any

from authlib.oauth2 import rfc7662

from mockbooks.oauth.asked_scopes import scope_text
from mockbooks.oauth.clients import Client
from mockbooks.oauth.token_request import TokenRequest
from mockbooks.oauth.tokens import AccessToken, RefreshToken
from mockbooks.traffic.operation import API_PREFIX

Members = dict[str, Any]


class Introspection(rfc7662.IntrospectionEndpoint):
    """Tells of a client's own tokens; of others no more than of those that never were (section 2.2)."""

    def authenticate_token(self, request: TokenRequest, client: Client) -> Members | None:
        """Give what is told of the token, or None when it is dead, unknown or another client's."""
        token = request.named_token()
        if token is None or token.grant.client_id != client.client_id:
            return None
        now, issuer = request.time_of(token.grant), request.exchange.base_url
        if now is None:
            return None
        if isinstance(token, AccessToken):
            return _of_access(token, issuer) if token.is_alive(now) else None
        grace = request.authority.policy_of(token.grant.administration_id).refresh_grace
        return _of_refresh(token, issuer) if token.is_alive(now, grace) else None

    def create_introspection_payload(self, token: Members | None) -> Members:
        """Write the answer."""
        return {"active": False} if token is None else {"active": True, **token}


def _of_access(token: AccessToken, issuer: str) -> Members:
    members = _of_any(token, issuer)
    members |= {"token_type": "Bearer", "scope": scope_text(token.scopes), "aud": f"{issuer}{API_PREFIX}"}
    if token.expires_at is not None:
        members["exp"] = int(token.expires_at.timestamp())
    return members


def _of_refresh(token: RefreshToken, issuer: str) -> Members:
    """Tell of a refresh token, which has no type: it is not shown to the API (RFC 6749, section 1.5)."""
    scope = scope_text(frozenset(token.grant.scopes))
    return _of_any(token, issuer) | {"scope": scope, "exp": int(token.expires_at.timestamp())}


def _of_any(token: AccessToken | RefreshToken, issuer: str) -> Members:
    """Tell what both have; whom a token speaks for (`sub`) is the administration that was connected."""
    return {
        "client_id": token.grant.client_id,
        "sub": token.grant.administration_id,
        "iss": issuer,
        "iat": int(token.issued_at.timestamp()),
    }
