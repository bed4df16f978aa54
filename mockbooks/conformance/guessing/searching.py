"""Finds by what a collection can be searched: a parameter of its own, a part of the path, or a filter for anything."""

from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.guessing.asked import Asked, asked_everywhere, asked_of
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.manners import Manner, is_exact, manner_of
from mockbooks.conformance.guessing.routes import Deed, route
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.searches import (
    PARAMETERS,
    SEARCH_WORDS,
    SEARCHES_TEXT,
)
from mockbooks.conformance.vocabulary.words import joined, singular, words
from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One way to search: the operation and the name of what takes the value."""

    manner: Manner
    operation: Operation
    parameter: str
    place: str

    @classmethod
    def by(cls, asked: "Asked", manner: Manner) -> "Search":
        """Make a search of what takes its value."""
        return cls(manner=manner, operation=asked.operation, parameter=asked.name, place=asked.place)

    @property
    def label(self) -> str:
        """Name it as its vendor does."""
        return f"{self.operation.label}, {self.place} {self.parameter}"


def find_search(collection: Collection, noun: Noun, name: str, everywhere: Sequence[Operation]) -> Search | None:
    """Find the surest search by a name of `SEARCHES`; `everywhere` are operations that search in all resources."""
    known, order = SEARCH_WORDS[noun, name], list(Manner)
    found = [
        (order.index(manner), not is_exact(asked, known, collection), Search.by(asked, manner))
        for asked in (*asked_of(collection), *asked_everywhere(everywhere))
        if (manner := manner_of(asked, known, collection)) is not None
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
    for asked in asked_of(collection):
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


def unexplained(collection: Collection) -> Sequence[str]:
    """Give the parameters of its lists of which neither name, form nor description tells what they search."""
    return [asked.name for asked in asked_of(collection) if asked.place != "path" and not _is_explained(asked)]


def _is_explained(asked: Asked) -> bool:
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
