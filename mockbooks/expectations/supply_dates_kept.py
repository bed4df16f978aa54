"""`supplyDatesKept`: what could not be booked on its own day, and was booked on another, kept its day of supply."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from mockbooks.resources.transactions.entity import CreditNote, Sale
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.scene import World
from mockbooks.stage.tried_bookings import Known, Tried, TriedBookings
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry


class _Moved(NamedTuple):
    """A booking on another day than was asked for at first, and the day of supply that it had at first."""

    known: Known
    request_ids: list[str]
    supplied_on: date
    booked: Sale | CreditNote

    @property
    def is_kept(self) -> bool:
        """Whether the day of supply is still that one."""
        return self.booked.supply_date == self.supplied_on

    def __str__(self) -> str:
        booked, meant = self.booked, self.supplied_on
        return f"{self.known} of {meant} was booked on {booked.date} with the day of supply {booked.supply_date}"


class _Watch:
    """Remembers the dates of first attempts; a situation is a sale or credit note that was booked on another day."""

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._tried = TriedBookings(world)

    def see(self, entry: Entry) -> None:
        self._tried.see(entry)

    def books_replaced(self, world: World) -> None:
        self._tried.books_replaced(world)

    def outcome(self, world: World) -> Outcome:
        moved = [each for known, tried in self._tried.all.items() for each in self._moved(world, known, tried)]
        lost = [each for each in moved if not each.is_kept]
        if lost:
            detail = f"Of {len(moved)} that were booked on another day, {len(lost)} lost the day of supply: {lost[0]}."
            ids = [request_id for each in lost for request_id in each.request_ids]
            return Outcome(state="failed", detail=detail, request_ids=tuple(ids[:MOST_REQUEST_IDS]))
        if not moved:
            detail = "No sale or credit note was booked on another day than was asked for at first."
            return Outcome(state="not_exercised", detail=detail)
        detail = f"Something was booked on another day {times(len(moved))}, always with its own day of supply."
        return Outcome(state="passed", detail=detail)

    def _moved(self, world: World, known: Known, tried: Tried) -> Iterator[_Moved]:
        asked = _day(tried.first.get("date"))
        supplied_on = _day(tried.first.get("supplyDate")) or asked
        if asked is None or supplied_on is None:
            return
        for booked in self._tried.standing(world, known):
            if isinstance(booked, Sale | CreditNote) and booked.date != asked:
                yield _Moved(known, tried.request_ids, supplied_on, booked)


def _day(text: str | None) -> date | None:
    """Read a day; None for what is none, and was refused for that."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="supplyDatesKept",
    summary=(
        "A sale or credit note that was booked on another day than its first attempt asked for, as its period was "
        "closed, has the day of supply of that first attempt, which decides on the VAT."
    ),
    settings=None,
    watch=_Watch,
)
