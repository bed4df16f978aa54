"""Pages of a list: numbers from 1, in order of creation, with links to the pages around."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from mockbooks.service.query_fields import QueryWhole

DEFAULT_SIZE: Final = 50
LARGEST_SIZE: Final = 200
LAST_NUMBER: Final = 100_000_000


def page_field() -> QueryWhole:
    """Declare the parameter `page`."""
    return QueryWhole(
        "Which page, counted from 1; past the end it is empty.", lowest=1, highest=LAST_NUMBER, default=1, example=1
    )


def page_size_field() -> QueryWhole:
    """Declare the parameter `pageSize`."""
    return QueryWhole("How many items a page holds.", lowest=1, highest=LARGEST_SIZE, default=DEFAULT_SIZE, example=50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a list, with how much there is in all."""

    number: int
    size: int
    total_items: int

    @property
    def total_pages(self) -> int:
        """Count the pages; an empty list has none."""
        return -(-self.total_items // self.size)

    def json(self) -> bytes:
        """Write the page as it stands in an answer."""
        return b'{"number":%d,"size":%d,"totalItems":%d,"totalPages":%d}' % (
            self.number,
            self.size,
            self.total_items,
            self.total_pages,
        )

    def links(self, url: str, query: Mapping[str, str]) -> str:
        """Write the header `Link` (RFC 8288): first, prev, next, last, where they exist; `query` is what was asked."""
        last = max(self.total_pages, 1)
        numbers = {"first": 1, "last": last}
        if self.number > 1:
            numbers["prev"] = min(self.number - 1, last)
        if self.number < last:
            numbers["next"] = self.number + 1
        others = urlencode([(key, value) for key, value in query.items() if key != "page"])
        page = f"{url}?{others}&page=" if others else f"{url}?page="
        return ", ".join(
            f'<{page}{numbers[relation]}>; rel="{relation}"'
            for relation in ("first", "prev", "next", "last")
            if relation in numbers
        )
