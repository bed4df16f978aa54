"""An expectation about how many records of a kind there are, found as a list of the API finds them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from mockbooks.domain.folding import fold
from mockbooks.service.fields import Flag, Strict, cut
from mockbooks.service.filters import criteria_of
from mockbooks.service.query_fields import QueryFlag
from mockbooks.service.resource import Resource
from mockbooks.service.schema import StrictSchema, camel
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome, State
from mockbooks.traffic.request_log import Entry

Values = dict[str, Any]
# Filters whose values stand under the same name in the body that creates a record, so that one can be told by it.
_IN_BODY: Final = ("reference", "paymentReference", "type", "debtorId", "email", "sku", "name", "description")


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Which records are counted.

    `schema` reads what they must be. `created_by` is the operation that makes one; a call of any of `touched_by` is
    reason enough to judge. `also` takes those out that no index can tell, and `since_start` those that were there when
    the scenario began.
    """

    resource: Resource[Any]
    created_by: str
    touched_by: frozenset[str]
    also: Callable[[World, Values], Callable[[Any], bool]] = field(default=lambda _world, _values: lambda _record: True)
    since_start: bool = False


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
        """Begin to watch: records that come from now on have this ordinal, or a later one."""
        self._counted, self._values, self._bounds = counted, values, bounds
        spec = counted.resource.spec
        self._first_ordinal = spec.ordinal_of(world.books.next_id(spec)) if counted.since_start else 0
        self._touched = False
        self._request_ids: list[str] = []

    def see(self, entry: Entry) -> None:
        """Note a call that could have made one, or have led to it."""
        if entry.operation_id not in self._counted.touched_by:
            return
        self._touched = True
        if entry.operation_id != self._counted.created_by or len(self._request_ids) >= MOST_REQUEST_IDS:
            return
        if _may_make(entry.content, self._values):
            self._request_ids.append(entry.request_id)

    def outcome(self, world: World) -> Outcome:
        """Count what stands in the books now."""
        count = sum(1 for _ in self._found(world))
        state: State = "failed"
        if self._bounds.hold(count):
            is_proven = self._touched or (self._counted.since_start and count > 0)
            state = "passed" if is_proven else "not_exercised"
        return Outcome(state=state, detail=self._detail(state, count), request_ids=tuple(self._request_ids))

    def _found(self, world: World) -> Iterator[Any]:
        counted, spec = self._counted, self._counted.resource.spec
        takes = counted.also(world, self._values)
        records = world.books.collection(spec).entities(criteria_of(counted.resource.filters, self._values))
        return (each for each in records if spec.ordinal_of(each.id) >= self._first_ordinal and takes(each))

    def _detail(self, state: State, count: int) -> str:
        what = f"{self._counted.resource.tag}{_told(self._values)}"
        since = " since the start" if self._counted.since_start else ""
        told = f"{what}{since}: expected {self._bounds}, found {count}"
        return f"{told}, but no call came that could have changed it." if state == "not_exercised" else f"{told}."


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
