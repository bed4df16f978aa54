"""How bodies and queries are read: strictly, with every complaint at once, and 400 for all of them."""

from collections import Counter
from typing import Any, Final
from urllib.parse import unquote_plus

from marshmallow import ValidationError

from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.schema import QuerySchema, StrictSchema, complaints_in
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.loose_search import AS_PROMISED, LooseSearch
from mockbooks.web.json_body import read_json

Pairs = list[tuple[str, str]]
"""The names and values of a query, in the order in which they came."""

_NONE: Final = Text("none", "geen")
_QUERY_NOT_UTF_8: Final = Text("its query is not UTF-8", "de query is geen UTF-8")


def pairs_of(exchange: Exchange) -> Pairs:
    """Read the query string; raises RefusedError when it is not UTF-8."""
    if not exchange.query_string:
        return []
    try:
        # As `parse_qsl` does, which looks after much that does not come here and takes twice as long.
        pieces = [piece.partition("=") for piece in exchange.query_string.decode().split("&") if piece]
        return [(_unquoted(name), _unquoted(text)) for name, _, text in pieces]
    except UnicodeDecodeError:
        raise RefusedError(Complaint("malformed_request", values={"reason": _QUERY_NOT_UTF_8})) from None


def _unquoted(text: str) -> str:
    return unquote_plus(text, errors="strict") if "%" in text or "+" in text else text


def query_of(pairs: Pairs, schema: QuerySchema, search: LooseSearch = AS_PROMISED) -> dict[str, Any]:
    """Read a query; a key that comes twice is refused, together with all else that is wrong."""
    if search is not AS_PROMISED:
        pairs = [(name, value) for name, value in pairs if not search.ignores(name)]
    query = dict(pairs)
    repeated = _repeated(pairs) if len(query) < len(pairs) else ()
    try:
        values: dict[str, Any] = schema.load(query)
    except ValidationError as error:
        raise RefusedError(*repeated, *complaints_in(error, in_query=True)) from None
    if repeated:
        raise RefusedError(*repeated)
    return values


def body_of(exchange: Exchange, schema: StrictSchema, maximum_depth: int, *, knows_parameters: bool) -> dict[str, Any]:
    """Read the body; an empty one only where nothing is required. A call that knows parameters has read them before."""
    if not exchange.body and not schema.takes_nothing():
        raise RefusedError(Complaint("empty_body"))
    data = read_json(exchange.body, maximum_depth=maximum_depth) if exchange.body else {}
    try:
        values: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        others = () if knows_parameters else _unknown_parameters(exchange)
        raise RefusedError(*complaints_in(error), *others) from None
    return values


def refuse_parameters(exchange: Exchange) -> None:
    """Refuse every key of the query where none is known: a filter on the wrong URL must not pass unnoticed."""
    unknown = _unknown_parameters(exchange)
    if unknown:
        raise RefusedError(*unknown)


def _unknown_parameters(exchange: Exchange) -> tuple[Complaint, ...]:
    return tuple(
        Complaint("unknown_parameter", parameter=name, values={"name": name, "allowed": _NONE})
        for name in dict(pairs_of(exchange))
    )


def _repeated(pairs: Pairs) -> tuple[Complaint, ...]:
    return tuple(
        Complaint("repeated_parameter", parameter=name, values={"name": name})
        for name, count in Counter(name for name, _ in pairs).items()
        if count > 1
    )
