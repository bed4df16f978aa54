"""The match of an injection: which requests it is about; everything that it names must hold."""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import parse_qsl

from mockbooks.frozen import dataclass
from mockbooks.scenarios.conditions import ABSENT, Condition
from mockbooks.scenarios.patterns import Pattern, is_whole
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.json_pointer import resolve

_MOST_PARAMETERS: Final = 1_000

Named = tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a request must be; what is left out asks nothing.

    `operations` are operationIds, of which one will do. The names of `headers` are in lower case; those of `body` are
    JSON Pointers (RFC 6901) into the JSON or form that was sent. `client` is not known yet at the gate.
    """

    operations: frozenset[str] = frozenset()
    method: str | None = None
    path: Pattern | None = None
    client: str | None = None
    query: Named = ()
    headers: Named = ()
    body: Named = ()

    def matches(self, exchange: Exchange) -> bool:
        """Tell whether a request is meant, asking what costs least first."""
        return (
            (not self.operations or _operation_id(exchange) in self.operations)
            and (self.method is None or exchange.method == self.method)
            and (self.client is None or exchange.client_id == self.client)
            and (self.path is None or is_whole(exchange.path, self.path))
            and all(holds(exchange.headers.get(name, ABSENT)) for name, holds in self.headers)
            and (not self.query or self._query_holds(exchange.query_string))
            and (not self.body or self._body_holds(exchange.content))
        )

    def _query_holds(self, query_string: bytes) -> bool:
        """Ask for each name whether one of the values that came with it will do."""
        given = _parameters(query_string)
        return all(any(map(holds, given.get(name, (ABSENT,)))) for name, holds in self.query)

    def _body_holds(self, content: object) -> bool:
        return all(holds(_at(content, pointer)) for pointer, holds in self.body)


ANYTHING: Final = Match()


def _operation_id(exchange: Exchange) -> str | None:
    return exchange.operation.operation_id if exchange.operation else None


def _parameters(query_string: bytes) -> Mapping[str, Iterable[str]]:
    text = query_string.decode("utf-8", "replace")
    given: dict[str, list[str]] = {}
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        return {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    return given


def _at(content: object, pointer: str) -> object:
    try:
        return resolve(content, pointer)
    except LookupError:
        return ABSENT
