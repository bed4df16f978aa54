"""The verdict on a test, as values and as the text for people."""

from collections.abc import Mapping
from typing import Any, Literal

from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """How one expectation of the scenario ended, and the ids of the requests that show it."""

    name: str
    outcome: Literal["passed", "failed", "not_exercised"]
    detail: str
    request_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the integration coped with the scenario; as a text it shows the exchanges that led to it."""

    passed: bool
    scenario: str | None
    expectations: tuple[Expectation, ...]
    notes: tuple[str, ...]
    changes: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return self.text


def verdict_from(told: Mapping[str, Any], text: str) -> Verdict:
    """Read what GET /_mockbooks/verdict answers."""
    return Verdict(
        passed=told["passed"],
        scenario=told["scenario"],
        expectations=tuple(
            Expectation(
                name=each["name"],
                outcome=each["outcome"],
                detail=each["detail"],
                request_ids=tuple(each["requestIds"]),
            )
            for each in told["expectations"]
        ),
        notes=tuple(told["notes"]),
        changes=tuple(told["changes"]),
        text=text,
    )
