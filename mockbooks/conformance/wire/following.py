"""Following redirects, where a document or a page is read: a few, never in a circle, never to what is less safe."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address
from socket import inet_aton
from typing import Final
from urllib.parse import urljoin, urlsplit

from mockbooks.conformance.wire.exchange import Exchange, Request
from mockbooks.texts import Text

MOST_REDIRECTS: Final = 5
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class AstrayError(Exception):
    """Redirects that lead nowhere; `what` says why, for people."""

    def __init__(self, what: Text) -> None:
        """Keep the sentence."""
        super().__init__(what.en)
        self.what = what


def follow(send: Callable[[Request], Exchange], url: str, headers: Mapping[str, str]) -> Exchange:
    """Read what stands at a URL, or where it leads to; raises AstrayError."""
    seen = [url]
    while True:
        exchange = send(Request(method="GET", url=seen[-1], headers=headers))
        location = _location(exchange)
        if location is None:
            return exchange
        seen.append(_next(seen, location))


def _location(exchange: Exchange) -> str | None:
    answer = exchange.answer
    return answer.header("Location") if answer and answer.status in REDIRECTS else None


def _next(seen: list[str], location: str) -> str:
    try:
        url = urljoin(seen[-1], location)
        target = urlsplit(url)
    except ValueError:
        en, nl = f"it redirects to {location}, which is no URL", f"het verwijst naar {location}, en dat is geen URL"
        raise AstrayError(Text(en, nl)) from None
    if url in seen:
        raise AstrayError(
            Text(f"its redirects go round in a circle, by {url}", f"het verwijst in een kring, via {url}")
        )
    if len(seen) > MOST_REDIRECTS:
        en = f"it redirects more than {MOST_REDIRECTS} times"
        raise AstrayError(Text(en, f"het verwijst meer dan {MOST_REDIRECTS} keer door"))
    if urlsplit(seen[-1]).scheme == "https" and target.scheme != "https":
        raise AstrayError(Text(f"it redirects from TLS to {url}", f"het verwijst van TLS naar {url}"))
    if is_inner(target.hostname) and not is_inner(urlsplit(seen[0]).hostname):
        en = f"it redirects to {url}, which is this machine or a link of it"
        raise AstrayError(Text(en, f"het verwijst naar {url}, en dat is deze machine of een link ervan"))
    return url


def is_inner(host: str | None) -> bool:
    """Tell whether a host is this machine by its name, or an address of it or of its link (RFC 6890)."""
    name = (host or "").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = _address(name)
    return address is not None and (address.is_loopback or address.is_link_local or address.is_unspecified)


def _address(name: str) -> IPv4Address | IPv6Address | None:
    """Read an address, also one that is shortened (127.1) or mapped into the other kind (::ffff:127.0.0.1)."""
    with suppress(OSError):
        return IPv4Address(inet_aton(name))
    with suppress(ValueError):
        address = IPv6Address(name.partition("%")[0])
        return address.ipv4_mapped or address
    return None
