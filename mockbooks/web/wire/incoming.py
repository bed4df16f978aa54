"""What comes in on a connection: llhttp reads it, and it becomes exchanges within the limits."""

from collections import deque
from time import perf_counter
from typing import Any, Final, Literal

import httptools

from mockbooks.errors import RequestError
from mockbooks.frozen import dataclass
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.wire.connection import Connection
from mockbooks.web.wire.limits import Limits, body_too_large, headers_too_large, malformed, url_too_long
from mockbooks.web.wire.reasons import coding_wrong, reason, version_wrong
from mockbooks.web.wire.target import check_host, path_and_query
from mockbooks.web.wire.upgrade import head_without_upgrade

# A size of 64 bits in hexadecimal, and the ends of two lines.
_CHUNK_BYTES: Final = 20
_SPOKEN: Final = ("1.0", "1.1")
# What stands in for what belongs to a request when there is none; nothing is ever put in.
_NO_EXCHANGE: Final = Exchange(method="", path="")
_NO_PIECES: Final[list[bytes]] = []
_NO_HEADERS: Final[dict[str, str]] = {}
_HOST_MISSING: Final = Text("exactly one header Host is needed", "er moet precies één header Host zijn")
_NO_PROXY: Final = Text("this is no proxy", "dit is geen proxy")
_UNREADABLE: Final = Text("it is not HTTP/1.1", "het is geen HTTP/1.1")


@dataclass(slots=True)
class Asked:
    """A request that is to be answered: as it says, or with a refusal; and since when it has been here."""

    exchange: Exchange
    keeps_alive: bool
    since: float
    refusal: RequestError | None = None


class Incoming:
    """The requests on one connection, as llhttp tells of them piece by piece.

    What it refuses by itself (both Content-Length and Transfer-Encoding, a repeated Content-Length, obsolete line
    folding, unknown methods) is malformed; what is only too large gets a refusal of its own.
    """

    def __init__(self, limits: Limits, connection: Connection) -> None:
        """Begin between two requests."""
        self._limits = limits
        self._connection = connection
        self._parser = self._new_parser()
        self._exchange, self._pieces = _NO_EXCHANGE, _NO_PIECES
        self._checked_host = b""
        self._untold_bytes = 0  # since the parser has last told something
        self.asked: deque[Asked] = deque()
        """The requests that have come in whole, or are refused already, in order."""
        self.phase: Literal["between", "head", "body", "rest"] = "between"
        """Where the last one stands; the rest is what is not read of a body that is too large."""
        self.begun = 0
        """How many there were."""
        self.headers = _NO_HEADERS
        """Those of the last one, as far as they have come in."""
        self.expects_continue = False
        """Whether the caller waits for a word before it sends its body (RFC 9110, section 10.1.1)."""

    def feed(self, data: bytes) -> None:
        """Read on; raises RequestError for what is refused without a request to answer, and then knows no more."""
        self._untold_bytes += len(data)
        left: list[bytes | memoryview] = [data]
        while left:
            left += self._fed(left.pop())
        # The parser tells of a header, and a trailer, only at its end, and of what else a chunk carries never.
        if self._untold_bytes > self._limits.header_bytes and self.phase != "between":
            raise headers_too_large(self._limits.header_bytes)

    def forget(self) -> None:
        """Be held by nothing any more, and hold nothing."""
        self.asked.clear()
        self._parser = None
        self._let_go()

    # What the parser tells

    def on_message_begin(self) -> None:
        """Start counting anew for each request."""
        self.phase = "head"
        self.begun += 1
        self.headers = {}
        self._url = b""
        self._header_bytes = self._untold_bytes = self._hosts = 0
        self._upgrades = False

    def on_url(self, url: bytes) -> None:
        """Take a piece of the target, which may not be too long."""
        self._untold_bytes = 0
        self._url += url
        if len(self._url) > self._limits.url_bytes:
            raise url_too_long(self._limits.url_bytes)

    def on_header(self, raw_name: bytes, raw_value: bytes) -> None:
        """Take a header, joined to an earlier one of its name (RFC 9110, section 5.3); leave one of a trailer."""
        self._untold_bytes = 0
        self._header_bytes += len(raw_name) + len(raw_value) + 4
        if self._header_bytes > self._limits.header_bytes:
            raise headers_too_large(self._limits.header_bytes)
        if self.phase != "head":
            return
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers = self.headers
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
        if name == "host":
            self._take_host(raw_value)

    def on_headers_complete(self) -> None:
        """Make the exchange, unless it asks for another protocol first: then it is read again without asking."""
        parser, headers = self._parser, self.headers
        if parser.get_http_version() not in _SPOKEN:
            raise malformed(version_wrong(parser.get_http_version()))  # RFC 9110, section 2.5
        if self._hosts != 1 and (self._hosts or parser.get_http_version() == "1.1"):
            raise malformed(_HOST_MISSING)  # RFC 9112, section 3.2
        if "transfer-encoding" in headers:
            self._check_coding(headers["transfer-encoding"])
        method = parser.get_method().decode("ascii")
        if method == "CONNECT":
            raise malformed(_NO_PROXY)
        path, query = path_and_query(self._url)
        self._upgrades = "upgrade" in headers and parser.should_upgrade()
        if not self._upgrades:
            self._take_head(method, path, query)

    def on_chunk_header(self) -> None:
        """Allow each chunk its size and its line ends; what else it carries is counted over the whole body."""
        self._untold_bytes = max(0, self._untold_bytes - _CHUNK_BYTES)

    def on_body(self, piece: bytes) -> None:
        """Take a piece of the body, or leave it where the body is too large."""
        self._untold_bytes = max(0, self._untold_bytes - len(piece))
        if self.phase != "body":
            return
        self._pieces.append(piece)
        self._body_bytes += len(piece)
        if self._body_bytes > self._limits.body_bytes:
            self._refuse_body()

    def on_message_complete(self) -> None:
        """Have the request answered, unless it is already."""
        if self._upgrades:
            return
        if self.phase == "body":
            self._exchange.body = b"".join(self._pieces)
            self.asked.append(self._request())
        self._let_go()
        self.phase = "between"

    def _check_coding(self, coding: str) -> None:
        """Refuse what would be read as something else than was sent (RFC 9112, sections 6.1 and 7)."""
        if coding.lower() != "chunked" or self._parser.get_http_version() != "1.1":
            raise malformed(coding_wrong(coding))

    def _let_go(self) -> None:
        """Hold nothing of a request that others answer: a connection may be idle for long, with many beside it."""
        self._exchange, self._pieces, self.headers = _NO_EXCHANGE, _NO_PIECES, _NO_HEADERS

    def _take_host(self, host: bytes) -> None:
        """Check a host, once where it stays the same."""
        self._hosts += 1
        if host != self._checked_host:
            check_host(host)
            self._checked_host = host

    def _take_head(self, method: str, path: str, query: bytes) -> None:
        headers, connection = self.headers, self._connection
        self._exchange = Exchange(
            method=method,
            path=path,
            query_string=query,
            headers=headers,
            scheme=connection.scheme,
            host=headers.get("host") or connection.host,
            client_address=connection.client_address,
        )
        self._since = perf_counter()
        self._pieces = []
        self._body_bytes = 0
        self.phase = "body"
        self.expects_continue = "expect" in headers and self._is_held_back(headers["expect"])
        length = int(headers.get("content-length", 0))
        if length > self._limits.body_bytes:
            self._refuse_body(length)

    def _is_held_back(self, expectation: str) -> bool:
        return expectation.lower() == "100-continue" and self._parser.get_http_version() != "1.0"

    def _request(self, refusal: RequestError | None = None) -> Asked:
        # HTTP/1.0 keeps a connection only where it is asked to, and here not even then.
        keeps = self._parser.should_keep_alive() and (
            "connection" not in self.headers or self._parser.get_http_version() != "1.0"
        )
        return Asked(self._exchange, keeps, self._since, refusal)

    def _refuse_body(self, announced: int | None = None) -> None:
        """Have the request refused at once, and leave the rest of its body."""
        request = self._request(body_too_large(self._limits.body_bytes, announced))
        # Where it goes on nobody can tell: what comes next is the body, or the next request (RFC 9110, section 10.1.1).
        request.keeps_alive = request.keeps_alive and not self.expects_continue
        self.asked.append(request)
        self._pieces = _NO_PIECES
        self.phase = "rest"

    def _fed(self, data: bytes | memoryview) -> list[bytes | memoryview]:
        """Feed the parser; give what it has left behind a wish for another protocol, the last of it first."""
        begins, begun = self.phase == "between", self.begun
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            parser, self._parser = self._parser, self._new_parser()
            head = head_without_upgrade(parser.get_method(), self._url, parser.get_http_version(), self.headers)
            return [memoryview(data)[upgrade.args[0] :], head]
        except httptools.HttpParserError as error:
            # What was raised in one of the callbacks is its context.
            head = bytes(data) if begins and self.begun <= begun + 1 else b""  # else it began somewhere before
            raise (error.__context__ or malformed(reason(str(error), head) or _UNREADABLE)) from None
        return []

    def _new_parser(self) -> Any:  # noqa: ANN401 - None in the end, and httptools has no types for the rest
        parser = httptools.HttpRequestParser(self)
        # What comes behind a last request is not answered, and no reason to refuse the request.
        parser.set_dangerous_leniencies(lenient_data_after_close=True)
        return parser
