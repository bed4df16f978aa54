"""One order booked twice: two transactions of a kind with one reference, of which neither was reversed."""

from typing import Final, NamedTuple

from mockbooks.resources.transactions.entity import CreditNote, Sale, Transaction
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.stage.books_memory import SinceStart
from mockbooks.stage.came_of import was_done
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.store import Equals
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_MOST_BOOKINGS: Final = 20


class _Booked(NamedTuple):
    """What a booking is known by: an order is sold once, but may be paid or credited in parts, each with its total."""

    type: str
    reference: str
    total: str


class _Watcher:
    """A situation is a booking that succeeded, with a reference; an answer that was replayed is none."""

    def __init__(self, world: World) -> None:
        self.seen = Seen()
        self._world = world
        self._since_start = SinceStart(SPEC, world)
        self._forget_all()

    def books_replaced(self, world: World) -> None:
        """Remember what clients booked of that which stands in the books of now, and nothing else."""
        self._world = world
        self._since_start.books_replaced(world)
        self._forget_all()
        for transaction, request_id in self._since_start.made_by_clients(world.books):
            booked = None if transaction.status == "reversed" else _known_by(_told(transaction))
            if booked is not None:
                self._remember(booked, transaction.id, request_id or transaction.id)

    def _forget_all(self) -> None:
        # By what they are known: the ids of the transactions that stand, with the requests that booked them.
        self._standing: Recent[_Booked, dict[str, str]] = Recent()
        self._known_by: Recent[str, _Booked] = Recent()

    def see(self, entry: Entry) -> None:
        if not was_done(entry):
            return
        if entry.operation_id == "reverseTransaction":
            self._forget(entry)
        elif entry.operation_id == "createTransaction":
            self._note(entry)

    def _note(self, entry: Entry) -> None:
        data = _data(entry)
        booked = _known_by(data)
        if booked is None:
            return
        self.seen.situations += 1
        transaction_id = data.get("id")
        standing = self._standing.get(booked) or {}
        detail = f"{booked.type} with reference {cut(booked.reference)} was booked again while it stood in the books"
        if standing:
            self.seen.add(detail, next(iter(standing.values())), entry.request_id)
        elif earlier := self._stood_before(booked, transaction_id):
            self.seen.add(f"{detail}, as {earlier}", entry.request_id)
        # An answer that was too long to be kept has no id; then the request stands for it.
        self._remember(booked, str(transaction_id or entry.request_id), entry.request_id)

    def _stood_before(self, booked: _Booked, transaction_id: object) -> str | None:
        """Find what somebody else had booked before, or a client before this scenario: the seed, the bookkeeper."""
        if not isinstance(transaction_id, str):
            return None
        own = SPEC.ordinal_of(transaction_id)
        criteria = (Equals("reference", booked.reference), Equals("type", booked.type))
        found = self._world.books.collection(SPEC).entities(criteria)
        alike = (each.id for each in found if each.status != "reversed" and _known_by(_told(each)) == booked)
        return next((each for each in alike if SPEC.ordinal_of(each) < own), None)

    def _remember(self, booked: _Booked, transaction_id: str, request_id: str) -> None:
        standing = self._standing.get(booked) or {}
        if len(standing) < _MOST_BOOKINGS:
            standing[transaction_id] = request_id
        self._standing.put(booked, standing)
        self._known_by.put(transaction_id, booked)

    def _forget(self, entry: Entry) -> None:
        """Take out what was reversed: it may be booked anew."""
        transaction_id = entry.path.split("/")[-2]
        booked = self._known_by.pop(transaction_id)
        if booked is not None:
            (self._standing.get(booked) or {}).pop(transaction_id, None)


def _data(entry: Entry) -> dict[str, object]:
    """Give what was booked, as it was answered; or as it was asked, where the answer was too long to be kept."""
    answered = entry.answer_content
    data = answered.get("data") if isinstance(answered, dict) else entry.content
    return data if isinstance(data, dict) else {}


def _told(transaction: Transaction) -> dict[str, object]:
    """Give as much of a transaction as it is known by, as an answer has it."""
    total = transaction.total_incl_vat if isinstance(transaction, Sale | CreditNote) else transaction.total
    return {"type": transaction.type, "reference": transaction.reference, "total": str(total)}


def _known_by(data: dict[str, object]) -> _Booked | None:
    kind, reference = data.get("type"), data.get("reference")
    if not isinstance(kind, str) or not isinstance(reference, str) or not reference.strip():
        return None
    total = "" if kind == "sales" else str(data.get("totalInclVat") or data.get("total") or "")
    return _Booked(kind, reference, total)


OBSERVATION: Final = Observation(name="bookedReferenceTwice", summary="booked one reference twice", watch=_Watcher)
