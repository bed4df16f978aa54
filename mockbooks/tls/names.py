"""The names that a certificate is for: DNS names and IP addresses, each told apart from the other."""

from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from mockbooks.tls.errors import TlsError

Name = str | IPv4Address | IPv6Address

# This machine, and what it is called from within containers. `*.localhost` is left out: OpenSSL and Node accept no
# wildcard right above a top-level domain.
USUAL_NAMES: tuple[Name, ...] = (
    "localhost",
    "mockbooks",
    "host.docker.internal",
    IPv4Address("127.0.0.1"),
    IPv6Address("::1"),
)


def read_name(text: str) -> Name:
    """Read a name as a certificate holds it: an address without its zone, or a DNS name in lower case."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return _dns_name(text)


def asked_names(host: str, more: Iterable[str], public_url: str | None = None) -> tuple[Name, ...]:
    """Tell which names callers will use beyond the usual ones; an address that means every address is no name."""
    public = urlsplit(public_url).hostname if public_url else None
    names = [read_name(text) for text in (host, *([public] if public else ()), *more)]
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str) or not name.is_unspecified))


def lacking_names(held: Collection[object], asked: Iterable[Name]) -> tuple[Name, ...]:
    """Tell which of the names that are asked for a certificate is not for."""
    return tuple(name for name in asked if name not in held and _wildcard_above(name) not in held)


def _wildcard_above(name: Name) -> Name:
    """Give the wildcard that would stand for a name; it stands for one label (RFC 9525, section 6.3)."""
    return "*." + name.partition(".")[2] if isinstance(name, str) else name


def _dns_name(text: str) -> str:
    if not text.isascii():
        raise TlsError(f'the name "{text}" cannot stand in a certificate; write it in ASCII, as DNS does (xn--…)')
    return text.rstrip(".").lower()
