"""`noDuplicateDebtors`: no customer became a debtor twice."""

from itertools import chain
from typing import Final

from mockbooks.domain.folding import fold_email
from mockbooks.resources import debtors
from mockbooks.stage.books_memory import SinceStart
from mockbooks.stage.came_of import was_done
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.store import Equals
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_SPEC: Final = debtors.RESOURCE.spec
_MOST_REQUESTS: Final = 5
_MOST_NAMED: Final = 5
_MOST_WATCHED: Final = 10_000


class _Watch:
    """A situation is a debtor that was created with an e-mail address; an answer that was replayed is none."""

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._since_start = SinceStart(_SPEC, world)
        self._created: dict[str, list[str]] = {}
        self._count = self._beyond = 0

    def see(self, entry: Entry) -> None:
        if entry.operation_id != "createDebtor" or not was_done(entry):
            return
        content = entry.content
        email = content.get("email") if isinstance(content, dict) else None
        if isinstance(email, str) and email.strip():
            self._note(email, entry.request_id)

    def books_replaced(self, world: World) -> None:
        """Go by what clients made that stands in the books of now."""
        self._since_start.books_replaced(world)
        self._created = {}
        self._count = self._beyond = 0
        for debtor, request_id in self._since_start.made_by_clients(world.books):
            if debtor.email:
                self._note(debtor.email, request_id or debtor.id)

    def outcome(self, world: World) -> Outcome:
        twice = [email for email in self._created if self._is_twice(world, email)]
        if twice:
            detail = (
                f"Debtors were created {times(self._count)}, of which others have the e-mail address: {_named(twice)}."
            )
            ids = tuple(chain.from_iterable(self._created[email] for email in twice))
            return Outcome(state="failed", detail=detail, request_ids=ids[:MOST_REQUEST_IDS])
        if not self._count:
            return Outcome(state="not_exercised", detail="No debtor was created with an e-mail address.")
        detail = f"A debtor was created {times(self._count)}, and no other has the same e-mail address."
        if self._beyond:
            detail += f" The last {self._beyond} were not watched: there were too many."
        return Outcome(state="passed", detail=detail)

    def _note(self, email: str, request_id: str) -> None:
        folded = fold_email(email)
        self._count += 1
        if folded not in self._created and len(self._created) >= _MOST_WATCHED:
            self._beyond += 1
            return
        request_ids = self._created.setdefault(folded, [])
        if len(request_ids) < _MOST_REQUESTS:
            request_ids.append(request_id)

    def _is_twice(self, world: World, email: str) -> bool:
        criteria = (Equals("email", email), Equals("active", True))  # noqa: FBT003 - the value that is asked for
        found = list(world.books.collection(_SPEC).entities(criteria))
        return len(found) > 1 and any(map(self._since_start.counts, found))


def _named(emails: list[str]) -> str:
    return ", ".join([*map(cut, emails[:_MOST_NAMED]), *(["…"] if len(emails) > _MOST_NAMED else [])])


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="noDuplicateDebtors",
    summary=(
        "No debtor was created beside another with the same e-mail address, seeded or not; those that are archived do "
        "not count."
    ),
    settings=None,
    watch=_Watch,
)
