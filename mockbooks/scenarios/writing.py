"""Writes a value of a scenario as it would stand in its file, on one line."""

import re
from collections.abc import Mapping
from typing import Final

import orjson

LONGEST_TEXT: Final = 200
_WORDS: Final = {None: "null", True: "true", False: "false"}
# Texts that need no quotes within {} and []: none that begins like something else, or holds a sign of YAML.
_PLAIN: Final = re.compile(r"[A-Za-z0-9/+.@_-][^\x00-\x1f:#,\[\]{}\"'\\]*(?<! )")


def written(value: object) -> str:
    """Write a value in the flow style of YAML, cut to a readable length."""
    text = _flow(value)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def written_entry(entry: Mapping[str, object]) -> str:
    """Write a mapping without the braces around it."""
    text = _pairs(entry)
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + _pairs(value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else orjson.dumps(value).decode()
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


def _pairs(entry: Mapping[str, object]) -> str:
    return ", ".join(f"{_flow(key)}: {_flow(value)}" for key, value in entry.items())
