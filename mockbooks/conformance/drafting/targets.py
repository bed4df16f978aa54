"""Targets of calls: paths of the document with `${name}` where a value goes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mockbooks.conformance.document.model import Operation, Parameter
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import singular, words

FILL_IN: Final = "FILL-IN"
_PARAMETER: Final = re.compile(r"\{([^{}]*)\}")
_FORMATS: Final = {"format": ".json", "extension": ".json"}
_NAMED: Final = re.compile(r"[^0-9A-Za-z_.-]+")
_SAFE: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_LONGEST_NAME: Final = 59
_GIVEN: Final = table("run id name email number date reference sku description token")


@dataclass(kw_only=True)
class Values:
    """The values that targets need and nothing gives, with what stands for them in the document."""

    found: dict[str, object] = field(default_factory=dict)

    def need(self, name: str, parameter: Parameter | None, before: str) -> str:
        """Note that a value is needed, and give the name under which it is."""
        own = _NAMED.sub("_", name).strip("_.-")[:_LONGEST_NAME] or "value"
        if own in _GIVEN or not own[0].isalpha():
            own = f"{singular((words(before) or ('own',))[-1])}_{own}"[:_LONGEST_NAME]
        self.found.setdefault(own, _example(parameter))
        return own


def target(
    operation: Operation, values: Values, *, last: str | None = None, query: Mapping[str, str] | None = None
) -> str:
    """Write the target of a call; `last` is the name of the value that the last parameter of the path takes."""
    parameters = {parameter.name: parameter for parameter in operation.parameters if parameter.place == "path"}
    pieces = _PARAMETER.split(operation.path)
    ends = len(pieces) - 2
    written = [pieces[0]]
    for number in range(1, len(pieces), 2):
        name, behind = pieces[number], pieces[number + 1]
        if name.lstrip("?.").lower() in _FORMATS:
            written.append(".json" + behind)
        elif number == ends and last is not None:
            written.append(f"${{{last}}}{behind}")
        else:
            before = written[-1].rstrip("/").rsplit("/", 1)[-1]
            written.append(f"${{{values.need(name, parameters.get(name), before)}}}{behind}")
    path = _SAFE.sub("", "".join(written))
    asked = {**_required(operation, values, query or {}), **(query or {})}
    return path + ("?" + "&".join(f"{_quoted(name)}={value}" for name, value in asked.items()) if asked else "")


def _required(operation: Operation, values: Values, query: Mapping[str, str]) -> dict[str, str]:
    """Give the query parameters without which the call is refused."""
    return {
        parameter.name: f"${{{values.need(parameter.name, parameter, operation.path)}}}"
        for parameter in operation.in_place("query")
        if parameter.is_required and parameter.name not in query
    }


def _quoted(name: str) -> str:
    return _SAFE.sub("", name).replace("&", "%26").replace("=", "%3D").replace("#", "%23")


def _example(parameter: Parameter | None) -> str | int | float | bool:
    shape = parameter.schema.shape if parameter and parameter.schema else None
    for value in (shape.example, *shape.choices[:1]) if shape else ():
        if isinstance(value, str | int | float | bool) and "${" not in str(value) and str(value).isprintable():
            return value if value != "" else FILL_IN
    return FILL_IN


def printable(text: str) -> str:
    """Give a text in which nothing is that cannot be printed, cut where it is long."""
    return "".join(each if each.isprintable() else " " for each in text).strip()[:500]
