"""What apispec writes and a reader does not need, or would misread, is taken out of the document."""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]


def tidy(document: Json) -> None:
    """Take out defaults of null and least lengths of zero, and let no parameter of a query be null."""
    for node in _objects(document):
        if node.get("default", ...) is None:
            del node["default"]
        if node.get("minItems") == 0:
            del node["minItems"]
    for item in document["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []) if isinstance(operation, dict) else []:
                _as_text(parameter["schema"])


def _objects(node: object) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
        for inner in node.values():
            yield from _objects(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _objects(inner)


def _as_text(schema: Json) -> None:
    """Describe what stands in a URL: it is there or it is not, but never null, and `true` is a word."""
    if isinstance(schema["type"], list):
        (schema["type"],) = (kind for kind in schema["type"] if kind != "null")
    if "enum" in schema:
        schema["enum"] = [word for word in schema["enum"] if word is not None]
    if schema["type"] == "boolean":
        schema["examples"] = [True]
