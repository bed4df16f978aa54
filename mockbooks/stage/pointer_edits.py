"""Changing a JSON document at a place: `/data/email`, or `/data/*/email` for every item of a list."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

_EVERY_ITEM: Final = "*"
_MOST_DIGITS: Final = 9


def add(document: object, pointer: str, value: object) -> None:
    """Give the objects at a place a member, or its value another one; what should hold it must be there."""
    for holder, name in _places(document, pointer):
        if isinstance(holder, dict):
            holder[name] = deepcopy(value)


def drop(document: object, pointer: str) -> None:
    """Take away what is at a place."""
    for holder, name in _places(document, pointer):
        if isinstance(holder, dict):
            holder.pop(name, None)
        elif name == _EVERY_ITEM:
            holder.clear()
        elif (position := _position(holder, name)) is not None:
            del holder[position]


def empty(document: object, pointer: str) -> None:
    """Put null in the place of what is there."""
    for holder, name in _places(document, pointer):
        if isinstance(holder, dict) and name in holder:
            holder[name] = None
        elif isinstance(holder, list):
            positions = range(len(holder)) if name == _EVERY_ITEM else (_position(holder, name),)
            for position in positions:
                if position is not None:
                    holder[position] = None


def rename(document: object, pointer: str, new_name: str) -> None:
    """Give a member another name; it keeps its place among the others."""
    for holder, name in _places(document, pointer):
        if isinstance(holder, dict) and name in holder:
            kept = [(key, value) for key, value in holder.items() if key == name or key != new_name]
            holder.clear()
            holder.update((new_name if key == name else key, value) for key, value in kept)


def values(document: object, pointer: str) -> Iterator[object]:
    """Give what is at a place, as often as it is there."""
    for holder, name in _places(document, pointer):
        yield from _inside(holder, name)


def holders(document: object, pointer: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Give the objects that have a place or could have it, with its name there."""
    return ((holder, name) for holder, name in _places(document, pointer) if isinstance(holder, dict))


def _places(document: object, pointer: str) -> Iterator[tuple[Any, str]]:
    """Give what holds each place, an object or a list, with the name that the place has in it."""
    *tokens, last = (token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])
    holders = [document]
    for token in tokens:
        holders = [inner for holder in holders for inner in _inside(holder, token)]
    yield from ((holder, last) for holder in holders if isinstance(holder, dict | list))


def _inside(holder: object, token: str) -> Iterator[object]:
    if isinstance(holder, dict):
        if token in holder:
            yield holder[token]
    elif isinstance(holder, list):
        position = _position(holder, token)
        if token == _EVERY_ITEM:
            yield from holder
        elif position is not None:
            yield holder[position]


def _position(items: list[object], token: str) -> int | None:
    is_number = token.isascii() and token.isdigit() and len(token) <= _MOST_DIGITS
    return int(token) if is_number and int(token) < len(items) else None
