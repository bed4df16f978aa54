"""The WSGI driver: the same road for in-process use, such as `httpx.WSGITransport`, or under any WSGI server."""

from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any
from wsgiref.types import InputStream, StartResponse, WSGIEnvironment

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.asgi import body_too_large
from mockbooks.web.in_thread import read_in_thread, walked_in_thread
from mockbooks.web.patience import answering, coming
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
            answer = walked_in_thread(answering(self._pipeline.walk(exchange), exchange))
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
        return read_in_thread(coming(self._answer, self._exchange))

    def close(self) -> None:
        self._exchange.end()


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
