"""Reads JSON within the bounds of YAML: its depth and number of values are judged, and no key stands twice."""

import json
from typing import Any

import orjson

from mockbooks.scenarios.positions import START
from mockbooks.scenarios.yaml_refusals import (
    MOST_LEVELS,
    MOST_VALUES,
    TOO_DEEP,
    TOO_MANY_VALUES,
    refuse,
    stands_twice,
)


def read_json(text: str) -> Any:  # noqa: ANN401 - JSON
    """Read a text; raises ValueError when it is no JSON, NotAllowedError when it is beyond the bounds."""
    data = orjson.loads(text)
    _judge(data)
    json.loads(text, object_pairs_hook=_without_repetition)
    return data


def _judge(data: object) -> None:
    """Count level by level, so that no depth of nesting can exhaust the stack."""
    values, level = 1, [data]
    for _ in range(MOST_LEVELS):
        level = [inner for outer in level for inner in _inside(outer)]
        values += len(level)
        if values > MOST_VALUES:
            refuse(TOO_MANY_VALUES, START)
    if any(isinstance(value, dict | list) for value in level):
        refuse(TOO_DEEP, START)


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _without_repetition(pairs: list[tuple[str, object]]) -> None:
    seen = set[str]()
    for key, _ in pairs:
        if key in seen:
            refuse(stands_twice(key), START)
        seen.add(key)
