"""JSON Pointers (RFC 6901): what stands at a place in a JSON document."""

import re
from collections.abc import Mapping
from typing import Final

_POSITION: Final = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)


def resolve(document: object, pointer: str) -> object:
    """Give the value that a pointer such as `/lines/0/amount` points to; LookupError when there is none."""
    found = document
    for token in pointer.split("/")[1:]:
        found = _inside(found, token.replace("~1", "/").replace("~0", "~"))
    return found


def _inside(value: object, key: str) -> object:
    if isinstance(value, Mapping):
        return value[key]
    if isinstance(value, list) and _POSITION.fullmatch(key):
        return value[int(key)]
    raise KeyError(key)
