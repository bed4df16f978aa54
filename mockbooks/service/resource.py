"""What a resource is: one noun of the API with its entity, schemas, filters, rules and operations."""

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, Protocol

from mockbooks.frozen import dataclass
from mockbooks.service.context import Context
from mockbooks.service.example import Example
from mockbooks.service.filters import Filter
from mockbooks.service.paging import page_field, page_size_field
from mockbooks.service.schema import QuerySchema, StrictSchema
from mockbooks.store import CollectionSpec
from mockbooks.store.spec import E
from mockbooks.texts import Text
from mockbooks.traffic.operation import Operation


class Action(StrEnum):
    """What every resource can offer in the same way."""

    LIST = "list"
    GET = "get"
    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


READ_ONLY = (Action.LIST, Action.GET)
READ_AND_WRITE = tuple(Action)

_ROADS: dict[Action, tuple[str, str]] = {
    Action.LIST: ("GET", ""),
    Action.GET: ("GET", "/{id}"),
    Action.CREATE: ("POST", ""),
    Action.UPDATE: ("PUT", "/{id}"),
    Action.DELETE: ("DELETE", "/{id}"),
}


class Rules(Protocol[E]):
    """What a resource demands of its entity when it is written; each raises RefusedError with all that is wrong."""

    def create(self, context: Context, entity_id: str, values: dict[str, Any]) -> E:
        """Make the entity from the values of a good body."""

    def change(self, context: Context, present: E, values: dict[str, Any]) -> E:
        """Make the entity that replaces the present one."""


@dataclass(frozen=True, kw_only=True)
class Verb(Generic[E]):
    """Something that can be done with one object beside reading and writing it, such as a reversal."""

    name: str
    operation_id: str
    summary: str
    description: str
    body: StrictSchema
    run: Callable[[Context, E, dict[str, Any]], E]
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Resource(Generic[E]):
    """One noun: `path` in URLs (kebab-case), `singular` and `plural_id` in operation ids, `name` in messages.

    `used_by` names the collections, and their index, in which a use of an object shows: what is used is not deleted.
    `examples` can be created, and `example_change` made to the first seeded object: the documentation shows both.
    """

    singular: str
    plural_id: str
    path: str
    name: Text
    tag: str
    description: str
    scope: str
    spec: CollectionSpec[E]
    answer: Callable[[], StrictSchema]
    actions: tuple[Action, ...]
    filters: tuple[Filter, ...]
    create_body: StrictSchema | None = None
    update_body: StrictSchema | None = None
    rules: Rules[E] | None = None
    verbs: tuple[Verb[E], ...] = ()
    used_by: tuple[tuple[str, str], ...] = ()
    examples: tuple[Example, ...] = ()
    example_change: Mapping[str, object] = field(default_factory=dict)

    @property
    def one(self) -> str:
        """Name one of them in English: "a debtor", "an invoice profile"."""
        article = "an" if self.name.en[0] in "aeiou" else "a"
        return f"{article} {self.name.en}"

    @cached_property
    def query(self) -> QuerySchema:
        """The schema of the query of a list: the filters and the page."""
        declared = {filter_.name: filter_.field for filter_ in self.filters}
        paging = {"page": page_field(), "page_size": page_size_field()}
        schema: type[QuerySchema] = type(f"List{self.plural_id}Query", (QuerySchema,), {**declared, **paging})
        return schema()

    def operations(self) -> tuple[Operation, ...]:
        """List the operations of the resource, for routing, scopes and the document."""
        usual = tuple(self.operation(action) for action in self.actions)
        return usual + tuple(self.verb_operation(verb) for verb in self.verbs)

    def operation(self, action: Action) -> Operation:
        """Describe one of the usual operations."""
        method, tail = _ROADS[action]
        noun = self.plural_id if action is Action.LIST else self.singular
        return Operation(
            operation_id=f"{action}{noun}",
            method=method,
            path=self.path + tail,
            scope=self.scope_of(method),
        )

    def verb_operation(self, verb: Verb[E]) -> Operation:
        """Describe the operation of a verb."""
        return Operation(
            operation_id=verb.operation_id,
            method="POST",
            path=f"{self.path}/{{id}}/{verb.name}",
            scope=self.scope_of("POST"),
        )

    def scope_of(self, method: str) -> str:
        """Name the OAuth scope that a method needs."""
        return f"{self.scope}:read" if method == "GET" or self.scope == "settings" else f"{self.scope}:write"
