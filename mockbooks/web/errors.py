"""What each error means on the wire: its status, its problem body (RFC 9457) and the headers that go with it."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.entry import Language, Text
from mockbooks.catalogue.telling import tell
from mockbooks.errors import (
    Complaint,
    Family,
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

STATUS: Final[dict[Family, int]] = {
    Family.REFUSED: 400,
    Family.UNAUTHENTICATED: 401,
    Family.FORBIDDEN: 403,
    Family.UNKNOWN_URL: 404,
    Family.WRONG_METHOD: 405,
    Family.NOT_ACCEPTABLE: 406,
    Family.TOO_SLOW: 408,
    Family.BODY_TOO_LARGE: 413,
    Family.URL_TOO_LONG: 414,
    Family.UNSUPPORTED_MEDIA_TYPE: 415,
    Family.TOO_MANY_REQUESTS: 429,
    Family.HEADERS_TOO_LARGE: 431,
    Family.FAILURE: 500,
}
"""The HTTP status of each family; a refused action is always 400."""

MOST_TOLD: Final = 100
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
_MAXIMUM_PLACES_NAMED: Final = 5


def render_problem(error: RequestError, exchange: Exchange) -> Answer:
    """Turn an error into the answer that tells it, in the language of the exchange."""
    body = problem_body(error.family, error.complaints, exchange.language, exchange.request_id)
    return Answer(
        status=STATUS[error.family],
        body=written(body),
        headers=(("Content-Language", exchange.language), *_headers_of(error, exchange)),
        media_type=PROBLEM,
    )


def problem_body(
    family: Family, complaints: Sequence[Complaint], language: Language, request_id: str
) -> dict[str, object]:
    """Build the members of a problem (RFC 9457, section 3), with `errors` for every single complaint.

    A `pointer` in `errors` is a JSON Pointer (RFC 6901); a complaint without a place has neither pointer nor parameter.
    """
    whole = _as_a_whole(family, complaints)
    entry = CATALOGUE[whole.code]
    detail = _detail_of_one(complaints[0], language) if len(complaints) == 1 else tell(whole, language)
    return {
        "success": False,
        "type": f"/docs/errors#{entry.anchor}",
        "title": entry.title.in_language(language),
        "status": STATUS[family],
        "code": whole.code,
        "detail": detail,
        "errors": [_told(complaint, language) for complaint in _told_ones(complaints)],
        "requestId": request_id,
    }


def _told_ones(complaints: Sequence[Complaint]) -> Sequence[Complaint]:
    """Keep to what a person can read: a small body can hold a hundred thousand mistakes, and its answer stays small."""
    if len(complaints) <= MOST_TOLD:
        return complaints
    return (*complaints[:MOST_TOLD], Complaint("more_mistakes", values={"count": len(complaints) - MOST_TOLD}))


def _as_a_whole(family: Family, complaints: Sequence[Complaint]) -> Complaint:
    if not complaints:
        return Complaint(next(entry.code for entry in CATALOGUE.values() if entry.family is family))
    codes = {complaint.code for complaint in complaints}
    one_rule = len(codes) == 1 and not CATALOGUE[complaints[0].code].field_only
    if one_rule or family is not Family.REFUSED:
        return complaints[0]
    return Complaint("validation_failed", values=_counted(complaints))


def _detail_of_one(complaint: Complaint, language: Language) -> str:
    """Tell a single complaint itself, with its place where the code alone does not say what it is about."""
    told = tell(complaint, language)
    return f"{_place(complaint)}: {told}" if CATALOGUE[complaint.code].field_only else told


def _place(complaint: Complaint) -> str:
    return complaint.parameter or complaint.pointer or "body"


def _counted(complaints: Sequence[Complaint]) -> dict[str, object]:
    places = list(dict.fromkeys(map(_place, complaints)))
    count = Text(f"{len(complaints)} mistakes", f"{len(complaints)} fouten")
    more = ["…"] if len(places) > _MAXIMUM_PLACES_NAMED else []
    return {"count": count, "places": places[:_MAXIMUM_PLACES_NAMED] + more}


def _told(complaint: Complaint, language: Language) -> dict[str, object]:
    told: dict[str, object] = {"code": complaint.code, "detail": tell(complaint, language)}
    if complaint.parameter is not None:
        return {"parameter": complaint.parameter, **told}
    if complaint.pointer is not None:
        return {"pointer": complaint.pointer, **told}
    return told


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
