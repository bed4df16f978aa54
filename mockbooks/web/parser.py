"""How flask-smorest reads bodies and queries here: strictly, with every complaint at once, and 400 for all of them."""

from typing import Any, Final, NoReturn
from urllib.parse import parse_qsl

from flask import Request
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from mockbooks.catalogue.entry import Text
from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.json_body import read_json

EXCHANGE_KEY: Final = "mockbooks.exchange"
MAXIMUM_DEPTH_KEY: Final = "mockbooks.max_json_depth"
_QUERY_NOT_UTF_8: Final = Text("its query is not UTF-8", "de query is geen UTF-8")


def exchange_of(request: Request) -> Exchange:
    """Give the exchange that the pipeline handed to Flask."""
    exchange: Exchange = request.environ[EXCHANGE_KEY]
    return exchange


def query_of(exchange: Exchange) -> dict[str, str]:
    """Read the query string; a key that comes twice is refused."""
    pairs = _pairs_in(exchange.query_string)
    query = dict(pairs)
    if len(query) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = dict.fromkeys(name for name in names if names.count(name) > 1)
        raise RefusedError(
            *(Complaint("repeated_parameter", parameter=name, values={"name": name}) for name in repeated)
        )
    return query


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

    def load_querystring(self, req: Request, schema: Schema) -> dict[str, str]:  # noqa: ARG002
        """Read the query."""
        return query_of(exchange_of(req))

    def handle_error(self, error: ValidationError, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Turn marshmallow's errors into complaints."""
        ((location, messages),) = error.messages_dict.items()
        raise RefusedError(*complaints_in(ValidationError(messages), in_query=location == "query")) from None


def _pairs_in(query_string: bytes) -> list[tuple[str, str]]:
    if not query_string:
        return []
    try:
        return parse_qsl(query_string.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise RefusedError(Complaint("malformed_request", values={"reason": _QUERY_NOT_UTF_8})) from None
