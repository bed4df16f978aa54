"""Finds by what a collection can be searched: a parameter of its own, a part of the path, or a filter for anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mockbooks.conformance.document.model import Operation, Parameter
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.routes import Deed, route
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.searches import EXPRESSIONS, GENERIC, SEARCH_VERBS, SEARCH_WORDS, SearchWords
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, singular, words

_BEFORE: Final = table("filter search by where query find with q f fields")
_BEHIND: Final = table("eq equal equals is in exact contains like gt gte ge lt lte le min max")


class Manner(StrEnum):
    """How a search is declared, the surest first."""

    EXACT = "exact"
    EXPRESSION = "expression"
    TEXT = "text"
    SILENT_EXPRESSION = "silent expression"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One way to search: the operation and the name of what takes the value."""

    manner: Manner
    operation: Operation
    parameter: str
    place: str

    @property
    def label(self) -> str:
        """Name it as its vendor does."""
        return f"{self.operation.label}, {self.place} {self.parameter}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    operation: Operation
    name: str
    place: str
    description: str


def find_search(collection: Collection, noun: Noun, name: str, everywhere: Sequence[Operation]) -> Search | None:
    """Find the surest search by a name of `SEARCHES`; `everywhere` are operations that search in all resources."""
    known = SEARCH_WORDS[noun, name]
    found = [
        Search(manner=manner, operation=asked.operation, parameter=asked.name, place=asked.place)
        for asked in (*_asked(collection), *_asked_everywhere(everywhere))
        if (manner := _manner(asked, known, collection)) is not None
    ]
    order = list(Manner)
    return min(found, key=lambda search: order.index(search.manner), default=None)


def find_by_id(collection: Collection) -> Search | None:
    """Find how one item is read by its id."""
    read = collection.first(Deed.READ)
    if read is not None and not read.in_place("path") and read.body is not None:
        return Search(manner=Manner.EXACT, operation=read, parameter="id", place="body")
    if read is not None:
        parameter = next(reversed([each.name for each in read.in_place("path")]), "id")
        return Search(manner=Manner.EXACT, operation=read, parameter=parameter, place="path")
    things = {joined(collection.names[-1]), *map(singular, words(collection.names[-1]))}
    ids = {f"{thing}{key}" for thing in ("", *things) for key in ("id", "ids", "guid", "guids", "uuid", "uuids")}
    for asked in _asked(collection):
        if joined(asked.name) in ids:
            return Search(manner=Manner.EXACT, operation=asked.operation, parameter=asked.name, place=asked.place)
    return None


def searches_everywhere(operations: Sequence[Operation]) -> Sequence[Operation]:
    """Give the operations that search in all resources at once, such as `GET /query`."""
    found = []
    for each in operations:
        taken = route(each.method, each.path)
        if taken is not None and len(taken.names) == 1 and joined(taken.names[0]) in {"query", "search"}:
            found.append(each)
    return found


def _asked(collection: Collection) -> Iterator[_Asked]:
    for deed in (Deed.LIST, Deed.SEARCH):
        for operation in collection.operations.get(deed, ()):
            yield from _of(operation, with_body=deed is Deed.SEARCH or _is_list_by_post(operation))
    for operation in collection.operations.get(Deed.READ, ()):
        for parameter in operation.in_place("path")[-1:]:
            yield _Asked(operation=operation, name=parameter.name, place="path", description=parameter.description)


def _is_said_of_path(asked: _Asked, known: SearchWords) -> bool:
    """Tell whether a path by one value, such as `/find_by_invoice_id/{invoice_id}`, says that it takes this."""
    if asked.place != "path":
        return False
    *_, before, last = ("", *asked.operation.path.rstrip("/").split("/"))
    is_search = last.startswith("{") and words(before)[:1] in {(word,) for word in SEARCH_VERBS}
    said = f"{asked.description} {asked.operation.summary}"
    return _says(said, known) if is_search else bool(known.codes.search(asked.description)) if known.codes else False


def _is_list_by_post(operation: Operation) -> bool:
    return operation.method == "POST"


def _of(operation: Operation, *, with_body: bool) -> Iterator[_Asked]:
    for parameter in (*operation.in_place("query"), *operation.in_place("path")[-1:]):
        yield from _parts(operation, parameter)
    schema = operation.body.schema if with_body and operation.body else None
    for name, each in (schema.properties if schema else {}).items():
        for inner, within in each.properties.items() if joined(name) in EXPRESSIONS else ():
            yield _Asked(operation=operation, name=inner, place="body", description=within.description)
        yield _Asked(operation=operation, name=name, place="body", description=each.description)


def _parts(operation: Operation, parameter: Parameter) -> Iterator[_Asked]:
    """Give a parameter, or the properties of one that is an object."""
    properties = parameter.schema.properties if parameter.schema else {}
    for name, each in properties.items():
        yield _Asked(operation=operation, name=f"{parameter.name}[{name}]", place="query", description=each.description)
    if not properties:
        yield _Asked(
            operation=operation,
            name=parameter.name,
            place=parameter.place,
            description=f"{parameter.description} {_shown(parameter)}",
        )


def _shown(parameter: Parameter) -> str:
    """Give what its example and choices tell of what it takes."""
    shape = parameter.schema.shape if parameter.schema else None
    told = [shape.example, *shape.choices[:30]] if shape else []
    return " ".join(each for each in told if isinstance(each, str))


def _asked_everywhere(operations: Sequence[Operation]) -> Iterator[_Asked]:
    for operation in operations:
        for parameter in operation.in_place("query"):
            if joined(parameter.name) in GENERIC:
                said = f"{parameter.description} {_shown(parameter)} {operation.description}"
                yield _Asked(operation=operation, name=parameter.name, place="query", description=said)


def _manner(asked: _Asked, known: SearchWords, collection: Collection) -> Manner | None:
    if _is_exact(asked, known, collection):
        return Manner.EXACT
    if _is_said_of_path(asked, known):
        return Manner.EXPRESSION
    name = joined(asked.name)
    if name not in GENERIC or asked.place == "path":
        return None
    is_said = _says(asked.description, known)
    if name in EXPRESSIONS:
        return Manner.EXPRESSION if is_said else Manner.SILENT_EXPRESSION
    return Manner.TEXT if is_said else Manner.SILENT


def _is_exact(asked: _Asked, known: SearchWords, collection: Collection) -> bool:
    split = words(asked.name)
    said = f"{''.join(split)} {asked.description.lower()}"
    if known.of_another and known.of_another.search(said):
        return False
    names = {joined(asked.name), "".join(split), *_stripped(split, collection)}
    return bool(names & (known.exact | known.ranges)) or bool(known.ranges and _ranges_by_words(split, known))


def _ranges_by_words(split: tuple[str, ...], known: SearchWords) -> bool:
    """Take `invoice_date_from` and `filter[date][gte]` for the date."""
    ends = {"from", "to", "after", "before", "start", "end", "since", "until", "van", "tot", "vanaf", *_BEHIND}
    middle = [word for word in split if word not in ends and word not in _BEFORE]
    return len(middle) < len(split) and bool(middle) and joined("_".join(middle)) in known.exact


def _stripped(split: tuple[str, ...], collection: Collection) -> Iterator[str]:
    """Leave out `filter`, `eq` and what the thing is called: `filter[contact.email][eq]` is `email`."""
    thing = {singular(word) for word in words(collection.names[-1])}
    start, end = 0, len(split)
    while start < end - 1 and (split[start] in _BEFORE or singular(split[start]) in thing):
        start += 1
        yield joined("_".join(split[start:end]))
    while end - 1 > start and split[end - 1] in _BEHIND:
        end -= 1
        yield joined("_".join(split[start:end]))


def _says(description: str, known: SearchWords) -> bool:
    said = {singular(word) for word in words(description)}
    lowered = description.lower()
    if any(each in said or (not each.isalpha() and each in lowered) for each in known.said):
        return True
    endings = tuple(each for each in known.said if len(each) >= _SHORTEST_ENDING)
    return any(word.endswith(endings) for word in said)


_SHORTEST_ENDING: Final = 5
