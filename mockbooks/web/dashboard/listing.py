"""A page of records, the newest first, found by the filters that the API has."""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from marshmallow import ValidationError

from mockbooks.catalogue.telling import tell
from mockbooks.frozen import dataclass
from mockbooks.service.filters import criteria_of
from mockbooks.service.resource import Resource
from mockbooks.service.schema import complaints_in
from mockbooks.web.dashboard.visit import Visit

SIZE: Final = 25
_LONGEST: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of what was found: records as the API answers them; `complaint` says why nothing was looked for."""

    records: tuple[Mapping[str, Any], ...] = ()
    total: int = 0
    number: int = 1
    complaint: str | None = None

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // SIZE))


def found(visit: Visit, resource: Resource[Any], asked: Mapping[str, str]) -> Listing:
    """Look up a page; `asked` holds parameters of the API, which are read as the API reads them."""
    try:
        query = resource.query.load({name: text for name, text in asked.items() if text})
    except ValidationError as error:
        (first, *_) = complaints_in(error, in_query=True)
        return Listing(complaint=tell(first, visit.language))
    return _page(visit, resource, query)


def with_id(visit: Visit, resource: Resource[Any], sought: str) -> Listing:
    """Look up one record by its id; none where there is no such record."""
    body = visit.administration.books.collection(resource.spec).body(sought)
    return Listing() if body is None else Listing(records=(orjson.loads(body),), total=1)


def _page(visit: Visit, resource: Resource[Any], query: dict[str, Any]) -> Listing:
    collection = visit.administration.books.collection(resource.spec)
    criteria = criteria_of(resource.filters, query)
    total = collection.count(criteria)
    number = min(_number_in(visit), max(1, -(-total // SIZE)))
    end = total - (number - 1) * SIZE
    start = max(0, end - SIZE)
    bodies = collection.find(criteria, offset=start, limit=end - start).bodies if end > start else []
    return Listing(records=tuple(orjson.loads(body) for body in reversed(bodies)), total=total, number=number)


def _number_in(visit: Visit) -> int:
    text = visit.query.get("page", "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else 1
