"""One flask-smorest blueprint per resource, made from its description: the views are the same for all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, NamedTuple

from flask import Response, request
from flask_smorest import Blueprint
from marshmallow import Schema

from mockbooks.administration import Administration
from mockbooks.errors import RefusedError
from mockbooks.resources import RESOURCES, SINGLETONS
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.paging import Page
from mockbooks.service.resource import Action, Resource, Verb
from mockbooks.service.schema import QuerySchema, StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import API_PREFIX, Operation
from mockbooks.web import envelopes
from mockbooks.web.parser import StrictParser, exchange_of, pairs_of, unknown_parameters

_PARSER: Final = StrictParser()


def books_of_the_call() -> Context | None:
    """Give what a call of the API works with; nothing where no token is asked for, and so no books are meant."""
    exchange = exchange_of(request)
    administration = exchange.administration
    return administration.context_of(exchange) if isinstance(administration, Administration) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """An answer that a call has written itself, whole; with a `page` it gets the links to the pages around."""

    body: bytes
    status: int = 200
    media_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    page: Page | None = None


_ID_PARAMETER: Final = {
    "in": "path",
    "name": "id",
    "required": True,
    "description": "Id of the object; an unknown one is 400 `not_found`.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 40},
}


@dataclass(frozen=True, kw_only=True)
class Call:
    """One operation with what is read, what is done and what is answered.

    `run` takes what `works_with` gives, then the parameters of the path, then the values of the query and those of the
    body, as far as there are any. It gives the data of the answer, with its page where that is a list, or a Reply.
    `described_body` is the request body for the document, where the call reads it by itself.
    """

    operation: Operation
    summary: str
    description: str
    run: Callable[..., Any]
    answer: Schema
    query: QuerySchema | None = None
    body: StrictSchema | None = None
    described_body: Mapping[str, Any] | None = None
    path_parameter: Mapping[str, Any] = field(default_factory=lambda: _ID_PARAMETER)
    works_with: Callable[[], Any] = books_of_the_call


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


def api_blueprints() -> list[Blueprint]:
    """Make the blueprints of the whole API, in the order of the documentation."""
    return [*map(blueprint_of, RESOURCES), *map(singleton_blueprint, SINGLETONS)]


def blueprint_of(resource: Resource[Any]) -> Blueprint:
    """Make the blueprint of a resource with a view for each of its operations."""
    return blueprint_with(_calls_of(resource), tag=resource.tag, description=resource.description)


def singleton_blueprint(singleton: Singleton) -> Blueprint:
    """Make the blueprint of something that there is one of."""
    call = Call(
        operation=singleton.operation,
        summary=f"Get the {singleton.name.en}",
        description=singleton.description,
        run=singleton.read,
        answer=envelopes.object_schema(type(singleton.answer).__name__, singleton.answer),
    )
    return blueprint_with([call], tag=singleton.tag, description=singleton.description)


def blueprint_with(calls: Iterable[Call], *, tag: str, description: str, prefix: str = API_PREFIX) -> Blueprint:
    """Make a blueprint with a view for each call; the tag is its name, and the chapter of the documentation."""
    blueprint = Blueprint(tag, __name__, url_prefix=prefix, description=description)
    blueprint.ARGUMENTS_PARSER = _PARSER
    for call in calls:
        _offer(blueprint, call)
    return blueprint


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
        answer=(envelopes.list_schema if lists else envelopes.object_schema)(resource.singular, resource.answer),
        query=resource.query if lists else None,
        body={Action.CREATE: resource.create_body, Action.UPDATE: resource.update_body}.get(action),
    )


def _call_of_verb(resource: Resource[Any], verb: Verb[Any]) -> Call:
    return Call(
        operation=resource.verb_operation(verb),
        summary=verb.summary,
        description=verb.description,
        run=partial(operations.do, resource, verb),
        answer=envelopes.object_schema(resource.singular, resource.answer),
        body=verb.body,
    )


def _offer(blueprint: Blueprint, call: Call) -> None:
    """Register the view of a call, and describe it for the document."""
    operation = call.operation
    view = blueprint.response(200, call.answer)(_view(call))
    if call.body:
        view = blueprint.arguments(call.body, required=not call.body.takes_nothing())(view)
    if call.query:
        view = blueprint.arguments(call.query, location="query")(view)
    blueprint.add_url_rule(
        operation.path.replace("{", "<").replace("}", ">"),
        operation.operation_id,
        blueprint.doc(**_described(call))(view),
        methods=[operation.method],
        parameters=[dict(call.path_parameter)] if "{" in operation.path else None,
        provide_automatic_options=False,
    )


def _described(call: Call) -> dict[str, Any]:
    scope = f"Scope: `{call.operation.scope}`." if call.operation.scope else ""
    description = "\n\n".join(filter(None, (call.description, scope)))
    described = {"operationId": call.operation.operation_id, "summary": call.summary, "description": description}
    return described if call.described_body is None else {**described, "requestBody": dict(call.described_body)}


def _view(call: Call) -> Callable[..., Response]:
    def view(*values: dict[str, Any], **path: str) -> Response:
        exchange = exchange_of(request)
        if call.query is None:
            _refuse_parameters(exchange)
        return _response(call.run(call.works_with(), *path.values(), *values), exchange)

    return view


def _refuse_parameters(exchange: Exchange) -> None:
    unknown = unknown_parameters(exchange)
    if unknown:
        raise RefusedError(*unknown)


def _response(given: bytes | tuple[bytes, Page] | Reply, exchange: Exchange) -> Response:
    if isinstance(given, bytes):
        return Response(envelopes.object_bytes(given), mimetype=JSON)
    reply = given if isinstance(given, Reply) else Reply(body=envelopes.list_bytes(*given), page=given[1])
    response = Response(reply.body, status=reply.status, content_type=reply.media_type, headers=[*reply.headers])
    if reply.page is not None:
        query = dict(pairs_of(exchange))
        response.headers["Link"] = reply.page.links(f"{exchange.base_url}{exchange.path}", query)
    return response
