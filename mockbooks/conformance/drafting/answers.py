"""Where things stand in the answers of an API, as far as most of them agree."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Answers, Noun, Resource
from mockbooks.conformance.vocabulary.words import joined

_DESCRIBING: Final = (
    *("detail", "message", "errormessage", "description", "error"),
    *("melding", "omschrijving", "title", "fout"),
)
"""What a failure is described in, the best first."""


def settled(subject: Subject, resources: Mapping[Noun, Resource]) -> tuple[Answers, dict[Noun, Resource]]:
    """Say once what holds for most, and with a resource only what differs."""
    item = _most_common(resource.item for resource in resources.values())
    items = _most_common(resource.items for resource in resources.values())
    settled = {
        noun: replace(
            resource,
            item=None if resource.item in {None, item} else resource.item,
            items=None if resource.items in {None, items} else resource.items,
        )
        for noun, resource in resources.items()
    }
    answers = Answers(
        item=item, items=items, success=_success(subject.used), failure=tuple(_failures(subject.used))[:3]
    )
    return answers, settled


def _most_common(pointers: Iterable[str | None]) -> str:
    """Give what holds for more than one, or for all there is: what one answer wraps is no default of the others."""
    counted = Counter(pointer for pointer in pointers if pointer is not None)
    pointer, count = counted.most_common(1)[0] if counted else ("", 0)
    return pointer if count > 1 or len(counted) == 1 else ""


def _success(operations: Sequence[Operation]) -> str | None:
    names = ("success", "succeeded", "issuccess", "ok", "geslaagd")
    for operation in operations:
        for name, schema in (operation.answer.properties if operation.answer else {}).items():
            if joined(name) in names and schema.shape.kind == "boolean":
                return f"/{_escaped(name)}"
    return None


def _failures(operations: Sequence[Operation]) -> Iterator[str]:
    """Find where the described failures tell what went wrong."""
    found: dict[str, None] = {}
    for operation in operations:
        for response in operation.responses:
            if response.status in {"400", "4XX", "default"} and response.schema:
                found |= dict.fromkeys(_texts(response.schema, "", 3))
    order = list(_DESCRIBING)
    yield from sorted(found, key=lambda pointer: (pointer.count("/"), order.index(joined(pointer.rsplit("/", 1)[-1]))))


def _texts(schema: Schema, pointer: str, levels: int) -> Iterator[str]:
    inner = schema.items if schema.items is not None and not schema.properties else schema
    start = f"{pointer}/0" if inner is not schema else pointer
    if not levels:
        return
    for name, each in inner.properties.items():
        below = f"{start}/{_escaped(name)}"
        if joined(name) in _DESCRIBING and each.shape.kind == "string":
            yield below
        elif each.properties or each.items:
            yield from _texts(each, below, levels - 1)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
