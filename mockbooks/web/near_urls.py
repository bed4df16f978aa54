"""Which URL was probably meant: a path without its prefix, or of another vendor, is most often nearly one of ours."""

from difflib import get_close_matches
from typing import Final

from mockbooks.oauth.operations import OPERATIONS
from mockbooks.resources import operations

_LONGEST_COMPARED: Final = 100
_URLS: Final = tuple(
    dict.fromkeys(operation.url for operation in (*operations(), *OPERATIONS) if "{" not in operation.url)
)


def nearest(path: str) -> str | None:
    """Give the URL of an operation that looks like a path where nothing is, or None when none does."""
    near = get_close_matches(path[:_LONGEST_COMPARED], _URLS, n=1)
    return near[0] if near else None
