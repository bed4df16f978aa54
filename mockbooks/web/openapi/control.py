"""The OpenAPI document of the control API, made of the same table that answers its calls, and completed here."""

from functools import cache
from typing import Any, Final

import orjson

from mockbooks import __version__
from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.web.control import CALLS, control_blueprints
from mockbooks.web.control.desk import ControlCall
from mockbooks.web.control.scenarios import SCHEMA_PATH
from mockbooks.web.control.verdict import VERDICT_HEADER
from mockbooks.web.openapi import headers, links, operations, problems, refusals
from mockbooks.web.openapi.control_examples import Played, played
from mockbooks.web.openapi.describing import Document, described_by

Json = dict[str, Any]

_DESCRIPTION: Final = """\
What whoever runs a mockbooks server may do with it while it runs: have it misbehave by a scenario, ask for the \
verdict, read the request log, move the clock, and go back to the start.

- **Which administration**: `?administration=`, else that of the access token of the call (an unknown one is refused: \
leave it out, or name the administration), else `demo`.
- **Success** is always 200 with `success`, `data` and, for lists, `page`; **failure** is a problem (RFC 9457) that \
names each wrong field at once, explained at [/docs/errors](/docs/errors).
- **Nothing comes between**: no limits, no scenario, and no access token is asked for. With `--control-token` every \
call but `GET /health` brings that token; with `--no-control` there is nothing here but `GET /health`.
- **Scenarios** are explained at [/docs/scenarios](/docs/scenarios): every fault, expectation and setting, with \
examples.
- **Not for web pages** of other sites: what a browser sends for one is refused."""
_INFO: Final[Json] = {"description": _DESCRIPTION, "license": {"name": "MIT", "identifier": "MIT"}}
_SERVERS: Final[Json] = {"servers": [{"url": CONTROL_PREFIX, "description": "This server."}]}
# What stands in the document of a server that was started with a token, and in no other: it would ask for one in vain.
_SECURITY: Final[Json] = {"security": [{"controlToken": []}]}
_SECURITY_SCHEMES: Final[Json] = {
    "controlToken": {
        "type": "http",
        "scheme": "bearer",
        "description": "The token of `--control-token`, with which this server was started.",
    }
}
_HEADERS: Final[Json] = {
    **headers.HEADERS,
    "WWW-Authenticate": {
        **headers.HEADERS["WWW-Authenticate"],
        "description": "How to authenticate (RFC 6750).",
        "example": 'Bearer realm="mockbooks control"',
    },
    VERDICT_HEADER: {
        "description": "The verdict in a word, whatever the form of the body.",
        "schema": {"type": "string", "enum": ["passed", "failed"]},
        "example": "passed",
        "required": True,
    },
}
_SCENARIO: Final[Json] = {
    "type": "object",
    "description": f"A scenario: its JSON Schema is [{SCHEMA_PATH}]({SCHEMA_PATH}). With nothing but a `name` it is "
    "the one of that name in the library.",
    "externalDocs": {"url": SCHEMA_PATH, "description": "The JSON Schema of scenarios."},
    "properties": {
        "name": {
            "type": "string",
            "description": "What it is called.",
            "minLength": 1,
            "maxLength": 60,
            "examples": ["lost-reply"],
        }
    },
    "required": ["name"],
}
_PLACE_IN_TEXT: Final[Json] = {
    name: {"type": "integer", "minimum": 1, "description": description, "examples": [7]}
    for name, description in (
        ("line", "Line of the scenario that was sent, from 1."),
        ("column", "Column in that line, from 1."),
    )
}
_SHARED: Final = ("RequestId", "AcceptLanguage")
_HEALTH: Final[Json] = {"status": "up", "version": __version__}
_OF_HEALTH: Final = {"status": "`up`, as long as requests are served.", "version": "The version of mockbooks."}


@cache
def document_bytes(*, has_token: bool) -> bytes:
    """Give the document as a server with or without a token serves it: the same bytes every time."""
    return orjson.dumps(document(has_token=has_token))


def document(*, has_token: bool = False) -> Document:
    """Build the document, with examples that were really answered; `has_token` tells that calls bring a token."""
    built = described_by(
        control_blueprints(),
        prefix=CONTROL_PREFIX,
        title="mockbooks control API",
        version=__version__,
        info=_INFO,
    )
    examples = played()
    schemas = built["components"]["schemas"]
    for call in CALLS:
        described = built["paths"][call.operation.path][call.operation.method.lower()]
        _complete(described, call)
        _give_example(described, call, examples[call.operation.operation_id])
        _describe_answer(schemas, call, examples[call.operation.operation_id])
    schemas |= {"ScenarioBody": _SCENARIO, **problems.schemas(problems.CONTROL_ENTRIES, **_PLACE_IN_TEXT)}
    built["paths"] = {"/health": {"get": _health()}, **built["paths"]}
    links.add_links(built)
    secured = _SECURITY if has_token else {}
    return built | _SERVERS | secured | {"components": built["components"] | _components(has_token=has_token)}


def _components(*, has_token: bool) -> Json:
    known = {*headers.OF_HEALTH, "Link", "Content-Language", "WWW-Authenticate", "Allow", VERDICT_HEADER}
    return {
        "headers": {name: header for name, header in _HEADERS.items() if name in known},
        "parameters": {name: operations.PARAMETERS[name] for name in _SHARED},
        "responses": refusals.OF_CONTROL.responses(),
        **({"securitySchemes": _SECURITY_SCHEMES} if has_token else {}),
    }


def _complete(described: Json, call: ControlCall) -> None:
    """Add to an operation what is the same for all."""
    described["parameters"] += [{"$ref": f"#/components/parameters/{name}"} for name in _SHARED]
    success = described["responses"]["200"]
    lists = call.operation.operation_id.startswith("list")
    own = (*(["Link"] if lists else []), *([VERDICT_HEADER] if call.operation.operation_id == "getVerdict" else []))
    success["headers"] = headers.references(own, headers.OF_CONTROL)
    success["description"] = "Succeeded."
    described["responses"] = {"200": success, **refusals.OF_CONTROL.references()}
    if "requestBody" in described:
        described["requestBody"]["description"] = described["requestBody"].get("description", "What is asked.")


def _give_example(described: Json, call: ControlCall, example: Played) -> None:
    for parameter in described["parameters"]:
        if parameter.get("in") == "path":
            parameter["example"] = example.path_value
    content = described["responses"]["200"]["content"]
    content[JSON]["examples"] = {"answer": {"summary": "What comes back", "value": example.answer}}
    for media_type in call.gives:
        if media_type != JSON:
            content[media_type] = {"schema": {"type": "string"}}
    if "requestBody" in described:
        shown = {"body": {"summary": call.summary, "value": example.sent}}
        for taken in described["requestBody"]["content"].values():
            taken["examples"] = shown


def _describe_answer(schemas: Json, call: ControlCall, example: Played) -> None:
    """Say what the envelope of an answer holds."""
    envelope = schemas[type(call.answer()).__name__]
    envelope["description"] = "An answer of the control API."
    envelope["properties"]["data"] |= {"description": "What was asked for.", "examples": [example.answer["data"]]}


def _health() -> Json:
    """Describe the one call that is answered before any other part, and asks for nothing."""
    data = {
        "type": "object",
        "description": "What is up.",
        "properties": {
            name: {"type": "string", "description": _OF_HEALTH[name], "examples": [value]}
            for name, value in _HEALTH.items()
        },
        "required": list(_HEALTH),
    }
    whole = {"success": True, "data": _HEALTH}
    success = {"type": "boolean", "enum": [True], "description": "Always true."}
    schema = {"type": "object", "properties": {"success": success, "data": data}, "required": list(whole)}
    return {
        "operationId": "getHealth",
        "tags": ["Server"],
        "summary": "Get the health",
        "description": "Tells that requests are served. It is open to everybody, and asks for no token.",
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in _SHARED],
        "security": [],
        "responses": {
            "200": {
                "description": "Succeeded.",
                "headers": headers.references((), headers.OF_HEALTH),
                "content": {JSON: {"schema": schema, "examples": {"answer": {"summary": "Up", "value": whole}}}},
            },
            "405": {"$ref": "#/components/responses/MethodNotAllowed"},
        },
    }
