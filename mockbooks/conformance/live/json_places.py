"""Finding things in what an API answers: JSON, and JSON Pointers into it (RFC 6901)."""

from collections.abc import Mapping
from typing import Final

NOTHING: Final = object()
"""What stands where nothing does: null is something."""


def parse(body: bytes) -> object:
    """Read JSON; NOTHING for what is none."""
    import orjson  # noqa: PLC0415 - the vocabulary of an audit needs none

    try:
        data: object = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        return NOTHING
    return data


def at(data: object, pointer: str) -> object:
    """Give what stands at a pointer, or NOTHING."""
    for token in pointer.split("/")[1:]:
        data = _inside(data, token.replace("~1", "/").replace("~0", "~"))
    return data


def is_empty(value: object, levels: int = 20) -> bool:
    """Tell whether nothing is said: nothing, null, blank, or a mapping or list of such, as deep as anybody looks."""
    if value is NOTHING or value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Mapping):
        return levels > 0 and all(is_empty(inner, levels - 1) for inner in value.values())
    return isinstance(value, list) and levels > 0 and all(is_empty(inner, levels - 1) for inner in value)


def _inside(data: object, token: str) -> object:
    if isinstance(data, Mapping):
        return data.get(token, NOTHING)
    if isinstance(data, list) and token.isascii() and token.isdigit() and len(token) <= 9:  # noqa: PLR2004 - no list is longer
        return data[int(token)] if int(token) < len(data) else NOTHING
    return NOTHING
