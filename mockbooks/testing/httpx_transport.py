"""A transport for httpx that asks mockbooks in the same process, and raises what httpx raises over a socket."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING

from mockbooks.testing.missing import needs

with needs("httpx"):
    import httpx

from mockbooks.testing.arrival import exchange_of
from mockbooks.testing.on_loop import read_on_loop, walked_on_loop
from mockbooks.web.in_thread import read_in_thread, walked_in_thread

if TYPE_CHECKING:
    from mockbooks.testing.arrival import Arrival
    from mockbooks.testing.in_process import InProcess
    from mockbooks.traffic.exchange import Exchange
    from mockbooks.web.patience import Walk


class InProcessTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """For `httpx.Client(transport=...)` and `httpx.AsyncClient(transport=...)` alike.

    The read timeout of the client holds, as it does over a socket. An asynchronous call waits on its event loop; when
    it is cancelled there, its caller has left.
    """

    def __init__(self, server: "InProcess") -> None:
        """Keep whom to ask."""
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        with _as_over_a_socket(request):
            return _response(walked_in_thread(self._walk(request, _exchange_of(request, request.read()))), request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request without holding up the event loop while it is kept waiting."""
        exchange = _exchange_of(request, await request.aread())
        with _as_over_a_socket(request):
            return _response(await walked_on_loop(self._walk(request, exchange), exchange), request)

    def _walk(self, request: httpx.Request, exchange: "Exchange") -> "Walk[Arrival]":
        patience_seconds: float | None = request.extensions.get("timeout", {}).get("read")
        return self._server.walk(exchange, inf if patience_seconds is None else patience_seconds)


class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body as it arrives."""

    def __init__(self, arrival: "Arrival", request: httpx.Request) -> None:
        self._arrival = arrival
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_over_a_socket(self._request):
            yield from read_in_thread(self._arrival.coming)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_over_a_socket(self._request):
            async for piece in read_on_loop(self._arrival.coming):
                yield piece

    def close(self) -> None:
        self._arrival.close()

    async def aclose(self) -> None:
        self._arrival.close()


def _exchange_of(request: httpx.Request, body: bytes) -> "Exchange":
    return exchange_of(request.method, str(request.url), request.headers.raw, body)


def _response(arrival: "Arrival", request: httpx.Request) -> httpx.Response:
    return httpx.Response(arrival.status, headers=arrival.headers, stream=_Stream(arrival, request))


@contextmanager
def _as_over_a_socket(request: httpx.Request) -> Iterator[None]:
    """Raise what httpx makes of a connection that ends, or of silence: the same classes, so that a retry works."""
    try:
        yield
    except TimeoutError as error:
        raise httpx.ReadTimeout(str(error), request=request) from error
    except ConnectionResetError as error:
        raise httpx.ReadError(str(error), request=request) from error
    except ConnectionAbortedError as error:
        told = "Server disconnected without sending a response."
        raise httpx.RemoteProtocolError(told, request=request) from error
    except ConnectionError as error:
        told = f"peer closed connection without sending complete message body ({error})"
        raise httpx.RemoteProtocolError(told, request=request) from error
