"""The examples of the document, made by doing what they show in seeded books: so none can be untrue."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

import orjson

from mockbooks import seed
from mockbooks.errors import RequestError
from mockbooks.frozen import dataclass
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_NAME
from mockbooks.resources import SPECS
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.example import Example
from mockbooks.service.resource import Action, Resource, Verb
from mockbooks.service.singleton import Singleton
from mockbooks.settings import Settings
from mockbooks.store import Books
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from mockbooks.web import envelopes

NOW: Final = "2026-11-23T09:00:00Z"
TODAY: Final = date(2026, 11, 23)
_ITEMS_SHOWN: Final = 2
# An update may send these back as they were read; the moments of another server are others.
_NEVER_CHANGED: Final = frozenset({"id", "createdAt", "updatedAt"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One call: what was sent, and what came back."""

    sent: Example | None = None
    answer: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationExample:
    """The id in the path, where there is one, and the calls that show the operation."""

    id: str | None = None
    calls: Sequence[Shown]


class ExampleBooks:
    """Books as they are right after the start; whatever an example does is put back."""

    def __init__(self) -> None:
        """Plant the default seed; the administration is the demo one, with its limits unused."""
        usual = Settings()
        self._context = Context(
            books=Books(SPECS),
            now=NOW,
            today=TODAY,
            administration_id=DEMO_ADMINISTRATION,
            administration_name=DEMO_NAME,
            limiter=RateLimiter(
                LimitSetting(windows=usual.limits, concurrent=usual.concurrent),
                FrozenClock(datetime.fromisoformat(NOW)),
            ),
        )
        seed.plant(self._context, seed.Seed())
        self._seeded = self._context.books.snapshot()

    def of_resource(self, resource: Resource[Any]) -> Iterator[tuple[str, OperationExample]]:
        """Do each operation of a resource."""
        for action in resource.actions:
            yield resource.operation(action).operation_id, _ROADS[action](self, resource)
        for verb in resource.verbs:
            yield verb.operation_id, self._verb(resource, verb)

    def of_singleton(self, singleton: Singleton) -> OperationExample:
        """Read what there is one of."""
        return OperationExample(calls=[Shown(answer=_wrapped(singleton.read(self._context)))])

    def _list(self, resource: Resource[Any]) -> OperationExample:
        data, page = operations.list_page(resource, self._context, {"page": 1, "page_size": _ITEMS_SHOWN})
        return OperationExample(calls=[Shown(answer=orjson.loads(envelopes.list_bytes(data, page)))])

    def _get(self, resource: Resource[Any]) -> OperationExample:
        first = self._ids(resource)[0]
        return OperationExample(
            id=first, calls=[Shown(answer=_wrapped(operations.get(resource, self._context, first)))]
        )

    def _create(self, resource: Resource[Any]) -> OperationExample:
        calls = [self._call(example, lambda sent: self._created(resource, sent)) for example in resource.examples]
        return OperationExample(calls=calls)

    def _created(self, resource: Resource[Any], sent: Example) -> bytes:
        body = resource.create_body
        return operations.create(resource, self._context, body.load(sent.body) if body else {})

    def _update(self, resource: Resource[Any]) -> OperationExample:
        first = self._ids(resource)[0]
        read = orjson.loads(operations.get(resource, self._context, first))
        body = {key: value for key, value in {**read, **resource.example_change}.items() if key not in _NEVER_CHANGED}
        sent = Example(name="changed", summary="What was read, with one thing changed", body=body)
        values = resource.update_body.load(sent.body) if resource.update_body else {}
        call = self._call(sent, lambda _: operations.update(resource, self._context, first, values))
        return OperationExample(id=first, calls=[call])

    def _delete(self, resource: Resource[Any]) -> OperationExample:
        return self._last_that_can(
            resource, lambda id_: [Shown(answer=self._answer(lambda: operations.delete(resource, self._context, id_)))]
        )

    def _verb(self, resource: Resource[Any], verb: Verb[Any]) -> OperationExample:
        def done(id_: str, sent: Example) -> bytes:
            return operations.do(resource, verb, self._context, id_, verb.body.load(sent.body))

        return self._last_that_can(
            resource, lambda id_: [self._call(example, lambda sent: done(id_, sent)) for example in verb.examples]
        )

    def _last_that_can(self, resource: Resource[Any], calls_of: Callable[[str], list[Shown]]) -> OperationExample:
        """Take the last object with which it can be done: not every one can be deleted or reversed."""
        for id_ in reversed(self._ids(resource)):
            try:
                return OperationExample(id=id_, calls=calls_of(id_))
            except RequestError:
                continue
        message = f"no example in {resource.path}"
        raise LookupError(message)

    def _call(self, sent: Example, act: Callable[[Example], bytes]) -> Shown:
        return Shown(sent=sent, answer=self._answer(lambda: act(sent)))

    def _answer(self, act: Callable[[], bytes]) -> Any:  # noqa: ANN401 - JSON
        try:
            return _wrapped(act())
        finally:
            self._context.books.restore(self._seeded)

    def _ids(self, resource: Resource[Any]) -> list[str]:
        return [entity.id for entity in self._context.books.collection(resource.spec).entities()]


_ROADS: Final[dict[Action, Callable[[ExampleBooks, Resource[Any]], OperationExample]]] = {
    Action.LIST: ExampleBooks._list,  # noqa: SLF001 - a table of its own methods
    Action.GET: ExampleBooks._get,  # noqa: SLF001
    Action.CREATE: ExampleBooks._create,  # noqa: SLF001
    Action.UPDATE: ExampleBooks._update,  # noqa: SLF001
    Action.DELETE: ExampleBooks._delete,  # noqa: SLF001
}


def _wrapped(data: bytes) -> Any:  # noqa: ANN401 - JSON
    return orjson.loads(envelopes.object_bytes(data))
