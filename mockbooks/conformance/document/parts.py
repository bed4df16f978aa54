"""Reads the parts that OpenAPI 3 and Swagger 2 write alike: what surrounds the operations, and the operations."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any, Final, Protocol

from mockbooks.conformance.document.model import Body, Contact, Operation, Parameter, Passage, Response
from mockbooks.conformance.document.notes import LIST, MAPPING, TEXT, Notes
from mockbooks.conformance.document.plain import listing, mapping, text, texts
from mockbooks.conformance.document.references import References
from mockbooks.conformance.document.schemas import Schema, Schemas
from mockbooks.frozen import dataclass

METHODS: Final = ("get", "post", "put", "patch", "delete", "head", "options", "trace")
_IN_THE_BODY: Final = frozenset({"body", "formData"})
"""Where the parameters of Swagger 2 stand that are the body."""
_MOST_CHARACTERS: Final = 200_000
"""How much of the texts is read for what they say: patterns are sought in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a dialect reads from: the root, and what follows its refs, keeps its schemas and its notes."""

    root: dict[str, Any]
    references: References
    schemas: Schemas
    notes: Notes
    _made: list[dict[str, Any]] = field(default_factory=list)

    def form(self, fields: list[dict[str, Any]]) -> dict[str, Any]:
        """Make one object of the fields of a form; it is kept, because schemas are known by their nodes."""
        made = {
            "type": "object",
            "properties": {each["name"]: each for each in fields},
            "required": [each["name"] for each in fields if each.get("required") is True],
        }
        self._made.append(made)
        return made

    def mapping(self, node: object, where: str) -> dict[str, Any]:
        """Give a mapping; anything else that stands there is noted, and empty."""
        if node is not None and not isinstance(node, dict):
            self.notes.expected(MAPPING, node, where)
        return mapping(node)

    def listing(self, node: object, where: str) -> list[Any]:
        """Give the parameters of something; anything else than a list is noted, and empty."""
        if node is not None and not isinstance(node, list):
            self.notes.expected(LIST, node, f"{where}, parameters")
        return listing(node)

    def schema(self, node: object, where: str) -> Schema | None:
        """Give a schema; anything else is noted, and none. True is one that takes anything."""
        if node is not None and not isinstance(node, dict | bool):
            self.notes.expected(MAPPING, node, f"{where}, schema")
        return self.schemas.at(node)

    def followed(self, node: object, where: str) -> dict[str, Any]:
        """Give the mapping that a node stands for; anything else is noted, and empty."""
        found = self.references.follow(node)
        return self.mapping(found, where)


class Dialect(Protocol):
    """What differs between the versions of OpenAPI."""

    def parameter(self, node: dict[str, Any], source: Source) -> Parameter:
        """Read a parameter or header."""
        ...

    def body(self, node: dict[str, Any], parameters: list[dict[str, Any]], source: Source, where: str) -> Body | None:
        """Read the body of an operation."""
        ...

    def response(self, status: str, node: dict[str, Any], operation: dict[str, Any], source: Source) -> Response:
        """Read one response of an operation."""
        ...


def read_operations(source: Source, dialect: Dialect) -> Iterator[Operation]:
    """Read every operation of every path."""
    paths = source.root.get("paths")
    if paths is not None and not isinstance(paths, dict):
        source.notes.expected(MAPPING, paths, "paths")
    for path, item in mapping(paths).items():
        if not path.startswith("/"):
            continue
        around = source.followed(item, f"paths, {path}")
        for method in METHODS:
            if method in around:
                yield _operation(method, path, around, source, dialect)


def _operation(method: str, path: str, around: dict[str, Any], source: Source, dialect: Dialect) -> Operation:
    where = f"{method.upper()} {path}"
    node = source.followed(around[method], where)
    raw = _parameters(around, node, source, where)
    return Operation(
        method=method.upper(),
        path=path,
        name=text(node.get("operationId")),
        summary=text(node.get("summary")) or text(around.get("summary")),
        description=text(node.get("description"))[:_MOST_CHARACTERS],
        tags=texts(node.get("tags")),
        parameters=tuple(dialect.parameter(each, source) for each in raw if text(each.get("in")) not in _IN_THE_BODY),
        body=dialect.body(node, raw, source, where),
        responses=tuple(
            dialect.response(f"{status}", source.followed(each, f"{where} → {status}"), node, source)
            for status, each in source.mapping(node.get("responses"), f"{where}, responses").items()
        ),
        is_deprecated=node.get("deprecated") is True,
    )


def _parameters(around: dict[str, Any], node: dict[str, Any], source: Source, where: str) -> list[dict[str, Any]]:
    """Merge the parameters of the path with those of the operation, which stand before them."""
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    for each in (*source.listing(around.get("parameters"), where), *source.listing(node.get("parameters"), where)):
        parameter = source.followed(each, f"{where}, parameters")
        if not isinstance(place := parameter.get("in"), str | None):
            source.notes.expected(TEXT, place, f"{where}, parameters, in")
        if text(parameter.get("name")):
            merged[text(parameter.get("in")), text(parameter["name"])] = parameter
    return list(merged.values())


def read_contact(root: dict[str, Any]) -> Contact:
    """Read whom `info` names."""
    contact = mapping(mapping(root.get("info")).get("contact"))
    return Contact(name=text(contact.get("name")), email=text(contact.get("email")), url=text(contact.get("url")))


def read_passages(root: dict[str, Any], schemes: dict[str, Any]) -> Iterator[Passage]:
    """Read the texts that speak of the whole."""
    info = mapping(root.get("info"))
    contact = mapping(info.get("contact"))
    yield from _passages(
        ("info.title", info.get("title")),
        ("info.summary", info.get("summary")),
        ("info.description", info.get("description")),
        ("info.contact.name", contact.get("name")),
        ("info.contact.url", contact.get("url")),
        *_docs("externalDocs", root),
    )
    for tag in map(mapping, listing(root.get("tags"))):
        where = f"tags.{text(tag.get('name'))}"
        yield from _passages((where, tag.get("description")), *_docs(f"{where}.externalDocs", tag))
    for name, scheme in schemes.items():
        yield from _passages((f"securitySchemes.{name}", mapping(scheme).get("description")))
    for key, value in (*root.items(), *info.items()):
        if key.startswith("x-"):
            yield from _passages((key, value))


def _docs(where: str, node: dict[str, Any]) -> tuple[tuple[str, object], ...]:
    docs = mapping(node.get("externalDocs"))
    return ((where, f"{text(docs.get('description'))} {text(docs.get('url'))}".strip()),)


def _passages(*found: tuple[str, object]) -> Iterator[Passage]:
    return (Passage(where=where, text=said[:_MOST_CHARACTERS]) for where, each in found if (said := text(each)))


def within_bounds(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Give passages for as long as there is room for them."""
    room = _MOST_CHARACTERS
    for passage in passages:
        if room <= 0:
            return
        yield Passage(where=passage.where, text=passage.text[:room])
        room -= len(passage.text)
