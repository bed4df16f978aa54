"""What one call of the API came to: whether it succeeded, what it says, and whether the run itself went wrong."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from mockbooks.conformance.live.json_places import NOTHING, at, is_empty
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.vendor.model import Answers
from mockbooks.conformance.wire.exchange import Answer, Exchange
from mockbooks.frozen import dataclass

_USUAL_DESCRIPTIONS: Final = (
    "/detail", "/error_description", "/error/message", "/error/detail", "/error/description", "/errors/0/detail",
    "/errors/0/message", "/errors/0/description", "/errors/0", "/message", "/description", "/error", "/Message",
    "/ErrorInformation/Message", "/omschrijving", "/melding", "/foutmelding", "/0/message", "/title",
)  # fmt: skip
# Descriptions that describe nothing.
_EMPTY_WORDS: Final = frozenset({
    "bad request", "error", "an error occurred", "invalid", "invalid request", "failed", "failure", "not found", "fout",
    "request failed", "unknown error", "something went wrong", "badrequest", "er is een fout opgetreden",
})  # fmt: skip
_ERROR_KEYS: Final = ("error", "errors", "fault", "exception")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One call and its outcome.

    `call` names it as its vendor knows it (`POST /debtors`). `data` is its JSON, NOTHING where there is none. `fault`
    is why nothing can be concluded from it: it could not be asked, or the run itself went wrong. `is_doomed` says that
    it asked for what cannot succeed.
    """

    call: str
    answers: Answers
    exchange: Exchange | None = None
    data: object = NOTHING
    fault: Obstacle | None = None
    is_doomed: bool = False
    item_at: str = ""
    items_at: str = ""
    sent: Mapping[str, object] = field(default_factory=dict)

    @property
    def answer(self) -> Answer | None:
        """The answer itself, where one came."""
        return self.exchange.answer if self.exchange else None

    @property
    def status(self) -> int:
        """Its HTTP status; 0 where there is no answer."""
        return self.answer.status if self.answer else 0

    @property
    def is_told_as_success(self) -> bool:
        """Whether the status says that it succeeded."""
        return 200 <= self.status < 300  # noqa: PLR2004 - RFC 9110, section 15.3

    @property
    def says_failure(self) -> bool:
        """Whether the body says in so many words that it failed."""
        if self.answers.success is not None and at(self.data, self.answers.success) is False:
            return True
        return isinstance(self.data, Mapping) and self.data.get("success") is False

    @property
    def hides_error(self) -> bool:
        """Whether there is an error in the body where all else tells of a success."""
        if not self.is_told_as_success or self.says_failure or not isinstance(self.data, Mapping):
            return False
        told = [self.data.get(key) for key in _ERROR_KEYS]
        # False and 0 say that there is none.
        return any(each not in (False, 0) and not is_empty(each) for each in told)

    @property
    def succeeded(self) -> bool:
        """Whether it did what was asked, as far as the answer says."""
        is_told_otherwise = self.says_failure or self.hides_error
        return self.is_told_as_success and not is_told_otherwise and (self.data is not NOTHING or self._has_no_body)

    @property
    def item(self) -> object:
        """The item that the answer holds, or NOTHING."""
        return at(self.data, self.item_at)

    @property
    def items(self) -> Sequence[object] | None:
        """The list that the answer holds, or None."""
        found = at(self.data, self.items_at)
        return found if isinstance(found, list) else None

    @property
    def description(self) -> str | None:
        """What went wrong, in the words of the API; None where it does not say, or says nothing by it."""
        for pointer in (*self.answers.failure, *_USUAL_DESCRIPTIONS):
            found = at(self.data, pointer)
            if isinstance(found, str) and _says_something(found):
                return found
        errors = (at(self.data, f"/{key}") for key in _ERROR_KEYS)
        return next((told for each in errors for told in _sentences(each, levels=5)), None)

    @property
    def outcome(self) -> str:
        """The call and the status of its answer, as evidence names them."""
        return f"{self.call} → {self.status or '—'}"

    @property
    def _has_no_body(self) -> bool:
        return self.answer is not None and not self.answer.body.strip()


def _says_something(text: str) -> bool:
    return text.strip().strip(".!").lower() not in {"", *_EMPTY_WORDS}


def _sentences(told: object, *, levels: int) -> Iterator[str]:
    """Find descriptions by field, such as `{"mail": ["is no address"]}`."""
    if isinstance(told, str) and " " in told.strip() and _says_something(told):
        yield told
    elif levels and isinstance(told, Mapping | list):
        for inner in told.values() if isinstance(told, Mapping) else told:
            yield from _sentences(inner, levels=levels - 1)
