"""One flask-smorest blueprint per resource, made from its description: the views are the same for all."""

from collections.abc import Callable
from typing import Any, ClassVar, Final

import flask_smorest
from flask import Response, request

from mockbooks.administration import Administration
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.resource import Action, Resource, Verb
from mockbooks.service.singleton import Singleton
from mockbooks.traffic.operation import API_PREFIX, Operation
from mockbooks.web import envelopes
from mockbooks.web.parser import StrictParser, exchange_of

View = Callable[..., Response]
JSON: Final = "application/json"


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc] # flask-smorest has no types
    """A blueprint whose arguments are read strictly."""

    ARGUMENTS_PARSER: ClassVar = StrictParser()


def blueprint_of(resource: Resource[Any]) -> Blueprint:
    """Make the blueprint of a resource with a view for each of its operations."""
    blueprint = Blueprint(
        resource.tag, __name__, url_prefix=API_PREFIX + resource.path, description=resource.description
    )
    for action in resource.actions:
        _VIEWS[action](blueprint, resource)
    for verb in resource.verbs:
        _add_verb(blueprint, resource, verb)
    return blueprint


def singleton_blueprint(singleton: Singleton) -> Blueprint:
    """Make the blueprint of something that there is one of."""
    blueprint = Blueprint(
        singleton.tag, __name__, url_prefix=API_PREFIX + singleton.path, description=singleton.description
    )

    def view() -> Response:
        return _object(singleton.read(_context() if singleton.operation.needs_token else None))

    answer = blueprint.response(200, envelopes.object_schema(type(singleton.answer).__name__, singleton.answer))
    _add(blueprint, "", singleton.operation, answer(view), summary=f"Get the {singleton.name.en}", description=singleton.description)
    return blueprint


def _add_list(blueprint: Blueprint, resource: Resource[Any]) -> None:
    def view(query: dict[str, Any]) -> Response:
        exchange = exchange_of(request)
        data, page = operations.list_page(resource, _context(), query)
        url = f"{exchange.scheme}://{exchange.host}{exchange.path}"
        links = page.links(url, exchange.query_string.decode("latin-1"))
        return _answer(envelopes.list_bytes(data, page), {"Link": links})

    view = blueprint.response(200, envelopes.list_schema(resource.singular, resource.answer))(view)
    view = blueprint.arguments(resource.query, location="query")(view)
    description = (
        f'Gives {resource.name.en}s in order of creation. Filters combine with "and"; nothing found is an empty list.'
    )
    _add(
        blueprint,
        "",
        resource.operation(Action.LIST),
        view,
        summary=f"List {resource.name.en}s",
        description=description,
    )


def _add_get(blueprint: Blueprint, resource: Resource[Any]) -> None:
    def view(id: str) -> Response:  # noqa: A002 - the name of the path parameter in the contract
        return _object(operations.get(resource, _context(), id))

    view = blueprint.response(200, envelopes.object_schema(resource.singular, resource.answer))(view)
    _add(blueprint, "/<id>", resource.operation(Action.GET), view, summary=f"Get a {resource.name.en}", description="")


def _add_create(blueprint: Blueprint, resource: Resource[Any]) -> None:
    def view(values: dict[str, Any]) -> Response:
        return _object(operations.create(resource, _context(), values))

    view = blueprint.response(200, envelopes.object_schema(resource.singular, resource.answer))(view)
    view = blueprint.arguments(resource.create_body)(view)
    description = f"Creates a {resource.name.en}. Success is 200. Send an `Idempotency-Key` so that a retry creates nothing twice."
    _add(
        blueprint,
        "",
        resource.operation(Action.CREATE),
        view,
        summary=f"Create a {resource.name.en}",
        description=description,
    )


def _add_update(blueprint: Blueprint, resource: Resource[Any]) -> None:
    def view(values: dict[str, Any], id: str) -> Response:  # noqa: A002
        return _object(operations.update(resource, _context(), id, values))

    view = blueprint.response(200, envelopes.object_schema(resource.singular, resource.answer))(view)
    view = blueprint.arguments(resource.update_body)(view)
    description = f"Replaces a {resource.name.en} as a whole: send it as it was read, changed where it shall change."
    _add(
        blueprint,
        "/<id>",
        resource.operation(Action.UPDATE),
        view,
        summary=f"Replace a {resource.name.en}",
        description=description,
    )


def _add_delete(blueprint: Blueprint, resource: Resource[Any]) -> None:
    def view(id: str) -> Response:  # noqa: A002
        return _object(operations.delete(resource, _context(), id))

    view = blueprint.response(200, envelopes.object_schema(resource.singular, resource.answer))(view)
    description = f"Deletes a {resource.name.en} that nothing uses and gives it as it was; one in use is archived with `active` false instead."
    _add(
        blueprint,
        "/<id>",
        resource.operation(Action.DELETE),
        view,
        summary=f"Delete a {resource.name.en}",
        description=description,
    )


def _add_verb(blueprint: Blueprint, resource: Resource[Any], verb: Verb[Any]) -> None:
    def view(values: dict[str, Any], id: str) -> Response:  # noqa: A002
        return _object(operations.do(resource, verb, _context(), id, values))

    view = blueprint.response(200, envelopes.object_schema(resource.singular, resource.answer))(view)
    view = blueprint.arguments(verb.body, required=not verb.body.takes_nothing())(view)
    _add(
        blueprint,
        f"/<id>/{verb.name}",
        resource.verb_operation(verb),
        view,
        summary=verb.summary,
        description=verb.description,
    )


_VIEWS: Final[dict[Action, Callable[[Blueprint, Resource[Any]], None]]] = {
    Action.LIST: _add_list,
    Action.GET: _add_get,
    Action.CREATE: _add_create,
    Action.UPDATE: _add_update,
    Action.DELETE: _add_delete,
}

_ID_PARAMETER: Final = {
    "in": "path",
    "name": "id",
    "required": True,
    "description": "Id of the object; an unknown one is 400 `not_found`.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 40},
}


def _add(blueprint: Blueprint, rule: str, operation: Operation, view: View, *, summary: str, description: str) -> None:
    scope = f"Scope: `{operation.scope}`." if operation.scope else ""
    documented = blueprint.doc(
        operationId=operation.operation_id, summary=summary, description="\n\n".join(filter(None, (description, scope)))
    )(view)
    parameters = [_ID_PARAMETER] if "<id>" in rule else None
    blueprint.add_url_rule(
        rule,
        operation.operation_id,
        documented,
        methods=[operation.method],
        parameters=parameters,
        provide_automatic_options=False,
    )


def _context() -> Context:
    administration: Administration = exchange_of(request).administration
    return administration.context()


def _object(data: bytes) -> Response:
    return _answer(envelopes.object_bytes(data))


def _answer(body: bytes, headers: dict[str, str] | None = None) -> Response:
    return Response(body, headers=headers, mimetype=JSON)
