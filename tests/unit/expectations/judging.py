"""Expectations as a scenario file names them, for the tests of what they come to."""

from typing import Any

from mockbooks.expectations import EXPECTATIONS
from mockbooks.stage.expectation import Bounds, Expectation, Watch
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry
from tests.unit.observations.watching import Small, logged

KINDS: dict[str, Expectation[Any]] = {expectation.name: expectation for expectation in EXPECTATIONS}


def begin(name: str, settings: object = None, *, small: Small | None = None, **bounds: int) -> Watch:
    """Begin to watch: `begin("booked", {"reference": "ORD-1001"}, small=small, exactly=1)`."""
    kind = KINDS[name]
    read = kind.bare if settings is None and kind.settings else settings
    if settings is not None and kind.settings is not None:
        read = kind.settings.deserialize(settings)
    return kind.watch(read, Bounds(**bounds), (small or Small()).world)


def judged(name: str, *entries: Entry, settings: object = None, small: Small | None = None, **bounds: int) -> Outcome:
    """Watch exchanges in the order in which they ended, and judge."""
    small = small or Small()
    watch = begin(name, settings, small=small, **bounds)
    see(watch, *entries)
    return watch.outcome(small.world)


def see(watch: Watch, *entries: Entry) -> None:
    """Show exchanges to a watch."""
    for entry in logged(*entries):
        watch.see(entry)
