"""Reading JSON bodies: nothing that is malformed, nested too deeply or said twice comes through."""

import gc
import re
import sys
from typing import Any, Final

import orjson

from mockbooks.errors import Complaint, RefusedError
from mockbooks.texts import Text

# A whole text with the colon that makes it a key, or a bracket; to be used on valid JSON only. Possessive, so that a
# text of ten million characters is one step and not ten million.
_TOKEN: Final = re.compile(r'("(?:[^"\\]++|\\.)*+")(\s*+:)?|[{}\[\]]')
# The largest body that the API takes, a sale of 500 lines, has some 5 000 values.
_MOST_VALUES: Final = 50_000
_CONTAINERS: Final = (dict, list)
# Longer than what the API is sent as a rule.
_LONG_BYTES: Final = 256 * 1024
_OPENING, _CLOSING = ("{", "["), ("}", "]")


def read_json(body: bytes, *, maximum_depth: int) -> Any:  # noqa: ANN401 - JSON
    """Read a body; raises RefusedError with where it is wrong."""
    try:
        data = orjson.loads(body) if len(body) < _LONG_BYTES else _loaded_in_one_go(body)
    except orjson.JSONDecodeError as error:
        _demand_utf_8(body)
        if error.msg == "depth limit exceeded":
            raise _too_deep(maximum_depth) from None
        raise _malformed(error.msg, error.lineno, error.colno) from None
    if _may_have_lost_keys(body, data, maximum_depth):
        _refuse_repeated_keys(body.decode())
    return data


def _loaded_in_one_go(body: bytes) -> object:
    """Read without the garbage collector, which would look at what has been read so far again and again.

    With it, ten million bytes of empty lists hold up everybody for more than a second; without it for a tenth of that.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return orjson.loads(body)
    finally:
        if was_enabled:
            gc.enable()


def _may_have_lost_keys(body: bytes, data: object, maximum_depth: int) -> bool:
    """Tell whether a key may have stood twice: then there are fewer than colons. What nests too deeply is refused.

    A small body without escapes is written anew, which leaves colons in texts what they are: most are, and it takes a
    fifth of the time of counting.
    """
    if b"\\" not in body and body.count(b"{") + body.count(b"[") <= maximum_depth:
        return body.count(b":") > orjson.dumps(data).count(b":")
    return body.count(b":") > _count_keys(data, maximum_depth)


def _demand_utf_8(body: bytes) -> None:
    try:
        body.decode()
    except UnicodeDecodeError:
        raise RefusedError(Complaint("invalid_encoding")) from None


def _count_keys(data: object, maximum_depth: int) -> int:
    """Count the keys of all objects, level by level; whatever nests deeper than any object of the API is refused.

    A body with more values than any that the API takes is not counted to its end: its schema refuses it.
    """
    count, seen, depth, level = 0, 0, 0, [data]
    while containers := [item for item in level if isinstance(item, _CONTAINERS)]:
        depth += 1
        if depth > maximum_depth:
            raise _too_deep(maximum_depth)
        level = []
        for container in containers:
            if isinstance(container, dict):
                count += len(container)
                level.extend(container.values())
            else:
                level.extend(container)
            if seen + len(level) > _MOST_VALUES:
                return sys.maxsize
        seen += len(level)
    return count


def _refuse_repeated_keys(text: str) -> None:
    """Refuse a key that stands twice in one object (RFC 8259, section 4: what that means is anybody's guess).

    A reader keeps the last one and loses the other silently. Only a body with more colons than keys comes here: either
    there is a colon in a text, or a key was lost.
    """
    objects: list[set[str]] = []
    for token in _TOKEN.finditer(text):
        if token[0] in _OPENING:
            objects.append(set())
        elif token[0] in _CLOSING:
            objects.pop()
        elif token[2]:
            key = orjson.loads(token[1])
            if key in objects[-1]:
                raise _repeated(key, text, token.start())
            objects[-1].add(key)


def _repeated(key: str, text: str, place: int) -> RefusedError:
    line_start = text.rfind("\n", 0, place) + 1
    reason = Text(f'the key "{key}" stands twice in one object', f'de sleutel "{key}" staat twee keer in één object')
    return _malformed(reason, text.count("\n", 0, place) + 1, place - line_start + 1)


def _malformed(reason: str | Text, line: int, column: int) -> RefusedError:
    return RefusedError(Complaint("malformed_json", values={"reason": reason, "line": line, "column": column}))


def _too_deep(maximum: int) -> RefusedError:
    return RefusedError(Complaint("too_deep", values={"maximum": maximum}))
