"""Entities as the bytes that callers read: made once, on write, and served as they are ever after."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

import orjson

from mockbooks.service.schema import camel


def render(entity: object) -> bytes:
    """Write an entity as a JSON object with camelCase keys; fields marked `internal` stay inside."""
    return orjson.dumps(entity, default=_plain, option=orjson.OPT_PASSTHROUGH_DATACLASS)


def _plain(value: object) -> Any:  # noqa: ANN401 - what orjson's `default` may give
    if isinstance(value, Decimal):
        text = str(value)  # half the work of formatting, and the same unless it takes to an exponent
        return format(value, "f") if "E" in text else text
    entity_class: type = type(value)
    keys, values_of = _wire_form(entity_class)
    return dict(zip(keys, values_of(value)))  # noqa: B905 - as many as each other, and asking costs


@cache
def _wire_form(entity_class: type) -> tuple[list[str], Callable[[Any], tuple[Any, ...]]]:
    """Give the JSON keys of a class, and what reads their values from an entity; each has two fields at least.

    TypeError for anything but the class of an entity.
    """
    if not is_dataclass(entity_class):
        message = f"no JSON form for {entity_class.__name__}"
        raise TypeError(message)
    names = [field.name for field in fields(entity_class) if not field.metadata.get("internal")]
    return [camel(name) for name in names], attrgetter(*names)
