"""Which URL was probably meant: a path without its prefix, or of another vendor, is most often nearly one of ours."""

from typing import Final

from mockbooks.oauth.operations import OPERATIONS
from mockbooks.resources import operations
from mockbooks.traffic.operation import CONTROL_PREFIX, DASHBOARD_PREFIX
from mockbooks.traffic.routing import nearest_of
from mockbooks.web.control import CALLS
from mockbooks.web.guide.contents import PAGES, url_of

_CONTROL_PAGE: Final = "/docs/control"
_DASHBOARD: Final = tuple(
    f"{DASHBOARD_PREFIX}/{page}" for page in ("requests", "debtors", "transactions", "trial-balance")
)
_DOCUMENTS: Final = ("/docs", "/docs/oauth", "/docs/scenarios", "/docs/errors", _CONTROL_PAGE)
_PAGES: Final = ("/", *_DOCUMENTS, "/openapi.json", *_DASHBOARD)
_OPERATIONS: Final = (*operations(), *OPERATIONS, *(call.operation for call in CALLS))
_URLS: Final = tuple(
    dict.fromkeys((*_PAGES, *map(url_of, PAGES), *(each.url for each in _OPERATIONS if "{" not in each.url)))
)
_OF_CONTROL: Final = (CONTROL_PREFIX, DASHBOARD_PREFIX, _CONTROL_PAGE)
_URLS_WITHOUT_CONTROL: Final = tuple(url for url in _URLS if not url.startswith(_OF_CONTROL))


def nearest(path: str, *, has_control: bool = True) -> str | None:
    """Give the URL of a page or an operation that looks like a path where nothing is, or None when none does."""
    return nearest_of(path, _URLS if has_control else _URLS_WITHOUT_CONTROL)
