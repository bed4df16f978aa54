"""Keeps the control API with its owner: what a web page of another site sends in somebody's browser is refused.

The control API asks for no token unless it is told to. So a browser must not be made to call it: not by a page of
another origin (it says so in Origin and Sec-Fetch-Site, see the Fetch standard and W3C Fetch Metadata), and not by a
page whose own name was made to point to this machine (DNS rebinding), of which nothing tells but the header Host.
"""

import re
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from mockbooks.errors import Complaint, RefusedError
from mockbooks.texts import cut
from mockbooks.traffic.exchange import Exchange

# Names that nobody can own on the public internet: RFC 6761 and 6762, and .internal, which ICANN keeps free.
LOCAL_ENDINGS: Final = (".localhost", ".internal", ".local", ".test", ".example")
# From the server's own pages, and by hand in the address bar.
OWN_SITES: Final = ("same-origin", "none")
# An IPv6 address in brackets, or a name, and maybe a port (RFC 3986, section 3.2.2).
_HOST: Final = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::[0-9]*)?")


class Guard:
    """Judges who makes a call, as far as a browser tells."""

    def __init__(self, hosts: Iterable[str], public_url: str | None = None) -> None:
        """Keep the names, beside those that are always local, by which the server may be called."""
        public = [urlsplit(public_url).netloc] if public_url else []
        self._hosts = frozenset(map(_name_in, (*hosts, *public))) - {""}

    def judge(self, exchange: Exchange) -> None:
        """Refuse a call that another site may have made."""
        self._judge_host(exchange.host)
        _judge_origin(exchange)
        _judge_site(exchange)

    def _judge_host(self, host: str) -> None:
        name = _name_in(host)
        if name not in self._hosts and not _is_local(name):
            raise _refused("host_not_allowed", "Host", came=cut(host), endings=LOCAL_ENDINGS)


def _judge_origin(exchange: Exchange) -> None:
    origin = exchange.headers.get("origin")
    if origin is None:
        return
    # A server with a public URL can still be called by the address that it listens on.
    own = (_origin_of(exchange.base_url), f"{exchange.scheme}://{exchange.host}".lower())
    if origin.lower() not in own:
        raise _cross_site("Origin", origin, allowed=own[0])


def _judge_site(exchange: Exchange) -> None:
    site = exchange.headers.get("sec-fetch-site")
    if site is not None and site not in OWN_SITES:
        raise _cross_site("Sec-Fetch-Site", site, allowed=OWN_SITES)


def _name_in(host: str) -> str:
    """Give the name or address without its port and without the dot that may end it; nothing when there is none."""
    match = _HOST.fullmatch(host)
    if match is None or (match[1] and not _is_ip_address(match[1])):
        return ""
    return (match[1] or match[2]).lower().removesuffix(".")


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _is_local(name: str) -> bool:
    """Tell whether no page on the public internet can be called by this name."""
    if not name:
        return False
    if "." not in name and ":" not in name:
        return True
    return name.endswith(LOCAL_ENDINGS) or _is_ip_address(name)


def _is_ip_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _cross_site(header: str, came: str, *, allowed: object) -> RefusedError:
    return _refused("cross_site_call", header, header=header, came=cut(came), allowed=allowed)


def _refused(code: str, parameter: str, **values: object) -> RefusedError:
    return RefusedError(Complaint(code, parameter=parameter, values=values))
