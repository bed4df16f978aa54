"""A transport for httpx that asks mockbooks in the same process, and raises what httpx raises over a socket."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING

from mockbooks.testing.missing import needs

with needs("httpx"):
    import anyio.to_thread
    import httpx

if TYPE_CHECKING:
    from mockbooks.testing.in_process import Arrival, InProcess


class InProcessTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """For `httpx.Client(transport=...)` and `httpx.AsyncClient(transport=...)` alike.

    The read timeout of the client holds, as it does over a socket. An asynchronous call waits in a thread of its own.
    """

    def __init__(self, server: "InProcess") -> None:
        """Keep whom to ask."""
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        return self._response(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request without holding up the event loop while it is kept waiting."""
        return await anyio.to_thread.run_sync(self._response, request, await request.aread())

    def _response(self, request: httpx.Request, body: bytes) -> httpx.Response:
        timeouts = request.extensions.get("timeout", {})
        with _as_over_a_socket(request):
            arrival = self._server.call(
                request.method,
                str(request.url),
                request.headers.raw,
                body,
                patience_seconds=timeouts.get("read") or inf,
            )
        return httpx.Response(arrival.status, headers=arrival.headers, stream=_Stream(arrival, request))


class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body as it arrives."""

    def __init__(self, arrival: "Arrival", request: httpx.Request) -> None:
        self._arrival = arrival
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_over_a_socket(self._request):
            yield from self._arrival.pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_over_a_socket(self._request):
            while (piece := await anyio.to_thread.run_sync(next, self._arrival.pieces, None)) is not None:
                yield piece

    def close(self) -> None:
        self._arrival.close()

    async def aclose(self) -> None:
        self._arrival.close()


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
