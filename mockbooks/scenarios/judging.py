"""Judging: the expectations of a scenario, and what the server notices by itself, fed with every exchange."""

from mockbooks.observations import OBSERVATIONS
from mockbooks.scenarios.model import Scenario
from mockbooks.stage.expectation import Watch
from mockbooks.stage.observation import Watcher
from mockbooks.stage.scene import World
from mockbooks.traffic.request_log import Entry


class Jury:
    """The watches of one run."""

    def __init__(self, scenario: Scenario) -> None:
        """Take the expectations of a scenario."""
        self.expected = scenario.expect
        self.watches: tuple[Watch, ...] = ()
        self.watchers: tuple[Watcher, ...] = ()

    def begin(self, world: World) -> None:
        """Begin watching."""
        self.watches = tuple(each.kind.watch(each.settings, each.bounds) for each in self.expected)
        self.watchers = tuple(observation.watch() for observation in OBSERVATIONS)

    def see(self, entry: Entry) -> None:
        """Have everybody take note of an exchange."""
        for watch in self.watches:
            watch.see(entry)
        for watcher in self.watchers:
            watcher.see(entry)
