"""The headers of answers as the OpenAPI document describes them; a test compares them with those that are sent."""

from collections.abc import Sequence
from typing import Any, Final

from mockbooks.web.headers import API_VERSION

Json = dict[str, Any]

_ALWAYS: Final = {"required": True}


def _header(description: str, example: str, **members: Any) -> Json:  # noqa: ANN401 - JSON
    return {"description": description, "schema": {"type": "string"}, "example": example, **members}


def _number(description: str, example: int, **members: Any) -> Json:  # noqa: ANN401 - JSON
    return {"description": description, "schema": {"type": "integer", "minimum": 0}, "example": example, **members}


HEADERS: Final[Json] = {
    "API-Version": _header("Version of the API (semver).", API_VERSION, **_ALWAYS),
    "X-Request-Id": _header(
        "Id of this request, to quote to support: the caller's own when it sent a well-formed one.",
        "req_3f2a9c41",
        **_ALWAYS,
    ),
    "Cache-Control": _header("Answers are not to be stored.", "no-store", **_ALWAYS),
    "Content-Security-Policy": _header("Answers are not to be framed.", "frame-ancestors 'none'", **_ALWAYS),
    "X-Content-Type-Options": _header("The media type is as stated.", "nosniff", **_ALWAYS),
    "X-Frame-Options": _header("Answers are not to be framed.", "DENY", **_ALWAYS),
    "Referrer-Policy": _header("No referrer is sent on.", "no-referrer", **_ALWAYS),
    "RateLimit-Policy": _header(
        "The limits of the administration: requests (`q`) in a window of so many seconds (`w`), each by its name "
        "(draft-ietf-httpapi-ratelimit-headers-11). Absent when there are no limits.",
        '"minute";q=6000;w=60, "day";q=500000;w=86400',
    ),
    "RateLimit": _header(
        "The room in each of them: requests that are left (`r`) until so many seconds (`t`) have passed.",
        '"minute";r=5999;t=60, "day";r=499999;t=86400',
    ),
    "X-RateLimit-Limit": _number(
        "The limit of the tightest window: the one with the fewest requests left, of several such the one that ends "
        "last. Absent when there are no limits.",
        6000,
    ),
    "X-RateLimit-Remaining": _number("Requests that are left in that window.", 5999),
    "X-RateLimit-Reset": _number("Seconds until that window ends.", 60),
    "Access-Control-Allow-Origin": _header(
        "Which origins may read the answer (CORS); absent for an origin that may not.", "*"
    ),
    "Access-Control-Expose-Headers": _header(
        "Which headers a script of another origin may read (CORS).", "API-Version, X-Request-Id, Link"
    ),
    "Vary": _header("What the answer depends on; sent where only some origins may read it.", "Origin"),
    "Strict-Transport-Security": _header(
        "Only HTTPS from now on; sent over HTTPS, but not under names that a machine's servers share (localhost, names "
        "without a dot, *.internal), where it would hold for every port.",
        "max-age=31536000",
    ),
    "Content-Language": _header(
        "Language of the texts.", "en", schema={"type": "string", "enum": ["en", "nl"]}, **_ALWAYS
    ),
    "WWW-Authenticate": _header(
        "How to authenticate (RFC 6750), and where to learn how to get a token (`resource_metadata`, RFC 9728).",
        'Bearer realm="mockbooks", '
        'resource_metadata="http://127.0.0.1:8080/.well-known/oauth-protected-resource/api/v1"',
        **_ALWAYS,
    ),
    "Retry-After": _number(
        "Seconds after which there is room again, rounded up (RFC 9110, section 10.2.3).", 42, **_ALWAYS
    ),
    "Allow": _header("The methods that this URL has.", "GET, HEAD, OPTIONS", **_ALWAYS),
    "Link": _header(
        "The pages first, prev, next and last, as far as they exist (RFC 8288).",
        '<http://127.0.0.1:8080/api/v1/debtors?page=2>; rel="next"',
        **_ALWAYS,
    ),
    "Idempotency-Replayed": _header(
        "`true` when this is the stored answer of an earlier POST with the same Idempotency-Key; otherwise absent.",
        "true",
        schema={"type": "string", "enum": ["true"]},
    ),
}

EVERYWHERE: Final = (
    "API-Version",
    "X-Request-Id",
    "Cache-Control",
    "Content-Security-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "Referrer-Policy",
    "RateLimit-Policy",
    "RateLimit",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "Access-Control-Allow-Origin",
    "Access-Control-Expose-Headers",
    "Vary",
    "Strict-Transport-Security",
)


_OF_LIMITS: Final = ("RateLimit", "X-RateLimit")
_OF_ORIGINS: Final = ("Access-Control", "Vary")
OF_HEALTH: Final = tuple(name for name in EVERYWHERE if not name.startswith(_OF_LIMITS))
"""Those of what any page may ask, outside all limits."""
OF_CONTROL: Final = tuple(name for name in OF_HEALTH if not name.startswith(_OF_ORIGINS))
"""Those of the control API, which has no limits and is for no page of another origin."""


def references(own: Sequence[str], everywhere: Sequence[str] = EVERYWHERE) -> Json:
    """Refer to the headers that every answer has and to those that this one has beside them."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in (*everywhere, *own)}
