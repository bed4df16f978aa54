"""What a request may be on the wire, and the refusals of what it may not be."""

from mockbooks.errors import (
    BodyTooLargeError,
    Complaint,
    HeadersTooLargeError,
    RefusedError,
    TooSlowError,
    UrlTooLongError,
)
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one request may be, before it is read any further."""

    url_bytes: int
    header_bytes: int
    body_bytes: int
    slow_request_seconds: float


def malformed(reason: str | Text) -> RefusedError:
    """Make the refusal of what is not HTTP/1.1."""
    return RefusedError(Complaint("malformed_request", values={"reason": reason}))


def url_too_long(maximum: int) -> UrlTooLongError:
    """Make the refusal of a target beyond the limit."""
    return UrlTooLongError(Complaint("url_too_long", values={"maximum": maximum}))


def headers_too_large(maximum: int) -> HeadersTooLargeError:
    """Make the refusal of header fields that are together beyond the limit."""
    return HeadersTooLargeError(Complaint("headers_too_large", values={"maximum": maximum}))


def body_too_large(maximum: int, came: int | None = None) -> BodyTooLargeError:
    """Make the refusal of a body beyond the limit, with its size where that is known before its end has come."""
    size = Text("", "") if came is None else Text(f" of {came} bytes", f" van {came} bytes")
    return BodyTooLargeError(Complaint("body_too_large", values={"came": size, "maximum": maximum}))


def too_slow(seconds: float) -> TooSlowError:
    """Make the refusal of a request that did not come in within its time."""
    return TooSlowError(Complaint("request_timeout", values={"seconds": f"{seconds:g}"}))
