"""Frozen copies of an administration by their names, bounded in number."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mockbooks.frozen import dataclass
from mockbooks.store.books import Snapshot
from mockbooks.traffic.clock import ClockSetting
from mockbooks.traffic.idempotency import Kept

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine

MAXIMUM: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """One frozen copy: books, idempotency keys, how the clock went, and where the log of changes stood.

    `happened` is how much of the timeline of the scenario in that `engine` had happened.
    """

    name: str
    at: datetime
    books: Snapshot
    position: int
    clock: ClockSetting
    keys: Kept
    engine: "Engine | None" = None
    happened: int = 0


class Snapshots:
    """The frozen copies of one administration, in the order in which they were made; too many, and the oldest go."""

    def __init__(self) -> None:
        """Start with none."""
        self._frozen: dict[str, Frozen] = {}

    def __iter__(self) -> Iterator[Frozen]:
        return iter(tuple(self._frozen.values()))

    def find(self, name: str) -> Frozen | None:
        """Give the copy with a name."""
        return self._frozen.get(name)

    def put(self, frozen: Frozen) -> None:
        """Keep a copy, in the place of an earlier one with its name."""
        self._frozen.pop(frozen.name, None)
        self._frozen[frozen.name] = frozen
        while len(self._frozen) > MAXIMUM:
            self._frozen.pop(next(iter(self._frozen)), None)

    def remove(self, name: str) -> Frozen | None:
        """Throw a copy away, and give it as it was; None when there is none."""
        return self._frozen.pop(name, None)
