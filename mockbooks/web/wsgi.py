"""The WSGI driver: the same road for in-process use, such as `httpx.WSGITransport`, or under any WSGI server."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from threading import Event
from typing import Any
from wsgiref.types import InputStream, StartResponse, WSGIEnvironment

from mockbooks.traffic.decision import Errand, Road
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.web.asgi import body_too_large
from mockbooks.web.delivery import pieces_of
from mockbooks.web.pipeline import Pipeline

# A scenario may answer with a status that no RFC has, such as the 520 of a proxy.
_PHRASES = {each.value: each.phrase for each in HTTPStatus}
_UNPREFIXED = ("CONTENT_TYPE", "CONTENT_LENGTH")


class WsgiDriver:
    """A WSGI application (PEP 3333) around a pipeline; safe to call from several threads.

    A wait is spent in the thread that calls. There is no connection that could be dropped or cut off: a ConnectionError
    is raised in its place, when the application is called or while the body is read.
    """

    def __init__(self, pipeline: Pipeline, *, max_body_bytes: int) -> None:
        """Keep the pipeline and how much of a body is read."""
        self._pipeline = pipeline
        self._max_body_bytes = max_body_bytes

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        exchange = _exchange_of(environ)
        body = self._body(environ)
        if body is None:
            answer = self._pipeline.refuse(body_too_large(self._max_body_bytes), exchange)
        else:
            exchange.body = body
            answer = _walk(self._pipeline.walk(exchange), exchange) or BROKEN_OFF
        if isinstance(answer.delivery, Drop):
            exchange.end()
            raise _DROPPED_BY[answer.delivery.how]("the connection was dropped by the scenario")
        start_response(_status_line(answer.status), _headers(answer))
        return _Body(exchange, answer)

    def _body(self, environ: WSGIEnvironment) -> bytes | None:
        """Read the body, or give None when it is too large."""
        stream: InputStream = environ["wsgi.input"]
        announced = environ.get("CONTENT_LENGTH")
        if announced:
            length = int(announced)
            return None if length > self._max_body_bytes else stream.read(length)
        if not environ.get("wsgi.input_terminated"):
            return b""
        body = stream.read(self._max_body_bytes + 1)
        return None if len(body) > self._max_body_bytes else body


class _Body:
    """The body for a WSGI server, that says by `close` when it has been sent (PEP 3333)."""

    def __init__(self, exchange: Exchange, answer: Answer) -> None:
        self._exchange = exchange
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        body = self._answer.body
        if self._exchange.is_head or not body:
            return
        match self._answer.delivery:
            case Cut(at_bytes=at_bytes):
                yield body[:at_bytes]
                raise ConnectionError("the answer was cut off by the scenario")
            case Dribble() as dribble:
                yield from _dribbled(body, dribble, self._exchange)
            case _:
                yield body

    def close(self) -> None:
        self._exchange.end()


_DROPPED_BY: dict[str, type[ConnectionError]] = {"reset": ConnectionResetError, "close": ConnectionAbortedError}


def _walk(road: Road[Answer], exchange: Exchange) -> Answer | None:
    """Go down the road, with everything on it that takes time; None when a reset has put an end to it."""
    result: Answer | None = None
    try:
        while True:
            met = road.send(result)
            result = met.work() if isinstance(met, Errand) else None
            if isinstance(met, Errand):
                continue
            if _is_broken_off(exchange, met.seconds):
                road.close()
                return None
            exchange.waited_seconds += met.seconds
    except StopIteration as end:
        answer: Answer = end.value
        return answer


def _is_broken_off(exchange: Exchange, seconds: float) -> bool:
    """Spend a wait; tell whether a reset of the administration has broken it off."""
    broken_off = Event()
    if exchange.concerned is None:
        return broken_off.wait(seconds)
    waits = exchange.concerned.waits
    number = waits.begin(broken_off.set)
    try:
        return broken_off.wait(seconds)
    finally:
        waits.end(number)


def _dribbled(body: bytes, dribble: Dribble, exchange: Exchange) -> Iterator[bytes]:
    pieces = pieces_of(body, dribble.pieces)
    for number, piece in enumerate(pieces):
        if number and _is_broken_off(exchange, dribble.seconds / (len(pieces) - 1)):
            raise ConnectionError("the answer was broken off by a reset")
        yield piece


def _exchange_of(environ: WSGIEnvironment) -> Exchange:
    headers = dict(_headers_in(environ))
    return Exchange(
        method=environ["REQUEST_METHOD"],
        path=_text(environ.get("PATH_INFO", "")),
        query_string=environ.get("QUERY_STRING", "").encode("latin-1"),
        headers=headers,
        scheme=environ["wsgi.url_scheme"],
        host=headers.get("host", f"{environ.get('SERVER_NAME', '')}:{environ.get('SERVER_PORT', '')}"),
        client_address=environ.get("REMOTE_ADDR", ""),
    )


def _text(path: str) -> str:
    """Read a path, that PEP 3333 hands over as its bytes in Latin-1, and httpx as it is."""
    try:
        return path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return path


def _headers_in(environ: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in environ.items():
        if key.startswith("HTTP_"):
            yield key.removeprefix("HTTP_").replace("_", "-").lower(), value
        elif key in _UNPREFIXED and value:
            yield key.replace("_", "-").lower(), value


def _status_line(status: int) -> str:
    return f"{status} {_PHRASES.get(status, 'Unknown')}"


def _headers(answer: Answer) -> list[tuple[str, str]]:
    if answer.status == HTTPStatus.NO_CONTENT:
        return list(answer.headers)
    measured = [("Content-Type", answer.media_type), ("Content-Length", str(len(answer.body)))]
    return [*answer.headers, *measured]
