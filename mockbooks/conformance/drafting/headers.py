"""The headers without which calls are refused, such as that of the tenant: their values are to be filled in."""

from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.drafting.targets import Values

_OF_HTTP: Final = frozenset(
    {"authorization", "accept", "content-type", "user-agent", "host", "content-length", "cookie"}
)
_OF_ONE_CALL: Final = frozenset({"idempotency-key", "if-match", "if-none-match", "if-modified-since", "x-request-id"})
_MOST: Final = 8


def required_headers(operations: Sequence[Operation], values: Values, *, beside: str) -> dict[str, str]:
    """Give the headers that most operations require, each with the name of a value; `beside` is that of the token."""
    left_out = _OF_HTTP | _OF_ONE_CALL | {beside.lower()}
    asked = {
        parameter.name: parameter
        for operation in operations
        for parameter in operation.in_place("header")
        if parameter.is_required and parameter.name.lower() not in left_out
    }
    return {
        name: f"${{{values.need(name, parameter, 'header')}}}"
        for name, parameter in list(asked.items())[:_MOST]
        if name.isascii() and name.isprintable() and " " not in name and ":" not in name
    }
