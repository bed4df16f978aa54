"""An expectation about how many records of a kind there are, found as a list of the API finds them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property, partial
from typing import Any, Final

from mockbooks.domain.folding import fold
from mockbooks.frozen import dataclass
from mockbooks.resources import transactions
from mockbooks.service.fields import Flag, Strict
from mockbooks.service.filters import criteria_of
from mockbooks.service.query_fields import QueryFlag
from mockbooks.service.resource import Action, Resource
from mockbooks.service.schema import Part, StrictSchema, camel
from mockbooks.stage.books_memory import SinceStart
from mockbooks.stage.came_of import succeeded
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome, State
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_BOOKING: Final = transactions.RESOURCE.operation(Action.CREATE)
Values = dict[str, Any]
# Filters whose values stand under the same name in the body that creates a record, so that one can be told by it.
_IN_BODY: Final = ("reference", "paymentReference", "type", "debtorId", "email", "sku", "name", "description")


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Which records are counted.

    That there are as many as there should be is proven by a call of any of `touched_by`: their ids of operations.
    `also` takes those out that no index can tell, and `since_start` those that were there when the scenario began.
    """

    resource: Resource[Any]
    touched_by: frozenset[str]
    also: Callable[[World, Values], Callable[[Any], bool]] = field(default=lambda _world, _values: lambda _record: True)
    since_start: bool = False

    @cached_property
    def created_by(self) -> str:
        """The operation that makes one."""
        return self.resource.operation(Action.CREATE).operation_id


def expect_count_of(resource: Resource[Any], *, example: Values) -> Expectation[Values]:
    """Make the expectation about all records of a resource that a booking names, seeded and archived ones included."""
    noun = resource.tag.lower()
    touched_by = frozenset(each.operation_id for each in (*resource.operations(), _BOOKING))
    return Expectation(
        name=noun,
        summary=f"There are so many {noun}, seeded and archived ones included.",
        settings=Part(
            match_schema(resource), f"What they are: the filters of list{resource.plural_id}.", example=example
        ),
        watch=partial(RecordCount, Counted(resource=resource, touched_by=touched_by)),
        counts=True,
    )


def match_schema(resource: Resource[Any], **more: Strict) -> StrictSchema:
    """Make the schema of what records of a resource must be: the filters of its list, and what is added to them."""
    filters = {filter_.name: _as_json(filter_.field) for filter_ in resource.filters}
    schema: type[StrictSchema] = type(f"{resource.plural_id}Match", (StrictSchema,), {**filters, **more})
    return schema()


def ids_of(resource: Resource[Any], world: World, values: Values) -> frozenset[str]:
    """Give the ids of the records that are so."""
    records = world.books.collection(resource.spec).entities(criteria_of(resource.filters, values))
    return frozenset(record.id for record in records)


class RecordCount:
    """One such expectation at work."""

    def __init__(self, counted: Counted, values: Values, bounds: Bounds, world: World) -> None:
        """Begin to watch."""
        self._counted, self._values, self._bounds = counted, values, bounds
        self._since_start = SinceStart(counted.resource.spec, world)
        self._touched = self._made_any = self._made_such = False
        self._request_ids: list[str] = []

    def see(self, entry: Entry) -> None:
        """Note a call that made one or could have, and one that shows that somebody did without."""
        if entry.operation_id not in self._counted.touched_by:
            return
        is_creation = entry.operation_id == self._counted.created_by
        makes_such = is_creation and _may_make(entry.content, self._values)
        if makes_such and len(self._request_ids) < MOST_REQUEST_IDS:
            self._request_ids.append(entry.request_id)
        if not succeeded(entry):
            return
        self._made_any |= is_creation
        self._made_such |= makes_such
        self._touched |= makes_such or not is_creation

    def books_replaced(self, world: World) -> None:
        """Go by what clients made that stands in the books of now."""
        self._since_start.books_replaced(world)
        made = tuple(self._since_start.made_by_clients(world.books))
        found = {record.id for record in self._found(world)} if made else frozenset()
        self._made_any = bool(made)
        self._made_such = self._touched = any(each.record.id in found for each in made)
        request_ids = {each.request_id for each in made}
        self._request_ids = [each for each in self._request_ids if each in request_ids]

    def outcome(self, world: World) -> Outcome:
        """Count what stands in the books now."""
        count = sum(1 for _ in self._found(world))
        state: State = "failed"
        if self._bounds.hold(count):
            state = "passed" if self._proves(world) else "not_exercised"
        return Outcome(state=state, detail=self._detail(state, count), request_ids=tuple(self._request_ids))

    def _proves(self, world: World) -> bool:
        """Tell whether a count that is as it should be is the work of a client.

        That there are none is shown by one that made others, that there are not too many by one that made such.
        """
        bounds = self._bounds
        if 0 in {bounds.exactly, bounds.at_most}:
            return self._made_any
        if bounds.exactly or bounds.at_least:
            return self._touched or (self._counted.since_start and self._has_such_of_client(world))
        return self._made_such

    def _has_such_of_client(self, world: World) -> bool:
        found = {record.id for record in self._found(world)}
        return any(each.record.id in found for each in self._since_start.made_by_clients(world.books))

    def _found(self, world: World) -> Iterator[Any]:
        counted = self._counted
        takes = counted.also(world, self._values)
        records = world.books.collection(counted.resource.spec).entities(
            criteria_of(counted.resource.filters, self._values)
        )
        return (each for each in records if takes(each) and self._counts(each))

    def _counts(self, record: Any) -> bool:  # noqa: ANN401 - of any kind
        return not self._counted.since_start or self._since_start.counts(record)

    def _detail(self, state: State, count: int) -> str:
        what = f"{self._counted.resource.tag}{_told(self._values)}"
        since = " since the start" if self._counted.since_start else ""
        told = f"{what}{since}: expected {self._bounds}, found {count}"
        return f"{told}, but no call succeeded that proves it." if state == "not_exercised" else f"{told}."


def _as_json(field_: Strict) -> Strict:
    """Give a filter as a file writes it: true and false are words in a query only."""
    return Flag(field_.metadata["description"], example=True) if isinstance(field_, QueryFlag) else field_


def _told(values: Mapping[str, Any]) -> str:
    given = [f"{camel(name)} {_shown(value)}" for name, value in values.items() if value is not None]
    return f" with {', '.join(given)}" if given else ""


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return f"({_told(value).strip()})"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else cut(str(value))


def _may_make(content: object, values: Values) -> bool:
    """Tell whether a body asks for a record that would be counted, as far as its own fields tell."""
    if not isinstance(content, dict):
        return True
    given = ((camel(name), value) for name, value in values.items() if value is not None)
    return all(fold(str(value)) in fold(str(content.get(name))) for name, value in given if name in _IN_BODY)
