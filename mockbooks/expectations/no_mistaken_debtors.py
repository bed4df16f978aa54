"""`noMistakenDebtors`: nothing was booked on a debtor that a search only brought along."""

from dataclasses import dataclass, field
from typing import Final

from mockbooks.domain.folding import fold_email
from mockbooks.stage.callers import caller_of
from mockbooks.stage.came_of import PAGING, showed_list, was_done
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_TELLING: Final = frozenset({"listDebtors", "getDebtor", "createDebtor", "createTransaction"})
_MOST_CALLERS: Final = 100
_MOST_STRANGERS: Final = 10_000


@dataclass(slots=True)
class _Search:
    """A search for one e-mail address, and who came along with another: by their ids their own, None for none.

    `first` are those at the top of a page, `read` those that were read by their id afterwards.
    """

    email: str
    request_ids: list[str] = field(default_factory=list)
    strangers: dict[str, str | None] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)


class _Watch:
    """A situation is a search that brought strangers along, after which its caller made a debtor or booked.

    Only the latest search of a caller is looked at, and only the first booking behind it: who books on somebody that it
    knows from elsewhere has searched for nobody just before. Whoever was searched for too, by e-mail address or another
    filter, was read before, was made or was booked on, is no stranger. To be blamed, one takes who came first: another,
    or who was read first, may be known from a list of one's own, and then nothing was exercised.
    """

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._tokens = world.tokens
        self._latest: Recent[str, _Search] = Recent(_MOST_CALLERS)
        self._known: Recent[tuple[str, str], None] = Recent()
        self._situations = self._mistakes = 0
        self._first = ""
        self._request_ids: list[str] = []

    def books_replaced(self, _world: World) -> None:
        """Forget the searches: they tell nothing of these books."""
        self._latest, self._known = Recent(_MOST_CALLERS), Recent()

    def see(self, entry: Entry) -> None:
        if entry.operation_id not in _TELLING:
            return
        caller = caller_of(entry, self._tokens)
        if caller is None:
            return
        if entry.operation_id == "listDebtors":
            self._note(caller, entry)
        elif entry.operation_id == "getDebtor":
            self._note_reading(caller, entry)
        elif was_done(entry):
            self._settle(caller, entry)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        if self._mistakes:
            detail = f"A debtor that was not searched for was booked on {times(self._mistakes)}: {self._first}."
            return Outcome(state="failed", detail=detail, request_ids=tuple(self._request_ids))
        if not self._situations:
            detail = "After no search by e-mail address that brought others along was a debtor made, or booked on."
            return Outcome(state="not_exercised", detail=detail)
        searches = "one search" if self._situations == 1 else f"{self._situations} searches"
        detail = f"Of {searches} by e-mail address, none ended with a booking on another debtor."
        return Outcome(state="passed", detail=detail)

    def _note(self, caller: str, entry: Entry) -> None:
        query = entry.query or {}
        email = query.get("email")
        if not showed_list(entry):
            return
        if email is None:
            self._note_other_search(caller, entry, query)
            return
        folded, latest = fold_email(email), self._latest.get(caller)
        search = latest if latest is not None and latest.email == folded else _Search(folded)
        search.request_ids = [*search.request_ids[: MOST_REQUEST_IDS - 2], entry.request_id]
        rows = _rows(entry)
        if len(search.strangers) < _MOST_STRANGERS:
            search.strangers |= {id_: own for id_, own in rows if own != folded}
            search.first |= {id_ for id_, _ in rows[:1]}
        self._latest.put(caller, search)
        self._known.put((caller, folded), None)

    def _note_other_search(self, caller: str, entry: Entry, query: dict[str, str]) -> None:
        """Remember whom alone another filter found."""
        rows = _rows(entry)
        if query.keys() - PAGING and len(rows) == 1:
            self._known.put((caller, rows[0][0]), None)

    def _note_reading(self, caller: str, entry: Entry) -> None:
        id_, search = entry.path.rpartition("/")[2], self._latest.get(caller)
        if search is not None and id_ in search.strangers:
            search.read.add(id_)
        elif was_done(entry):
            self._known.put((caller, id_), None)

    def _settle(self, caller: str, entry: Entry) -> None:
        content = entry.content if isinstance(entry.content, dict) else {}
        if entry.operation_id == "createDebtor":
            self._known.put((caller, fold_email(str(content.get("email")))), None)
        search = self._latest.pop(caller)
        debtor_id = str(content.get("debtorId"))
        is_known = (caller, debtor_id) in self._known
        if search is not None and search.strangers:
            self._weigh(caller, search, entry, None if is_known else debtor_id)
        elif entry.operation_id == "createTransaction":
            self._known.put((caller, debtor_id), None)

    def _weigh(self, caller: str, search: _Search, entry: Entry, debtor_id: str | None) -> None:
        """Judge what came of a search that brought strangers along; `debtor_id` is None where it is known."""
        is_stranger = entry.operation_id == "createTransaction" and debtor_id in search.strangers
        if debtor_id is None or not is_stranger or (caller, search.strangers[debtor_id] or "") in self._known:
            self._situations += 1
        elif debtor_id in search.first - search.read:
            self._situations += 1
            self._blame(search, entry, debtor_id)

    def _blame(self, search: _Search, entry: Entry, debtor_id: str) -> None:
        self._mistakes += 1
        self._first = self._first or f"a search for {cut(search.email)} brought {cut(debtor_id)} along"
        self._request_ids = [*self._request_ids, *search.request_ids, entry.request_id][:MOST_REQUEST_IDS]


def _rows(entry: Entry) -> list[tuple[str, str | None]]:
    """Read the ids on a page with their e-mail addresses, as the client saw them."""
    content = entry.sent_content
    data = content.get("data") if isinstance(content, dict) else None
    rows = [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []
    return [(row["id"], _email_of(row)) for row in rows if isinstance(row.get("id"), str)]


def _email_of(row: dict[str, object]) -> str | None:
    email = row.get("email")
    return fold_email(email) if isinstance(email, str) and email else None


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="noMistakenDebtors",
    summary=(
        "Where a search by e-mail address brought debtors along that have another one, the first booking behind it was "
        "not on the first of these: the answer was compared with what was asked for. Debtors that were searched for as "
        "well, were read before or were booked on before do not count."
    ),
    settings=None,
    watch=_Watch,
)
