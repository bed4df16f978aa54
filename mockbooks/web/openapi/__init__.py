"""The OpenAPI document (3.1), made by flask-smorest from the same blueprints that answer and completed here.

Nothing here is imported before somebody asks for the document: a server that starts does not need it.
"""

from functools import cache
from typing import Any, Final

import flask_smorest
import orjson
from flask import Flask

from mockbooks import resources
from mockbooks.resources import RESOURCES, SINGLETONS
from mockbooks.traffic.operation import API_PREFIX, Operation
from mockbooks.web.blueprints import api_blueprints
from mockbooks.web.openapi import answers, headers, information, operations, problems, refusals, tidiness
from mockbooks.web.openapi.examples import ExampleBooks
from mockbooks.web.openapi.schemas import Plugin, component_name

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
    _spread_parameters(built)
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
    app.config.update(API_TITLE=information.TITLE, API_VERSION=information.VERSION, OPENAPI_VERSION=OPENAPI_VERSION)
    plugin = Plugin(schema_name_resolver=component_name)
    api = flask_smorest.Api(app, spec_kwargs={"marshmallow_plugin": plugin, "info": information.INFO})
    for blueprint in api_blueprints():
        api.register_blueprint(blueprint)
    built: Document = api.spec.to_dict()
    built["paths"] = {path.removeprefix(API_PREFIX): item for path, item in built["paths"].items()}
    return built


def _described(built: Document) -> list[tuple[Operation, dict[str, Any]]]:
    """Pair each operation of the table with its description."""
    return [
        (operation, built["paths"][operation.path][operation.method.lower()]) for operation in resources.operations()
    ]


def _spread_parameters(built: Document) -> None:
    """Move what the operations of a path share into each of them, where it gets an example of its own."""
    for item in built["paths"].values():
        shared = item.pop("parameters", [])
        for described in item.values():
            described["parameters"] = [*map(dict, shared), *described.get("parameters", [])]


def _give_examples(built: Document) -> None:
    """Fill in ids, bodies and answers from books that were seeded for that."""
    books, schemas = ExampleBooks(), built["components"]["schemas"]
    described = {operation.operation_id: one for operation, one in _described(built)}
    for resource in RESOURCES:
        examples = dict(books.of_resource(resource))
        for operation_id, example in examples.items():
            operations.give_example(described[operation_id], example)
        objects = [
            call.answer["data"] for name, one in examples.items() if not name.startswith("list") for call in one.calls
        ]
        answers.describe(schemas, resource, objects)
    for singleton in SINGLETONS:
        example = books.of_singleton(singleton)
        operations.give_example(described[singleton.operation.operation_id], example)
        answers.describe_single(schemas, singleton, example.calls[0].answer["data"])
