"""The authorization server of Authlib, on exchanges and answers instead of a web framework's requests.

It keeps nothing: every request brings the authority that it is for. So there is one for all servers of a process,
and no grant is registered twice.
"""

from typing import Any, Final

from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import AuthorizationServer, BaseGrant

from mockbooks.oauth.asked_scopes import scopes_in
from mockbooks.oauth.client_authentication import authenticate
from mockbooks.oauth.clients import Client
from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.errors import NO_STORE, OAuthError, refusal_answer
from mockbooks.oauth.grants import CodeGrant, CredentialsGrant, RefreshGrant
from mockbooks.oauth.introspection import Introspection
from mockbooks.oauth.pkce import S256
from mockbooks.oauth.revocation import Revocation
from mockbooks.oauth.token_request import TokenRequest
from mockbooks.oauth.tokens import AccessToken, RefreshToken
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer


class Server(AuthorizationServer):
    """Answers a `TokenRequest`: with tokens, or as the endpoint of a name does."""

    def create_oauth2_request(self, request: TokenRequest) -> TokenRequest:
        """Give the request as it is: who calls has read its form already, outside of the lock."""
        return request

    def authenticate_client(self, request: TokenRequest, _methods: object, endpoint: str = "token") -> Client:
        """Find out who calls; once, while Authlib's own way tries one method after the other."""
        authenticated = authenticate(
            request.exchange.headers.get("authorization"),
            request.form,
            request.authority.clients,
            at_introspection=endpoint == Introspection.ENDPOINT_NAME,
        )
        request.comes_from(authenticated)
        return authenticated.client

    def get_token_grant(self, request: TokenRequest) -> BaseGrant:
        """Find the grant that is asked for."""
        asked = request.form.get("grant_type")
        known = [grant.GRANT_TYPE for grant, _ in self._token_grants]
        if asked is None:
            raise OAuthError("invalid_request", f"No grant_type came; it may be {', '.join(known)}.")
        if asked not in known:
            text = f"As grant_type came '{shortened(asked)}'; it may be {', '.join(known)}."
            raise OAuthError("unsupported_grant_type", text)
        grant: BaseGrant = super().get_token_grant(request)  # type: ignore[no-untyped-call]
        return grant

    def save_token(self, token: dict[str, Any], request: TokenRequest) -> None:
        """Make the tokens of an answer good."""
        tokens, grant, now = request.authority.tokens, request.grant, request.now
        policy = request.authority.policy_of(grant.administration_id)
        access = AccessToken(
            token=token["access_token"],
            grant=grant,
            scopes=scopes_in(token["scope"]),
            issued_at=now,
            expires_at=now + policy.access_token_life,
        )
        tokens.add_access(access)
        if "refresh_token" in token:
            expires_at = now + policy.refresh_token_life
            refresh = RefreshToken(token=token["refresh_token"], grant=grant, issued_at=now, expires_at=expires_at)
            tokens.add_refresh(refresh)

    def send_signal(self, name: str, *args: object, **kwargs: object) -> None:
        """Tell nobody: there is no framework around us that listens."""

    def handle_response(self, status: int, body: object, headers: object) -> Answer:  # noqa: ARG002 - ours are complete
        """Write an answer that succeeded."""
        return Answer(status=status, body=written(body), headers=NO_STORE)

    def handle_error_response(self, request: TokenRequest, error: OAuth2Error) -> Answer:
        """Write a refusal."""
        return refusal_answer(error, request.exchange)


def _server() -> Server:
    server = Server()  # type: ignore[no-untyped-call]
    server.register_grant(CodeGrant, [S256()])  # type: ignore[no-untyped-call]
    server.register_grant(RefreshGrant)  # type: ignore[no-untyped-call]
    server.register_grant(CredentialsGrant)  # type: ignore[no-untyped-call]
    server.register_endpoint(Revocation)
    server.register_endpoint(Introspection)
    return server


SERVER: Final = _server()
