"""Parts of an OpenAPI document as Markdown: operations, filters and fields."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from mockbooks.web.reference.written.pieces import code, joined, on_server, table

Json = dict[str, Any]

_FOR_ALL: Final = frozenset({"page", "pageSize", "administration"})


class Asked(NamedTuple):
    """One operation as a document describes it."""

    method: str
    path: str
    described: Json

    @property
    def filters(self) -> list[Json]:
        """The query parameters of its own."""
        parameters: Sequence[Json] = self.described["parameters"]
        return [each for each in parameters if each.get("in") == "query" and each["name"] not in _FOR_ALL]


def operations_of(document: Json, tag: str) -> list[Asked]:
    """Give the operations of one chapter, in order."""
    return [
        Asked(method.upper(), path, described)
        for path, methods in document["paths"].items()
        for method, described in methods.items()
        if tag in described["tags"]
    ]


def overview(asked: Sequence[Asked]) -> str:
    """List operations with their scopes."""
    with_scope = any(_scope(each) for each in asked)
    rows = (
        (code(each.described["operationId"]), code(f"{each.method} {each.path}"), each.described["summary"])
        + ((_scope(each),) if with_scope else ())
        for each in asked
    )
    return table(("operation", "call", "does", *(("scope",) if with_scope else ())), rows)


def filters(asked: Sequence[Asked]) -> Iterator[str]:
    """List the filters of each operation that has any."""
    for each in asked:
        rows = [(code(one["name"]), on_server(one["description"]), _example(one["schema"])) for one in each.filters]
        if rows:
            yield f"### Parameters of {each.described['operationId']}"
            yield table(("parameter", "meaning", "such as"), rows)


def body_fields(document: Json, asked: Sequence[Asked]) -> Iterator[str]:
    """List the fields of each body that is sent."""
    for each in asked:
        content: Mapping[str, Json] = each.described.get("requestBody", {}).get("content", {})
        schema: Json = next((one["schema"] for one in content.values()), {})
        found = _resolved(document, schema)
        if found.get("properties"):
            yield joined(f"### Body of {each.described['operationId']}", _fields(found))


def described_fields(name: str, schema: Json) -> str:
    """List the fields of an object under its name."""
    return joined(f"### {name}", on_server(schema.get("description", "")), _fields(schema))


def _fields(schema: Json) -> str:
    required = schema.get("required", ())
    rows = (
        (
            code(name) + (", required" if name in required else ""),
            on_server(field.get("description", "")),
            _example(field),
        )
        for name, field in schema["properties"].items()
    )
    return table(("field", "meaning", "such as"), rows)


def _resolved(document: Json, schema: Json) -> Json:
    reference: str | None = schema.get("$ref")
    found: Json = document["components"]["schemas"][reference.rpartition("/")[2]] if reference else schema
    return found


def _scope(asked: Asked) -> str:
    security: Sequence[Mapping[str, Sequence[str]]] = asked.described.get("security", ())
    return ", ".join(code(scope) for each in security for scope in each.get("oauth2", ()))


def _example(schema: Json) -> str:
    shown = next(iter(schema.get("examples", ())), None)
    return (
        ""
        if shown is None or isinstance(shown, dict | list)
        else code(json.dumps(shown, ensure_ascii=False).strip('"'))
    )
