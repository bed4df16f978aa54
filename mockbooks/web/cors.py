"""Which web pages of other origins may call the API (CORS, the Fetch standard, section 3.2)."""

from collections.abc import Iterable

Headers = tuple[tuple[str, str], ...]

ANY_ORIGIN = "*"
_ALLOWED_REQUEST_HEADERS = (
    "Authorization, Content-Type, Idempotency-Key, X-Request-Id, X-Requested-With, Accept-Language, traceparent, "
    "tracestate"
)
_EXPOSED_HEADERS = (
    "API-Version, X-Request-Id, Link, Location, Allow, Content-Language, WWW-Authenticate, Retry-After, "
    "Idempotency-Replayed, RateLimit, RateLimit-Policy, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset"
)
_PREFLIGHT_SECONDS = "600"


class Cors:
    """The origins that may read answers: all ("*"), those listed, or none."""

    def __init__(self, origins: Iterable[str]) -> None:
        """Keep the origins ("https://app.example"); an empty list is none."""
        self._origins = frozenset(origins)
        self._for_any = _granted(ANY_ORIGIN) if ANY_ORIGIN in self._origins else None

    def headers(self, origin: str | None) -> Headers:
        """Give the headers of any answer to a caller from this origin."""
        if self._for_any is not None:
            return self._for_any
        if not self._origins:
            return ()
        vary = (("Vary", "Origin"),)
        return vary + _granted(origin) if origin in self._origins and origin is not None else vary

    def preflight_headers(self, origin: str | None, allowed_methods: str) -> Headers:
        """Give what a preflight asks beside that: which methods and headers may be used."""
        if self._for_any is None and origin not in self._origins:
            return ()
        return (
            ("Access-Control-Allow-Methods", allowed_methods),
            ("Access-Control-Allow-Headers", _ALLOWED_REQUEST_HEADERS),
            ("Access-Control-Max-Age", _PREFLIGHT_SECONDS),
        )


def _granted(origin: str) -> Headers:
    return (("Access-Control-Allow-Origin", origin), ("Access-Control-Expose-Headers", _EXPOSED_HEADERS))
