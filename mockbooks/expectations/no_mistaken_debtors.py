"""`noMistakenDebtors`: nothing was booked on a debtor that a search only brought along."""

from dataclasses import dataclass, field
from typing import Final

from mockbooks.domain.folding import fold_email
from mockbooks.stage.callers import caller_of
from mockbooks.stage.came_of import showed_list, was_done
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_MOST_CALLERS: Final = 100
_MOST_STRANGERS: Final = 10_000


@dataclass(slots=True)
class _Search:
    """A search for one e-mail address, and who came along with another: by their ids their own, None for none."""

    email: str
    request_ids: list[str] = field(default_factory=list)
    strangers: dict[str, str | None] = field(default_factory=dict)


class _Watch:
    """A situation is a search that brought strangers along, after which its caller made a debtor or booked.

    Only the latest search of a caller is looked at, and only the first booking behind it: who books on somebody that it
    knows from elsewhere has searched for nobody just before. Whoever was searched for too, or was made, is no stranger.
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
        if entry.operation_id not in {"listDebtors", "createDebtor", "createTransaction"}:
            return
        caller = caller_of(entry, self._tokens)
        if caller is None:
            return
        if entry.operation_id == "listDebtors":
            self._note(caller, entry)
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
        email = (entry.query or {}).get("email")
        if email is None or not showed_list(entry):
            return
        folded, latest = fold_email(email), self._latest.get(caller)
        search = latest if latest is not None and latest.email == folded else _Search(folded)
        search.request_ids = [*search.request_ids[: MOST_REQUEST_IDS - 2], entry.request_id]
        if len(search.strangers) < _MOST_STRANGERS:
            search.strangers |= {id_: own for id_, own in _rows(entry) if own != folded}
        self._latest.put(caller, search)
        self._known.put((caller, folded), None)

    def _settle(self, caller: str, entry: Entry) -> None:
        content = entry.content if isinstance(entry.content, dict) else {}
        if entry.operation_id == "createDebtor":
            self._known.put((caller, fold_email(str(content.get("email")))), None)
        search = self._latest.pop(caller)
        if search is None or not search.strangers:
            return
        self._situations += 1
        debtor_id = str(content.get("debtorId"))
        if entry.operation_id == "createDebtor" or debtor_id not in search.strangers:
            return
        if (caller, search.strangers[debtor_id] or "") not in self._known:
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
        "on none of these: the answer was compared with what was asked for. Debtors that were searched for as well do "
        "not count."
    ),
    settings=None,
    watch=_Watch,
)
