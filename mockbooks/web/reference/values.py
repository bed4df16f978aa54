"""What a field of a scenario file takes, as the page shows it: read from the schema that the field itself publishes."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from marshmallow import fields

from mockbooks.frozen import dataclass
from mockbooks.scenarios.writing import written
from mockbooks.stage.json_schema import JsonSchema, field_schema

_DEEPEST: Final = 3
_LISTED_ELSEWHERE: Final = 15
"""A choice of more words than this is no help on a page: those are the operations, which have a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One key of an object, with the keys around it: `lognormal.p99`; `default` and `example` as they are written."""

    name: str
    description: str
    example: str | None
    default: str | None
    words: tuple[str, ...]
    required: bool


def values_of(field: fields.Field[Any]) -> tuple[Value, ...]:
    """List the keys of the object that a field takes; none where it takes a single value."""
    return tuple(_inside(field_schema(field), ""))


def keys_of(schema: JsonSchema) -> tuple[Value, ...]:
    """List the keys of an object by its schema, without those inside them."""
    return tuple(_keys(schema, ""))


def words_of(field: fields.Field[Any]) -> tuple[str, ...]:
    """Give the words out of which a field takes one, if it takes a word."""
    return _words(field_schema(field))


def _inside(schema: JsonSchema, within: str, depth: int = 0) -> Iterator[Value]:
    found = _object_in(schema)
    if found is None or depth == _DEEPEST:
        return
    inner = found["properties"]
    for value in _keys(found, within):
        yield value
        yield from _inside(inner[value.name.removeprefix(within)], f"{value.name}.", depth + 1)


def _keys(schema: JsonSchema, within: str) -> Iterator[Value]:
    required = schema.get("required", ())
    for name, inner in schema["properties"].items():
        yield Value(
            name=f"{within}{name}",
            description=inner.get("description", ""),
            example=next((written(example) for example in inner.get("examples", ())), None),
            default=written(inner["default"]) if inner.get("default", "") != "" else None,
            words=_words(inner),
            required=name in required,
        )


def _words(schema: JsonSchema) -> tuple[str, ...]:
    words = tuple(str(word) for word in schema.get("enum", ()))
    return words if len(words) <= _LISTED_ELSEWHERE else ()


def _object_in(schema: JsonSchema) -> JsonSchema | None:
    """Find the object with keys of its own that a schema takes: itself, one of its choices, or an item of its list."""
    if "properties" in schema:
        return schema
    choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    inner = [*choices, schema["items"]] if isinstance(schema.get("items"), Mapping) else choices
    return next((found for each in inner if (found := _object_in(each)) is not None), None)
