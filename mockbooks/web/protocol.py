"""The HTTP/1.1 protocol of the server: uvicorn's, with limits on what comes in and problem bodies for what is refused.

What llhttp refuses by itself (both Content-Length and Transfer-Encoding, a repeated Content-Length, obsolete line
folding, unknown methods) ends here as a 400; what is only too large or too slow gets its own status.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import IPv6Address
from typing import Any, Literal

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from mockbooks.errors import (
    Complaint,
    HeadersTooLargeError,
    RefusedError,
    RequestError,
    TooSlowError,
    UrlTooLongError,
)
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.asgi import encoded_headers, joined_headers
from mockbooks.web.connection import CONNECTION_KEY, Connection

Refuse = Callable[[RequestError, Exchange], Answer]

# How long a refused caller may go on sending before the connection is closed. Closing at once would make the
# operating system answer what still comes in with RST, and the caller would never read why it was refused.
LINGER_SECONDS = 2.0
_UPGRADING = frozenset({b"connection", b"upgrade", b"http2-settings"})
# RFC 3986, section 3.2.2: a name or an IPv4 address, or an IPv6 address in brackets, and a port.
_HOST = re.compile(rb"(?:[A-Za-z0-9._~%!$&'()*+,;=-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?")
_HOST_WRONG = Text("the header Host is not a host with a port", "de header Host is geen host met een poort")
# RFC 1035, section 2.3.4, for a name; what names this server is copied to wherever a page or an answer names it.
_LONGEST_HOST = 255
_HOST_LONG = Text(
    f"the header Host is longer than {_LONGEST_HOST} characters",
    f"de header Host is langer dan {_LONGEST_HOST} tekens",
)
_HOST_MISSING = Text("exactly one header Host is needed", "er moet precies één header Host zijn")
_NO_PROXY = Text("this is no proxy", "dit is geen proxy")
_TARGET_WRONG = Text("its target is no URL with a path", "het doel is geen URL met een pad")
_UNREADABLE = Text("it is not HTTP/1.1", "het is geen HTTP/1.1")


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one request may be, before it is read any further."""

    url_bytes: int
    header_bytes: int
    slow_request_seconds: float


class LimitedProtocol(HttpToolsProtocol):
    """One connection. A request is between requests, in its head or in its body; never two of these."""

    def __init__(self, *args: Any, limits: Limits, refuse: Refuse, **kwargs: Any) -> None:  # noqa: ANN401 - uvicorn's
        """Keep the limits, and how a refusal becomes an answer."""
        super().__init__(*args, **kwargs)
        self._limits = limits
        self._refuse = refuse
        self._phase: Literal["between", "head", "body", "refused"] = "between"
        self._header_bytes = 0
        self._fed_bytes = 0
        self._begun = 0
        self._hosts = 0
        self._refusal: RequestError | None = None
        self._deadline: asyncio.TimerHandle | None = None

    # What the transport tells

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start waiting for the first request, but not for ever."""
        super().connection_made(transport)
        self._connection = Connection(transport)
        self._set_deadline()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the deadline with the connection, and tell those who wait on its behalf."""
        self._clear_deadline()
        super().connection_lost(exc)
        self._connection.lose()

    def data_received(self, data: bytes) -> None:
        """Read on, unless this connection has been refused: then only let the caller finish talking."""
        if self._phase == "refused":
            return
        self._unset_keepalive_if_required()
        in_body, self._begun = self._phase == "body", 0
        self._feed(data)
        # A piece that also holds the end of an earlier request is not counted: how much of it is head is not known.
        self._judge_head_so_far(0 if self._begun > 1 or (self._begun and in_body) else len(data))
        if self._phase == "between":
            self._clear_deadline()
        elif self._deadline is None:
            self._set_deadline()

    # What the parser tells

    def on_message_begin(self) -> None:
        """Start counting anew for each request, and give it the connection, which a scenario may break."""
        super().on_message_begin()
        self.scope[CONNECTION_KEY] = self._connection  # type: ignore[typeddict-unknown-key]
        self._phase = "head"
        self._begun += 1
        self._header_bytes = self._fed_bytes = self._hosts = 0

    def on_url(self, url: bytes) -> None:
        """Refuse a URL that is too long."""
        super().on_url(url)
        if len(self.url) > self._limits.url_bytes:
            self._stop(_url_too_long(self._limits.url_bytes))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Refuse header fields that are too large together."""
        super().on_header(name, value)
        if self.headers[-1][0] == b"host":
            self._hosts += 1
            if reason := _wrong_with_host(value):
                self._stop(_malformed(reason))  # RFC 9112, section 3.2
        self._header_bytes += len(name) + len(value) + len(": \r\n")
        if self._header_bytes > self._limits.header_bytes:
            self._stop(_headers_too_large(self._limits.header_bytes))

    def on_headers_complete(self) -> None:
        """Start the request, unless it asks for another protocol first: then it is read again without asking."""
        if self._hosts > 1 or (not self._hosts and self.parser.get_http_version() == "1.1"):
            self._stop(_malformed(_HOST_MISSING))  # RFC 9112, section 3.2
        if self.parser.get_method() == b"CONNECT":
            self._stop(_malformed(_NO_PROXY))
        if not _has_path(self.url):
            self._stop(_malformed(_TARGET_WRONG))  # RFC 9112, section 3.2
        self._phase = "body"
        if not self.parser.should_upgrade():
            super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Note that the whole request has come in."""
        if self.parser.should_upgrade():
            return
        self._phase = "between"
        super().on_message_complete()

    # What the answer tells

    def on_response_complete(self) -> None:
        """Send a refusal that had to wait for the answers to the requests before it."""
        was_last = not self.pipeline
        super().on_response_complete()
        if self._refusal is not None and was_last:
            self._send_refusal(self._refusal)
        elif self._phase == "body" and self._deadline is not None:
            # Answered before the body was read (413): discard the rest, so that the caller reads the answer.
            self._set_deadline(LINGER_SECONDS)

    def _feed(self, data: bytes) -> None:
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade as upgrade:
            self._read_again_without_upgrade(data[upgrade.args[0] :])
        except httptools.HttpParserError as error:
            self._end_with(self._refusal or _malformed(str(error) or _UNREADABLE))

    def _read_again_without_upgrade(self, rest: bytes) -> None:
        """Ignore the wish for another protocol (RFC 9110, section 7.8) without losing the body of the request.

        Java's HttpClient asks for h2c with its first request, body and all, and llhttp stops reading at the head.
        """
        version = self.parser.get_http_version().encode("ascii")
        lines = [b"%s %s HTTP/%s" % (self.parser.get_method(), self.url, version)]
        lines += [b"%s: %s" % (name, value) for name, value in self.headers if name not in _UPGRADING]
        self.parser = httptools.HttpRequestParser(self)
        self.parser.set_dangerous_leniencies(lenient_data_after_close=True)
        self._feed(b"\r\n".join(lines) + b"\r\n\r\n" + rest)

    def _judge_head_so_far(self, length: int) -> None:
        """Refuse a head whose unfinished line is too long: the parser tells of a header only at its end."""
        if self._phase != "head":
            return
        self._fed_bytes += length
        if self._fed_bytes > self._limits.url_bytes + self._limits.header_bytes:
            self._end_with(_headers_too_large(self._limits.header_bytes))

    def _stop(self, refusal: RequestError) -> None:
        """Break off parsing from within one of its callbacks."""
        self._refusal = refusal
        raise refusal

    def _end_with(self, refusal: RequestError) -> None:
        """Refuse the request that is coming in, after the answers to those before it."""
        unfinished = self._phase == "body"
        self._phase = "refused"
        self._refusal = refusal
        if unfinished and self.pipeline and self.pipeline[0][0] is self.cycle:
            self.pipeline.popleft()
        elif unfinished:
            self._drop_cycle()
            self._send_refusal(refusal)
        elif not self._is_answering:
            self._send_refusal(refusal)

    @property
    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.__dict__[
            "cycle"
        ]  # None before the first request: uvicorn's type lies
        return cycle is not None and not cycle.response_complete

    def _drop_cycle(self) -> None:
        """Let the application, that waits for more of the body, know that nothing comes."""
        self.cycle.disconnected = True
        self.cycle.message_event.set()

    def _send_refusal(self, refusal: RequestError) -> None:
        """Answer, say that this is the last word, and close when the caller has stopped talking."""
        self._phase, self._refusal = "refused", None
        if self.transport.is_closing():
            return
        answer = self._refuse(refusal, self._exchange())
        self.transport.write(_response_bytes(answer, self.server_state.default_headers))
        self._unset_keepalive_if_required()
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self._set_deadline(LINGER_SECONDS)

    def _exchange(self) -> Exchange:
        """Tell of a request that was never read what can be told of it."""
        headers = joined_headers(self.headers) if self._phase != "between" else {}
        return Exchange(method="", path="", headers=headers, client_address=self.client[0] if self.client else "")

    def _set_deadline(self, seconds: float | None = None) -> None:
        self._clear_deadline()
        delay = self._limits.slow_request_seconds if seconds is None else seconds
        self._deadline = self.loop.call_later(delay, self._too_late)

    def _clear_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_late(self) -> None:
        self._deadline = None
        if self.flow.read_paused:
            self._set_deadline()  # it is us who are slow, not the caller
        elif self._phase == "head" or (self._phase == "body" and self._is_answering):
            self._end_with(_too_slow(self._limits.slow_request_seconds))
        else:
            self.transport.abort()  # nothing was asked, or everything has been said


def _wrong_with_host(value: bytes) -> Text | None:
    if len(value) > _LONGEST_HOST:
        return _HOST_LONG
    is_host = _HOST.fullmatch(value) and (not value.startswith(b"[") or _holds_ipv6(value))
    return None if is_host else _HOST_WRONG


def _holds_ipv6(value: bytes) -> bool:
    """Tell whether an address stands in the brackets: what reads URLs later fails on anything else."""
    try:
        IPv6Address(value[1 : value.index(b"]")].decode("ascii"))
    except ValueError:
        return False
    return True


def _has_path(target: bytes) -> bool:
    """Tell whether uvicorn, which reads it again, will find a path in the target of a request."""
    try:
        return bool(httptools.parse_url(target).path)
    except httptools.HttpParserInvalidURLError:
        return False


def _response_bytes(answer: Answer, default_headers: list[tuple[bytes, bytes]]) -> bytes:
    status = HTTPStatus(answer.status)
    headers = [*default_headers, *encoded_headers(answer), (b"Connection", b"close")]
    lines = [f"HTTP/1.1 {status.value} {status.phrase}".encode("ascii")]
    lines += [b"%s: %s" % (name.lower(), value) for name, value in headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + answer.body


def _malformed(reason: str | Text) -> RefusedError:
    return RefusedError(Complaint("malformed_request", values={"reason": reason}))


def _url_too_long(maximum: int) -> UrlTooLongError:
    return UrlTooLongError(Complaint("url_too_long", values={"maximum": maximum}))


def _headers_too_large(maximum: int) -> HeadersTooLargeError:
    return HeadersTooLargeError(Complaint("headers_too_large", values={"maximum": maximum}))


def _too_slow(seconds: float) -> TooSlowError:
    return TooSlowError(Complaint("request_timeout", values={"seconds": f"{seconds:g}"}))
