"""Calls as flask-smorest knows them: a blueprint for each noun, for the document and for Flask."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import Response, request
from flask_smorest import Blueprint
from webargs.flaskparser import FlaskParser

from mockbooks.traffic.operation import API_PREFIX
from mockbooks.web.api_calls import api_chapters
from mockbooks.web.calls import Call
from mockbooks.web.given import MAXIMUM_DEPTH_KEY, exchange_of

View = TypeVar("View")


class DescribingParser(FlaskParser):
    """Stands where flask-smorest would read bodies and queries, and reads nothing: each call does so for itself."""

    DEFAULT_VALIDATION_STATUS = 400

    def use_args(self, *_: Any, **__: Any) -> Callable[[View], View]:  # noqa: ANN401 - as webargs calls it
        """Leave a view as it is."""
        return _as_it_is


def api_blueprints() -> list[Blueprint]:
    """Make the blueprints of the whole API, in the order of the documentation."""
    return [blueprint_with(each.calls, tag=each.tag, description=each.description) for each in api_chapters()]


def blueprint_with(calls: Iterable[Call], *, tag: str, description: str, prefix: str = API_PREFIX) -> Blueprint:
    """Make a blueprint with a view for each call; the tag is its name, and the chapter of the documentation."""
    blueprint = Blueprint(tag, __name__, url_prefix=prefix, description=description)
    blueprint.ARGUMENTS_PARSER = DescribingParser()
    for call in calls:
        _offer(blueprint, call)
    return blueprint


def _offer(blueprint: Blueprint, call: Call) -> None:
    """Register the view of a call, and describe it for the document."""
    operation = call.operation
    view = blueprint.response(200, call.answer())(_view(call))
    if call.body:
        view = blueprint.arguments(call.body, required=not call.body.takes_nothing())(view)
    if call.query:
        view = blueprint.arguments(call.query(), location="query")(view)
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
    def view(**path: str) -> Response:
        maximum_depth = request.environ[MAXIMUM_DEPTH_KEY]
        answer = call.answered(exchange_of(request), path.values(), maximum_depth=maximum_depth)
        return Response(answer.body, status=answer.status, headers=[*answer.headers], content_type=answer.media_type)

    return view


def _as_it_is(view: View) -> View:
    return view
