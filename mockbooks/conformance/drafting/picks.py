"""Which item of a list is picked for a sale: what its fields can say of sales, and of being in use."""

from collections.abc import Iterator, Mapping
from typing import Final

from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined

_OF_SALES: Final = table("sale revenue omzet verkoop verkopen opbrengst opbrengsten income turnover")
_ORDINARY: Final = table("high standard hoog normal normaal")
_IN_USE: Final = table("active isactive actief enabled")


def where(found: Found) -> Mapping[str, object] | None:
    """Tell which item is picked, None where the resource has no list to pick from."""
    if found.collection.first(Deed.LIST) is None:
        return None
    item = found.collection.item
    return dict(_chosen(item.schema)) if item else {}


def _chosen(schema: Schema) -> Iterator[tuple[str, object]]:
    for name, each in schema.properties.items():
        pointer = f"/{name.replace('~', '~0').replace('/', '~1')}"
        if joined(name) in _IN_USE and each.shape.kind == "boolean":
            yield pointer, True
        choices = [choice for choice in each.shape.choices if isinstance(choice, str) and choice.isprintable()]
        wanted = [choice for choice in choices if joined(choice) in _OF_SALES | _ORDINARY]
        if wanted and "${" not in wanted[0]:
            yield pointer, wanted[0]
