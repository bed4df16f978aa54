"""The verdict: big and clear how it stands, and what became of each expectation."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

from mockbooks.control.verdict import judged
from mockbooks.stage.verdict import State
from mockbooks.texts import Text
from mockbooks.web.colouring import with_code
from mockbooks.web.dashboard.visit import Visit

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine
    from mockbooks.scenarios.verdict import Judged, Verdict
    from mockbooks.stage.expectation import Expectation

Standing = Literal["passed", "failed", "unproven", "untouched", "unasked"]

WORDS: Final[Mapping[Standing, Text]] = {
    "passed": Text("Passed", "Geslaagd"),
    "failed": Text("Failed", "Gezakt"),
    "unproven": Text("Not proven yet", "Nog niet bewezen"),
    "untouched": Text("Nothing has come in yet", "Nog niets binnengekomen"),
    "unasked": Text("Nothing expected", "Niets verwacht"),
}
SIGNS: Final[Mapping[str, str]] = {
    "passed": "✓",
    "failed": "✗",
    "unproven": "○",
    "untouched": "○",
    "unasked": "–",
    "not_exercised": "○",
    "awaited": "○",
}
OUTCOMES: Final[Mapping[State | Literal["awaited"], Text]] = {
    "passed": Text("passed", "geslaagd"),
    "failed": Text("failed", "gezakt"),
    "not_exercised": Text("not exercised", "niet aan bod gekomen"),
    "awaited": Text("to come", "komt nog"),
}
# Without a scenario habits are told of so many exchanges: going through all of a long log takes too long for a page
# that is made anew every second.
_NEWEST: Final = 500
_WITH_REQUESTS: Final = re.compile(r"(.*) \(([^()]+)\)", re.DOTALL)


def shown(visit: Visit) -> Mapping[str, object]:
    """Tell how the verdict stands at this moment."""
    engine = visit.administration.injector
    verdict = judged(visit.administration, newest=_NEWEST)
    standing = standing_of(verdict, engine)
    kinds = {} if engine is None else {each.text: each.kind for each in engine.scenario.expect}
    return {
        "standing": standing,
        "word": visit.say(WORDS[standing]),
        "sign": SIGNS[standing],
        "passed": sum(each.outcome == "passed" for each in verdict.expectations),
        # What stands in the way comes first; those that passed keep the order of the scenario.
        "expectations": [
            _awaited(visit, each, kinds.get(each.name))
            if standing == "untouched"
            else _expectation(visit, each, kinds.get(each.name))
            for each in sorted(verdict.expectations, key=_urgency)
        ],
        # Without a scenario the first note says that there is none, which the page shows by itself.
        "notes": [_note(visit, each) for each in (verdict.notes[1:] if standing == "unasked" else verdict.notes)],
    }


def standing_of(verdict: "Verdict", engine: "Engine | None") -> Standing:
    """Tell a failure from what is no pass only because nothing has been met yet, or nobody has called at all."""
    if engine is None:
        return "unasked"
    if verdict.passed:
        return "passed"
    if not engine.jury.has_seen:
        return "untouched"
    return "failed" if any(each.outcome == "failed" for each in verdict.expectations) else "unproven"


def _urgency(expectation: "Judged") -> int:
    return ("failed", "not_exercised", "passed").index(expectation.outcome)


def _awaited(visit: Visit, expectation: "Judged", kind: "Expectation[Any] | None") -> Mapping[str, object]:
    """Tell of an expectation that nobody can have met yet what it asks, and not that it is not met."""
    return {
        **_expectation(visit, expectation, kind),
        "outcome": "awaited",
        "word": visit.say(OUTCOMES["awaited"]),
        "sign": SIGNS["awaited"],
        "detail": with_code(kind.summary if kind else ""),
        "requests": [],
    }


def _expectation(visit: Visit, expectation: "Judged", kind: "Expectation[Any] | None") -> Mapping[str, object]:
    return {
        "name": expectation.name,
        "about": kind and f"/docs/scenarios#expectation-{kind.name}",
        "outcome": expectation.outcome,
        "word": visit.say(OUTCOMES[expectation.outcome]),
        "sign": SIGNS[expectation.outcome],
        "detail": expectation.detail,
        # What is optional may stay unexercised, which matters where it did.
        "optional": expectation.optional and expectation.outcome == "not_exercised",
        "requests": [_request(visit, request_id) for request_id in expectation.request_ids],
    }


def _note(visit: Visit, note: str) -> Mapping[str, object]:
    """Take a note apart from the requests that it names at its end, as far as they are in the log."""
    match = _WITH_REQUESTS.fullmatch(note)
    requests = [_request(visit, each) for each in match[2].split(", ")] if match else []
    is_led = match is not None and any(url for _, url in requests)
    return {"text": match[1], "requests": requests} if match and is_led else {"text": note, "requests": []}


def _request(visit: Visit, request_id: str) -> tuple[str, str | None]:
    """Lead to the exchange in the log, as long as it is there."""
    entry = visit.administration.request_log.find(request_id)
    url = None if entry is None else visit.url("/dashboard/requests", open=entry.number) + f"#r{entry.number}"
    return request_id, url
