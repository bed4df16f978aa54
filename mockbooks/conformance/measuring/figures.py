"""The figures of a document: what is described, shown by an example, and declared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.document.model import Document, Operation, Parameter
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.measuring.share import Share

_MOST_NAMED: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was counted; `undescribed` names some of what has no description."""

    described: Share
    with_example: Share
    required: Share
    with_400: Share
    with_schema: Share
    undescribed: Sequence[str]


def measure(document: Document) -> Figures:
    """Count everything once: fields where they are defined, parameters where they are used."""
    things = [*_parameters(document), *_fields(document)]
    bodies = [operation.body.schema for operation in document.operations if operation.body and operation.body.schema]
    operations = document.operations
    return Figures(
        described=Share(sum(1 for _, is_described, _ in things if is_described), len(things)),
        with_example=Share(sum(1 for *_, has_example in things if has_example), len(things)),
        required=Share(sum(1 for body in bodies if body.shape.names_required), len(bodies)),
        with_400=Share(sum(1 for operation in operations if _has_400(operation)), len(operations)),
        with_schema=Share(sum(1 for operation in operations if operation.answer), len(operations)),
        undescribed=[where for where, is_described, _ in things if not is_described][:_MOST_NAMED],
    )


_Thing = tuple[str, bool, bool]


def _parameters(document: Document) -> Iterator[_Thing]:
    seen: set[int] = set()
    for operation in document.operations:
        for parameter in operation.parameters:
            if id(parameter) not in seen:
                seen.add(id(parameter))
                yield _of_parameter(operation, parameter)


def _of_parameter(operation: Operation, parameter: Parameter) -> _Thing:
    return f"{operation.label}, {parameter.place} {parameter.name}", bool(parameter.description), parameter.has_example


def _fields(document: Document) -> Iterator[_Thing]:
    """Walk through all schemas that operations reach, each once and without calling itself."""
    seen: set[int] = set()
    waiting = list(_roots(document.operations))[::-1]
    while waiting:
        where, schema, gives_example = waiting.pop()
        shape = schema.shape
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        for name, each in shape.properties.items():
            if id(each) not in seen:
                seen.add(id(each))
                yield f"{where} /{name}", bool(each.description), gives_example or each.has_example
                waiting.append((f"{where} /{name}", each, gives_example or each.has_example))
        if shape.items is not None:
            waiting.append((f"{where} /0", shape.items, gives_example or schema.has_example))


def _roots(operations: Iterable[Operation]) -> Iterator[tuple[str, Schema, bool]]:
    for operation in operations:
        for content in operation.body.contents if operation.body else ():
            if content.schema:
                yield f"{operation.label}, body", content.schema, content.has_example or content.schema.has_example
        for response in operation.responses:
            for content in response.contents:
                if content.schema:
                    has_example = content.has_example or content.schema.has_example
                    yield f"{operation.label} → {response.status}", content.schema, has_example


def _has_400(operation: Operation) -> bool:
    return any(response.status == "400" for response in operation.responses)
