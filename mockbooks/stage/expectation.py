"""A kind of expectation: what a good integration must have done, judged while the exchanges pass."""

from collections.abc import Callable
from typing import Any, Final, Generic, Protocol, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.service.fields import Strict
from mockbooks.stage.fault import NEEDS_SETTINGS
from mockbooks.stage.observation import Observation
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


def _always(_settings: Any) -> bool:  # noqa: ANN401 - of any kind
    return True


@dataclass(frozen=True, kw_only=True)
class Expectation(Generic[V]):
    """One kind of expectation.

    `settings` reads what stands behind its name; where that is None it is written as its bare name, and watches with
    None. `bare` is the value of one that has settings and may be written as its bare name too. One that `counts` takes
    `exactly`, `atLeast` and `atMost`: where `needs_count` holds of its settings it needs one of them, where it does not
    it takes none, and watches with empty bounds.

    `watch` begins to watch, when the scenario has begun in the world that it gets. Where it fails it tells what an
    `observation` found, which is then not told again.
    """

    name: str
    summary: str
    settings: Strict | None
    watch: Callable[[V, Bounds, World], Watch]
    counts: bool = False
    needs_count: Callable[[V], bool] = _always
    bare: V | object = NEEDS_SETTINGS
    observation: Observation | None = None
