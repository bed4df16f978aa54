"""A client that asked for several pages of one list at once: rows that move between pages are then missed."""

from collections import deque
from typing import Final, NamedTuple

from mockbooks.stage.callers import caller_of
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.span import Span
from mockbooks.texts import cut
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry

_MOST_LISTS: Final = 200
_MOST_PAGES: Final = 10

_List = tuple[str, str, tuple[tuple[str, str], ...]]


class _Page(NamedTuple):
    """One page as it was asked for."""

    number: str
    request_id: str
    span: Span


class _Watcher:
    """A situation is a page after the first."""

    def __init__(self, world: World) -> None:
        self.seen = Seen()
        self._tokens = world.tokens
        self._pages: Recent[_List, deque[_Page]] = Recent(_MOST_LISTS)

    def see(self, entry: Entry) -> None:
        if entry.method != "GET" or not entry.path.startswith(f"{API_PREFIX}/"):
            return
        query = _query(entry)
        caller = caller_of(entry, self._tokens)
        if query is None or caller is None:
            return
        page = _Page(query.pop("page", "1"), entry.request_id, Span.of(entry))
        self.seen.situations += page.number != "1"
        asked = caller, entry.path, tuple(sorted(query.items()))
        pages = self._pages.get(asked) or deque(maxlen=_MOST_PAGES)
        other = next((each for each in pages if each.number != page.number and each.span.overlaps(page.span)), None)
        if other is not None:
            numbers = f"{cut(other.number)} and {cut(page.number)}"
            detail = f"{caller} asked for pages {numbers} of {cut(entry.path)} at the same time"
            self.seen.add(detail, other.request_id, entry.request_id)
        pages.append(page)
        self._pages.put(asked, pages)


def _query(entry: Entry) -> dict[str, str] | None:
    """Read the query of a list; None for what is not one that can be walked."""
    return entry.query if (entry.operation_id or "").startswith("list") else None


OBSERVATION: Final = Observation(
    name="walkedPagesInParallel", summary="walked the pages of a list in parallel", watch=_Watcher
)
