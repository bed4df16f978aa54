"""Finds by what a collection can be searched: a parameter of its own, a part of the path, or a filter for anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mockbooks.conformance.document.model import Operation, Parameter
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.routes import Deed, route
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.searches import (
    EXPRESSIONS,
    GENERIC,
    GENERIC_NAMES,
    PARAMETERS,
    PART,
    PARTLY,
    SEARCH_VERBS,
    SEARCH_WORDS,
    SEARCHES_TEXT,
    SearchWords,
)
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, singular, words

_BEFORE: Final = table("filter search by where query find with q f fields")
_BEHIND: Final = table("eq equal equals is in exact contains like gt gte ge lt lte le min max")


class Manner(StrEnum):
    """How a search is declared, the surest first."""

    EXACT = "exact"
    EXPRESSION = "expression"
    PART = "part"
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

    @classmethod
    def by(cls, asked: "_Asked", manner: Manner) -> "Search":
        """Make a search of what takes its value."""
        return cls(manner=manner, operation=asked.operation, parameter=asked.name, place=asked.place)

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
    schema: Schema | None = None


def find_search(collection: Collection, noun: Noun, name: str, everywhere: Sequence[Operation]) -> Search | None:
    """Find the surest search by a name of `SEARCHES`; `everywhere` are operations that search in all resources."""
    known, order = SEARCH_WORDS[noun, name], list(Manner)
    found = [
        (order.index(manner), not _is_exact(asked, known, collection), Search.by(asked, manner))
        for asked in (*_asked(collection), *_asked_everywhere(everywhere))
        if (manner := _manner(asked, known, collection)) is not None
    ]
    return min(found, key=lambda each: each[:2])[2] if found else None


def find_by_id(collection: Collection) -> Search | None:
    """Find how one item is read by its id."""
    read = collection.first(Deed.READ)
    if read is not None and not read.in_place("path") and read.body is not None:
        return Search(manner=Manner.EXACT, operation=read, parameter=_asked_in_body(read), place="body")
    if read is not None:
        parameter = next(reversed([each.name for each in read.in_place("path")]), "id")
        return Search(manner=Manner.EXACT, operation=read, parameter=parameter, place="path")
    things = {joined(collection.names[-1]), *map(singular, words(collection.names[-1]))}
    ids = {f"{thing}{key}" for thing in ("", *things) for key in ("id", "ids", "guid", "guids", "uuid", "uuids")}
    for asked in _asked(collection):
        if joined(asked.name) in ids:
            return Search.by(asked, Manner.EXACT)
    return None


def _asked_in_body(read: Operation) -> str:
    """Give what a read by POST asks for in its body: the last field that is no object, where it is not called id."""
    properties = read.body.schema.properties if read.body and read.body.schema else {}
    single = [name for name, each in properties.items() if not each.properties]
    return next((name for name in single if joined(name).endswith("id")), "id")


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
        yield _Asked(operation=operation, name=name, place="body", description=each.description, schema=each)


def _parts(operation: Operation, parameter: Parameter) -> Iterator[_Asked]:
    """Give a parameter, or the properties of one that is an object."""
    properties = parameter.schema.properties if parameter.schema else {}
    for name, each in properties.items():
        label = f"{parameter.name}[{name}]"
        yield _Asked(operation=operation, name=label, place="query", description=each.description, schema=each)
    if not properties:
        yield _Asked(
            operation=operation,
            name=parameter.name,
            place=parameter.place,
            description=f"{parameter.description} {_shown(parameter)}",
            schema=parameter.schema,
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
        return Manner.PART if _finds_part(asked, known) else Manner.EXACT
    if _is_said_of_path(asked, known):
        return Manner.EXPRESSION
    if asked.place == "path":
        return None
    name = joined(asked.name)
    if name in GENERIC or SEARCHES_TEXT.search(asked.description):
        is_said = _says(asked.description, known) or _is_told(asked, known, collection)
        if name in EXPRESSIONS:
            return Manner.EXPRESSION if is_said else Manner.SILENT_EXPRESSION
        return Manner.TEXT if is_said else Manner.SILENT
    return _by_description(asked, known, collection)


def _finds_part(asked: _Asked, known: SearchWords) -> bool:
    """Tell whether a part of what is sought is enough; of a date any part is a range."""
    return not known.ranges and bool(PART.search(f"{' '.join(words(asked.name))} {asked.description}"))


def _is_told(asked: _Asked, known: SearchWords, collection: Collection) -> bool:
    """Tell whether the description says that it takes this; the number of an order is no reference of that order."""
    thing = singular((words(collection.names[-1]) or ("",))[-1])
    found = known.told.finditer(asked.description)
    return any("reference" not in known.exact or not thing or not match[0].lower().startswith(thing) for match in found)


def _by_description(asked: _Asked, known: SearchWords, collection: Collection) -> Manner | None:
    """Take a parameter of an unknown name for what its description or form says."""
    if _is_of_another(asked, known):
        return None
    if _is_of_form(asked, known):
        return Manner.EXACT
    if any(word in _WORDS_OF_PAGES for word in words(asked.name)) or not _is_told(asked, known, collection):
        return None
    return Manner.TEXT if PARTLY.search(asked.description) and not known.ranges else Manner.EXACT


def _is_of_another(asked: _Asked, known: SearchWords) -> bool:
    """Tell whether it speaks of something else of that name; a name that is plain is not doubted for a description."""
    if known.of_another is None:
        return False
    is_plain = joined(asked.name) in known.exact - GENERIC_NAMES
    said = " ".join(words(asked.name))
    return bool(known.of_another.search(said if is_plain else f"{said}. {asked.description}"))


def _is_of_form(asked: _Asked, known: SearchWords) -> bool:
    """Tell whether the schema says what it takes: a date, an e-mail address."""
    form = asked.schema.shape.format if asked.schema else ""
    return (form in {"date", "date-time"} and bool(known.ranges)) or (form == "email" and "email" in known.exact)


_WORDS_OF_PAGES: Final = table("id ids sort sortby order orderby page limit offset fields include expand select cursor")


def unexplained(collection: Collection) -> Sequence[str]:
    """Give the parameters of its lists of which neither name, form nor description tells what they search."""
    return [asked.name for asked in _asked(collection) if asked.place != "path" and not _is_explained(asked)]


def _is_explained(asked: _Asked) -> bool:
    name, split = joined(asked.name), words(asked.name)
    shape = asked.schema.shape if asked.schema else None
    is_told = len(words(asked.description)) >= _FEWEST_WORDS and not SEARCHES_TEXT.search(asked.description)
    if is_told or (shape and (shape.choices or shape.kind == "boolean" or shape.properties)):
        return True
    if any(name in each.exact | each.ranges for each in SEARCH_WORDS.values()) or explained(asked.name):
        return True
    if any(name in signs.names for signs in NOUNS.values()):
        return True
    return any(word in PARAMETERS or singular(word) in PARAMETERS for word in (*split, name))


_FEWEST_WORDS: Final = 3


def _is_exact(asked: _Asked, known: SearchWords, collection: Collection) -> bool:
    split = words(asked.name)
    if _is_of_another(asked, known):
        return False
    if asked.place == "path" and _is_own_id(split, collection):
        return False
    names = {joined(asked.name), "".join(split), *_stripped(split, collection)}
    if split[-1:] in _NUMBERS:
        names.add(f"{''.join(split[:-1])}number")
    return bool(names & (known.exact | known.ranges)) or bool(known.ranges and _ranges_by_words(split, known))


_NUMBERS: Final = (("no",), ("nr",), ("num",))


def _is_own_id(split: tuple[str, ...], collection: Collection) -> bool:
    """Tell whether a path asks for the id of the thing itself: the `orderID` of an order is no reference."""
    thing = {singular(word) for word in words(collection.names[-1])} | {joined(collection.names[-1])}
    return len(split) > 1 and split[-1] in {"id", "key", "guid", "uuid"} and "".join(split[:-1]) in thing


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
