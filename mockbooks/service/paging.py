"""Pages of a list: numbers from 1, in order of creation, with links to the pages around."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import quote_plus

from mockbooks.frozen import value
from mockbooks.service.query_fields import QueryWhole

DEFAULT_SIZE: Final = 50
LARGEST_SIZE: Final = 200
LAST_NUMBER: Final = 100_000_000

# What is not left as it is in a query; most of what is asked for holds little of it.
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_.~-]")
_quoted_character = lru_cache(maxsize=256)(quote_plus)


def page_field() -> QueryWhole:
    """Declare the parameter `page`."""
    return QueryWhole(
        "Which page, counted from 1; past the end it is empty.", lowest=1, highest=LAST_NUMBER, default=1, example=1
    )


def page_size_field() -> QueryWhole:
    """Declare the parameter `pageSize`."""
    return QueryWhole("How many items a page holds.", lowest=1, highest=LARGEST_SIZE, default=DEFAULT_SIZE, example=50)


@value(frozen=True, slots=True, kw_only=True)
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
        others = "".join([f"{_quoted(key)}={_quoted(text)}&" for key, text in query.items() if key != "page"])
        page = f"{url}?{others}page="
        prev = f', <{page}{min(self.number - 1, last)}>; rel="prev"' if self.number > 1 else ""
        next_ = f', <{page}{self.number + 1}>; rel="next"' if self.number < last else ""
        return f'<{page}1>; rel="first"{prev}{next_}, <{page}{last}>; rel="last"'


def _quoted(text: str) -> str:
    """Write a name or text for a query, as `quote_plus` does."""
    return _UNSAFE.sub(lambda unsafe: _quoted_character(unsafe[0]), text)
