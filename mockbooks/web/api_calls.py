"""The calls of the API, made from the descriptions of its resources: they are the same for all."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any, Final, NamedTuple

from marshmallow import Schema

from mockbooks.resources import RESOURCES, SINGLETONS
from mockbooks.service import operations
from mockbooks.service.resource import Action, Resource, Verb
from mockbooks.service.schema import StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.web import envelopes
from mockbooks.web.calls import Call


class Chapter(NamedTuple):
    """The calls of one noun, under the tag that is its chapter in the documentation."""

    tag: str
    description: str
    calls: tuple[Call, ...]


class Kind(NamedTuple):
    """What an action is called for any resource, and what does it."""

    summary: str
    description: str
    run: Callable[..., Any]


_KINDS: Final[dict[Action, Kind]] = {
    Action.LIST: Kind(
        "List {many}",
        'Gives {many} in order of creation. Filters combine with "and"; nothing found is an empty list.',
        operations.list_page,
    ),
    Action.GET: Kind("Get {one}", "Gives {one} by its id.", operations.get),
    Action.CREATE: Kind(
        "Create {one}",
        "Creates {one}. Success is 200. Send an `Idempotency-Key` so that a retry creates nothing twice.",
        operations.create,
    ),
    Action.UPDATE: Kind(
        "Replace {one}",
        "Replaces {one} as a whole: send it as it was read, changed where it shall change.",
        operations.update,
    ),
    Action.DELETE: Kind(
        "Delete {one}",
        "Deletes {one} that nothing uses and gives it as it was; one in use is archived with `active` false instead.",
        operations.delete,
    ),
}


@cache
def api_chapters() -> tuple[Chapter, ...]:
    """Give the whole API, in the order of the documentation; many servers share it, for it keeps nothing of them."""
    resources = (Chapter(each.tag, each.description, tuple(_calls_of(each))) for each in RESOURCES)
    singletons = (Chapter(each.tag, each.description, (_call_of_singleton(each),)) for each in SINGLETONS)
    return (*resources, *singletons)


def api_calls() -> Iterator[Call]:
    """Give the calls of the whole API."""
    for chapter in api_chapters():
        yield from chapter.calls


def _call_of_singleton(singleton: Singleton) -> Call:
    return Call(
        operation=singleton.operation,
        summary=f"Get the {singleton.name.en}",
        description=singleton.description,
        run=singleton.read,
        answer=partial(_answer_of_singleton, singleton),
    )


def _calls_of(resource: Resource[Any]) -> Iterator[Call]:
    for action in resource.actions:
        yield _usual_call(resource, action)
    for verb in resource.verbs:
        yield _call_of_verb(resource, verb)


def _usual_call(resource: Resource[Any], action: Action) -> Call:
    kind, lists = _KINDS[action], action is Action.LIST
    words = {"one": resource.one, "many": f"{resource.name.en}s"}
    return Call(
        operation=resource.operation(action),
        summary=kind.summary.format(**words),
        description=kind.description.format(**words),
        run=partial(kind.run, resource),
        answer=partial(_answer, envelopes.list_schema if lists else envelopes.object_schema, resource),
        query=(lambda: resource.query) if lists else None,
        body={Action.CREATE: resource.create_body, Action.UPDATE: resource.update_body}.get(action),
    )


def _call_of_verb(resource: Resource[Any], verb: Verb[Any]) -> Call:
    return Call(
        operation=resource.verb_operation(verb),
        summary=verb.summary,
        description=verb.description,
        run=partial(operations.do, resource, verb),
        answer=partial(_answer, envelopes.object_schema, resource),
        body=verb.body,
    )


def _answer(envelope: Callable[[str, StrictSchema], envelopes.MakeSchema], resource: Resource[Any]) -> Schema:
    return envelope(resource.singular, resource.answer())()


def _answer_of_singleton(singleton: Singleton) -> Schema:
    data = singleton.answer()
    return envelopes.object_schema(type(data).__name__, data)()
