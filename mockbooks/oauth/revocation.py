"""The revocation endpoint (RFC 7009).

A refresh token takes its whole grant along, access tokens too (section 2.1: SHOULD). An access token goes alone, which
section 2.1 leaves open (MAY): so a test can give an integration a 401 and see it renew.
"""

from authlib.oauth2 import rfc7009

from mockbooks.oauth.clients import Client
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.token_request import TokenRequest
from mockbooks.oauth.tokens import AccessToken, RefreshToken


class Revocation(rfc7009.RevocationEndpoint):
    """Ends a token of the client that asks; one that is not known, or has ended, is a success (section 2.2)."""

    def authenticate_token(self, request: TokenRequest, client: Client) -> AccessToken | RefreshToken | None:
        """Find the token; another client's is refused and its caller told so (section 2.1)."""
        token = request.named_token()
        if token is not None and token.grant.client_id != client.client_id:
            text = f"This token was given to client '{token.grant.client_id}'; '{client.client_id}' cannot revoke it."
            raise OAuthError("invalid_grant", text)
        return token

    def revoke_token(self, token: AccessToken | RefreshToken, request: TokenRequest) -> None:
        """End it."""
        if isinstance(token, AccessToken):
            token.revoked = True
        else:
            token.grant.revoke(f"Client '{request.caller.client_id}' revoked a refresh token of it.")
