"""What the schemas of answers are about, in words and whole examples, as only the resource and its books can tell."""

from collections.abc import Sequence
from typing import Any

from mockbooks.service.resource import Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.service.variants import VariantSchema
from mockbooks.web.openapi.schemas import component_name

Json = dict[str, Any]


def describe(schemas: Json, resource: Resource[Any], objects: Sequence[Json]) -> None:
    """Describe the answers of a resource, with objects that it gave as their examples."""
    name, answer, first = resource.singular, resource.answer(), objects[0]
    _describe(schemas[f"{name}Answer"], f"An answer with {resource.one}.", f"The {resource.name.en}.", first)
    pages = "The items of this page, in order of creation."
    _describe(schemas[f"{name}ListAnswer"], f"An answer with one page of {resource.name.en}s.", pages, [first])
    if isinstance(answer, VariantSchema):
        _fill_variants(schemas, answer, objects)
        return
    schemas[name]["description"] = f"{resource.one[0].upper()}{resource.one[1:]} as the books hold it."
    _fill(schemas, answer, first)
    if resource.update_body:
        _fill(schemas, resource.update_body, first)


def describe_single(schemas: Json, singleton: Singleton, only: Json) -> None:
    """Do the same for what there is one of."""
    name = component_name(singleton.answer())
    _describe(schemas[f"{name}Answer"], f"An answer with the {singleton.name.en}.", f"The {singleton.name.en}.", only)


def _describe(answer: Json, description: str, of_data: str, example: Any) -> None:  # noqa: ANN401 - JSON
    answer["description"] = description
    answer["properties"]["data"] |= {"description": of_data, "examples": [example]}


def _fill_variants(schemas: Json, answer: VariantSchema, objects: Sequence[Json]) -> None:
    for kind, variant in answer.variants.items():
        _fill(schemas, variant, next(one for one in objects if one[answer.discriminator] == kind))


def _fill(schemas: Json, schema: StrictSchema, example: Json) -> None:
    """Show what an object really holds in ids, lists and fields that are declared once for many kinds."""
    for key, described in schemas[component_name(schema)]["properties"].items():
        if key == "id" or described.get("type") == "array" or described["examples"] == [None]:
            described["examples"] = [example[key]]
