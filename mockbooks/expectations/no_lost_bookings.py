"""`noLostBookings`: whatever a client tried to book under a reference stands in the books in the end."""

from itertools import chain, islice
from typing import Final

from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import counted
from mockbooks.stage.scene import World
from mockbooks.stage.tried_bookings import MOST_TRIED, Known, TriedBookings
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry

_MOST_NAMED: Final = 5


class _Watch:
    """Remembers what was tried, and asks the books in the end what became of it."""

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._tried = TriedBookings(world)

    def see(self, entry: Entry) -> None:
        self._tried.see(entry)

    def books_replaced(self, world: World) -> None:
        self._tried.books_replaced(world)

    def outcome(self, world: World) -> Outcome:
        tried = self._tried.all
        missing = [known for known in tried if not any(self._tried.standing(world, known))]
        if missing:
            detail = f"Of {len(tried)} references that were to be booked, {len(missing)} {_are_missing(missing)}."
            ids = islice(chain.from_iterable(tried[known].request_ids for known in missing), MOST_REQUEST_IDS)
            return Outcome(state="failed", detail=detail + self._beyond(), request_ids=tuple(ids))
        if not tried:
            return Outcome(state="not_exercised", detail="Nobody tried to book anything under a reference.")
        detail = f"Whatever was to be booked stands in the books, under {counted(len(tried), 'reference')}."
        return Outcome(state="passed", detail=detail + self._beyond())

    def _beyond(self) -> str:
        if not self._tried.beyond:
            return ""
        return f" What came after the first {MOST_TRIED} references was not watched: {self._tried.beyond} calls."


def _are_missing(missing: list[Known]) -> str:
    named = ", ".join(str(known) for known in missing[:_MOST_NAMED])
    more = ", …" if len(missing) > _MOST_NAMED else ""
    return f"{'does' if len(missing) == 1 else 'do'} not stand in the books: {named}{more}"


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="noLostBookings",
    summary=(
        "Whatever a client tried to book under a reference, however that was answered, was booked in the end, under "
        "that reference and as the same type, and was not reversed."
    ),
    settings=None,
    watch=_Watch,
)
