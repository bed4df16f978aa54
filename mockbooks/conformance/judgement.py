"""The judgement of one API: the findings of all checks, gathered by condition, with what was judged and how."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from mockbooks.conformance.conditions import CONDITIONS, Condition
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.outcome import Outcome, together
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

Manner = Literal["audit", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One figure, such as the share of fields that are described; `value` is as it is shown (`"97 % (312 of 321)"`)."""

    name: Text
    value: str | Text

    @property
    def told(self) -> Text:
        """The value in both languages."""
        return Text(self.value, self.value) if isinstance(self.value, str) else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """What was taken for what: `subject` is a resource or search of ours, `taken` the vendor's, `why` the reason."""

    subject: Text
    taken: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One condition with its outcome: that of its own findings and of its parts."""

    condition: Condition
    outcome: Outcome
    findings: Sequence[Finding]
    parts: Sequence["Judged"] = ()

    @property
    def apart(self) -> Iterator["Judged"]:
        """What is judged apart: the condition itself where it has findings or no parts, and each of its parts."""
        if self.findings or not self.parts:
            own = together(finding.weighed for finding in self.findings)
            yield replace(self, outcome=own, parts=())
        yield from self.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said of one API.

    `source` is where its document or API was found, `form` what that is ("OpenAPI 3.0.3", "live API"), `judged_at` a
    moment in UTC, `seconds` how long it took. `method` tells, one sentence each, how the verdict came about and what
    was not looked at.
    """

    manner: Manner
    name: str
    source: str
    form: Text | str
    judged_at: datetime
    seconds: float
    conditions: Sequence[Judged]
    measurements: Sequence[Measurement] = ()
    guesses: Sequence[Guess] = ()
    method: Sequence[Text] = ()

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many of the nine conditions ended in each way."""
        counted = Counter(judged.outcome for judged in self.conditions)
        return {outcome: counted[outcome] for outcome in Outcome}

    def is_worse_than(self, bearable: Outcome) -> bool:
        """Tell whether a condition, or a part of one, ended worse than can be borne: each is judged apart."""
        return any(judged.outcome.is_worse_than(bearable) for whole in self.conditions for judged in whole.apart)


def gather(findings: Iterable[Finding]) -> tuple[Judged, ...]:
    """Give every condition its findings and its outcome; one that nothing was found of cannot be told."""
    found = list(findings)
    return tuple(_judged(condition, found) for condition in CONDITIONS)


def _judged(condition: Condition, findings: Sequence[Finding]) -> Judged:
    own = [finding for finding in findings if finding.condition == condition.number]
    parts = tuple(_judged(part, findings) for part in condition.parts)
    outcomes = [finding.weighed for finding in own] + [part.outcome for part in parts]
    return Judged(condition=condition, outcome=together(outcomes), findings=own, parts=parts)
