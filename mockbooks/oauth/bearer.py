"""The bearer step: who calls, for which administration, and may they? (RFC 6750)."""

import re
from collections.abc import Callable

from mockbooks.errors import Complaint, ForbiddenError, UnauthenticatedError
from mockbooks.oauth.tokens import TokenInfo, TokenStore
from mockbooks.traffic.clock import Clock
from mockbooks.traffic.exchange import Answer, Exchange

# The scheme in any case (RFC 9110, section 11.1), one space or more, and a b64token (RFC 6750, section 2.1).
_CREDENTIALS = re.compile(r"bearer +([A-Za-z0-9._~+/-]+=*)", re.IGNORECASE)


class BearerStep:
    """Turns the access token of a call into its administration and scopes, or refuses the call."""

    def __init__(self, tokens: TokenStore, administration_of: Callable[[str], object | None], clock: Clock) -> None:
        """Keep the tokens, how to find an administration by its id, and the clock on which tokens expire."""
        self._tokens = tokens
        self._administration_of = administration_of
        self._clock = clock

    def enter(self, exchange: Exchange) -> Answer | None:
        """Set administration, client and scopes of the exchange; an operation that needs no token passes as it is."""
        operation = exchange.operation
        if operation is None or not operation.needs_token:
            return None
        info = self._info_of(_token_in(exchange.headers.get("authorization")))
        exchange.administration = self._administration_of(info.administration_id)
        if exchange.administration is None:
            raise _unauthenticated("token_invalid")
        exchange.administration_id = info.administration_id
        exchange.client_id = info.client_id
        exchange.scopes = info.scopes
        _demand_scope(operation.scope, info.scopes)
        return None

    def leave(self, exchange: Exchange, answer: Answer) -> Answer:  # noqa: ARG002 - a step has both sides
        """Pass the answer on."""
        return answer

    def _info_of(self, token: str) -> TokenInfo:
        info = self._tokens.find(token)
        if info is None:
            raise _unauthenticated("token_invalid")
        if info.expires_at is not None and self._clock.now() >= info.expires_at:
            raise _unauthenticated("token_expired")
        return info


def _token_in(authorization: str | None) -> str:
    if authorization is None:
        raise _unauthenticated("token_missing")
    credentials = _CREDENTIALS.fullmatch(authorization.strip())
    if credentials is None:
        raise _unauthenticated("token_malformed")
    return credentials[1]


def _demand_scope(needed: str | None, granted: frozenset[str]) -> None:
    if needed is not None and needed not in granted:
        raise ForbiddenError(Complaint("insufficient_scope", values={"scope": needed}), scope=needed)


def _unauthenticated(code: str) -> UnauthenticatedError:
    return UnauthenticatedError(Complaint(code, parameter="Authorization"))
