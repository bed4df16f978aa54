"""The verdict as JSON values, as the control API answers it."""

from collections.abc import Sequence

from mockbooks.scenarios.verdict import Judged, Verdict


def verdict_json(verdict: Verdict, scenario: str | None, changes: Sequence[str]) -> dict[str, object]:
    """Write the verdict on a scenario, or on none; `changes` are plain lines of what changed since its start."""
    return {
        "passed": verdict.passed,
        "scenario": scenario,
        "expectations": [_expectation(judged) for judged in verdict.expectations],
        "notes": list(verdict.notes),
        "changes": list(changes),
    }


def _expectation(judged: Judged) -> dict[str, object]:
    return {
        "name": judged.name,
        "outcome": judged.outcome,
        "detail": judged.detail,
        "requestIds": list(judged.request_ids),
    }
