"""The schemas of a document, looked into when somebody asks: refs, `allOf`, `oneOf` and `anyOf` are one shape each.

Every schema is computed once however often it is named, so neither circles nor diamonds of refs cost more than their
text. Where schemas are alternatives their properties are all known, and none of them is required.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Final

from mockbooks.conformance.document.plain import listing, mapping, text, texts
from mockbooks.conformance.document.references import References
from mockbooks.frozen import dataclass

_DEEPEST: Final = 40
_MOST_PROPERTIES: Final = 2_000_000
"""How many properties may be merged into others before shapes stay as they are: a guard against hostile documents."""


@dataclass(frozen=True, slots=True, eq=False)
class Schema:
    """One schema; equal to itself only, so that each is counted once."""

    node: Mapping[str, Any] = field(repr=False)
    _schemas: "Schemas" = field(repr=False)

    @property
    def shape(self) -> "Shape":
        """What it comes down to."""
        return self._schemas.shape(self)

    @property
    def properties(self) -> Mapping[str, "Schema"]:
        """Its properties, those of `allOf`, `oneOf` and `anyOf` included."""
        return self.shape.properties

    @property
    def items(self) -> "Schema | None":
        """What a list holds."""
        return self.shape.items

    @property
    def required(self) -> frozenset[str]:
        """The properties that must be there."""
        return self.shape.required

    @property
    def description(self) -> str:
        """What is said of it, by itself or by what it refers to."""
        return text(self.node.get("description")).strip() or self.shape.description

    @property
    def has_example(self) -> bool:
        """Tell whether an example stands with it."""
        return "example" in self.node or bool(self.node.get("examples")) or self.shape.has_example


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a schema comes down to.

    `kind` is the JSON type, empty where it is not told; `is_choice` tells that it is one of several alternatives.
    """

    kind: str = ""
    format: str = ""
    description: str = ""
    properties: Mapping[str, Schema] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
    items: Schema | None = None
    has_example: bool = False
    example: object = None
    choices: tuple[object, ...] = ()
    names_required: bool = False
    is_choice: bool = False


EMPTY: Final = Shape()


class Schemas:
    """All schemas of one document."""

    def __init__(self, references: References) -> None:
        """Begin knowing none."""
        self._references = references
        self._by_node: dict[int, Schema] = {}
        self._shapes: dict[int, Shape] = {}
        self._open: set[int] = set()
        self._merged = 0

    def at(self, node: object) -> Schema | None:
        """Give the schema that a node of the document is, None where it is none."""
        if not isinstance(node, dict):
            return None
        known = self._by_node.get(id(node))
        if known is None:
            known = self._by_node[id(node)] = Schema(node, self)
        return known

    def shape(self, schema: Schema) -> Shape:
        """Give the shape of a schema; one that is within itself has none there."""
        key = id(schema.node)
        known = self._shapes.get(key)
        if known is not None:
            return known
        if key in self._open or len(self._open) >= _DEEPEST:
            return EMPTY
        self._open.add(key)
        try:
            shape = self._shapes[key] = self._shape(schema.node)
        finally:
            self._open.discard(key)
        return shape

    def _shape(self, node: Mapping[str, Any]) -> Shape:
        if "$ref" in node:
            target = self.at(self._references.follow(node))
            return target.shape if target else EMPTY
        own = self._own(node)
        together = [part.shape for part in self._parts(node, "allOf")]
        apart = [part.shape for key in ("oneOf", "anyOf") for part in self._parts(node, key)]
        if not together and not apart:
            return own
        return self._merge(own, together, apart)

    def _parts(self, node: Mapping[str, Any], key: str) -> Iterator[Schema]:
        return (part for part in map(self.at, listing(node.get(key))) if part is not None)

    def _own(self, node: Mapping[str, Any]) -> Shape:
        properties = {
            name: schema for name, each in mapping(node.get("properties")).items() if (schema := self.at(each))
        }
        items = self.at(node.get("items"))
        return Shape(
            kind=_kind(node, properties, items),
            format=text(node.get("format")),
            description=text(node.get("description")).strip(),
            properties=properties,
            required=frozenset(texts(node.get("required"))),
            items=items,
            has_example="example" in node or bool(node.get("examples")),
            example=_example(node),
            choices=tuple(listing(node.get("enum"))),
            names_required=bool(texts(node.get("required"))),
        )

    def _merge(self, own: Shape, together: list[Shape], apart: list[Shape]) -> Shape:
        parts = [*together, *apart, own]
        self._merged += sum(len(part.properties) for part in parts)
        if self._merged > _MOST_PROPERTIES:
            return own
        return Shape(
            kind=next((part.kind for part in (own, *together, *apart) if part.kind not in {"", "null"}), ""),
            format=next((part.format for part in parts if part.format), ""),
            description=own.description or next((part.description for part in together if part.description), ""),
            properties={name: schema for part in parts for name, schema in part.properties.items()},
            required=_required(own, together, apart),
            items=next((part.items for part in parts if part.items), None),
            has_example=any(part.has_example for part in parts),
            example=next((part.example for part in reversed(parts) if part.example is not None), None),
            choices=next((part.choices for part in parts if part.choices), ()),
            names_required=any(part.names_required for part in parts),
            is_choice=bool(apart) or any(part.is_choice for part in together),
        )


def _required(own: Shape, together: list[Shape], apart: list[Shape]) -> frozenset[str]:
    shared = frozenset.intersection(*(part.required for part in apart)) if apart else frozenset()
    return own.required.union(shared, *(part.required for part in together))


def _kind(node: Mapping[str, Any], properties: Mapping[str, Schema], items: Schema | None) -> str:
    named = node.get("type")
    kinds = [kind for kind in ([named] if isinstance(named, str) else texts(named)) if kind != "null"]
    if kinds:
        return kinds[0]
    if properties:
        return "object"
    return "array" if items else ""


def _example(node: Mapping[str, Any]) -> object:
    if "example" in node:
        return node["example"]
    return next(iter(listing(node.get("examples"))), None)
