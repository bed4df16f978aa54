"""The verdict: big and clear how it stands, and what became of each expectation."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from mockbooks.catalogue.entry import Text
from mockbooks.control.verdict import judged
from mockbooks.stage.verdict import State
from mockbooks.web.dashboard.visit import Visit

if TYPE_CHECKING:
    from mockbooks.scenarios.verdict import Judged, Verdict

Standing = Literal["passed", "failed", "unproven", "unasked"]

WORDS: Final[Mapping[Standing, Text]] = {
    "passed": Text("Passed", "Geslaagd"),
    "failed": Text("Failed", "Gezakt"),
    "unproven": Text("Not proven yet", "Nog niet bewezen"),
    "unasked": Text("Nothing expected", "Niets verwacht"),
}
SIGNS: Final[Mapping[str, str]] = {"passed": "✓", "failed": "✗", "unproven": "○", "unasked": "–", "not_exercised": "○"}
OUTCOMES: Final[Mapping[State, Text]] = {
    "passed": Text("passed", "geslaagd"),
    "failed": Text("failed", "gezakt"),
    "not_exercised": Text("not exercised", "niet aan de orde geweest"),
}
# Without a scenario habits are told of so many exchanges: going through all of a long log takes too long for a page
# that is made anew every second.
_NEWEST: Final = 500


def shown(visit: Visit) -> Mapping[str, object]:
    """Tell how the verdict stands at this moment."""
    verdict = judged(visit.administration, newest=_NEWEST)
    standing = standing_of(verdict, has_scenario=visit.administration.injector is not None)
    count = sum(each.outcome == "passed" for each in verdict.expectations)
    return {
        "standing": standing,
        "word": visit.say(WORDS[standing]),
        "sign": SIGNS[standing],
        "passed": count,
        # What stands in the way comes first; those that passed keep the order of the scenario.
        "expectations": [_expectation(visit, each) for each in sorted(verdict.expectations, key=_urgency)],
        # Without a scenario the first note says that there is none, which the page shows by itself.
        "notes": verdict.notes[1:] if standing == "unasked" else verdict.notes,
    }


def standing_of(verdict: "Verdict", *, has_scenario: bool) -> Standing:
    """Tell a failure from what is no pass only because nothing has been met yet."""
    if verdict.passed:
        return "passed"
    if any(each.outcome == "failed" for each in verdict.expectations):
        return "failed"
    return "unproven" if has_scenario else "unasked"


def _urgency(expectation: "Judged") -> int:
    return ("failed", "not_exercised", "passed").index(expectation.outcome)


def _expectation(visit: Visit, expectation: "Judged") -> Mapping[str, object]:
    return {
        "name": expectation.name,
        "outcome": expectation.outcome,
        "word": visit.say(OUTCOMES[expectation.outcome]),
        "sign": SIGNS[expectation.outcome],
        "detail": expectation.detail,
        "optional": expectation.optional,
        "requests": [_request(visit, request_id) for request_id in expectation.request_ids],
    }


def _request(visit: Visit, request_id: str) -> tuple[str, str | None]:
    """Lead to the exchange in the log, as long as it is there."""
    entry = visit.administration.request_log.find(request_id)
    url = None if entry is None else visit.url("/dashboard/requests", open=entry.number) + f"#r{entry.number}"
    return request_id, url
