"""How flask-smorest reads bodies and queries here: strictly, with every complaint at once, and 400 for all of them."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

from flask import Request
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.json_body import read_json

EXCHANGE_KEY: Final = "mockbooks.exchange"
CONTROL_KEY: Final = "mockbooks.control"
RECOGNISE_KEY: Final = "mockbooks.recognise"
SETTLING_KEY: Final = "mockbooks.settling"
MAXIMUM_DEPTH_KEY: Final = "mockbooks.max_json_depth"
_QUERY_READ_KEY: Final = "mockbooks.query_read"
_NONE: Final = Text("none", "geen")
_QUERY_NOT_UTF_8: Final = Text("its query is not UTF-8", "de query is geen UTF-8")


def exchange_of(request: Request) -> Exchange:
    """Give the exchange that the pipeline handed to Flask."""
    exchange: Exchange = request.environ[EXCHANGE_KEY]
    return exchange


def pairs_of(exchange: Exchange) -> list[tuple[str, str]]:
    """Read the query string; raises RefusedError when it is not UTF-8."""
    if not exchange.query_string:
        return []
    try:
        return parse_qsl(exchange.query_string.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise RefusedError(Complaint("malformed_request", values={"reason": _QUERY_NOT_UTF_8})) from None


def unknown_parameters(exchange: Exchange) -> tuple[Complaint, ...]:
    """Complain of every key of the query where none is known: a filter on the wrong URL must not pass unnoticed."""
    return tuple(
        Complaint("unknown_parameter", parameter=name, values={"name": name, "allowed": _NONE})
        for name in dict(pairs_of(exchange))
    )


class StrictParser(FlaskParser):
    """Reads JSON bodies and query strings without losing anything of them."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {}  # noqa: RUF012 - declared so by webargs

    def load_json(self, req: Request, schema: Schema) -> Any:  # noqa: ANN401 - JSON
        """Read the body; an empty one only where nothing is required."""
        body = exchange_of(req).body
        if not body:
            if isinstance(schema, StrictSchema) and schema.takes_nothing():
                return {}
            raise RefusedError(Complaint("empty_body"))
        return read_json(body, maximum_depth=req.environ[MAXIMUM_DEPTH_KEY])

    def load_querystring(self, req: Request, schema: Schema) -> dict[str, str]:
        """Read the query; a key that comes twice is refused, together with all else that is wrong."""
        exchange = exchange_of(req)
        pairs = [(name, value) for name, value in pairs_of(exchange) if not exchange.search.ignores(name)]
        query = dict(pairs)
        req.environ[_QUERY_READ_KEY] = True
        if len(query) < len(pairs):
            raise RefusedError(*_repeated(pairs), *_faults_in(query, schema))
        return query

    def handle_error(self, error: ValidationError, req: Request, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Turn marshmallow's errors into complaints."""
        ((location, messages),) = error.messages_dict.items()
        in_query = location == "query"
        # A call that knows parameters has read them before its body.
        others = () if _QUERY_READ_KEY in req.environ else unknown_parameters(exchange_of(req))
        raise RefusedError(*complaints_in(ValidationError(messages), in_query=in_query), *others) from None


def _repeated(pairs: list[tuple[str, str]]) -> Iterator[Complaint]:
    for name, count in Counter(name for name, _ in pairs).items():
        if count > 1:
            yield Complaint("repeated_parameter", parameter=name, values={"name": name})


def _faults_in(query: dict[str, str], schema: Schema) -> tuple[Complaint, ...]:
    try:
        schema.load(query)
    except ValidationError as error:
        return complaints_in(error, in_query=True)
    return ()
