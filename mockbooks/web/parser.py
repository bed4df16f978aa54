"""How flask-smorest reads bodies and queries here: strictly, with every complaint at once, and 400 for all of them."""

from typing import Any, ClassVar, NoReturn
from urllib.parse import parse_qsl

import orjson
from flask import Request
from marshmallow import ValidationError
from webargs.flaskparser import FlaskParser

from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.traffic.exchange import Exchange

EXCHANGE_KEY = "mockbooks.exchange"
MAXIMUM_DEPTH_KEY = "mockbooks.max_json_depth"


def exchange_of(request: Request) -> Exchange:
    """Give the exchange that the pipeline handed to Flask."""
    exchange: Exchange = request.environ[EXCHANGE_KEY]
    return exchange


class StrictParser(FlaskParser):
    """Reads JSON bodies with orjson and query strings without losing repeated keys."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION: ClassVar[dict[str, str | None]] = {}

    def load_json(self, req: Request, schema: StrictSchema) -> Any:  # noqa: ANN401
        """Read the body; an empty one only where nothing is required."""
        body = exchange_of(req).body
        if not body:
            if schema.takes_nothing():
                return {}
            raise RefusedError(Complaint("empty_body"))
        return _json(body, req.environ[MAXIMUM_DEPTH_KEY])

    def load_querystring(self, req: Request, schema: StrictSchema) -> Any:  # noqa: ANN401, ARG002
        """Read the query; a key that comes twice is refused."""
        pairs = parse_qsl(exchange_of(req).query_string.decode("latin-1"), keep_blank_values=True)
        query = dict(pairs)
        if len(query) < len(pairs):
            names = [name for name, _ in pairs]
            repeated = dict.fromkeys(name for name in names if names.count(name) > 1)
            raise RefusedError(
                *(Complaint("repeated_parameter", parameter=name, values={"name": name}) for name in repeated)
            )
        return query

    def handle_error(self, error: ValidationError, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Turn marshmallow's errors into complaints."""
        ((location, messages),) = error.messages_dict.items()
        raise RefusedError(*complaints_in(ValidationError(messages), in_query=location == "query")) from None


def _json(body: bytes, maximum_depth: int) -> Any:  # noqa: ANN401
    try:
        body.decode()
    except UnicodeDecodeError:
        raise RefusedError(Complaint("invalid_encoding")) from None
    if body.count(b"[") + body.count(b"{") > maximum_depth:
        _refuse_depth(body, maximum_depth)
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        values = {"reason": error.msg, "line": error.lineno, "column": error.colno}
        raise RefusedError(Complaint("malformed_json", values=values)) from None


def _refuse_depth(body: bytes, maximum: int) -> None:
    """Follow the brackets outside of strings; whatever nests deeper than any object of the API is refused unread."""
    depth, in_text, escaped = 0, False, False
    for byte in body:
        if in_text:
            in_text, escaped = escaped or byte != 0x22, not escaped and byte == 0x5C  # noqa: PLR2004 - quote, backslash
        elif byte == 0x22:  # noqa: PLR2004
            in_text = True
        elif byte in b"[{":
            depth += 1
            if depth > maximum:
                raise RefusedError(Complaint("too_deep", values={"maximum": maximum}))
        elif byte in b"]}":
            depth -= 1
