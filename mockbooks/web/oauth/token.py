"""The endpoints that a client calls itself: for tokens, and to revoke them or ask about them."""

from collections.abc import Callable

from authlib.oauth2 import OAuth2Error

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.errors import refusal_answer
from mockbooks.oauth.forms import read_form
from mockbooks.oauth.introspection import Introspection
from mockbooks.oauth.revocation import Revocation
from mockbooks.oauth.server import SERVER
from mockbooks.oauth.token_request import TokenRequest
from mockbooks.traffic.exchange import Answer, Exchange


def issue_token(exchange: Exchange, authority: Authority) -> Answer:
    """Give tokens for a code, a refresh token or a client's credentials (RFC 6749, section 3.2)."""
    return _answer(exchange, authority, SERVER.create_token_response)


def revoke_token(exchange: Exchange, authority: Authority) -> Answer:
    """End a token (RFC 7009)."""
    return _answer(exchange, authority, lambda request: _endpoint(Revocation.ENDPOINT_NAME, request))


def introspect_token(exchange: Exchange, authority: Authority) -> Answer:
    """Tell what a token is good for (RFC 7662)."""
    return _answer(exchange, authority, lambda request: _endpoint(Introspection.ENDPOINT_NAME, request))


def _endpoint(name: str, request: TokenRequest) -> Answer:
    answer: Answer = SERVER.create_endpoint_response(name, request)  # type: ignore[no-untyped-call]
    return answer


def _answer(exchange: Exchange, authority: Authority, respond: Callable[[TokenRequest], Answer]) -> Answer:
    """Answer under the lock: a code or refresh token that two callers send at once is redeemed by one of them."""
    try:
        request = TokenRequest(exchange, authority, read_form(exchange))
        with authority.tokens.lock:
            return respond(request)
    except OAuth2Error as error:
        return refusal_answer(error, exchange)
