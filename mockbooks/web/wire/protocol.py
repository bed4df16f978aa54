"""One connection of the server: what is asked on it is answered in order, however slowly it is sent or read."""

import asyncio
from dataclasses import field
from typing import Final

from mockbooks.errors import RequestError
from mockbooks.frozen import dataclass
from mockbooks.web.wire.connection import Connection
from mockbooks.web.wire.deadline import Deadline
from mockbooks.web.wire.driver import Driver
from mockbooks.web.wire.incoming import Asked, Incoming
from mockbooks.web.wire.limits import Limits, too_slow
from mockbooks.web.wire.outgoing import Outgoing
from mockbooks.web.wire.registry import Registry
from mockbooks.web.wire.turns import Turns
from mockbooks.web.wire.uptake import Uptake

# How long a refused caller may go on sending before the connection is closed. Closing at once would make the
# operating system answer what still comes in with RST, and the caller would never read why it was refused.
LINGER_SECONDS: Final = 2.0
# No more is parsed at a time, so that a caller has at most some hundreds of requests in memory that are not answered.
_PIECE_BYTES: Final = 16_384
_CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """On what terms a server serves: who answers, in what turns, within which limits, and how long silence may last."""

    driver: Driver
    turns: Turns = field(default_factory=Turns)
    limits: Limits
    keep_alive_seconds: float


class HttpProtocol(asyncio.Protocol):
    """One connection: at most one request on it is being answered; reading stops while others wait for their turn."""

    transport: asyncio.Transport

    def __init__(self, terms: Terms, registry: Registry) -> None:
        """Keep the terms, and where to be registered."""
        self._terms = terms
        self._registry = registry
        self._loop = asyncio.get_running_loop()
        self._deadline = Deadline(self._loop, self._too_late)
        self._unread = b""
        self._refusal: RequestError | None = None
        self._timed = 0
        self._is_busy = self._is_deaf = self._reading_paused = False

    # What the transport tells

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start waiting for the first request, but not for ever."""
        self.transport = transport
        limits = self._terms.limits
        self._connection = Connection(transport, Uptake(transport, self._loop, limits.slow_request_seconds))
        self._incoming = Incoming(limits, self._connection)
        self._outgoing = Outgoing(self._terms.driver, self._connection, self._registry, self._has_sent)
        self._registry.connections.add(self)
        self._deadline.set(limits.slow_request_seconds)
        if self._registry.is_leaving:
            self._connection.close()  # it came in while the server began to stop

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - lost is lost
        """Forget everything, and tell those who wait on its behalf."""
        self._registry.lose(self)
        self._deadline.end()
        self._connection.uptake.end()
        self._incoming.forget()
        self._unread, self._refusal = b"", None
        self._outgoing.forget()
        self._connection.lose()

    def data_received(self, data: bytes) -> None:
        """Read on, unless this connection has been refused: then only let the caller finish talking."""
        if self._is_deaf:
            return
        self._unread = self._unread + data if self._unread else data
        self._read()

    def pause_writing(self) -> None:
        """Note that the caller reads more slowly than it is answered."""
        self._outgoing.pause()

    def resume_writing(self) -> None:
        """Go on with what waited until the caller had read."""
        self._outgoing.resume()

    # What the server tells

    def shutdown(self) -> None:
        """Close when what runs is finished, at once when nothing does."""
        if self._is_busy or self._incoming.phase == "body":
            self._outgoing.is_leaving = True
        else:
            self._connection.close()

    # Reading

    def _read(self) -> None:
        """Read until something is to be answered, and begin to answer it."""
        incoming = self._incoming
        if self.transport.is_closing():
            return
        try:
            while self._unread and not incoming.asked:
                piece, self._unread = self._unread[:_PIECE_BYTES], self._unread[_PIECE_BYTES:]
                incoming.feed(piece)
        except RequestError as refusal:
            self._refuse(refusal)
        self._mind_the_time()
        if incoming.asked and not self._is_busy:
            self._answer_next()
        if incoming.asked or self._unread:
            self._pause_reading()
        else:
            self._listen()

    def _mind_the_time(self) -> None:
        """Give each request that does not come in at once its time, from its beginning until its end."""
        incoming = self._incoming
        if self._is_deaf:
            return
        if incoming.phase == "between":
            if self._is_busy:
                self._deadline.clear()
            elif incoming.begun and not incoming.asked:
                self._deadline.set(self._terms.keep_alive_seconds)
        elif self._timed != incoming.begun:
            self._timed = incoming.begun
            self._deadline.set(self._terms.limits.slow_request_seconds)

    def _listen(self) -> None:
        """Take what comes, and ask for a body that is held back once it is its turn (RFC 9110, section 10.1.1)."""
        if self._reading_paused:
            self._reading_paused = False
            self.transport.resume_reading()
        incoming = self._incoming
        if incoming.expects_continue and incoming.phase == "body" and not self._is_busy and not self._is_deaf:
            incoming.expects_continue = False
            self.transport.write(_CONTINUE)

    def _pause_reading(self) -> None:
        if not self._reading_paused:
            self._reading_paused = True
            self.transport.pause_reading()

    # Answering

    def _answer_next(self) -> None:
        """Answer the request whose turn it is."""
        asked = self._incoming.asked.popleft()
        self._is_busy = True
        if self._incoming.phase == "between":
            self._deadline.clear()  # nobody waits for the caller
        self._outgoing.answer(asked)

    def _has_sent(self, asked: Asked, is_last: bool) -> None:  # noqa: FBT001 - called once, from one place
        """Go on to the next request, and end the exchange after those have had their turn that came in beside it.

        They were all being waited for. A caller that waits for this answer is never among them: what it sends next
        comes in after this turn.
        """
        incoming = self._incoming
        if is_last or self.transport.is_closing():
            self._hear_no_more()
        if incoming.asked:
            self._terms.turns.take(self._take_turn)
        if asked.exchange.is_awaited:
            self._loop.call_soon(asked.exchange.end)
        if not incoming.asked:
            self._is_busy = False
            self._rest()

    def _take_turn(self) -> None:
        """Answer the next one of several that came at once."""
        if self._incoming.asked:
            self._answer_next()

    def _rest(self) -> None:
        """Wait for the next request, when all that came in have been answered."""
        if self.transport.is_closing():
            return
        if self._refusal is not None:
            self._send_refusal(self._refusal)
            return
        if self._incoming.phase == "between":
            self._deadline.set(self._terms.keep_alive_seconds)
        elif self._incoming.phase == "rest":
            # Answered before the body was read (413): discard the rest, so that the caller reads the answer.
            self._deadline.set(LINGER_SECONDS)
        if self._unread:
            self._terms.turns.take(self._read)
        else:
            self._listen()

    # Refusing

    def _refuse(self, refusal: RequestError) -> None:
        """Refuse the request that is coming in, after the answers to those before it, and listen no more."""
        self._is_deaf = True
        self._unread = b""
        self._deadline.clear()  # nothing of it is waited for, but the answers before it
        self._refusal = refusal
        if not self._is_busy and not self._incoming.asked:
            self._send_refusal(refusal)

    def _hear_no_more(self) -> None:
        """Leave alone what comes behind a last answer."""
        self._is_deaf = True
        self._unread = b""
        self._incoming.asked.clear()

    def _send_refusal(self, refusal: RequestError) -> None:
        """Answer, and close when the caller has stopped talking."""
        self._refusal = None
        if self.transport.is_closing():
            return
        self._outgoing.refuse(refusal, {} if self._incoming.phase == "between" else self._incoming.headers)
        self._listen()
        self._deadline.set(LINGER_SECONDS)

    def _too_late(self) -> None:
        """End what has taken too long."""
        if self._reading_paused:
            self._deadline.set(self._terms.limits.slow_request_seconds)  # it is us who are slow, not the caller
        elif not self._is_deaf and self._incoming.phase in {"head", "body"}:
            self._refuse(too_slow(self._terms.limits.slow_request_seconds))
        elif not self._is_deaf and self._incoming.phase == "between" and self._incoming.begun:
            self._connection.close()
        else:
            self.transport.abort()  # nothing was asked, or everything has been said
