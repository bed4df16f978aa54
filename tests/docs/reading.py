"""Reads the OpenAPI document for the tests: what it describes, what it leaves out, and whether a value fits it."""

from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema_rs

Json = dict[str, Any]
METHODS = ("get", "put", "post", "delete")


def operations(document: Json) -> dict[str, Json]:
    """Give the operations by operationId, each with the `method` and `path` where it stands."""
    return {
        item[method]["operationId"]: {**item[method], "method": method.upper(), "path": path}
        for path, item in document["paths"].items()
        for method in item
    }


def undocumented(document: Json) -> list[str]:
    """Name every place that lacks a description, or an example where there must be one."""
    return [*_without_description(document), *_without_example(document)]


def _without_description(document: Json) -> Iterator[str]:
    for place, node in described(document):
        if not node.get("description"):
            yield f"{place}: description"
    for name, operation in operations(document).items():
        if not operation.get("summary"):
            yield f"{name}: summary"


def _without_example(document: Json) -> Iterator[str]:
    headers = document["components"]["headers"].items()
    yield from (f"{place}: example" for place, node in fields(document) if not node.get("examples"))
    yield from (f"{place}: example" for place, node in parameters(document) if not _has_example(node))
    yield from (f"header {name}: example" for name, header in headers if not header.get("example"))
    yield from (f"{place}: example" for place, content in contents(document) if not content.get("examples"))


def _has_example(parameter: Json) -> bool:
    return "example" in parameter or bool(parameter["schema"].get("examples"))


def described(document: Json) -> Iterator[tuple[str, Json]]:
    """Go through everything that must have a description."""
    components = document["components"]
    yield "info", document["info"]
    for kind in ("schemas", "headers", "responses", "parameters", "securitySchemes"):
        yield from ((f"{kind} {name}", node) for name, node in components.get(kind, {}).items())
    yield from ((f"tag {tag['name']}", tag) for tag in document["tags"])
    yield from fields(document)
    yield from parameters(document)
    for name, operation in operations(document).items():
        yield name, operation
        yield f"{name} 200", operation["responses"]["200"]
        if "requestBody" in operation:
            yield f"{name} body", operation["requestBody"]


def fields(document: Json) -> Iterator[tuple[str, Json]]:
    """Go through the fields of all schemas."""
    for name, schema in document["components"]["schemas"].items():
        for key, field in schema.get("properties", {}).items():
            yield f"{name}.{key}", field


def parameters(document: Json) -> Iterator[tuple[str, Json]]:
    """Go through the parameters of all operations and those that they share."""
    yield from document["components"]["parameters"].items()
    for name, operation in operations(document).items():
        for parameter in operation["parameters"]:
            if "$ref" not in parameter:
                yield f"{name} {parameter['name']}", parameter


def contents(document: Json) -> Iterator[tuple[str, Json]]:
    """Go through the bodies that are sent and answered, each with its schema and examples."""
    for name, operation in operations(document).items():
        if "requestBody" in operation:
            yield f"{name} body", operation["requestBody"]["content"]["application/json"]
        yield f"{name} 200", operation["responses"]["200"]["content"]["application/json"]
    for name, response in document["components"]["responses"].items():
        yield name, response["content"]["application/problem+json"]


def unfit(document: Json, schema: Json, value: object) -> list[str]:
    """Say why a value does not fit a schema of the document (JSON Schema 2020-12, formats included)."""
    whole = {**schema, "components": document["components"]} if "$ref" in str(schema) else schema
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    return [f"{'/'.join(map(str, error.instance_path))}: {error.message}" for error in validator.iter_errors(value)]


def unfit_examples(document: Json) -> list[str]:
    """Name every example that does not fit the schema beside it."""
    fields_and_parameters = [*fields(document), *((place, node["schema"]) for place, node in parameters(document))]
    shown = [(place, schema, value) for place, schema in fields_and_parameters for value in schema.get("examples", [])]
    shown += [(place, node["schema"], node["example"]) for place, node in parameters(document) if "example" in node]
    shown += [
        (f"{place} {name}", node["schema"], example["value"])
        for place, node in contents(document)
        for name, example in node["examples"].items()
    ]
    return [f"{place}: {why}" for place, schema, value in shown for why in unfit(document, schema, value)]


def misfits(document: Json, operation_id: str, response: httpx.Response) -> list[str]:
    """Say where an answer differs from what the document says of it: status, headers, media type and body."""
    described = operations(document)[operation_id]["responses"].get(str(response.status_code))
    if described is None:
        return [f"status {response.status_code}"]
    if "$ref" in described:
        described = document["components"]["responses"][described["$ref"].rpartition("/")[2]]
    content = described["content"].get(response.headers["Content-Type"])
    if content is None:
        return [f"media type {response.headers['Content-Type']}"]
    return [*_headers_misfit(document, described, response), *unfit(document, content["schema"], response.json())]


def _headers_misfit(document: Json, described: Json, response: httpx.Response) -> Iterator[str]:
    known = {name.lower(): document["components"]["headers"][name] for name in described["headers"]}
    sent = set(response.headers) - {"content-type", "content-length"}
    yield from (f"header {name} is not described" for name in sorted(sent - set(known)))
    must = {name for name, header in known.items() if header.get("required")}
    yield from (f"header {name} is missing" for name in sorted(must - sent))
