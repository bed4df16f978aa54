"""An adapter for requests that asks mockbooks in the same process, and raises what requests raises over a socket."""

import io
from collections.abc import Mapping
from math import inf
from typing import TYPE_CHECKING, Any

from mockbooks.testing.missing import needs

with needs("requests"):
    import requests
    import urllib3
    from requests.adapters import HTTPAdapter

from mockbooks.web.in_thread import read_in_thread

if TYPE_CHECKING:
    from mockbooks.testing.arrival import Arrival
    from mockbooks.testing.in_process import InProcess


class InProcessAdapter(HTTPAdapter):
    """For `session.mount("http://mockbooks.test", ...)`; the read timeout of a call holds, as it does over a socket."""

    def __init__(self, server: "InProcess") -> None:
        """Keep whom to ask."""
        super().__init__()
        self._server = server

    def send(  # noqa: PLR0913, PLR0917 - the signature of requests
        self,
        request: requests.PreparedRequest,
        stream: bool = False,  # noqa: FBT001, FBT002, ARG002 - as above: Session reads what is not streamed
        timeout: Any = None,  # noqa: ANN401 - as above
        verify: bool | str = True,  # noqa: FBT001, FBT002, ARG002 - as above
        cert: Any = None,  # noqa: ANN401, ARG002 - as above
        proxies: Mapping[str, str] | None = None,  # noqa: ARG002 - as above
    ) -> requests.Response:
        """Answer one request."""
        try:
            arrival = self._server.call(
                request.method or "GET",
                request.url or "",
                [(_bytes_of(name), _bytes_of(value)) for name, value in request.headers.items()],
                _body_of(request),
                patience_seconds=_patience_seconds(timeout),
            )
        except TimeoutError as error:
            raise requests.ReadTimeout(str(error), request=request) from error
        except ConnectionError as error:
            broken = urllib3.exceptions.ProtocolError("Connection aborted.", error)
            raise requests.ConnectionError(broken, request=request) from error
        return self.build_response(request, _raw(arrival))


class _Pieces(io.RawIOBase):
    """The body as urllib3 reads it; where it is cut off it just ends, and urllib3 misses what was announced."""

    def __init__(self, arrival: "Arrival") -> None:
        super().__init__()
        self._arrival = arrival
        self._pieces = read_in_thread(arrival.coming)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - what can be written to
        self._left = self._left or self._next()
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        return count

    def close(self) -> None:
        if not self.closed:
            self._arrival.close()
        super().close()

    def _next(self) -> bytes:
        try:
            return next(self._pieces, b"")
        except ConnectionError:
            return b""


def _raw(arrival: "Arrival") -> urllib3.HTTPResponse:
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in arrival.headers]
    return urllib3.HTTPResponse(
        body=_Pieces(arrival),
        headers=urllib3.HTTPHeaderDict(headers),
        status=arrival.status,
        preload_content=False,
        request_method="HEAD" if arrival.exchange.is_head else arrival.exchange.method,
    )


def _body_of(request: requests.PreparedRequest) -> bytes:
    """Read a body in whatever form requests has it: text, bytes, a file or pieces."""
    body: Any = request.body
    if body is None:
        return b""
    if hasattr(body, "read"):
        body = body.read()
    if isinstance(body, str):
        return body.encode()
    return body if isinstance(body, bytes) else b"".join(body)


def _bytes_of(header: str | bytes) -> bytes:
    return header.encode("latin-1") if isinstance(header, str) else header


def _patience_seconds(timeout: Any) -> float:  # noqa: ANN401 - a number, a pair of them, a Timeout or None
    """Read a timeout in every form that requests takes; raises ValueError as urllib3 does for what is none."""
    if not isinstance(timeout, urllib3.Timeout):
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        timeout = urllib3.Timeout(connect=connect, read=read)
    begun = timeout.clone()
    begun.start_connect()
    left: float | None = begun.read_timeout
    return inf if left is None else left
