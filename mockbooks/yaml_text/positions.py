"""Where things stand in a text: the line and column of every value and key, found by JSON Pointer."""

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mockbooks.texts import cut


class Position(NamedTuple):
    """A place in a text, counted from 1 in characters."""

    line: int
    column: int


START: Final = Position(1, 1)


@dataclass(slots=True)
class Spot:
    """Where a value stands, with the keys and the values inside it; the items of a list are numbered from 0."""

    position: Position
    keys: dict[str, Position] = field(default_factory=dict)
    inner: dict[str, "Spot"] = field(default_factory=dict)

    def value_at(self, pointer: str) -> Position:
        """Tell where a value stands; for one that is not there, where the nearest thing around it does."""
        return self._nearest(_tokens(pointer))[0].position

    def key_at(self, pointer: str) -> Position:
        """Tell where the key of a value stands, or the value itself where that has none."""
        *around, last = _tokens(pointer) or [""]
        spot, missing = self._nearest(around)
        return spot.position if missing else spot.keys.get(last) or self.value_at(pointer)

    def _nearest(self, tokens: list[str]) -> tuple["Spot", list[str]]:
        spot = self
        for number, token in enumerate(tokens):
            inside = spot.inner.get(token)
            if inside is None:
                return spot, tokens[number:]
            spot = inside
        return spot, []


def last_name(pointer: str) -> str:
    """Give the last step of a pointer, cut as names are told."""
    return cut(_tokens(pointer)[-1]) if pointer else ""


def _tokens(pointer: str) -> list[str]:
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
