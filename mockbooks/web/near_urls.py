"""Which URL was probably meant: a path without its prefix, or of another vendor, is most often nearly one of ours."""

from typing import Final

from mockbooks.oauth.operations import OPERATIONS
from mockbooks.resources import operations
from mockbooks.traffic.routing import nearest_of
from mockbooks.web.control import CALLS

_PAGES: Final = ("/", "/docs", "/docs/oauth", "/docs/scenarios", "/docs/errors", "/docs/control", "/openapi.json")
_OPERATIONS: Final = (*operations(), *OPERATIONS, *(call.operation for call in CALLS))
_URLS: Final = tuple(dict.fromkeys((*_PAGES, *(each.url for each in _OPERATIONS if "{" not in each.url))))


def nearest(path: str) -> str | None:
    """Give the URL of a page or an operation that looks like a path where nothing is, or None when none does."""
    return nearest_of(path, _URLS)
