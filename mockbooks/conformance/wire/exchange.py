"""One request with what came of it: an answer, or the trouble that kept it away."""

from collections.abc import Mapping
from dataclasses import field

from mockbooks.conformance.wire.trouble import Trouble
from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is sent: `url` is whole, `body` is bytes as they go over the wire."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back; `body` is decoded, and only its beginning where `is_cut` says that it was longer than is read."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    is_cut: bool = False

    def header(self, name: str) -> str | None:
        """Give the first value of a header, whatever the case of its name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The type of the body without its parameters, in lower case; empty where none is told."""
        return (self.header("Content-Type") or "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A request and its outcome: exactly one of `answer` and `trouble` is there."""

    request: Request
    answer: Answer | None = None
    trouble: Trouble | None = None
    seconds: float = 0.0
