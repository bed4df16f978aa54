"""The verdict on an administration: whether an integration did what the active scenario expects of it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from mockbooks.administration import Administration
from mockbooks.control.changes import changes_since
from mockbooks.control.snapshots import START
from mockbooks.errors import RefusedError
from mockbooks.frozen import dataclass

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
    engine = administration.injector
    return Told(
        verdict=judged(administration),
        scenario=None if engine is None else engine.scenario.name,
        changes=_changes(administration),
    )


def judged(administration: Administration, *, newest: int | None = None) -> "Verdict":
    """Judge the same, and leave out what changed in the books, which takes longest to tell.

    Without a scenario the log is gone through, from the beginning or only its `newest` exchanges.
    """
    from mockbooks.scenarios.judging import verdict_without_scenario  # noqa: PLC0415 - a start does not need it

    engine = administration.injector
    if engine is None:
        entries = list(administration.request_log)
        verdict = verdict_without_scenario(administration, entries[-newest:] if newest else entries)
    else:
        verdict = engine.verdict()
    return _with_those_who_wait(verdict, len(administration.waits))


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
