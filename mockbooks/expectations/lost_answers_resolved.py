"""`lostAnswersResolved`: a client that could not know what had become of a creation found it out, in either way."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from mockbooks.domain.folding import fold_email
from mockbooks.frozen import dataclass
from mockbooks.stage.came_of import showed_list
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import times
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.span import Span
from mockbooks.stage.unknown_outcome import is_unknown, what_is_sent
from mockbooks.stage.verdict import Outcome
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import injected_in_place, problem_codes

# What creates is looked up by another operation, by any of these names: parameters of the query as well as fields.
_LOOKED_UP: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "createTransaction": ("listTransactions", ("reference", "number")),
    "createDebtor": ("listDebtors", ("email", "code")),
    "createProduct": ("listProducts", ("sku",)),
}
_LISTS: Final = dict(_LOOKED_UP.values())
_FOLDS: Final[Mapping[str, Callable[[str], str]]] = {"email": fold_email}
_OK: Final = 200
# These tell nothing of what was sent: come with another token, or come later.
_SAYS_NOTHING: Final = frozenset({401, 403, 408, 429})
_STILL_AT_WORK: Final = "request_in_progress"
_MOST_OPEN: Final = 5_000


Name = tuple[str, str, str]
"""What something is looked up by: an operation that lists, a parameter and its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Something of which a client does not know whether it was created."""

    request_id: str
    operation_id: str
    names: frozenset[Name]

    def __str__(self) -> str:
        by = ", ".join(f"{name} {cut(value)}" for _, name, value in sorted(self.names))
        return f"{self.operation_id} with {by}" if by else self.operation_id


class _Watch:
    """A situation is a creation whose answer was lost or unclear."""

    def __init__(self, _settings: None, _bounds: Bounds, _world: World) -> None:
        self._asked = self._sent_again = self._looked_up = self._beyond = 0
        self._forget_all()

    def _forget_all(self) -> None:
        self._open: dict[bytes, _Question] = {}
        self._answered: Recent[bytes, Span] = Recent()
        self._shown: Recent[Name, Span] = Recent()

    def books_replaced(self, _world: World) -> None:
        """Forget what is open: in these books nothing came of it."""
        self._asked -= len(self._open)
        self._forget_all()

    def see(self, entry: Entry) -> None:
        if entry.operation_id in _LOOKED_UP:
            self._see_creation(entry)
        elif entry.operation_id in _LISTS:
            self._see_list(entry)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        if self._open:
            first, number = next(iter(self._open.values())), len(self._open)
            detail = f"Of {self._asked} answers that were lost or unclear, {number} {'was' if number == 1 else 'were'} "
            ids = [question.request_id for question in self._open.values()]
            return Outcome(
                state="failed",
                detail=f"{detail}left at that, neither sent again nor looked up until it was answered: {first}.",
                request_ids=tuple(ids[:MOST_REQUEST_IDS]),
            )
        if not self._asked:
            return Outcome(state="not_exercised", detail="No answer to a creation was lost or unclear.")
        ways = {"sending the same again": self._sent_again, "looking it up": self._looked_up}
        how = ", ".join(f"{times(number)} by {way}" for way, number in ways.items() if number)
        detail = f"Each time that an answer was lost or unclear, the client found out what had become of it: {how}."
        beyond = f" Of {self._beyond} more nothing is known: too many were open." if self._beyond else ""
        return Outcome(state="passed", detail=detail + beyond)

    def _see_creation(self, entry: Entry) -> None:
        what = what_is_sent(entry)
        if is_unknown(entry):
            self._ask(what, entry)
        elif _tells(entry):
            self._answered.put(what, Span.of(entry))
            self._sent_again += self._open.pop(what, None) is not None

    def _ask(self, what: bytes, entry: Entry) -> None:
        """Open a question, unless it was answered while this call was kept waiting, or is open already."""
        if what in self._open:
            return
        if len(self._open) >= _MOST_OPEN:
            self._beyond += 1
            return
        self._asked += 1
        names = frozenset(_names_of(entry))
        if _lies_within(self._answered.get(what), entry):
            self._sent_again += 1
        elif any(_lies_within(self._shown.get(name), entry) for name in names):
            self._looked_up += 1
        else:
            operation_id = entry.operation_id or ""
            self._open[what] = _Question(request_id=entry.request_id, operation_id=operation_id, names=names)

    def _see_list(self, entry: Entry) -> None:
        """Take what was asked for by name as looked up, found or not; and what a list shows, by whatever it is made."""
        if not showed_list(entry) or injected_in_place(entry):
            return
        asked = set(_names_in(entry.operation_id or "", entry.query))
        for name in asked:
            self._shown.put(name, Span.of(entry))
        shown = asked.union(_names_shown(entry)) if self._open else asked
        for what in [what for what, question in self._open.items() if question.names & shown]:
            del self._open[what]
            self._looked_up += 1


def _tells(entry: Entry) -> bool:
    """Tell whether the API itself said what became of what was sent."""
    says_nothing = entry.sent.status in _SAYS_NOTHING or _STILL_AT_WORK in problem_codes(entry.sent_content)
    return not says_nothing and injected_in_place(entry) is None


def _lies_within(span: Span | None, entry: Entry) -> bool:
    return span is not None and span.lies_within(Span.of(entry))


def _names_of(entry: Entry) -> Iterator[Name]:
    """Give what may be looked up of that which a call creates."""
    lists, _ = _LOOKED_UP[entry.operation_id or ""]
    return _names_in(lists, entry.content)


def _names_shown(entry: Entry) -> Iterator[Name]:
    content = entry.sent_content
    data = content.get("data") if isinstance(content, dict) else None
    for row in data if isinstance(data, list) else ():
        yield from _names_in(entry.operation_id or "", row)


def _names_in(lists: str, given: object) -> Iterator[Name]:
    for name in _LISTS[lists]:
        value = given.get(name) if isinstance(given, dict) else None
        if isinstance(value, str) and value.strip():
            yield lists, name, _FOLDS.get(name, str)(value)


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="lostAnswersResolved",
    summary=(
        "Whoever got no clear answer to createTransaction, createDebtor or createProduct found out what had become of "
        "it: by sending the same again until it was answered, or by looking it up in the list, by its reference, "
        "number, e-mail address, code or SKU."
    ),
    settings=None,
    watch=_Watch,
)
