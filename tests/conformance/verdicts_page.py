"""Writes the page of the guide that shows what audit and check find: of documents with known answers, and of faces."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import yaml

from mockbooks.conformance.check_api import CheckError
from mockbooks.conformance.conditions import CONDITIONS
from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.outcome import Outcome
from tests.conformance.auditing import judged as audited
from tests.conformance.auditing import verdicts
from tests.conformance.corpus import Document, documents, of_set
from tests.conformance.faces.expected import EXPECTED, scenario_of
from tests.conformance.facing import Judge, own
from tests.conformance.score import score_verdicts

_BEGINNING: Final = """# Known verdicts

What `mockbooks audit` and `mockbooks check` find where the answer is known. This page is written by the tests that
hold it, so it tells of the version that you read it with.

## Documents in the style of vendors

We wrote documents with the habits of real vendors, under invented names, and a reader laid each beside the
[nine conditions](../explanation/why-nine-conditions.md) before any auditor saw it. What the
auditor says of each; a condition that is not named is met:
"""

_FIGURES: Final = """
## How often an audit is right

Each of the conditions and parts of every document is one answer. Precision: of the verdicts that were given, how many
the reader can defend. Recall: of those that can be given, how many were. "Cannot tell" is no verdict: where one can
tell, it costs recall.
"""

_FACES: Final = """
## Habits on the wire

mockbooks itself takes on the habits of other vendors, one at a time, by scenarios. The check must find each, and must
find nothing else. It says of mockbooks as it is: {reference}. Under each habit:
"""

_LEGEND: Final = """
Where nothing is named, the habit is one that no condition forbids, or it hides so much that the rest cannot be told:
the check says so, and blames nobody for what it did not see.
"""


def written(judge: Judge) -> str:
    """Write the whole page."""
    reference = _counted(judge(None))
    return "".join(
        (
            _BEGINNING,
            _table(("document", "habits", "not met", "partly", "cannot tell"), map(_row, documents())),
            _FIGURES,
            _table(("documents", "verdicts", "precision", "recall", 'of the "not met"'), _scores()),
            _FACES.format(reference=reference),
            _table(("habit", "what it is", "not met", "partly"), (_face(judge, face) for face in EXPECTED)),
            _LEGEND,
        )
    )


def _row(known: Document) -> Sequence[str]:
    ended = (_numbers(known, outcome) for outcome in (Outcome.NOT_MET, Outcome.PARTLY, Outcome.CANNOT_TELL))
    return (known.name, known.known.habits.split(" (")[0].rstrip("."), *ended)


def _numbers(known: Document, outcome: Outcome) -> str:
    return ", ".join(each.condition.number for each in audited(known.name).conditions if each.outcome is outcome)


def _scores() -> Iterable[Sequence[str]]:
    for name, members in _sets().items():
        score = score_verdicts(members, verdicts(members))
        worst = [
            (known, number)
            for known in members
            for number, verdict in verdicts(members)[known.name].items()
            if verdict == "not_met"
        ]
        right = sum("not_met" in known.known.answers[number].verdicts for known, number in worst)
        yield (
            name,
            str(score.said),
            f"{score.precision:.1%} ({score.right} of {score.said})",
            f"{score.recall:.1%} ({score.right} of {score.known})",
            f"{right} of {len(worst)}",
        )


def _sets() -> Mapping[str, tuple[Document, ...]]:
    return {
        "that it was made beside": of_set("shown"),
        "held out, and read since": of_set("held_out"),
        "hard on purpose, and read since": of_set("hard"),
        "of ordinary vendors, unread": of_set("fair"),
    }


def _face(judge: Judge, face: str) -> Sequence[str]:
    told = yaml.safe_load(scenario_of(face).read_text("utf-8"))["description"]
    return (face, " ".join(told.split()).replace("|", "\\|"), *_found(judge, face))


def _found(judge: Judge, face: str) -> tuple[str, str]:
    """Give the conditions that are not met, and those that are met in part."""
    try:
        outcomes = own(judge(face))
    except CheckError as error:
        return (f"no verdict: it {error.what.en.split(' ', 1)[1]}", "")
    ended = [
        ", ".join(number for number, outcome in sorted(outcomes.items()) if outcome is wanted)
        for wanted in (Outcome.NOT_MET, Outcome.PARTLY)
    ]
    return (ended[0], ended[1])


def _counted(judgement: Judgement) -> str:
    return f"{judgement.counts[Outcome.MET]} of {len(CONDITIONS)} met"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
