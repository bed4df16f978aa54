"""The OpenAPI document (3.1): made by flask-smorest from the same blueprints that answer, and completed with what all share.

Nothing here is imported before somebody asks for the document: a server that starts does not need it.
"""

from functools import cache
from typing import Any, Final

import flask_smorest
import orjson
from flask import Flask

from mockbooks.resources import RESOURCES, SINGLETONS
from mockbooks.traffic.operation import API_PREFIX, Operation
from mockbooks.web.openapi import headers, information, operations, problems, refusals, tidiness
from mockbooks.web.openapi.examples import ExampleBooks
from mockbooks.web.openapi.schemas import Plugin, component_name
from mockbooks.web.rest import api_blueprints

Document = dict[str, Any]

OPENAPI_VERSION: Final = "3.1.1"
# What flask-smorest brings along for its own error and pagination features.
_UNUSED: Final = ("ErrorSchema", "PaginationMetadataSchema")


@cache
def document_bytes() -> bytes:
    """Give the document as it is served: the same bytes every time."""
    return orjson.dumps(document())


def document() -> Document:
    """Build the document."""
    built = _from_blueprints()
    components = built["components"]
    for unused in _UNUSED:
        del components["schemas"][unused]
    tidiness.tidy(built)
    for operation, described in _described(built):
        operations.complete(described, operation)
    _give_examples(built)
    built |= information.MEMBERS
    components["schemas"] |= problems.SCHEMAS
    components["headers"] = headers.HEADERS
    components["parameters"] = operations.PARAMETERS
    components["responses"] = refusals.responses()
    components["securitySchemes"] = information.SECURITY_SCHEMES
    return built


def _from_blueprints() -> Document:
    """Let flask-smorest describe the views, in an application made for that alone."""
    app = Flask("mockbooks-document", static_folder=None)
    app.config.update(
        API_TITLE=information.TITLE, API_VERSION=information.VERSION, OPENAPI_VERSION=OPENAPI_VERSION
    )
    plugin = Plugin(schema_name_resolver=component_name)
    api = flask_smorest.Api(app, spec_kwargs={"marshmallow_plugin": plugin, "info": information.INFO})
    for blueprint in api_blueprints():
        api.register_blueprint(blueprint)
    built: Document = api.spec.to_dict()
    built["paths"] = {path.removeprefix(API_PREFIX): item for path, item in built["paths"].items()}
    return built


def _described(built: Document) -> list[tuple[Operation, dict[str, Any]]]:
    """Pair each operation of the table with its description; what path items share moves into their operations."""
    pairs = []
    for path, item in built["paths"].items():
        shared = item.pop("parameters", [])
        for described in item.values():
            described["parameters"] = [*map(dict, shared), *described.get("parameters", [])]
    for operation in (*(one for resource in RESOURCES for one in resource.operations()), *(s.operation for s in SINGLETONS)):
        pairs.append((operation, built["paths"][operation.path][operation.method.lower()]))
    return pairs


def _give_examples(built: Document) -> None:
    """Fill in bodies, answers and ids from books that were seeded for that."""
    books = ExampleBooks()
    by_id = {operation.operation_id: described for operation, described in _described(built)}
    for resource in RESOURCES:
        for operation_id, example in books.examples_of(resource):
            operations.give_example(by_id[operation_id], example)
        operations.name_answers(built["components"]["schemas"], resource, books)
    for singleton in SINGLETONS:
        example = books.example_of(singleton)
        operations.give_example(by_id[singleton.operation.operation_id], example)
        operations.name_answer(built["components"]["schemas"], singleton, example)
