"""What clients tried to book under a reference, however it was answered, and what of it stands in the books."""

from collections.abc import Iterator
from dataclasses import field
from typing import Final, NamedTuple

from mockbooks.frozen import dataclass
from mockbooks.resources.transactions.entity import Transaction
from mockbooks.resources.transactions.schemas import TYPES
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.stage.books_memory import SinceStart
from mockbooks.stage.scene import World
from mockbooks.store import Equals
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

MOST_TRIED: Final = 10_000
"""So many references are watched; whoever books more in one scenario is told that the rest were not."""
_MOST_REQUESTS: Final = 5
_LONGEST_REFERENCE: Final = 100


class Known(NamedTuple):
    """What an order is known by; a type that there is not is "", and may become any."""

    type: str
    reference: str

    def __str__(self) -> str:
        return f"{self.type} {cut(self.reference)}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The attempts at one booking: the body of the first, without its lines, and the requests, the first few."""

    first: dict[str, str]
    request_ids: list[str] = field(default_factory=list)


class TriedBookings:
    """A memory of the attempts since the scenario began; `beyond` counts those that it had no room for."""

    def __init__(self, world: World) -> None:
        """Begin with none."""
        self._since_start = SinceStart(SPEC, world)
        self.all: dict[Known, Tried] = {}
        self.beyond = 0

    def see(self, entry: Entry) -> None:
        """Note an attempt."""
        known = _known_by(entry) if entry.operation_id == "createTransaction" else None
        if known is None:
            return
        tried = self.all.get(known)
        if tried is None:
            if len(self.all) >= MOST_TRIED:
                self.beyond += 1
                return
            tried = self.all[known] = Tried(first=_heading(entry.content))
        if len(tried.request_ids) < _MOST_REQUESTS:
            tried.request_ids.append(entry.request_id)

    def books_replaced(self, world: World) -> None:
        """Keep what clients booked of that which stands in the books of now; the operator undid the rest."""
        self._since_start.books_replaced(world)
        self.all = {known: tried for known, tried in self.all.items() if any(self.standing(world, known))}
        self.beyond = 0
        for transaction, request_id in self._since_start.made_by_clients(world.books):
            if transaction.reference and transaction.status != "reversed" and len(self.all) < MOST_TRIED:
                known = Known(transaction.type, transaction.reference)
                self.all.setdefault(known, Tried(first={}, request_ids=[request_id] if request_id else []))

    def standing(self, world: World, known: Known) -> Iterator[Transaction]:
        """Give what was booked since the start under a reference, and was not reversed."""
        criteria = [Equals("reference", known.reference)]
        criteria += [Equals("type", known.type)] if known.type else []
        found = world.books.collection(SPEC).entities(criteria)
        return (each for each in found if each.status != "reversed" and self._since_start.counts(each))


def _known_by(entry: Entry) -> Known | None:
    content = entry.content
    reference = content.get("reference") if isinstance(content, dict) else None
    if not isinstance(content, dict) or not isinstance(reference, str) or not reference.strip():
        return None
    kind = content.get("type")
    return Known(kind if kind in TYPES else "", reference[: _LONGEST_REFERENCE + 1])


def _heading(content: object) -> dict[str, str]:
    """Give the dates, which are all that is asked for, and not the whole of it ten thousand times."""
    given = content if isinstance(content, dict) else {}
    return {name: given[name] for name in ("date", "supplyDate") if isinstance(given.get(name), str)}
