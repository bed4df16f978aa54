"""One HTTP client for strangers: a deadline on every call, a bound on every body, no redirects, and no proxies."""

import http.client
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from socket import SHUT_RDWR
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.trouble import Trouble, no_connection, too_slow, trouble_of

if TYPE_CHECKING:
    from urllib3.connection import HTTPConnection

MOST_BYTES: Final = 4 * 1024 * 1024
_CHUNK_BYTES: Final = 64 * 1024
_MOST_INTERIM: Final = 10
_USER_AGENT: Final = "mockbooks-check"


class AuthorityError(Exception):
    """A file that is named as the certificate of a CA cannot be read as one; the text says which."""


def trusting(authority: Path | None) -> ssl.SSLContext:
    """Make the context that verifies certificates: by the CA in a file, or by those of the machine."""
    try:
        return ssl.create_default_context(cafile=authority)
    except (OSError, ValueError) as error:
        raise AuthorityError(f"{authority} cannot be used as the certificate of a CA: {error}") from None


@dataclass(slots=True, kw_only=True)
class Client:
    """Sends requests one at a time, and keeps every exchange but for the bodies of answers.

    A call takes at most `timeout_seconds`, whatever is slow: names, connection, headers or body.
    """

    timeout_seconds: float
    clock: Callable[[], float]
    context: ssl.SSLContext
    exchanges: list[Exchange] = field(default_factory=list)

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        """Send a request, and give what came of it; raises nothing for what a server or network does."""
        began = self.clock()
        outcome = self._outcome(request, most_bytes)
        exchange = Exchange(
            request=request,
            answer=outcome if isinstance(outcome, Answer) else None,
            trouble=outcome if isinstance(outcome, Trouble) else None,
            seconds=self.clock() - began,
        )
        told = exchange.answer and replace(exchange.answer, body=b"")
        self.exchanges.append(replace(exchange, answer=told))
        return exchange

    def _outcome(self, request: Request, most_bytes: int) -> Answer | Trouble:
        try:
            sending = _Sending(_connection(request.url, self.timeout_seconds, self.context), request, most_bytes)
        except ValueError as error:
            return trouble_of(error, self.timeout_seconds)
        Thread(target=sending.run, daemon=True).start()
        try:
            outcome = sending.outcomes.get(timeout=self.timeout_seconds)
        except Empty:
            is_connected = sending.give_up()
            return too_slow(self.timeout_seconds) if is_connected else no_connection(self.timeout_seconds)
        return trouble_of(outcome, self.timeout_seconds) if isinstance(outcome, Exception) else outcome


class _Sending:
    """One call in a thread of its own, so that nothing that is slow in it can hold up the caller."""

    def __init__(self, connection: "HTTPConnection", request: Request, most_bytes: int) -> None:
        self.outcomes: SimpleQueue[Answer | Exception] = SimpleQueue()
        self._connection = connection
        self._request = request
        self._most_bytes = most_bytes

    def run(self) -> None:
        try:
            self.outcomes.put(self._answer())
        except Exception as error:  # noqa: BLE001 - whatever a stranger causes is told by the thread that waits
            self.outcomes.put(error)
        finally:
            with suppress(OSError):
                self._connection.close()

    def give_up(self) -> bool:
        """Break the connection off, which ends the thread; tell whether there was one."""
        if self._connection.sock is None:
            return False
        with suppress(OSError):
            self._connection.sock.shutdown(SHUT_RDWR)
        return True

    def _answer(self) -> Answer:
        parts = urlsplit(self._request.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {
            "User-Agent": _USER_AGENT,
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            **self._request.headers,
        }
        self._connection.request(
            self._request.method, target, body=self._request.body, headers=headers, preload_content=False
        )
        response = self._connection.getresponse()
        body = bytearray()
        while len(body) <= self._most_bytes and (chunk := response.read(_CHUNK_BYTES, decode_content=True)):
            body += chunk
        return Answer(
            status=response.status,
            headers=tuple(response.headers.items()),
            body=bytes(body[: self._most_bytes]),
            is_cut=len(body) > self._most_bytes,
        )


def _connection(url: str, seconds: float, context: ssl.SSLContext) -> "HTTPConnection":
    from urllib3.connection import HTTPConnection, HTTPSConnection  # noqa: PLC0415 - slow to import

    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("no URL of HTTP")
    connection = (
        HTTPSConnection(parts.hostname, parts.port, timeout=seconds, ssl_context=context)
        if parts.scheme == "https"
        else HTTPConnection(parts.hostname, parts.port, timeout=seconds)
    )
    connection.response_class = _FinalResponse
    return connection


class _FinalResponse(http.client.HTTPResponse):
    """An answer without those that only announce it, such as 103 Early Hints; the library passes by 100 alone."""

    _passed_by = 0

    def _read_status(self) -> tuple[str, int, str]:
        version, status, reason = super()._read_status()  # type: ignore[misc]
        if not 100 <= status < 200 or status == 101:  # noqa: PLR2004 - RFC 9110, section 15.2
            return version, status, reason
        self._passed_by += 1
        if self._passed_by > _MOST_INTERIM:
            raise http.client.HTTPException(f"more than {_MOST_INTERIM} answers that announce one")
        return version, http.client.CONTINUE, reason
