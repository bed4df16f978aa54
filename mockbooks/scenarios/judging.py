"""Judging: the expectations of a scenario, and what the server notices by itself, fed with every exchange."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from mockbooks.observations import OBSERVATIONS
from mockbooks.scenarios.model import Expected, Scenario
from mockbooks.scenarios.verdict import NO_SCENARIO, Judged, Verdict, notes_of, verdict_of
from mockbooks.stage.books_memory import MindsBooks
from mockbooks.stage.observation import Observation

if TYPE_CHECKING:
    from mockbooks.stage.expectation import Watch
    from mockbooks.stage.scene import World
    from mockbooks.traffic.request_log import Entry


class Onlookers:
    """What the server notices by itself about the habits of clients."""

    def __init__(self, world: "World") -> None:
        """Begin with nothing seen."""
        self._watchers = tuple((observation, observation.watch(world)) for observation in OBSERVATIONS)

    def see(self, entry: "Entry") -> None:
        """Take note of an exchange."""
        for _, watcher in self._watchers:
            watcher.see(entry)

    def books_replaced(self, world: "World") -> None:
        """Have those who remember the books learn that others stand in their place."""
        _tell_of_books((watcher for _, watcher in self._watchers), world)

    def notes(self, told: Container[Observation | None] = ()) -> Iterator[str]:
        """Tell what was done badly, in plain lines, but for the observations of which it is told already."""
        for observation, watcher in self._watchers:
            if observation not in told:
                yield from notes_of(observation.summary, watcher.seen)


class Jury:
    """Those who judge one run of a scenario, from its beginning; they have seen a call or none yet."""

    def __init__(self, scenario: Scenario, world: "World") -> None:
        """Begin watching in a world where the scenario has just begun."""
        self._world = world
        self._watches: tuple[tuple[Expected, Watch], ...] = tuple(
            (each, each.kind.watch(each.settings, each.bounds, world)) for each in scenario.expect
        )
        self._onlookers = Onlookers(world)
        self.has_seen = False

    def see(self, entry: "Entry") -> None:
        """Have everybody take note of an exchange."""
        self.has_seen = True
        for _, watch in self._watches:
            watch.see(entry)
        self._onlookers.see(entry)

    def books_replaced(self) -> None:
        """Have those who remember the books learn that others stand in their place; what they found stays."""
        _tell_of_books((watch for _, watch in self._watches), self._world)
        self._onlookers.books_replaced(self._world)

    def verdict(self, notes: Iterable[str] = ()) -> Verdict:
        """Judge what was seen so far; with what there is to tell of the scenario itself."""
        judged = [
            Judged.by(each.text, watch.outcome(self._world), optional=each.optional) for each, watch in self._watches
        ]
        failed = [each.outcome == "failed" for each in judged]
        told = {
            expected.kind.observation for (expected, _), is_told in zip(self._watches, failed, strict=True) if is_told
        }
        return verdict_of(judged, chain(notes, self._onlookers.notes(told)))


def _tell_of_books(watching: Iterable[object], world: "World") -> None:
    for each in watching:
        if isinstance(each, MindsBooks):
            each.books_replaced(world)


def verdict_without_scenario(world: "World", entries: "Iterable[Entry]") -> Verdict:
    """Tell what is noticed in a log since the books were put back last, where nobody said what to expect."""
    onlookers = Onlookers(world)
    for entry in entries:
        if entry.era == world.era:
            onlookers.see(entry)
    return Verdict(passed=False, expectations=(), notes=(NO_SCENARIO, *onlookers.notes()))
