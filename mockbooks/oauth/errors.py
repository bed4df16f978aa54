"""Refusals of the token, revocation and introspection endpoints (RFC 6749, section 5.2), and their form on the wire."""

from http import HTTPStatus
from typing import Final, Literal

from authlib.oauth2 import OAuth2Error

from mockbooks.oauth.descriptions import described, error_uri
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange

ErrorCode = Literal[
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "invalid_scope",
    "unauthorized_client",
    "unsupported_grant_type",
]

# RFC 6749, section 5.1; the example of section 5.2 has them on a refusal too.
NO_STORE: Final = (("Cache-Control", "no-store"), ("Pragma", "no-cache"))
# RFC 7617: what comes is read as UTF-8.
CHALLENGE: Final = ("WWW-Authenticate", 'Basic realm="mockbooks", charset="UTF-8"')


class OAuthError(OAuth2Error):
    """A refusal with its code; of the text, which tells what came and what was expected, only what is allowed."""

    def __init__(self, error: ErrorCode, text: str, *, status: int = 400) -> None:
        """Keep what is told."""
        super().__init__(error=error, description=described(text), status_code=status)  # type: ignore[no-untyped-call]


def refusal_answer(error: OAuth2Error, exchange: Exchange) -> Answer:
    """Turn a refusal, ours or one of Authlib's own, into the answer that tells it."""
    code = str(error.error)
    body = {
        "error": code,
        "error_description": described(error.get_error_description()),
        "error_uri": error_uri(exchange.base_url, code),
    }
    # A 401 never goes without a challenge (RFC 9110, section 15.5.2).
    challenge = (CHALLENGE,) if error.status_code == HTTPStatus.UNAUTHORIZED else ()
    return Answer(status=error.status_code, body=written(body), headers=(*NO_STORE, *challenge))
