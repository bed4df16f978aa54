"""The verdict on an administration: whether an integration did what the active scenario expects of it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mockbooks.administration import Administration
from mockbooks.control.changes import changes_since
from mockbooks.control.snapshots import START
from mockbooks.errors import RefusedError

if TYPE_CHECKING:
    from mockbooks.scenarios.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verdict with the name of its scenario, and plain lines of what changed since that began."""

    verdict: "Verdict"
    scenario: str | None
    changes: tuple[str, ...]


def verdict_on(administration: Administration) -> Told:
    """Judge what was seen so far; without a scenario nothing is proven, and only habits of clients are told.

    In large books it takes some hundred milliseconds.
    """
    from mockbooks.scenarios.judging import verdict_without_scenario  # noqa: PLC0415 - a start does not need it

    engine = administration.injector
    if engine is None:
        verdict, scenario = verdict_without_scenario(administration, administration.request_log), None
    else:
        verdict, scenario = engine.verdict(), engine.scenario.name
    return Told(
        verdict=_with_those_who_wait(verdict, len(administration.waits)),
        scenario=scenario,
        changes=_changes(administration),
    )


def _with_those_who_wait(verdict: "Verdict", waiting: int) -> "Verdict":
    """Let nothing pass while calls are under way: what comes of them nobody has seen yet."""
    if not waiting:
        return verdict
    note = f"{waiting} of the calls are still being kept waiting, and not judged: ask again when they have ended."
    return replace(verdict, passed=False, notes=(note, *verdict.notes))


def _changes(administration: Administration) -> tuple[str, ...]:
    """Tell what changed since the start; nothing of books that were replaced since, which have another history."""
    try:
        return tuple(change.line for change in changes_since(administration, START).changes)
    except RefusedError:
        return ()
