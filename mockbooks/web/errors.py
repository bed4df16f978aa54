"""What each error means on the wire: its problem, and the headers that go with it."""

from collections.abc import Iterator
from typing import Final

from mockbooks.catalogue.telling import tell
from mockbooks.errors import (
    Complaint,
    ForbiddenError,
    RequestError,
    TooManyRequestsError,
    UnauthenticatedError,
    WrongMethodError,
)
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import PROBLEM
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.problems import STATUS, problem_body

REALM: Final = "mockbooks"
# Where a client that knows nothing but the API learns which authorization server gives tokens for it (RFC 9728).
RESOURCE_METADATA_PATH: Final = f"/.well-known/oauth-protected-resource{API_PREFIX}"

# RFC 6750, section 3.1: a malformed token is an invalid one too; invalid_request would ask for a 400.
_BEARER_ERRORS: Final = {
    "token_malformed": "invalid_token",
    "token_invalid": "invalid_token",
    "token_expired": "invalid_token",
    "insufficient_scope": "insufficient_scope",
}


def render_problem(error: RequestError, exchange: Exchange) -> Answer:
    """Turn an error into the answer that tells it, in the language of the exchange."""
    body = problem_body(error.family, error.complaints, exchange.language, exchange.request_id)
    return Answer(
        status=STATUS[error.family],
        body=written(body),
        headers=(("Content-Language", exchange.language), *_headers_of(error, exchange)),
        media_type=PROBLEM,
    )


def _headers_of(error: RequestError, exchange: Exchange) -> Iterator[tuple[str, str]]:
    if isinstance(error, WrongMethodError):
        yield "Allow", ", ".join(error.allowed)
    if isinstance(error, TooManyRequestsError) and error.retry_after is not None:
        yield "Retry-After", error.retry_after
    if isinstance(error, UnauthenticatedError | ForbiddenError):
        yield "WWW-Authenticate", _challenge(error, exchange.base_url)


def _challenge(error: UnauthenticatedError | ForbiddenError, base_url: str) -> str:
    """Write the challenge of RFC 6750, section 3: a caller that sent no bearer token is told no error code.

    Who has no good token is told where to learn how to get one (RFC 9728, section 5.1).
    """
    attributes = {"realm": REALM}
    complaint = error.complaints[0] if error.complaints else Complaint("token_missing")
    if complaint.code in _BEARER_ERRORS:
        attributes["error"] = _BEARER_ERRORS[complaint.code]
        attributes["error_description"] = _quotable(tell(complaint, "en"))
    if isinstance(error, ForbiddenError):
        attributes["scope"] = error.scope
    else:
        attributes["resource_metadata"] = _quotable(f"{base_url}{RESOURCE_METADATA_PATH}")
    return "Bearer " + ", ".join(f'{name}="{value}"' for name, value in attributes.items())


def _quotable(text: str) -> str:
    """Keep to the characters that RFC 6750 allows in a description: printable ASCII without quote and backslash."""
    plain = text.replace('"', "'").replace("\\", "/").encode("ascii", "replace").decode("ascii")
    return "".join(character if character.isprintable() else "?" for character in plain)
