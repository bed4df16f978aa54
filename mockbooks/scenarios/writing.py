"""Writes a value of a scenario as it would stand in its file: on one line, or as a piece of a file."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import orjson

from mockbooks.yaml_text.scalars import read_plain

LONGEST_TEXT: Final = 200
_LONGEST_LINE: Final = 84
_STEP: Final = "  "
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


def written_text(value: object) -> str:
    """Write what stands behind a key: a mapping without the braces around it."""
    return written_entry(value) if isinstance(value, Mapping) else written(value)


def written_block(value: Mapping[str, object]) -> str:
    """Write a mapping in the block style of YAML, whole; what is within it is in the flow style where a line holds it.

    It reads as the same value again.
    """
    return "\n".join(_block(value)) + "\n"


def _block(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _headed(f"{_flow(key)}:", inner)
    elif isinstance(value, list | tuple):
        for item in value:
            first, *others = _block(item) if isinstance(item, Mapping) and len(item) > 1 else [_flow(item)]
            yield f"- {first}"
            yield from (_STEP + line for line in others)
    else:
        yield _flow(value)


def _headed(head: str, value: object) -> Iterator[str]:
    """Write a value behind its key, or below it where that is too long or holds mappings in a list."""
    line = f"{head} {_flow(value)}"
    holds_mappings = isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value)
    if (
        not value
        or not isinstance(value, Mapping | list | tuple)
        or (len(line) <= _LONGEST_LINE and not holds_mappings)
    ):
        yield line
        return
    yield head
    yield from (_STEP + line for line in _block(value))


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + _pairs(value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) and read_plain(value) == value else orjson.dumps(value).decode()
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


def _pairs(entry: Mapping[str, object]) -> str:
    """Write the pairs of a mapping in the flow style, where a key without a value stands alone."""
    return ", ".join(_flow(key) if value is None else f"{_flow(key)}: {_flow(value)}" for key, value in entry.items())
