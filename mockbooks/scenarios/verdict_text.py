"""The verdict as plain text for a terminal: what was expected, what came of it, and the exchanges that led to it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from mockbooks.scenarios.exchange_text import exchange_lines, exchange_reference, plain
from mockbooks.scenarios.verdict import Judged, Verdict
from mockbooks.stage.verdict import State
from mockbooks.traffic.request_log import Entry

Find = Callable[[str], Entry | None]

MOST_EXCHANGES: Final = 5
"""So many exchanges are told in full for one expectation; of the others the ids suffice."""
MOST_CHANGES: Final = 50
_MARKS: Final[dict[State, str]] = {"passed": "✓", "failed": "✗", "not_exercised": "–"}
_WORDS: Final[dict[State, str]] = {"passed": "passed", "failed": "failed", "not_exercised": "not exercised"}


def verdict_text(verdict: Verdict, scenario: str | None, changes: Sequence[str], find: Find) -> str:
    """Write the verdict on a scenario, or on none; `find` gives the exchange of a request id that is remembered."""
    return "\n".join(_lines(verdict, scenario, changes, find)) + "\n"


def exchanges_of(judged: Judged, find: Find, told: set[str] | None = None) -> Iterator[str]:
    """Tell the exchanges that led to an outcome: the first of them in full, with an empty line before each.

    To one whose request id is among those `told` it only refers; what it tells it adds to them.
    """
    known = set() if told is None else told
    for request_id in judged.request_ids[:MOST_EXCHANGES]:
        entry = find(request_id)
        if entry is None:
            yield f"{plain(request_id)} is no longer in the request log"
        elif request_id in known:
            yield exchange_reference(entry)
        else:
            yield from _in_full(entry)
            known.add(request_id)
    rest = judged.request_ids[MOST_EXCHANGES:]
    if rest:
        yield f"and {plain(', '.join(rest))}"


def _in_full(entry: Entry) -> Iterator[str]:
    first, *others = exchange_lines(entry)
    yield ""
    yield first
    yield from (f"    {line}" for line in others)


def change_lines(changes: Sequence[str]) -> list[str]:
    """Tell what changed, the newest of it where it is much."""
    lines = [plain(change) for change in changes[-MOST_CHANGES:]]
    left_out = len(changes) - len(lines)
    return [f"({left_out} earlier ones are left out)", *lines] if left_out else lines


def _lines(verdict: Verdict, scenario: str | None, changes: Sequence[str], find: Find) -> Iterator[str]:
    which = "No scenario" if scenario is None else f"Scenario {plain(scenario)}"
    yield f"{which}: {'PASSED' if verdict.passed else 'NOT PASSED'}{_counts(verdict)}"
    told: set[str] = set()
    for judged in verdict.expectations:
        yield ""
        yield from _judged_lines(judged, find, told)
    yield from _section("What was noticed besides", [plain(note) for note in verdict.notes])
    if not verdict.passed:
        yield from _section("What changed in the books", change_lines(changes) or ["nothing"])


def _counts(verdict: Verdict) -> str:
    counts = Counter(judged.outcome for judged in verdict.expectations)
    told = [f"{counts[state]} {word}" for state, word in _WORDS.items() if counts[state]]
    return f" ({', '.join(told)})" if told else ""


def _judged_lines(judged: Judged, find: Find, told: set[str]) -> Iterator[str]:
    optional = ", optional" if judged.optional else ""
    word = "" if judged.outcome == "passed" else f" ({_WORDS[judged.outcome]}{optional})"
    yield f"{_MARKS[judged.outcome]} {plain(judged.name)}{word}"
    yield f"    {plain(judged.detail)}"
    if judged.outcome == "failed":
        yield from (f"      {line}".rstrip() for line in exchanges_of(judged, find, told))


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        yield from (f"  · {line}" for line in lines)
