"""The verdict: whether an integration met what a scenario expects of it, and what else was noticed."""

from collections.abc import Iterable, Sequence
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.stage.observation import Finding, Seen
from mockbooks.stage.verdict import Outcome, State

NOTHING_EXPECTED: Final = "Nothing was expected, so nothing is proven."
NO_SCENARIO: Final = (
    "No scenario is active, so nothing was expected and nothing is proven: start with --scenario, or PUT one to "
    "/_mockbooks/scenario."
)
NOTHING_EXERCISED: Final = "All that was expected is optional, and none of it was exercised, so nothing is proven."


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How one expectation ended: its name, and what shows it."""

    name: str
    outcome: State
    detail: str
    request_ids: tuple[str, ...] = ()
    optional: bool = False

    @classmethod
    def by(cls, name: str, outcome: Outcome, *, optional: bool = False) -> "Judged":
        """Put a name to an outcome."""
        return cls(
            name=name,
            outcome=outcome.state,
            detail=outcome.detail,
            request_ids=outcome.request_ids,
            optional=optional,
        )

    @property
    def stands_in_the_way(self) -> bool:
        """Whether the verdict cannot be a pass because of it: an optional one need not have been exercised."""
        return self.outcome == "failed" or (self.outcome == "not_exercised" and not self.optional)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether all expectations were met, each of them in the order of the scenario, and what was noticed besides."""

    passed: bool
    expectations: tuple[Judged, ...]
    notes: tuple[str, ...] = ()


def verdict_of(expectations: Sequence[Judged], notes: Iterable[str] = ()) -> Verdict:
    """Give the verdict: a pass when something that was expected passed, and nothing stands in the way."""
    unproven = nothing_proven(expectations)
    told = tuple(notes) if unproven is None else (unproven, *notes)
    passed = unproven is None and not any(each.stands_in_the_way for each in expectations)
    return Verdict(passed=passed, expectations=tuple(expectations), notes=told)


def nothing_proven(expectations: Sequence[Judged]) -> str | None:
    """Tell why nothing is proven, although nothing stands in the way; None where something is."""
    if not expectations:
        return NOTHING_EXPECTED
    is_idle = all(each.outcome == "not_exercised" and each.optional for each in expectations)
    return NOTHING_EXERCISED if is_idle else None


def notes_of(summary: str, seen: Seen) -> tuple[str, ...]:
    """Tell in plain lines what an observation came to: its first findings, and how many more there were."""
    lines = tuple(_line(finding) for finding in seen.findings)
    more = seen.bad - len(seen.findings)
    return (*lines, f"a client {summary}: {more} times more") if more > 0 else lines


def _line(finding: Finding) -> str:
    return f"{finding.detail} ({', '.join(finding.request_ids)})"
