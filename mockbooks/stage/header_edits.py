"""Headers taken off an answer, and others put on it: those that it has, and those that every answer gets in the end."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mockbooks.traffic.exchange import Answer, names_header

_CONTENT_TYPE: Final = "content-type"


def without(answer: Answer, patterns: tuple[str, ...]) -> Answer:
    """Take headers off, and have those withheld that it would still get."""
    return replace(
        answer,
        headers=tuple((name, value) for name, value in answer.headers if not names_header(patterns, name)),
        media_type="" if names_header(patterns, _CONTENT_TYPE) else answer.media_type,
        withheld=(*answer.withheld, *patterns),
    )


def having(answer: Answer, headers: Mapping[str, str]) -> Answer:
    """Put headers on, in the place of those of the same names."""
    own = {name.lower(): value for name, value in headers.items()}
    kept = tuple((name, value) for name, value in answer.headers if name.lower() not in own)
    others = tuple((name, value) for name, value in headers.items() if name.lower() != _CONTENT_TYPE)
    return replace(answer, headers=kept + others, media_type=own.get(_CONTENT_TYPE, answer.media_type))
