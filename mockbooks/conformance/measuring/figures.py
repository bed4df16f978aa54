"""The figures of a document: what is described, shown by an example, and declared."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from mockbooks.conformance.document.model import Document, Operation, Parameter
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.items import find_item
from mockbooks.conformance.measuring.share import Share
from mockbooks.frozen import dataclass

_MOST_NAMED: Final = 20
_MOST_LEVELS: Final = 20
"""Of what stands deeper than so, the last names are told."""


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
    bodies = [operation for operation in document.operations if operation.body and operation.body.schema]
    operations = document.operations
    undescribed = (where for where, is_described, _ in things if not is_described)
    return Figures(
        described=Share(sum(1 for _, is_described, _ in things if is_described), len(things)),
        with_example=Share(sum(1 for *_, has_example in things if has_example), len(things)),
        required=Share(sum(map(_marks_required, bodies)), len(bodies)),
        with_400=Share(sum(1 for operation in operations if _has_400(operation)), len(operations)),
        with_schema=Share(sum(1 for operation in operations if operation.answer), len(operations)),
        undescribed=[str(where) for where in islice(undescribed, _MOST_NAMED)],
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Where:
    """Where a field stands, kept as a link to what it stands in: few are ever written out."""

    name: str
    within: "_Where | None" = None

    def __str__(self) -> str:
        names: list[str] = []
        here: _Where | None = self
        while here is not None and len(names) < _MOST_LEVELS:
            names.append(here.name)
            here = here.within
        return " ".join(names[::-1]) if here is None else " ".join(("…", *names[::-1]))


_Thing = tuple[_Where, bool, bool]


def _parameters(document: Document) -> Iterator[_Thing]:
    seen: set[int] = set()
    for operation in document.operations:
        for parameter in operation.parameters:
            if id(parameter) not in seen:
                seen.add(id(parameter))
                yield _of_parameter(operation, parameter)


def _of_parameter(operation: Operation, parameter: Parameter) -> _Thing:
    where = _Where(f"{operation.label}, {parameter.place} {parameter.name}")
    return where, bool(parameter.description), parameter.has_example


def _fields(document: Document) -> Iterator[_Thing]:
    """Walk through all schemas that operations reach, each once and without calling itself."""
    seen: set[int] = set()
    waiting = list(_roots(document.operations))[::-1]
    while waiting:
        where, schema, gives_example = waiting.pop()
        shape = schema.shape
        ref = schema.node.get("$ref")
        where = _Where(ref) if isinstance(ref, str) else where
        if id(shape) in seen:
            continue
        seen.add(id(shape))
        for name, each in shape.properties.items():
            if id(each) not in seen:
                seen.add(id(each))
                here, has_example = _Where(f"/{name}", where), gives_example or each.has_example
                yield here, bool(each.description), has_example
                waiting.append((here, each, has_example))
        if shape.items is not None:
            waiting.append((_Where("/0", where), shape.items, gives_example or schema.has_example))


def _roots(operations: Iterable[Operation]) -> Iterator[tuple[_Where, Schema, bool]]:
    for operation in operations:
        for content in operation.body.contents if operation.body else ():
            if content.schema:
                yield (
                    _Where(f"{operation.label}, requestBody"),
                    content.schema,
                    content.has_example or content.schema.has_example,
                )
        for response in operation.responses:
            for content in response.contents:
                if content.schema:
                    has_example = content.has_example or content.schema.has_example
                    yield _Where(f"{operation.label} → {response.status}"), content.schema, has_example


def _marks_required(operation: Operation) -> bool:
    """Tell whether a body says what is required: itself, or the thing that it wraps or lists."""
    schema = operation.body.schema if operation.body else None
    item = find_item(schema, operation.path.rstrip("/").rpartition("/")[2])
    return any(each.shape.names_required for each in (schema, item.schema if item else None) if each)


def _has_400(operation: Operation) -> bool:
    return any(response.status == "400" for response in operation.responses)
