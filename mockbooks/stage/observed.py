"""An expectation that is met when something that the server notices by itself never went badly."""

from collections.abc import Callable
from itertools import chain, islice

from mockbooks.frozen import dataclass
from mockbooks.stage.books_memory import MindsBooks
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Watch
from mockbooks.stage.observation import Finding, Observation, Watcher
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry


@dataclass(frozen=True, kw_only=True)
class Sentences:
    """What is told of it: `never` when the situation did not arise, `good` and `bad` with their figures filled in.

    `good` names {times}, which is "once" or "3 times"; `bad` names {times} and {situations}, a number, and the first
    finding follows it.
    """

    never: str
    good: str
    bad: str


class ObservedWatch:
    """An observation at work, judged."""

    def __init__(self, watcher: Watcher, sentences: Sentences) -> None:
        """Keep who watches, and what to say of it."""
        self._watcher = watcher
        self._sentences = sentences

    def see(self, entry: Entry) -> None:
        """Take note of an exchange."""
        self._watcher.see(entry)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        """Judge: passed when the situation arose and never went badly."""
        seen, sentences = self._watcher.seen, self._sentences
        if seen.bad:
            told = sentences.bad.format(times=times(seen.bad), situations=seen.situations)
            ids = tuple(ids_of(seen.findings))
            return Outcome(state="failed", detail=f"{told}: {seen.findings[0].detail}.", request_ids=ids)
        if seen.situations == 0:
            return Outcome(state="not_exercised", detail=sentences.never)
        return Outcome(state="passed", detail=sentences.good.format(times=times(seen.situations)))


class RememberingWatch(ObservedWatch):
    """An observation that remembers what stands in the books."""

    def __init__(self, watcher: Watcher, memory: MindsBooks, sentences: Sentences) -> None:
        """Keep who watches, which is its own memory."""
        super().__init__(watcher, sentences)
        self._memory = memory

    def books_replaced(self, world: World) -> None:
        """Hand on that other books stand in the place of those that were there."""
        self._memory.books_replaced(world)


def observed(observation: Observation, sentences: Sentences) -> Callable[[None, Bounds, World], Watch]:
    """Make the `watch` of an expectation from an observation."""

    def watch(_settings: None, _bounds: Bounds, world: World) -> Watch:
        watcher = observation.watch(world)
        if isinstance(watcher, MindsBooks):
            return RememberingWatch(watcher, watcher, sentences)
        return ObservedWatch(watcher, sentences)

    return watch


def times(number: int) -> str:
    """Write how often."""
    return "once" if number == 1 else f"{number} times"


def counted(number: int, noun: str) -> str:
    """Write how many there are of something whose plural ends in s."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def ids_of(findings: list[Finding]) -> list[str]:
    """Name the requests that show it, each once, and no more than anybody reads."""
    ids = chain.from_iterable(finding.request_ids for finding in findings)
    return list(islice(dict.fromkeys(ids), MOST_REQUEST_IDS))
