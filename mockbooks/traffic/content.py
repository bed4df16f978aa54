"""The body of a request or answer as a value: JSON as it is, a form as an object of its fields."""

from typing import Final
from urllib.parse import parse_qsl

import orjson

FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 100
# orjson reads 1 024 levels and writes 254; what is read here is written again, within answers of our own.
_DEEPEST: Final = 200


def content_of(body: bytes, media_type: str | None) -> object:
    """Read a body as what it is announced to be; None when it cannot be read, or is neither JSON nor a form."""
    kind = (media_type or "").partition(";")[0].strip().lower()
    try:
        if kind == FORM:
            return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
        if kind.endswith("json"):
            return json_in(body)
    except ValueError:
        return None
    return None


def json_in(body: bytes) -> object:
    """Read JSON; ValueError for what is none, and for what nests deeper than it could be walked or written again."""
    value: object = orjson.loads(body)
    if body.count(b"[") + body.count(b"{") > _DEEPEST and _is_deep(value):
        raise ValueError("it nests too deeply")
    return value


def query_of(query_string: bytes) -> dict[str, str] | None:
    """Read a query string; None when it cannot be read."""
    try:
        return dict(parse_qsl(query_string.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return None


def written(value: object) -> bytes:
    """Write JSON in exactly as many bytes as it fills: what orjson hands over sits in a block of 8 KiB."""
    return bytes(memoryview(orjson.dumps(value)))


def _is_deep(value: object) -> bool:
    """Look level by level, so that no depth can exhaust the stack."""
    level = [value]
    for _ in range(_DEEPEST):
        containers = [each for each in level if isinstance(each, dict | list)]
        if not containers:
            return False
        level = [inner for each in containers for inner in (each.values() if isinstance(each, dict) else each)]
    return True
