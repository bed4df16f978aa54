"""What somebody whom a scenario sends into the books could not do there: a trap that was never set proves nothing."""

from collections.abc import Iterator
from typing import Final

_MOST_TOLD: Final = 10


class Mishaps:
    """Deeds that came to nothing, with the reason: each is told once, with how often it happened."""

    def __init__(self, who: str) -> None:
        """Start with none, of an injection or the timeline."""
        self._who = who
        self._told: dict[str, int] = {}
        self._more = 0
        self.times = 0

    @property
    def first(self) -> str:
        """The first of them; nothing where all went well."""
        return next(iter(self._told), "")

    def add(self, mishaps: list[str]) -> None:
        """Note what went wrong at one time, if anything did."""
        self.times += bool(mishaps)
        for mishap in mishaps:
            if mishap in self._told or len(self._told) < _MOST_TOLD:
                self._told[mishap] = self._told.get(mishap, 0) + 1
            else:
                self._more += 1

    def notes(self) -> Iterator[str]:
        """Tell of them in plain lines."""
        for mishap, number in self._told.items():
            yield f"{self._who} could not do {mishap}" + (f" ({number} times)" if number > 1 else "")
        if self._more:
            yield f"{self._who} could not do {self._more} things more"
