"""A kind of expectation: what a good integration must have done, judged while the exchanges pass."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from mockbooks.service.fields import Strict
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry

V = TypeVar("V")
MOST_REQUEST_IDS: Final = 20
"""So many of the exchanges that led to an outcome are named; more would help nobody."""


class Watch(Protocol):
    """One expectation at work; what it remembers is bounded, however long the run."""

    def see(self, entry: Entry) -> None:
        """Take note of an exchange."""

    def outcome(self, world: World) -> Outcome:
        """Judge what was seen so far, and what stands in the books."""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """How many there must be; at least one of the three is set."""

    exactly: int | None = None
    at_least: int | None = None
    at_most: int | None = None

    def hold(self, count: int) -> bool:
        """Tell whether a count keeps to them."""
        return not (
            (self.exactly is not None and count != self.exactly)
            or (self.at_least is not None and count < self.at_least)
            or (self.at_most is not None and count > self.at_most)
        )

    def __str__(self) -> str:
        words = {"exactly": self.exactly, "at least": self.at_least, "at most": self.at_most}
        return " and ".join(f"{word} {number}" for word, number in words.items() if number is not None)


@dataclass(frozen=True, kw_only=True)
class Expectation(Generic[V]):
    """One kind of expectation.

    `settings` reads what stands behind its name; where that is None it is written as its bare name. One that `counts`
    takes `exactly`, `atLeast` and `atMost`, and needs one of them.
    """

    name: str
    summary: str
    settings: Strict | None
    watch: Callable[[V, Bounds], Watch]
    counts: bool = False
