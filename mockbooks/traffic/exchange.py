"""One request with its answer, as plain values: what every step and every driver speaks of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from mockbooks.catalogue.entry import Language
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.surroundings import Surroundings


@dataclass(kw_only=True, slots=True)
class Exchange:
    """One request on its way in, with what the steps find out about it.

    `method` is "GET" for a HEAD request too, and then `is_head` is true: it is answered as a GET (RFC 9110, section
    9.3.2) and the driver withholds the body. Names in `headers` are in lower case, repeated ones joined with ", ".
    `base_url` is where the caller finds this server, without a slash at the end.
    """

    method: str
    path: str
    query_string: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    scheme: str = "http"
    host: str = ""
    client_address: str = ""
    is_head: bool = False
    request_id: str = ""
    language: Language = "en"
    operation: Operation | None = None
    path_parameters: dict[str, str] = field(default_factory=dict)
    base_url: str = ""
    administration: Surroundings | None = None
    client_id: str | None = None
    scopes: frozenset[str] = frozenset()
    _endings: list[Callable[[], None]] = field(default_factory=list, init=False)

    @property
    def administration_id(self) -> str:
        """The id of the administration, or nothing as long as none is known."""
        return "" if self.administration is None else self.administration.id

    @property
    def is_awaited(self) -> bool:
        """Whether somebody asked to be told of its end."""
        return bool(self._endings)

    def on_end(self, callback: Callable[[], None]) -> None:
        """Have something called when the answer has been handed over, or nobody is left to take it."""
        self._endings.append(callback)

    def end(self) -> None:
        """Tell those who asked; every driver does so once for each exchange."""
        while self._endings:
            self._endings.pop()()


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What goes back: `media_type` becomes Content-Type, the driver adds Content-Length."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "application/json"

    def with_headers(self, *headers: tuple[str, str]) -> "Answer":
        """Give the same answer with more headers."""
        return replace(self, headers=self.headers + headers)

    def header(self, name: str) -> str | None:
        """Give the first header of this name, in whatever case it is written."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
