"""The timeline: what happens at a time, not at a call; the bookkeeper works in the books meanwhile."""

import logging
from datetime import datetime
from threading import RLock

from mockbooks.errors import RequestError
from mockbooks.scenarios.model import TimelineItem
from mockbooks.service.actor import Actor
from mockbooks.stage.scene import World

_LOGGER = logging.getLogger("mockbooks")


class Timeline:
    """The items that are still to come, in the order of their moments.

    Nothing runs in the background: whoever looks at the administration, by a call or by its clock, first has happen
    what has fallen due. An item happens at its own moment, however much later somebody looks.
    """

    def __init__(self, items: tuple[TimelineItem, ...]) -> None:
        """Begin with all of them."""
        self._items = items
        self.happened = 0
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
                _happen(item, world, moment)


def _happen(item: TimelineItem, world: World, moment: datetime) -> None:
    """Do the deeds of an item; what the books refuse is told in the log of the server, and the rest goes on."""
    context = world.context(Actor(kind="bookkeeper", name="timeline"), at=moment)
    for deed, value in item.deeds:
        try:
            deed.do(context, value)
        except (RequestError, LookupError) as error:
            _LOGGER.warning("the timeline could not do %s: %s", deed.name, error)
