"""The ASGI driver: from what an ASGI server hands over to an Exchange, and from the answer back to the wire."""

from asyncio import sleep
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import partial
from time import perf_counter
from typing import Any

from mockbooks.errors import BodyTooLargeError, Complaint, RequestError
from mockbooks.traffic.decision import Errand, Road
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.web.connection import CONNECTION_KEY, Connection
from mockbooks.web.delivery import deliver
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.waiting import Ending, Waiting

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
LogRequest = Callable[[Exchange, Answer, float], None]

_DISCONNECTED = "http.disconnect"
_BODILESS_STATUSES = frozenset({204, 304})


class AsgiDriver:
    """An ASGI application: reads the body up to its limit and calls the pipeline in the same thread.

    The books are in memory and never wait for anything, so a thread per request would only cost. What a scenario has a
    caller wait is spent on the event loop, and holds up nobody else.
    """

    def __init__(self, pipeline: Pipeline, *, max_body_bytes: int, log_request: LogRequest | None = None) -> None:
        """Keep the pipeline; `log_request` is told of each exchange, its answer and the seconds that it took."""
        self._pipeline = pipeline
        self._max_body_bytes = max_body_bytes
        self._log_request = log_request
        self.waiting = Waiting()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise NotImplementedError(f"mockbooks speaks http, not {scope['type']}")
        started = perf_counter()
        exchange = _exchange_of(scope)
        connection: Connection | None = scope.get(CONNECTION_KEY)
        try:
            answer = await self._answer(exchange, connection, receive)
            if answer is None:
                return
            if answer.delivery is None:
                await _send(answer, send)
            else:
                await deliver(
                    answer, encoded_headers(answer), scope, receive, send, partial(self._wait, exchange, connection)
                )
        finally:
            await _end(exchange)
        if self._log_request is not None:
            self._log_request(exchange, answer, perf_counter() - started)

    def refuse(self, error: RequestError, exchange: Exchange) -> Answer:
        """Answer what the server's protocol could not read."""
        answer = self._pipeline.refuse(error, exchange)
        if self._log_request is not None:
            self._log_request(exchange, answer, 0.0)
        return answer

    async def _answer(self, exchange: Exchange, connection: Connection | None, receive: Receive) -> Answer | None:
        try:
            body = await self._body(exchange, receive)
        except BodyTooLargeError as error:
            return self._pipeline.refuse(error, exchange)
        if body is None:
            return None
        exchange.body = body
        answer = await self._walk(self._pipeline.walk(exchange), exchange, connection)
        return answer or BROKEN_OFF

    async def _walk(self, road: Road[Answer], exchange: Exchange, connection: Connection | None) -> Answer | None:
        """Go down the road, with everything on it that takes time; None when a reset has put an end to it."""
        result: Answer | None = None
        try:
            while True:
                met = road.send(result)
                if isinstance(met, Errand):
                    result = await self.waiting.in_a_thread(met.work)
                    continue
                result = None
                if await self._wait(exchange, connection, met.seconds):
                    road.close()
                    return None
        except StopIteration as end:
            answer: Answer = end.value
            return answer

    async def _wait(self, exchange: Exchange, connection: Connection | None, seconds: float) -> bool:
        """Spend a wait; tell whether a reset of the administration has broken it off."""
        waits = None if exchange.concerned is None else exchange.concerned.waits
        ending = await self.waiting.wait(seconds, waits, connection)
        exchange.caller_left = exchange.caller_left or ending is Ending.CALLER_LEFT
        if ending is Ending.IN_TIME:
            exchange.waited_seconds += seconds
        return ending is Ending.RESET

    async def _body(self, exchange: Exchange, receive: Receive) -> bytes | None:
        """Read the body; None when the caller has gone. Too much is refused before it is read, when it is announced."""
        announced = exchange.headers.get("content-length")
        if announced is None and "transfer-encoding" not in exchange.headers:
            return b""
        if announced is not None and int(announced) > self._max_body_bytes:
            raise body_too_large(self._max_body_bytes)
        pieces: list[bytes] = []
        length = 0
        while True:
            message = await receive()
            if message["type"] == _DISCONNECTED:
                return None
            piece = message.get("body", b"")
            length += len(piece)
            if length > self._max_body_bytes:
                raise body_too_large(self._max_body_bytes)
            pieces.append(piece)
            if not message.get("more_body", False):
                return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def body_too_large(maximum: int) -> BodyTooLargeError:
    """Make the refusal of a body beyond the limit."""
    return BodyTooLargeError(Complaint("body_too_large", values={"maximum": maximum}))


def encoded_headers(answer: Answer) -> list[tuple[bytes, bytes]]:
    """Give the headers of an answer for the wire, with those that the body brings along."""
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.headers]
    if answer.status in _BODILESS_STATUSES:
        return headers
    if answer.media_type:
        headers.append((b"Content-Type", answer.media_type.encode("latin-1")))
    headers.append((b"Content-Length", b"%d" % len(answer.body)))
    return headers


def joined_headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Give headers by their name in lower case, repeated ones joined as RFC 9110, section 5.3, has it."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in pairs:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _exchange_of(scope: Scope) -> Exchange:
    headers = joined_headers(scope["headers"])
    client = scope.get("client")
    return Exchange(
        method=scope["method"],
        path=scope["path"],
        query_string=scope["query_string"],
        headers=headers,
        scheme=scope["scheme"],
        host=headers.get("host") or _own_address(scope),
        client_address=client[0] if client else "",
    )


def _own_address(scope: Scope) -> str:
    """Stand in for the header Host, which HTTP/1.0 knows nothing of."""
    host, port = scope.get("server") or ("", None)
    return f"{host}:{port}" if port else host


async def _end(exchange: Exchange) -> None:
    """End an exchange after those have had their turn that came in beside it: they were all being waited for.

    A caller that waits for this answer is never among them: what it sends next comes in after this turn.
    """
    try:
        if exchange.is_awaited:
            await sleep(0)
    finally:
        exchange.end()


async def _send(answer: Answer, send: Send) -> None:
    """Hand the answer over: the last piece is empty, and is taken when a slow caller has read what came before it."""
    await send({"type": "http.response.start", "status": answer.status, "headers": encoded_headers(answer)})
    await send({"type": "http.response.body", "body": answer.body, "more_body": True})
    await send({"type": "http.response.body"})
