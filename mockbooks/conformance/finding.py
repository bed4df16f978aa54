"""The answer to one question: what was found, the evidence, and what to change."""

from collections.abc import Sequence

from mockbooks.conformance.outcome import Outcome
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing that was seen.

    `where` names its place as its vendor knows it: `GET /contacts, parameter email`, or `POST /debtors → 201`. `what`
    is what stands or happened there. `exchange` is the request and the answer as they went over the wire, secrets
    masked, where there was one.
    """

    where: str
    what: Text
    exchange: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found of one condition.

    `check` is the name of the check, filled in by whoever runs it. `doubt` says why the verdict may be wrong, such as
    that the resource was guessed by its name. `advice` says what the vendor is to change, and stands with every outcome
    but met. A finding that is `preferred` is of something that the page only prefers: without it the condition is met
    in part at worst.
    """

    condition: str
    check: str = ""
    outcome: Outcome
    summary: Text
    evidence: Sequence[Evidence] = ()
    doubt: Text | None = None
    advice: Text | None = None
    is_preferred: bool = False

    @property
    def weighed(self) -> Outcome:
        """The outcome as it counts: lacking what is only preferred spoils a part, never the whole."""
        return Outcome.PARTLY if self.is_preferred and self.outcome is Outcome.NOT_MET else self.outcome
