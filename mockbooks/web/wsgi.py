"""The WSGI driver: the same road for in-process use, such as `httpx.WSGITransport`, or under any WSGI server."""

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any
from wsgiref.types import InputStream, StartResponse, WSGIEnvironment

from mockbooks.errors import RequestError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.in_thread import read_in_thread, walked_in_thread
from mockbooks.web.patience import answering, coming
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.wire.limits import body_too_large, malformed
from mockbooks.web.wire.reasons import length_wrong
from mockbooks.web.wire.response import headers_of

# A scenario may answer with a status that no RFC has, such as the 520 of a proxy.
_PHRASES = {each.value: each.phrase for each in HTTPStatus}
# More digits than these overflow the parser of HTTP as well.
_LENGTH = re.compile(r"[0-9]{1,18}")
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
        answer = self._answer(environ, exchange)
        start_response(_status_line(answer.status), headers_of(answer))
        return _Body(exchange, answer)

    def _answer(self, environ: WSGIEnvironment, exchange: Exchange) -> Answer:
        try:
            exchange.body = self._body(environ)
        except RequestError as error:
            return self._pipeline.refuse(error, exchange)
        return walked_in_thread(answering(self._pipeline.walk(exchange), exchange))

    def _body(self, environ: WSGIEnvironment) -> bytes:
        """Read the body; raises BodyTooLargeError, and RefusedError where its announced length is none."""
        stream: InputStream = environ["wsgi.input"]
        maximum = self._max_body_bytes
        if announced := environ.get("CONTENT_LENGTH"):
            length = _length_of(announced)
            if length > maximum:
                raise body_too_large(maximum, length)
            return stream.read(length)
        if not environ.get("wsgi.input_terminated"):
            return b""
        body = stream.read(maximum + 1)
        if len(body) > maximum:
            raise body_too_large(maximum)
        return body


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


def _length_of(announced: str) -> int:
    """Read a Content-Length (RFC 9110, section 8.6); what is none is refused as over a socket."""
    if not _LENGTH.fullmatch(announced):
        raise malformed(length_wrong(announced))
    return int(announced)


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
