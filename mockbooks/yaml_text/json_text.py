"""Reads JSON within the bounds of YAML: its depth and number of values are judged, and no key stands twice."""

import json
from typing import Any

import orjson

from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.positions import START
from mockbooks.yaml_text.refusals import refuse, refuse_depth, refuse_size, stands_twice


def read_json(text: str, bounds: Bounds) -> Any:  # noqa: ANN401 - JSON
    """Read a text; raises ValueError when it is no JSON, NotAllowedError when it is beyond the bounds."""
    data = orjson.loads(text)
    _judge(data, bounds)
    json.loads(text, object_pairs_hook=_without_repetition)
    return data


def _judge(data: object, bounds: Bounds) -> None:
    """Count level by level, so that no depth of nesting can exhaust the stack."""
    values, level = 1, [data]
    for _ in range(bounds.levels):
        level = [inner for outer in level for inner in _inside(outer)]
        values += len(level)
        if values > bounds.values:
            refuse_size(bounds, START)
    if any(isinstance(value, dict | list) for value in level):
        refuse_depth(bounds, START)


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
