"""One operation as it is called: what is read, what is done, and what goes back; no framework takes part in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, Final

from mockbooks.administration import Administration
from mockbooks.frozen import dataclass
from mockbooks.service.context import Context
from mockbooks.service.paging import Page
from mockbooks.service.schema import QuerySchema, StrictSchema
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import Operation
from mockbooks.web import envelopes
from mockbooks.web.parser import Pairs, body_of, pairs_of, query_of, refuse_parameters

_ID_PARAMETER: Final = {
    "in": "path",
    "name": "id",
    "required": True,
    "description": "Id of the object; an unknown one is 400 `not_found`.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 40},
}


MakeQuery = Callable[[], QuerySchema]
"""The schema of a query is made with the first call that reads one, so that a start makes none."""


def books_of_the_call(exchange: Exchange) -> Context | None:
    """Give what a call of the API works with; nothing where no token is asked for, and so no books are meant."""
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
    answer: envelopes.MakeSchema
    query: MakeQuery | None = None
    body: StrictSchema | None = None
    described_body: Mapping[str, Any] | None = None
    path_parameter: Mapping[str, Any] = field(default_factory=lambda: _ID_PARAMETER)
    works_with: Callable[[Exchange], Any] = books_of_the_call

    def answered(self, exchange: Exchange, path: Iterable[str], *, maximum_depth: int) -> Answer:
        """Do the call, given the parameters of its path; raises RequestError with everything that is wrong with it."""
        pairs = pairs_of(exchange) if self.query else []
        read = self._read(exchange, pairs, maximum_depth)
        given = self.run(self.works_with(exchange), *path, *read)
        if isinstance(given, bytes):
            return Answer(status=200, body=envelopes.object_bytes(given))
        if isinstance(given, Reply):
            headers = given.headers + _links(given.page, exchange, pairs)
            return Answer(status=given.status, body=given.body, headers=headers, media_type=given.media_type)
        return Answer(status=200, body=envelopes.list_bytes(*given), headers=_links(given[1], exchange, pairs))

    def _read(self, exchange: Exchange, pairs: Pairs, maximum_depth: int) -> list[dict[str, Any]]:
        """Read the query and then the body; a parameter of a call that has none is told with the faults of its body."""
        read = []
        if self._query:
            read.append(query_of(pairs, self._query, exchange.search) if pairs else self._no_query.copy())
        if self.body:
            read.append(body_of(exchange, self.body, maximum_depth, knows_parameters=self.query is not None))
        if not self.query and exchange.query_string:
            refuse_parameters(exchange)
        return read

    @cached_property
    def _query(self) -> QuerySchema | None:
        return self.query() if self.query else None

    @cached_property
    def _no_query(self) -> dict[str, Any]:
        """What an empty query says."""
        return query_of([], self._query) if self._query else {}


class CallEndpoint:
    """The endpoint of the operations: the steps have found which call an exchange is, and the call answers it."""

    def __init__(self, calls: Iterable[Call], *, maximum_depth: int) -> None:
        """Keep the calls by the ids of their operations, and how deep a body may nest."""
        self._calls = {call.operation.operation_id: call for call in calls}
        self._maximum_depth = maximum_depth

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange; raises RequestError, and LookupError where no step has found its operation."""
        if exchange.operation is None:
            raise LookupError(exchange.path)
        call = self._calls[exchange.operation.operation_id]
        return call.answered(exchange, exchange.path_parameters.values(), maximum_depth=self._maximum_depth)


def _links(page: Page | None, exchange: Exchange, pairs: Pairs) -> tuple[tuple[str, str], ...]:
    return () if page is None else (("Link", page.links(f"{exchange.base_url}{exchange.path}", dict(pairs))),)
