"""A wish for another protocol, ignored (RFC 9110, section 7.8) without losing the body of the request.

Java's HttpClient asks for h2c with its first request, body and all, and llhttp stops reading at the head.
"""

from collections.abc import Mapping
from typing import Final

_UPGRADING: Final = frozenset({"upgrade", "http2-settings"})


def head_without_upgrade(method: bytes, target: bytes, version: str, headers: Mapping[str, str]) -> bytes:
    """Write the head of a request anew: what else it says of its connection still holds."""
    lines = [b"%s %s HTTP/%s" % (method, target, version.encode("ascii"))]
    others = {**headers, "connection": _other_members(headers.get("connection", ""))}
    if not others["connection"]:
        del others["connection"]
    lines += [f"{name}: {value}".encode("latin-1") for name, value in others.items() if name not in _UPGRADING]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def _other_members(connection: str) -> str:
    """Leave those out of a header Connection that are about another protocol (RFC 9110, section 7.6.1)."""
    members = [each.strip() for each in connection.split(",")]
    return ", ".join(each for each in members if each.lower() not in _UPGRADING)
