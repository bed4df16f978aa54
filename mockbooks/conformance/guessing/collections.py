"""Gathers the operations of a document by the collection that they work on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.items import Item, find_item
from mockbooks.conformance.guessing.meaning import answers_list, meant, surroundings
from mockbooks.conformance.guessing.routes import Deed, route
from mockbooks.conformance.vocabulary.words import joined, words


@dataclass(kw_only=True, eq=False)
class Collection:
    """All that can be done with one collection; of two operations that do the same, that with the shorter path."""

    names: tuple[str, ...]
    is_nested: bool
    is_action: bool = False
    operations: dict[Deed, list[Operation]] = field(default_factory=dict)

    def first(self, deed: Deed) -> Operation | None:
        """Give the operation that does something."""
        return next(iter(self.operations.get(deed, ())), None)

    @property
    def all(self) -> Sequence[Operation]:
        """Every operation."""
        return [operation for several in self.operations.values() for operation in several]

    @property
    def path(self) -> str:
        """The path by which it is known."""
        order = (Deed.LIST, Deed.CREATE, Deed.SEARCH, Deed.READ, Deed.UPDATE, Deed.REMOVE)
        return next(operation.path for deed in order if (operation := self.first(deed)))

    @cached_property
    def item(self) -> Item | None:
        """What one of it looks like when it is read."""
        found = [find_item(operation.answer, self.names[-1]) for operation in self._reading() if operation.answer]
        known = [item for item in found if item]
        return next((item for item in known if item.schema.properties), next(iter(known), None))

    @cached_property
    def fields(self) -> frozenset[str]:
        """The names of its fields, as the tables know them."""
        own = set(map(joined, _with_attributes(self.item.schema))) if self.item else set()
        if own and (self.first(Deed.READ) or self.first(Deed.LIST) or self.first(Deed.SEARCH)):
            return frozenset(own)
        create = self.first(Deed.CREATE)
        schema = create.body.schema if create and create.body else None
        item = find_item(schema, self.names[-1], is_body=True) if schema else None
        return frozenset(own.union(map(joined, _with_attributes(item.schema)) if item else ()))

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of its names."""
        return frozenset(word for name in self.names for word in words(name))

    def _reading(self) -> Iterator[Operation]:
        for deed in (Deed.READ, Deed.LIST, Deed.SEARCH, Deed.CREATE, Deed.UPDATE):
            yield from self.operations.get(deed, ())


def _with_attributes(schema: Schema) -> Iterator[str]:
    """Give the names of fields, those within `attributes` (JSON:API) as well."""
    for name, each in schema.properties.items():
        yield name
        if joined(name) == "attribute":
            yield from each.properties


def gather(operations: Sequence[Operation]) -> list[Collection]:
    """Gather operations; those of which the path names nothing are left out."""
    found: dict[tuple[tuple[str, ...], bool], Collection] = {}
    around = surroundings(operations)
    read = frozenset(operation.path for operation in operations if operation.method == "GET")
    for operation in operations:
        taken = route(operation.method, operation.path.removeprefix(around))
        if taken is None or operation.method in {"HEAD", "OPTIONS", "TRACE"}:
            continue
        key = tuple(map(joined, taken.names)), taken.is_nested
        collection = found.setdefault(key, Collection(names=taken.names, is_nested=taken.is_nested))
        collection.is_action = collection.is_action or taken.is_action
        deed = meant(operation, taken.deed, taken.names[-1], read=read)
        collection.operations.setdefault(deed, []).append(operation)
    for collection in found.values():
        for deed, several in collection.operations.items():
            is_list = deed is Deed.LIST and len(several) > 1
            several.sort(
                key=lambda operation, is_list=is_list, names=collection.names: (  # type: ignore[misc]
                    operation.is_deprecated,
                    is_list and not answers_list(operation, names[-1]),
                    len(operation.path),
                )
            )
    return list(found.values())
