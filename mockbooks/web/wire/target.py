"""Where a request goes: the target on its first line, and its header Host."""

import re
from urllib.parse import unquote

import httptools

from mockbooks.texts import Text
from mockbooks.web.wire.limits import malformed

# RFC 3986, section 3.2.2: a name or an IPv4 address, or an IPv6 address in brackets, and a port.
_HOST = re.compile(rb"(?:[A-Za-z0-9._~%!$&'()*+,;=-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?")
_HOST_WRONG = Text("the header Host is not a host with a port", "de header Host is geen host met een poort")
# RFC 1035, section 2.3.4, for a name; what names this server is copied to wherever a page or an answer names it.
_LONGEST_HOST = 255
_HOST_LONG = Text(
    f"the header Host is longer than {_LONGEST_HOST} characters",
    f"de header Host is langer dan {_LONGEST_HOST} tekens",
)
_TARGET_WRONG = Text("its target is no URL with a path", "het doel is geen URL met een pad")


def path_and_query(target: bytes) -> tuple[str, bytes]:
    """Read a target: its path with what was percent-encoded in it, its query as it came.

    Raises RefusedError for what is no URL with a path (RFC 9112, section 3.2).
    """
    try:
        url = httptools.parse_url(target)
    except httptools.HttpParserInvalidURLError:
        raise malformed(_TARGET_WRONG) from None
    if not url.path:
        raise malformed(_TARGET_WRONG)
    path: str = url.path.decode("ascii")
    return (unquote(path) if "%" in path else path), url.query or b""


def check_host(host: bytes) -> None:
    """Raise RefusedError for what is no host with a port (RFC 9112, section 3.2)."""
    if len(host) > _LONGEST_HOST:
        raise malformed(_HOST_LONG)
    if not _HOST.fullmatch(host) or (host.startswith(b"[") and not _holds_ipv6(host)):
        raise malformed(_HOST_WRONG)


def _holds_ipv6(host: bytes) -> bool:
    """Tell whether an address stands in the brackets: what reads URLs later fails on anything else."""
    from ipaddress import IPv6Address  # noqa: PLC0415 - hardly any Host has brackets

    try:
        IPv6Address(host[1 : host.index(b"]")].decode("ascii"))
    except ValueError:
        return False
    return True
