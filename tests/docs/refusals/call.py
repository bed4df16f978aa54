"""A call that is refused, and the short ways to write several of one operation."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

Json = dict[str, Any]

API: Final = "http://127.0.0.1/api/v1"


class Refused(NamedTuple):
    """A call that is refused: with which code, what is sent, and how the server was started for it."""

    operation: str
    code: str
    method: str
    url: str
    options: Mapping[str, Any] = MappingProxyType({})
    settings: Mapping[str, Any] = MappingProxyType({})


def sends(operation: str, url: str, method: str, bodies: dict[str, Json]) -> list[Refused]:
    return [Refused(operation, code, method, url, {"json": body}) for code, body in bodies.items()]


def asks(operation: str, url: str, queries: dict[str, Json]) -> list[Refused]:
    return [Refused(operation, code, "GET", url, {"params": query}) for code, query in queries.items()]


def not_found(operation: str, method: str, path: str) -> Refused:
    return Refused(operation, "not_found", method, path)
