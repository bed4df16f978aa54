"""The examples of the document, made by doing what they show in books that were seeded for that: so none can be untrue."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import orjson

from mockbooks import seed
from mockbooks.errors import RequestError
from mockbooks.resources import SPECS
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.example import Example
from mockbooks.service.resource import Action, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.store import Books
from mockbooks.web import envelopes

NOW: Final = "2026-11-23T09:00:00Z"
TODAY: Final = date(2026, 11, 23)
_ITEMS_SHOWN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationExample:
    """What is sent to an operation and what comes back: by name, or under the empty name when there is only one."""

    id: str | None = None
    bodies: Mapping[str, Example] = field(default_factory=dict)
    answers: Mapping[str, Any]


class ExampleBooks:
    """Books as they are right after the start; whatever an example does is put back."""

    def __init__(self) -> None:
        """Plant the default seed."""
        self._context = Context(books=Books(SPECS), now=NOW, today=TODAY)
        seed.plant(self._context, seed.Seed())
        self._seeded = self._context.books.snapshot()

    def examples_of(self, resource: Resource[Any]) -> Iterator[tuple[str, OperationExample]]:
        """Do each operation of a resource."""
        for action in resource.actions:
            yield resource.operation(action).operation_id, self._done(resource, action)
        for verb in resource.verbs:
            yield verb.operation_id, self._sent(resource, verb.body, verb.examples, lambda id_, values, verb=verb: operations.do(resource, verb, self._context, id_, values))

    def example_of(self, singleton: Singleton) -> OperationExample:
        """Read what there is one of."""
        return OperationExample(answers={"": _object(singleton.read(self._context))})
