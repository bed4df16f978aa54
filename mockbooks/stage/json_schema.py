"""How fields and strict schemas are written as JSON Schema, so that an editor knows what a scenario file may say."""

from typing import Any, Final

from marshmallow import fields

from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.service.variants import VariantSchema

JsonSchema = dict[str, Any]

_TYPES: Final[tuple[tuple[type[fields.Field[Any]], JsonSchema], ...]] = (
    (fields.Date, {"type": "string", "format": "date"}),
    (fields.DateTime, {"type": "string", "format": "date-time"}),
    (fields.String, {"type": "string"}),
    (fields.Integer, {"type": "integer"}),
    (fields.Boolean, {"type": "boolean"}),
)
# What says by itself which types there may be.
_TELLING: Final = frozenset({"type", "anyOf", "oneOf", "enum", "const", "$ref"})


def field_schema(field: fields.Field[Any]) -> JsonSchema:
    """Describe what a field takes; null, which counts as left out, is not shown to editors."""
    told = {name: value for name, value in field.metadata.items() if name not in {"enum", "examples"}}
    allowed = [word for word in field.metadata.get("enum", ()) if word is not None]
    examples = [example for example in field.metadata.get("examples", ()) if example is not None]
    listed = {name: values for name, values in (("enum", allowed), ("examples", examples)) if values}
    inside = {} if _TELLING & told.keys() else _inside(field)
    return {**inside, **told, **listed, **_default_of(field)}


def object_schema(schema: StrictSchema) -> JsonSchema:
    """Describe a JSON object."""
    if isinstance(schema, VariantSchema):
        return {"oneOf": [object_schema(variant) for variant in schema.variants.values()]}
    named = {str(field.data_key): field for field in schema.load_fields.values()}
    required = [name for name, field in named.items() if field.required]
    return {
        "type": "object",
        "description": " ".join((type(schema).__doc__ or "").split()),
        "properties": {name: field_schema(field) for name, field in named.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _inside(field: fields.Field[Any]) -> JsonSchema:
    if isinstance(field, Part):
        return object_schema(field.inner_schema)
    if isinstance(field, Parts):
        return {"type": "array", "items": object_schema(field.item_schema)}
    return next((schema for kind, schema in _TYPES if isinstance(field, kind)), {})


def _default_of(field: fields.Field[Any]) -> JsonSchema:
    """Tell a default that reads the same in a file."""
    default = field.load_default
    return {"default": default} if isinstance(default, bool | int | str) else {}
