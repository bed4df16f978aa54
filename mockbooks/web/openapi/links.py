"""Links of a document (OpenAPI 3.1, section 4.8.20): which operations go on with what an answer holds.

They are found in the document itself: `/debtors/{id}` and what is below it goes on with the `id` in any answer of
`/debtors`, and so does a list that can be filtered by `debtorId`. A new resource has its links without a line here.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from mockbooks.traffic.negotiation import JSON

Json = dict[str, Any]

_ONE: Final = "$response.body#/data"
_FIRST: Final = "$response.body#/data/0"
_DESCRIPTIONS: Final = {
    _ONE: "Goes on with the object of this answer.",
    _FIRST: "Goes on with the first object of this page.",
}


class _Operation(NamedTuple):
    """One operation of a document."""

    method: str
    path: str
    described: Json

    @property
    def id(self) -> str:
        return str(self.described["operationId"])

    @property
    def collection(self) -> str:
        return self.path.partition("/{")[0]

    def parameters(self, place: str) -> list[str]:
        return [each["name"] for each in self.described["parameters"] if each.get("in") == place]


class _Given(NamedTuple):
    """What an answer gives to go on with: the names of its members, and the expression for where they stand."""

    names: frozenset[str]
    place: str


def add_links(document: Json) -> None:
    """Give every success its links; those of several answers are written once, in the components."""
    operations = [
        _Operation(method, path, described)
        for path, item in document["paths"].items()
        for method, described in item.items()
    ]
    schemas: Json = document["components"]["schemas"]
    links: Json = {}
    for one in operations:
        given = _given_by(one, schemas)
        found = dict(_links_from(one, given, operations)) if given else {}
        if found:
            links |= found
            references = {name: {"$ref": f"#/components/links/{name}"} for name in found}
            one.described["responses"]["200"]["links"] = references
    document["components"]["links"] = links


def _given_by(one: _Operation, schemas: Json) -> _Given | None:
    """Find what an answer gives; nothing where it tells of what was deleted, since nobody can go on with that."""
    content = one.described["responses"]["200"]["content"].get(JSON)
    if one.method == "delete" or content is None:
        return None
    data = _resolved(content["schema"], schemas)["properties"].get("data", {})
    place = _FIRST if data.get("type") == "array" else _ONE
    item = _resolved(data.get("items", data), schemas)
    return _Given(frozenset(item.get("properties", ())), place)


def _resolved(schema: Json, schemas: Json) -> Json:
    """Follow a reference, and take the first of several kinds: what they are found by, they have in common."""
    while "$ref" in schema or "oneOf" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema["oneOf"][0]
    return schema


def _links_from(one: _Operation, given: _Given, operations: list[_Operation]) -> Iterator[tuple[str, Json]]:
    first, noun = "First" if given.place == _FIRST else "", _noun_of(one, operations)
    by_noun = f"{noun[:1].lower()}{noun[1:]}Id"
    for other in operations:
        in_path = other.parameters("path")
        if other.collection == one.collection and other is not one and in_path and given.names.issuperset(in_path):
            yield f"{other.id}{first and 'OfFirst'}", _link(other, given, {name: name for name in in_path})
        elif noun and by_noun in other.parameters("query"):
            yield f"{other.id}Of{first}{noun}", _link(other, given, {by_noun: "id"})


def _noun_of(one: _Operation, operations: list[_Operation]) -> str:
    """Name what a collection holds, as in `getDebtor`; nothing where no single one can be had."""
    names = (each.id.removeprefix("get") for each in operations if each.path == f"{one.collection}/{{id}}")
    return next(names, "")


def _link(other: _Operation, given: _Given, names: dict[str, str]) -> Json:
    """Write a link, with parameters by the names of the members that fill them; what is replaced is sent as read."""
    parameters = {parameter: f"{given.place}/{name}" for parameter, name in names.items()}
    body = {"requestBody": given.place} if other.method == "put" else {}
    return {
        "operationId": other.id,
        "parameters": parameters,
        **body,
        "description": _DESCRIPTIONS[given.place],
    }
