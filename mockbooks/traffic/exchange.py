"""One request with its answer, as plain values: what every step and every driver speaks of."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mockbooks.frozen import dataclass, value
from mockbooks.texts import Language
from mockbooks.traffic.content import content_of
from mockbooks.traffic.delivery import Delivery, Drop
from mockbooks.traffic.loose_search import AS_PROMISED, LooseSearch
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.surroundings import Surroundings

if TYPE_CHECKING:
    from mockbooks.traffic.request_log import Fired

_UNREAD: Final = object()


@dataclass(kw_only=True, slots=True)
class Exchange:
    """One request on its way in, with what the steps find out about it.

    `method` is "GET" for a HEAD request too, and then `is_head` is true: it is answered as a GET (RFC 9110, section
    9.3.2) and the driver withholds the body. Names in `headers` are in lower case, repeated ones joined with ", ".
    `base_url` is where the caller finds this server, without a slash at the end.

    `administration` is the one that a good token lets the call work on; `concerned` the one whose scenario and request
    log it belongs to, good token or not; `began` is when, in ticks of that log, in
    which life of the log and which era of the books. `injected` is set when a fault answers
    in place of the action, `true_answer` when one changes the answer of an action, and `caller_left` when nobody waits
    for the answer any more, who was kept waiting for `waited_seconds` of real time. Lists hide what was created less
    than `hidden_seconds` ago, and pages after the first begin `drifted_rows` rows later (earlier when negative);
    `search` says how their parameters match.
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
    concerned: Surroundings | None = None
    received_at: datetime | None = None
    began: int = 0
    log_life: int = 0
    era: int = 0
    fired: "list[Fired]" = field(default_factory=list)
    injected: bool = False
    caller_left: bool = False
    waited_seconds: float = 0.0
    true_answer: "Answer | None" = None
    hidden_seconds: float = 0.0
    drifted_rows: int = 0
    search: LooseSearch = AS_PROMISED
    client_id: str | None = None
    scopes: frozenset[str] = frozenset()
    _endings: list[Callable[[], None]] = field(default_factory=list, init=False)
    _breakings: list[Callable[[], None]] = field(default_factory=list, init=False)
    _content: object = field(default=_UNREAD, init=False, repr=False, compare=False)

    @property
    def content(self) -> object:
        """The body as a value, read once: JSON as it is, a form as an object of its fields, None for anything else."""
        if self._content is _UNREAD:
            self._content = content_of(self.body, self.headers.get("content-type"))
        return self._content

    @property
    def administration_id(self) -> str:
        """The id of the administration, or nothing as long as none is known."""
        return "" if self.administration is None else self.administration.id

    @property
    def is_awaited(self) -> bool:
        """Whether somebody asked to be told of its end."""
        return bool(self._endings)

    def on_breaking_off(self, callback: Callable[[], None]) -> None:
        """Have something called when the exchange is broken off on its road, and no step will see its answer."""
        self._breakings.append(callback)

    def break_off(self) -> None:
        """Tell those who asked that there will be no answer."""
        while self._breakings:
            self._breakings.pop()()

    def on_end(self, callback: Callable[[], None]) -> None:
        """Have something called when the answer has been handed over, or nobody is left to take it."""
        self._endings.append(callback)

    def end(self) -> None:
        """Tell those who asked; every driver does so once for each exchange."""
        while self._endings:
            self._endings.pop()()


@value(frozen=True, kw_only=True, slots=True)
class Answer:
    """What goes back: `media_type` becomes Content-Type, the driver adds Content-Length.

    A `foreign` one comes from something else than the API, such as a proxy, and gets none of its headers; of those
    that any other gets, it does not get the `withheld`. `delivery` says how it is put on the wire, when not as it
    should be.
    """

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "application/json"
    foreign: bool = False
    delivery: Delivery | None = None
    withheld: tuple[str, ...] = ()

    def with_headers(self, *headers: tuple[str, str]) -> "Answer":
        """Give the same answer with more headers."""
        return Answer(
            status=self.status,
            body=self.body,
            headers=self.headers + headers,
            media_type=self.media_type,
            foreign=self.foreign,
            delivery=self.delivery,
            withheld=self.withheld,
        )

    def header(self, name: str) -> str | None:
        """Give the first header of this name, in whatever case it is written."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


def names_header(patterns: tuple[str, ...], name: str) -> bool:
    """Tell whether one of the patterns is about a header: its name, or what it begins with and a star, in any case."""
    wanted = name.lower()
    return any(
        wanted.startswith(pattern[:-1].lower()) if pattern.endswith("*") else wanted == pattern.lower()
        for pattern in patterns
    )


BROKEN_OFF: Final = Answer(status=0, delivery=Drop("close"))
"""What becomes of a call that is overtaken while it waits, by a reset or the end of its scenario: not a word."""
