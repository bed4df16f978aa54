"""What paths do not tell by themselves: what stands around all of them, and whether a POST adds or asks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.guessing.items import find_item
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vocabulary.paths import ASKING, MAKING
from mockbooks.conformance.vocabulary.words import words

_NEARLY_ALL: Final = 0.7
_FEWEST: Final = 3


def surroundings(operations: Sequence[Operation]) -> str:
    """Give what nearly all paths begin with that ends in an id, such as `/account/{accountId}`; else nothing.

    Something to which can be added is a resource and no surroundings.
    """
    found = Counter(start for operation in operations if (start := _up_to_id(operation.path)))
    added = {operation.path for operation in operations if operation.method == "POST"}
    for start, count in found.most_common(1):
        within = {
            operation.path.removeprefix(start).split("/")[1] for operation in operations if _is_in(operation, start)
        }
        is_all = count >= _NEARLY_ALL * len(operations) and len(within) >= _FEWEST
        if is_all and start.rsplit("/", 1)[0] not in added:
            return start
    return ""


def _up_to_id(path: str) -> str:
    *before, last = path.split("}", 1)
    return f"{before[0]}}}" if before and before[0].count("{") == 1 and last.startswith("/") else ""


def _is_in(operation: Operation, start: str) -> bool:
    return operation.path.startswith(f"{start}/")


def meant(operation: Operation, deed: Deed, name: str, *, read: frozenset[str]) -> Deed:
    """Correct what a path and its verb say by what the operation says of itself; `read` are the paths with a GET."""
    if operation.method in _CHANGING:
        return _of_change(operation, deed)
    if deed is Deed.CREATE and operation.method == "POST" and _asks(operation, name, read):
        return Deed.LIST if answers_list(operation, name) else Deed.SEARCH
    if deed is Deed.READ and not operation.in_place("path") and answers_list(operation, name):
        return Deed.LIST
    return deed


_CHANGING: Final = frozenset({"PUT", "PATCH", "DELETE"})


def _of_change(operation: Operation, deed: Deed) -> Deed:
    """Never take for reading what changes; a DELETE removes one thing only where the path ends in its id."""
    if operation.method == "DELETE":
        return Deed.REMOVE if operation.path.rstrip("/").endswith(("}", "})")) else Deed.UPDATE
    said = words(f"{operation.summary} {operation.name}")
    is_made = deed is Deed.CREATE and operation.method == "PUT" and any(word in MAKING for word in said)
    return Deed.CREATE if is_made else Deed.UPDATE


def answers_list(operation: Operation, name: str) -> bool:
    """Tell whether it answers with a list of what it is named after."""
    item = find_item(operation.answer, name)
    return item is not None and item.items is not None


def _asks(operation: Operation, name: str, read: frozenset[str]) -> bool:
    said = [
        words(text) for text in (operation.summary, operation.name, *operation.description.splitlines()[:1]) if text
    ]
    if any(word in MAKING for each in said for word in each):
        return False
    if any(word in ASKING for word in _openings(said)):
        return True
    body = find_item(operation.body.schema, name) if operation.body else None
    return operation.path not in read and answers_list(operation, name) and (body is None or body.items is None)


def _openings(said: Sequence[tuple[str, ...]]) -> Iterator[str]:
    return (word for each in said for word in each[:1])
