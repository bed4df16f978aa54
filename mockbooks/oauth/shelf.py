"""A shelf: things that are found by their texts, bounded in number, with the room shared among administrations."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by their texts; beyond the maximum, the oldest of the administration that has most of them goes.

    So a test that asks for tokens in a loop loses its own old ones, and not those of the test that runs beside it.
    Finding is safe from several threads, all else needs a lock around it.
    """

    def __init__(self, maximum: int) -> None:
        """Start empty."""
        self._maximum = maximum
        self._things: dict[str, T] = {}
        self._texts_by_age: dict[str, deque[str]] = {}

    def __len__(self) -> int:
        return len(self._things)

    def find(self, text: str) -> T | None:
        """Give the thing of this text, or None."""
        return self._things.get(text)

    def put(self, text: str, administration_id: str, thing: T) -> None:
        """Keep a thing, and let the oldest go where there is no room."""
        if text not in self._things:
            self._texts_by_age.setdefault(administration_id, deque()).append(text)
        self._things[text] = thing
        while len(self._things) > self._maximum:
            fullest = max(self._texts_by_age.values(), key=len)
            del self._things[fullest.popleft()]

    def of(self, administration_id: str) -> list[T]:
        """Give everything of one administration, the oldest first."""
        return [self._things[text] for text in self._texts_by_age.get(administration_id, ())]

    def clear(self, administration_id: str) -> None:
        """Let everything of one administration go."""
        for text in self._texts_by_age.pop(administration_id, ()):
            del self._things[text]
