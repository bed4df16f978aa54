"""`everyRowMet`: whoever walked the pages of a list to its end met every row, in that walk or in the next."""

from dataclasses import dataclass, field
from typing import Final

from mockbooks.stage.callers import caller_of
from mockbooks.stage.came_of import PAGING, is_last_page, showed_list
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import injected_in_place

_MOST_LISTS: Final = 100
_MOST_ROWS: Final = 10_000
_MOST_REQUESTS: Final = 9

_List = tuple[str, str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class _Walked:
    """What one client met of one list: the ids of the rows, how many there are by the last page, how it went."""

    path: str
    met: set[str] = field(default_factory=set)
    total: int = 0
    was_ended: bool = False
    request_ids: list[str] = field(default_factory=list)

    @property
    def missing(self) -> int:
        """How many rows were never met; of a list that is too long to remember nothing is told."""
        return 0 if self.is_too_long else max(0, self.total - len(self.met))

    @property
    def is_too_long(self) -> bool:
        """Whether there are more rows than are remembered."""
        return self.total > _MOST_ROWS or len(self.met) > _MOST_ROWS


class _Watch:
    """A situation is a list of which a client asked for a page after the first, and came to the last."""

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._tokens = world.tokens
        self._lists: dict[_List, _Walked] = {}

    def books_replaced(self, _world: World) -> None:
        """Forget what was met: it tells nothing of these books."""
        self._lists = {}

    def see(self, entry: Entry) -> None:
        rows, total = _rows_and_total(entry)
        query, caller = entry.query, caller_of(entry, self._tokens)
        if total is None or query is None or caller is None:
            return
        filters = tuple(sorted((name, value) for name, value in query.items() if name not in PAGING))
        walked = self._lists.get((caller, entry.path, filters))
        if walked is None:
            if len(self._lists) >= _MOST_LISTS:
                return
            walked = self._lists[caller, entry.path, filters] = _Walked(entry.path)
        _note(walked, entry, rows, total, is_end=is_last_page(entry) and query.get("page", "1") != "1")

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        walked = [each for each in self._lists.values() if each.was_ended and not each.is_too_long]
        lacking = [each for each in walked if each.missing]
        if lacking:
            first = lacking[0]
            detail = f"GET {first.path} was walked to its end, and {first.missing} of its {first.total} rows never met"
            ids = [request_id for each in lacking for request_id in each.request_ids]
            return Outcome(state="failed", detail=f"{detail}.", request_ids=tuple(ids[:MOST_REQUEST_IDS]))
        if not walked:
            return Outcome(state="not_exercised", detail=self._why_not())
        return Outcome(state="passed", detail=f"Of {_lists(len(walked))} every row was met.")

    def _why_not(self) -> str:
        if any(each.was_ended for each in self._lists.values()):
            return f"Only lists of more than {_MOST_ROWS} rows were walked, which are not watched."
        return "No list of several pages was walked to its end."


def _note(walked: _Walked, entry: Entry, rows: list[str], total: int, *, is_end: bool) -> None:
    walked.total = total
    walked.was_ended = walked.was_ended or is_end
    if len(walked.met) <= _MOST_ROWS:
        walked.met.update(rows)
    walked.request_ids = [*walked.request_ids[-_MOST_REQUESTS:], entry.request_id]


def _rows_and_total(entry: Entry) -> tuple[list[str], int | None]:
    """Read the ids on a page and how many rows there are in all, as the client saw them; None where it is no page."""
    if not showed_list(entry) or injected_in_place(entry):
        return [], None
    content = entry.sent_content
    data, page = (content.get("data"), content.get("page")) if isinstance(content, dict) else (None, None)
    total = page.get("totalItems") if isinstance(page, dict) else None
    if not isinstance(data, list) or not isinstance(total, int):
        return [], None
    return [row["id"] for row in data if isinstance(row, dict) and isinstance(row.get("id"), str)], total


def _lists(number: int) -> str:
    return "a list of several pages" if number == 1 else f"{number} lists of several pages"


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="everyRowMet",
    summary=(
        "Whoever walked a list from page to page to its end met as many different rows as it has (`totalItems`); when "
        "rows moved meanwhile, by walking it again. Lists of one page, and walks that stopped halfway, do not count."
    ),
    settings=None,
    watch=_Watch,
)
