"""A debtor that was created without a search for its e-mail address before: so one customer gets two."""

from typing import Final

from mockbooks.domain.folding import fold_email
from mockbooks.stage.came_of import PAGING, is_last_page, showed_list, was_done
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.traffic.request_log import Entry


class _Watcher:
    """A situation is a debtor that was created, with an e-mail address.

    Who read the list of all debtors to its end may know that there is none, and is not blamed.
    """

    def __init__(self, _world: World) -> None:
        self.seen = Seen()
        self._searched: Recent[str, bool] = Recent()
        self._knows_all = False

    def books_replaced(self, _world: World) -> None:
        """Forget all searches: they tell nothing of these books."""
        self._searched = Recent()
        self._knows_all = False

    def see(self, entry: Entry) -> None:
        if entry.operation_id == "listDebtors":
            self._note_search(entry)
        elif entry.operation_id == "createDebtor":
            self._judge(entry)

    def _note_search(self, entry: Entry) -> None:
        query = entry.query
        if query is None or not showed_list(entry):
            return
        if "email" in query:
            self._searched.put(fold_email(query["email"]), True)  # noqa: FBT003 - it is a set that forgets
        elif query.keys() <= PAGING and is_last_page(entry):
            self._knows_all = True

    def _judge(self, entry: Entry) -> None:
        content = entry.content
        email = content.get("email") if isinstance(content, dict) else None
        if not was_done(entry) or not isinstance(email, str) or not email.strip():
            return
        self.seen.situations += 1
        if self._knows_all or fold_email(email) in self._searched:
            return
        self.seen.add("a debtor was created without a search for its e-mail address before", entry.request_id)


OBSERVATION: Final = Observation(
    name="createdDebtorWithoutSearch",
    summary="created a debtor without searching for its e-mail address",
    watch=_Watcher,
)
