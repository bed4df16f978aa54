"""A document of a size to be chosen, for time and memory: a good one, and around it shelves that are no books.

The same size gives the same bytes. Its answers are those of the document that it is made around.
"""

import json
from typing import Any, Final

import yaml

from tests.conformance.corpus import document

AROUND: Final = "hanzebooks"
MEGABYTE: Final = 1_000_000


def big_document(size_bytes: int = MEGABYTE) -> bytes:
    """OpenAPI in JSON, of `size_bytes` or up to one shelf (some 2000 bytes) more."""
    built: dict[str, Any] = yaml.safe_load(document(AROUND).path.read_text("utf-8"))
    missing = size_bytes - len(json.dumps(built))
    for number in range(-(-missing // _shelf_bytes())):
        _add_shelf(built, f"{number:05}")
    return json.dumps(built).encode()


def _shelf_bytes() -> int:
    one: dict[str, Any] = {"paths": {}, "components": {"schemas": {}}}
    empty = len(json.dumps(one))
    _add_shelf(one, "00000")
    commas = 2 * len(", ")  # one behind its path, one behind its schema
    return len(json.dumps(one)) - empty + commas


def _add_shelf(built: dict[str, Any], number: str) -> None:
    name = f"Shelf{number}"
    built["paths"][f"/warehouse/shelves-{number}"] = {
        "get": {"operationId": f"list{name}", "summary": f"What lies on shelf {number}", **_answers(name)},
        "post": {
            "operationId": f"fill{name}",
            "summary": f"Lay something on shelf {number}",
            "requestBody": {"required": True, "content": _json(name)},
            **_answers(name),
        },
    }
    built["components"]["schemas"][name] = {
        "type": "object",
        "required": ["place0"],
        "properties": {f"place{place}": _place(name, place) for place in range(10)},
    }


def _answers(name: str) -> dict[str, Any]:
    failed = {"$ref": "#/components/responses/Failed"}
    headers = {"X-RateLimit-Remaining": {"$ref": "#/components/headers/Remaining"}}
    return {
        "responses": {"200": {"description": "The shelf", "headers": headers, "content": _json(name)}, "400": failed}
    }


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _place(name: str, place: int) -> dict[str, Any]:
    return {"type": "string", "description": f"What lies on place {place} of {name}", "examples": [f"box {place}"]}
