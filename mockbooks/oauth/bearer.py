"""The bearer step: who calls, for which administration, and may they? (RFC 6750)."""

import re
from collections.abc import Callable

from mockbooks.errors import Complaint, ForbiddenError, UnauthenticatedError
from mockbooks.oauth.tokens import AccessToken, TokenStore
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.surroundings import Surroundings

# The scheme in any case (RFC 9110, section 11.1), one space or more, and a b64token (RFC 6750, section 2.1).
_CREDENTIALS = re.compile(r"bearer +[A-Za-z0-9._~+/-]+=*", re.IGNORECASE)
# Another scheme, such as Basic, with something behind it (RFC 9110, sections 5.6.2 and 11.4), and no Bearer after it.
_OF_ANOTHER_SCHEME = re.compile(r"(?!bearer |.*, *bearer )[A-Za-z0-9!#$%&'*+.^_`|~-]+ .+", re.IGNORECASE)


class BearerStep:
    """Turns the access token of a call into its administration and scopes, or refuses the call."""

    def __init__(
        self,
        tokens: TokenStore,
        administration_of: Callable[[str], Surroundings | None],
        client_of: Callable[[str], object | None],
    ) -> None:
        """Keep the tokens, and how to find an administration and a client; a token expires on the clock of its own.

        A token is no good without its client: that one alone could revoke it.
        """
        self._tokens = tokens
        self._administration_of = administration_of
        self._client_of = client_of

    def enter(self, exchange: Exchange) -> Answer | None:
        """Set administration, client and scopes of the exchange; an operation that needs no token passes as it is."""
        operation = exchange.operation
        if operation is None or not operation.needs_token:
            return None
        token, administration = self._holder(exchange)
        exchange.administration = administration
        exchange.client_id = token.grant.client_id
        exchange.scopes = token.scopes
        _demand_scope(operation.scope, token.scopes)
        return None

    def recognise(self, exchange: Exchange) -> Surroundings | None:
        """Tell whose token came with a call that this step has not let in, or None when it is not a good one."""
        try:
            return self._holder(exchange)[1]
        except UnauthenticatedError:
            return None

    def owner(self, exchange: Exchange) -> Surroundings | None:
        """Tell whose token came, dead or alive; None when none did, UnauthenticatedError for one that is not known."""
        try:
            _demand_token(exchange.headers.get("authorization"))
        except UnauthenticatedError as error:
            if error.complaints[0].code == "token_missing":
                return None
            raise
        token = self._tokens.presented(exchange.headers.get("authorization"))
        owner = None if token is None else self._administration_of(token.grant.administration_id)
        if owner is None:
            raise _unauthenticated("token_invalid")
        return owner

    def _holder(self, exchange: Exchange) -> tuple[AccessToken, Surroundings]:
        token = self._known(exchange.headers.get("authorization"))
        administration = self._administration_of(token.grant.administration_id)
        if administration is None or self._client_of(token.grant.client_id) is None:
            raise _unauthenticated("token_invalid")
        if token.expires_at is not None and administration.clock.now() >= token.expires_at:
            raise _unauthenticated("token_expired")
        return token, administration

    def _known(self, authorization: str | None) -> AccessToken:
        token = self._tokens.presented(authorization)
        if token is None:
            _demand_token(authorization)
        if token is None or token.revoked or token.grant.revoked:
            raise _unauthenticated("token_invalid")
        return token


def _demand_token(authorization: str | None) -> None:
    """Refuse what has not the form of a token."""
    if authorization is None:
        raise _unauthenticated("token_missing")
    value = authorization.strip()
    if not _CREDENTIALS.fullmatch(value):
        raise _unauthenticated("token_missing" if _OF_ANOTHER_SCHEME.fullmatch(value) else "token_malformed")


def _demand_scope(needed: str | None, granted: frozenset[str]) -> None:
    if needed is not None and needed not in granted:
        raise ForbiddenError(Complaint("insufficient_scope", values={"scope": needed}), scope=needed)


def _unauthenticated(code: str) -> UnauthenticatedError:
    return UnauthenticatedError(Complaint(code, parameter="Authorization"))
