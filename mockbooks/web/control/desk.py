"""What the calls of the control API work with, and how they are put together."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

import orjson
from flask import request

from mockbooks.administration import Administration
from mockbooks.control.server import Control, administration_meant
from mockbooks.frozen import dataclass
from mockbooks.service.fields import PlainText
from mockbooks.service.schema import QuerySchema
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import CONTROL_PREFIX, Operation
from mockbooks.web.calls import Call, MakeQuery
from mockbooks.web.given import CONTROL_KEY, MAXIMUM_DEPTH_KEY, RECOGNISE_KEY, SETTLING_KEY
from mockbooks.web.json_body import read_json
from mockbooks.web.parser import pairs_of

Settle = Callable[[], None]


@dataclass(frozen=True, kw_only=True)
class ControlCall(Call):
    """A call of the control API.

    One that `takes_long` runs beside everything else; what it changes it leaves to `Bench.settle`. `takes` and `gives`
    are the media types of bodies and answers; where it gives several, it chooses for itself.
    """

    takes_long: bool = False
    takes: tuple[str, ...] = (JSON,)
    gives: tuple[str, ...] = (JSON,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What a call about the server works with; one Flask application may serve the desks of many servers."""

    control: Control
    exchange: Exchange


@dataclass(frozen=True, kw_only=True, slots=True)
class Bench:
    """What a call about one administration works with.

    `settling` takes what is to be done once the answer is ready, between other calls and never beside them.
    """

    control: Control
    exchange: Exchange
    administration: Administration
    settling: list[Settle]
    maximum_depth: int

    def settle(self, deed: Settle) -> None:
        """Have something done between other calls, before the answer goes out."""
        self.settling.append(deed)

    def json_body(self) -> Any:  # noqa: ANN401 - JSON
        """Read the body of a call that has no schema for it; raises RefusedError when it is no JSON."""
        return read_json(self.exchange.body, maximum_depth=self.maximum_depth)


class OnAdministration(QuerySchema):
    """The administration that a call acts on."""

    administration = PlainText(
        "Id of the administration that is meant. Left out, it is that of the access token of the call; without one, "
        "`demo`. An expired or revoked token still tells whose it is; one that is not known is refused, so that nobody "
        "clears the books of another.",
        maximum=40,
        filled=True,
        example="demo",
    )


PLAIN: Final = OnAdministration


def operation(operation_id: str, method: str, path: str) -> Operation:
    """Name an operation of the control API, where neither tokens nor limits count."""
    return Operation(
        operation_id=operation_id, method=method, path=path, needs_token=False, prefix=CONTROL_PREFIX, area="control"
    )


def on_administration(
    operation_: Operation,
    run: Callable[..., Any],
    *,
    query: MakeQuery = PLAIN,
    **parts: Any,  # noqa: ANN401
) -> ControlCall:
    """Make a call that acts on one administration; `run` is given a query only where it has parameters of its own."""
    if query is not PLAIN:
        return ControlCall(operation=operation_, run=run, query=query, works_with=_bench, **parts)
    place = 1 + operation_.path.count("{")

    @wraps(run)
    def without_query(*values: Any) -> Any:  # noqa: ANN401 - as the call gives
        return run(*values[:place], *values[place + 1 :])

    return ControlCall(operation=operation_, run=without_query, query=query, works_with=_bench, **parts)


def on_server(operation_: Operation, run: Callable[..., Any], **parts: Any) -> ControlCall:  # noqa: ANN401
    """Make a call that is about the server as a whole."""
    return ControlCall(operation=operation_, run=run, works_with=_desk, **parts)


def json_of(told: object) -> bytes:
    """Write the data of an answer."""
    return orjson.dumps(told)


def name_parameter(name: str, description: str, example: str, **schema: object) -> Mapping[str, Any]:
    """Describe the one parameter of a path."""
    return {
        "in": "path",
        "name": name,
        "required": True,
        "description": description,
        "schema": {"type": "string", "minLength": 1, **schema},
        "example": example,
    }


def _desk(exchange: Exchange) -> Desk:
    return Desk(control=request.environ[CONTROL_KEY], exchange=exchange)


def _bench(exchange: Exchange) -> Bench:
    """Find the administration that is meant, and have everything happen there that is due."""
    control = request.environ[CONTROL_KEY]
    named = dict(pairs_of(exchange)).get("administration")
    owner = None if named else request.environ[RECOGNISE_KEY](exchange)
    administration = administration_meant(control, named, None if owner is None else owner.id)
    administration.catch_up()
    return Bench(
        control=control,
        exchange=exchange,
        administration=administration,
        settling=request.environ[SETTLING_KEY],
        maximum_depth=request.environ[MAXIMUM_DEPTH_KEY],
    )
