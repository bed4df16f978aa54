"""A request as an HTTP client in the same process has it, and its answer as it comes in."""

from urllib.parse import unquote, urlsplit

from mockbooks.frozen import dataclass
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.patience import Coming

RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An answer as it comes in; reading what is `coming` raises ConnectionError or TimeoutError where it ends badly."""

    status: int
    headers: RawHeaders
    coming: Coming
    exchange: Exchange

    def close(self) -> None:
        """Say that it has been read: until then the call counts as running."""
        self.exchange.end()


def exchange_of(method: str, url: str, headers: RawHeaders, body: bytes) -> Exchange:
    """Take a request as a client has it."""
    parts = urlsplit(url)
    named = _joined(headers)
    return Exchange(
        method=method,
        path=unquote(parts.path) or "/",
        query_string=parts.query.encode(),
        headers=named,
        scheme=parts.scheme,
        host=named.get("host", parts.netloc),
        client_address="127.0.0.1",
        body=body,
    )


def _joined(headers: RawHeaders) -> dict[str, str]:
    """Give headers by their name in lower case, repeated ones joined as RFC 9110, section 5.3, has it."""
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined
