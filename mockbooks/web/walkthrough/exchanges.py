"""A request with its answer as plain values: what is played, recorded and shown."""

from typing import Final, NamedTuple

from mockbooks.frozen import dataclass

Pairs = tuple[tuple[str, str], ...]

SHOWN_HEADERS: Final = (
    "Content-Type",
    "Location",
    "WWW-Authenticate",
    "Cache-Control",
    "Pragma",
    "RateLimit",
)
"""The headers of an answer that matter here, in the order in which they are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A request as it is sent; the URL is whole."""

    method: str
    url: str
    headers: Pairs = ()
    body: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """An answer; of a recorded one only the headers that matter are kept, and of a page its form alone."""

    status: int
    headers: Pairs = ()
    body: str = ""

    def header(self, name: str) -> str:
        """Give a header, or nothing when it is not there."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


class Outcome(NamedTuple):
    """What an answer comes down to: its status, and the error that it tells, or nothing.

    `error` is that of OAuth, wherever it stands: in the body, in the address of a redirect or in `WWW-Authenticate`.
    `code` is that of a problem of the API.
    """

    status: int
    error: str = ""
    code: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """One exchange that took place: the name of its call, what was sent and what was answered."""

    name: str
    request: Request
    response: Response
