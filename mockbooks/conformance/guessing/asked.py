"""What can be asked of the lists of a collection: parameters, the fields of bodies, and parts of paths."""

from collections.abc import Iterator, Sequence

from mockbooks.conformance.document.model import Operation, Parameter
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vocabulary.searches import (
    EXPRESSIONS,
    GENERIC,
)
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing that takes a value: the operation, its name, where it stands, and what is said of it."""

    operation: Operation
    name: str
    place: str
    description: str
    schema: Schema | None = None


def asked_of(collection: Collection) -> Iterator[Asked]:
    """Give what the lists of a collection take, and by what one of it is read."""
    for deed in (Deed.LIST, Deed.SEARCH):
        for operation in collection.operations.get(deed, ()):
            yield from _of(operation, with_body=deed is Deed.SEARCH or _is_list_by_post(operation))
    for operation in collection.operations.get(Deed.READ, ()):
        for parameter in operation.in_place("path")[-1:]:
            yield Asked(operation=operation, name=parameter.name, place="path", description=parameter.description)


def _is_list_by_post(operation: Operation) -> bool:
    return operation.method == "POST"


def _of(operation: Operation, *, with_body: bool) -> Iterator[Asked]:
    for parameter in (*operation.in_place("query"), *operation.in_place("path")[-1:]):
        yield from _parts(operation, parameter)
    schema = operation.body.schema if with_body and operation.body else None
    for name, each in (schema.properties if schema else {}).items():
        for inner, within in each.properties.items() if joined(name) in EXPRESSIONS else ():
            yield Asked(operation=operation, name=inner, place="body", description=within.description)
        yield Asked(operation=operation, name=name, place="body", description=each.description, schema=each)


def _parts(operation: Operation, parameter: Parameter) -> Iterator[Asked]:
    """Give a parameter, or the properties of one that is an object."""
    properties = parameter.schema.properties if parameter.schema else {}
    for name, each in properties.items():
        label = f"{parameter.name}[{name}]"
        yield Asked(operation=operation, name=label, place="query", description=each.description, schema=each)
    if not properties:
        yield Asked(
            operation=operation,
            name=parameter.name,
            place=parameter.place,
            description=f"{parameter.description} {_shown(parameter)}",
            schema=parameter.schema,
        )


def _shown(parameter: Parameter) -> str:
    """Give what its example and choices tell of what it takes."""
    shape = parameter.schema.shape if parameter.schema else None
    told = [shape.example, *shape.choices[:30]] if shape else []
    return " ".join(each for each in told if isinstance(each, str))


def asked_everywhere(operations: Sequence[Operation]) -> Iterator[Asked]:
    """Give what searches in all resources at once."""
    for operation in operations:
        for parameter in operation.in_place("query"):
            if joined(parameter.name) in GENERIC:
                said = f"{parameter.description} {_shown(parameter)} {operation.description}"
                yield Asked(operation=operation, name=parameter.name, place="query", description=said)
