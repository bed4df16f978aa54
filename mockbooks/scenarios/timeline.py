"""The timeline: what happens at a time, not at a call; the bookkeeper works in the books meanwhile."""

from datetime import datetime
from threading import RLock

from mockbooks.scenarios.model import TimelineItem
from mockbooks.service.actor import Actor
from mockbooks.stage.bookkeeping import work_at_time
from mockbooks.stage.mishaps import Mishaps
from mockbooks.stage.scene import World


class Timeline:
    """The items that are still to come, in the order of their moments.

    Nothing runs in the background: whoever looks at the administration, by a call or by its clock, first has happen
    what has fallen due. An item happens at its own moment, however much later somebody looks.
    """

    def __init__(self, items: tuple[TimelineItem, ...]) -> None:
        """Begin with all of them."""
        self._items = items
        self.happened = 0
        self.mishaps = Mishaps("the timeline")
        self._lock = RLock()

    def catch_up(self, world: World, began_at: datetime, now: datetime) -> None:
        """Have everything happen that is due by now."""
        if self.happened == len(self._items):
            return
        with self._lock:
            while self.happened < len(self._items):
                item = self._items[self.happened]
                moment = began_at + item.at
                if moment > now:
                    return
                self.happened += 1
                self._happen(item, world, moment)

    def _happen(self, item: TimelineItem, world: World, moment: datetime) -> None:
        context = world.context(Actor(kind="bookkeeper", name="timeline"), at=moment)
        self.mishaps.add(work_at_time(context, item.deeds))
