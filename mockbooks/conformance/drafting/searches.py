"""The calls that search, as far as their parameters tell how."""

from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.drafting.targets import Values, target
from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.searching import Search
from mockbooks.conformance.vendor.model import Call, Noun
from mockbooks.conformance.vocabulary.searches import SEARCH_WORDS
from mockbooks.conformance.vocabulary.words import joined

_EXPRESSIONS: Final = {Manner.EXPRESSION, Manner.SILENT_EXPRESSION}


def search_call(search: Search, noun: Noun, name: str, values: Values, field: str | None) -> Call:
    """Write a search; `field` is what the vendor calls it in an item, for those that take an expression."""
    operation, value = search.operation, f"${{{name}}}"
    if search.place == "path":
        return Call(method=operation.method, target=target(operation, values, last=name))
    if search.place == "body":
        return Call(method=operation.method, target=target(operation, values), body={search.parameter: value})
    query = {search.parameter: _expression(search, field, value) if search.manner in _EXPRESSIONS else value}
    return Call(
        method=operation.method, target=target(operation, values, query={**query, **_ranges(search, noun, name)})
    )


def _expression(search: Search, field: str | None, value: str) -> str:
    """Write what OData and Xero take; for others a person must."""
    name = (field or "FILL-IN").strip("/").replace("/", ".").replace(" ", "")
    if search.parameter.startswith("$"):
        return f"{name}%20eq%20'{value}'"
    return f'{name}=="{value}"' if joined(search.parameter) == "where" else f"{name}:{value}"


def _ranges(search: Search, noun: Noun, name: str) -> Mapping[str, str]:
    """Give both ends of a range the same value."""
    known = SEARCH_WORDS[noun, name].ranges
    if joined(search.parameter) not in known:
        return {}
    others = [parameter.name for parameter in search.operation.in_place("query") if joined(parameter.name) in known]
    return dict.fromkeys(others, f"${{{name}}}")
