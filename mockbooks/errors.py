"""Every error that a caller can cause, by family; what each means on the wire is decided in `web/errors.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from mockbooks.frozen import dataclass

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Family(StrEnum):
    """The kinds of refusal; each has one HTTP status."""

    REFUSED = "refused"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    UNKNOWN_URL = "unknown_url"
    WRONG_METHOD = "wrong_method"
    NOT_ACCEPTABLE = "not_acceptable"
    TOO_SLOW = "too_slow"
    BODY_TOO_LARGE = "body_too_large"
    URL_TOO_LONG = "url_too_long"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    TOO_MANY_REQUESTS = "too_many_requests"
    HEADERS_TOO_LARGE = "headers_too_large"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong with a request: a code of the catalogue, where it is, and the values that its text names.

    `pointer` is a JSON Pointer (RFC 6901) into the body, `parameter` the name of a query, path or header parameter;
    neither is set when the complaint is about the request as a whole.
    """

    code: str
    pointer: str | None = None
    parameter: str | None = None
    values: Mapping[str, object] = field(default_factory=lambda: _NO_VALUES)


class RequestError(Exception):
    """What a caller did wrong: one or more complaints of one family."""

    family: ClassVar[Family]

    def __init__(self, *complaints: Complaint) -> None:
        """Keep the complaints in the order in which they are to be told."""
        super().__init__(", ".join(complaint.code for complaint in complaints))
        self.complaints = complaints


class RefusedError(RequestError):
    """An action was reached and refused: nothing has changed."""

    family = Family.REFUSED


class UnauthenticatedError(RequestError):
    """No usable access token came with the call (RFC 6750, section 3)."""

    family = Family.UNAUTHENTICATED


class ForbiddenError(RequestError):
    """The token is good, but its scope does not cover the operation (RFC 6750, section 3.1)."""

    family = Family.FORBIDDEN

    def __init__(self, *complaints: Complaint, scope: str) -> None:
        """Remember the scope that the operation needs, for the challenge."""
        super().__init__(*complaints)
        self.scope = scope


class UnknownUrlError(RequestError):
    """No operation lives at this URL (RFC 9110, section 15.5.5)."""

    family = Family.UNKNOWN_URL


class WrongMethodError(RequestError):
    """The URL exists, but not for this method (RFC 9110, section 15.5.6)."""

    family = Family.WRONG_METHOD

    def __init__(self, *complaints: Complaint, allowed: Sequence[str]) -> None:
        """Remember the methods that the URL has, for the header `Allow`."""
        super().__init__(*complaints)
        self.allowed = tuple(allowed)


class NotAcceptableError(RequestError):
    """The caller accepts no media type that the server can send (RFC 9110, section 15.5.7)."""

    family = Family.NOT_ACCEPTABLE


class TooSlowError(RequestError):
    """The request did not arrive in time (RFC 9110, section 15.5.9)."""

    family = Family.TOO_SLOW


class BodyTooLargeError(RequestError):
    """The body is larger than the server reads (RFC 9110, section 15.5.14)."""

    family = Family.BODY_TOO_LARGE


class UrlTooLongError(RequestError):
    """The URL is longer than the server reads (RFC 9110, section 15.5.15)."""

    family = Family.URL_TOO_LONG


class UnsupportedMediaTypeError(RequestError):
    """The body is not announced as JSON (RFC 9110, section 15.5.16)."""

    family = Family.UNSUPPORTED_MEDIA_TYPE


class TooManyRequestsError(RequestError):
    """The administration has no room for the request at this moment (RFC 6585, section 4)."""

    family = Family.TOO_MANY_REQUESTS

    def __init__(self, *complaints: Complaint, retry_after: str | None) -> None:
        """Remember the header `Retry-After`: when to come back, or None for an answer without it."""
        super().__init__(*complaints)
        self.retry_after = retry_after


class HeadersTooLargeError(RequestError):
    """The header fields are larger than the server reads (RFC 6585, section 5)."""

    family = Family.HEADERS_TOO_LARGE


class FailureError(RequestError):
    """The server itself failed: a bug, never the caller's fault."""

    family = Family.FAILURE
