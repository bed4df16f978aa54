"""How marshmallow's schemas are written as JSON Schema: strict objects, variants as oneOf, and names of components."""

from typing import Any

import apispec.ext.marshmallow
import apispec.ext.marshmallow.openapi
from marshmallow import Schema

from mockbooks.service.schema import StrictSchema
from mockbooks.service.variants import VariantSchema


class Converter(apispec.ext.marshmallow.openapi.OpenAPIConverter):
    """Writes a variant schema as oneOf with its discriminator."""

    def schema2jsonschema(self, schema: Schema) -> dict[str, Any]:
        """Write one schema."""
        if isinstance(schema, VariantSchema):
            return self._one_of(schema)
        described: dict[str, Any] = super().schema2jsonschema(schema)  # type: ignore[no-untyped-call]
        if isinstance(schema, StrictSchema):
            # apispec loses this keyword when a schema also has a description.
            described["additionalProperties"] = False
            described["description"] = _docstring(schema)
        return described

    def _one_of(self, schema: VariantSchema) -> dict[str, Any]:
        resolve: Any = self.resolve_nested_schema  # it has no types
        references = {kind: resolve(variant) for kind, variant in schema.variants.items()}
        mapping = {kind: reference["$ref"] for kind, reference in references.items()}
        return {
            "description": _docstring(schema),
            "oneOf": list(references.values()),
            "discriminator": {"propertyName": schema.discriminator, "mapping": mapping},
        }


class Plugin(apispec.ext.marshmallow.MarshmallowPlugin):
    """apispec's plugin with our converter."""

    Converter = Converter


def component_name(schema: Schema | type[Schema] | str) -> str:
    """Call a component after its schema class."""
    if isinstance(schema, str):
        return schema
    return schema.__name__ if isinstance(schema, type) else type(schema).__name__


def _docstring(schema: Schema) -> str:
    """Take the docstring of a schema as its description."""
    return " ".join((type(schema).__doc__ or "").split())
