"""The names of fields in a schema and in what stands in it, down to a depth; no shape is looked into twice."""

from collections.abc import Iterator

from mockbooks.conformance.document.schemas import Schema, Shape


def field_names(schema: Schema, levels: int) -> Iterator[str]:
    """Give the names of fields, those nearest the root first; the items of a list stand at its own level."""
    seen: set[int] = set()
    waiting = [schema]
    for _ in range(levels):
        shapes: dict[int, Shape] = {id(shape): shape for each in waiting if id(shape := _within(each)) not in seen}
        seen.update(shapes)
        yield from (name for shape in shapes.values() for name in shape.properties)
        waiting = [field for shape in shapes.values() for field in shape.properties.values()]


def _within(schema: Schema) -> Shape:
    shape = schema.shape
    return shape.items.shape if shape.items is not None and not shape.properties else shape
