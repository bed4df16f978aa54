"""The contents of the walk-through, in the order in which it is read and played."""

from collections.abc import Iterator
from typing import Final

from mockbooks.web.walkthrough import connecting, working
from mockbooks.web.walkthrough.refused_authorizations import (
    ACCESS_DENIED,
    INVALID_CLIENT_METADATA,
    INVALID_REDIRECT_URI,
    INVALID_SCOPE,
    UNSUPPORTED_RESPONSE_TYPE,
)
from mockbooks.web.walkthrough.refused_calls import INSUFFICIENT_SCOPE, INVALID_TOKEN
from mockbooks.web.walkthrough.refused_grants import INVALID_GRANT
from mockbooks.web.walkthrough.refused_requests import (
    INVALID_CLIENT,
    INVALID_REQUEST,
    UNAUTHORIZED_CLIENT,
    UNSUPPORTED_GRANT_TYPE,
)
from mockbooks.web.walkthrough.step import Call, Chapter, Refusal

CHAPTERS: Final[tuple[Chapter, ...]] = (*connecting.CHAPTERS, *working.CHAPTERS)
REFUSALS: Final[tuple[Refusal, ...]] = (
    INVALID_REQUEST,
    ACCESS_DENIED,
    INVALID_SCOPE,
    UNSUPPORTED_RESPONSE_TYPE,
    INVALID_CLIENT,
    INVALID_GRANT,
    UNSUPPORTED_GRANT_TYPE,
    UNAUTHORIZED_CLIENT,
    INVALID_TOKEN,
    INSUFFICIENT_SCOPE,
    INVALID_REDIRECT_URI,
    INVALID_CLIENT_METADATA,
)


def all_calls() -> Iterator[Call]:
    """Go through every call, those that only prepare a case among them."""
    for chapter in CHAPTERS:
        yield from chapter.calls
    for refusal in REFUSALS:
        for case in refusal.cases:
            yield from case.before
            yield from case.calls
