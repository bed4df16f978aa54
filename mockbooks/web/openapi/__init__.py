"""The OpenAPI document (3.1), made by flask-smorest from the same blueprints that answer and completed here.

Nothing here is imported before somebody asks for the document: a server that starts does not need it.
"""

from functools import cache
from typing import Any

import orjson

from mockbooks import resources
from mockbooks.resources import RESOURCES, SINGLETONS
from mockbooks.traffic.operation import API_PREFIX, Operation
from mockbooks.web.blueprints import api_blueprints
from mockbooks.web.openapi import answers, headers, information, links, operations, problems, refusals
from mockbooks.web.openapi.describing import Document, described_by
from mockbooks.web.openapi.examples import ExampleBooks


@cache
def document_bytes() -> bytes:
    """Give the document as it is served: the same bytes every time."""
    return orjson.dumps(document())


def document() -> Document:
    """Build the document."""
    built = described_by(
        api_blueprints(),
        prefix=API_PREFIX,
        title=information.TITLE,
        version=information.VERSION,
        info=information.INFO,
    )
    components = built["components"]
    for operation, described in _described(built):
        operations.complete(described, operation)
    _give_examples(built)
    links.add_links(built)
    built |= information.MEMBERS
    components["schemas"] |= problems.SCHEMAS
    components["headers"] = headers.HEADERS
    components["parameters"] = operations.PARAMETERS
    components["responses"] = refusals.responses()
    components["securitySchemes"] = information.SECURITY_SCHEMES
    return built


def _described(built: Document) -> list[tuple[Operation, dict[str, Any]]]:
    """Pair each operation of the table with its description."""
    return [
        (operation, built["paths"][operation.path][operation.method.lower()]) for operation in resources.operations()
    ]


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
