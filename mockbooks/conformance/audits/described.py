"""C2: every field and parameter described, and whether it is required."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.measuring.share import Share
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

_MOST: Final = 0.95
_HALF: Final = 0.5


def _ask(subject: Subject) -> Iterator[Finding]:
    figures = subject.figures
    share = figures.described
    if not share.total:
        yield Finding(
            condition="C2",
            outcome=Outcome.CANNOT_TELL,
            summary=Text("The document has no fields or parameters.", "Het document heeft geen velden of parameters."),
            advice=_DESCRIBE,
        )
        return
    evidence = [Evidence(where=where, what=_NO_DESCRIPTION) for where in figures.undescribed[:5]]
    marks = figures.required
    evidence.append(Evidence(where="required", what=_marked(marks)))
    outcome = _outcome(share, marks)
    yield Finding(
        condition="C2",
        outcome=outcome,
        summary=_summary(share, marks),
        evidence=evidence,
        doubt=_RULE if outcome is Outcome.NOT_MET else None,
        advice=None if outcome is Outcome.MET else _DESCRIBE if share.part < _MOST else _MARK,
    )


def _outcome(share: Share, marks: Share) -> Outcome:
    if share.part < _HALF:
        return Outcome.NOT_MET
    return Outcome.MET if share.part >= _MOST and marks.count else Outcome.PARTLY


def _summary(share: Share, marks: Share) -> Text:
    en = f"Of {share.total} fields and parameters {share.percentage} are described"
    nl = f"Van {share.total} velden en parameters is {share.percentage} beschreven"
    if marks.count:
        return Text(f"{en}, and what is required is marked.", f"{nl}, en wat verplicht is, is gemerkt.")
    return Text(f"{en}; nothing in a body is marked as required.", f"{nl}; niets in een body is als verplicht gemerkt.")


def _marked(marks: Share) -> Text:
    return Text(
        f"{marks.count} of {marks.total} bodies of requests say what is required",
        f"{marks.count} van {marks.total} body's van requests zeggen wat verplicht is",
    )


_NO_DESCRIPTION: Final = Text("has no description", "heeft geen omschrijving")
_RULE: Final = Text(
    "Fields are counted once where they are defined; names that speak for themselves count as undescribed.",
    "Velden tellen één keer, waar ze gedefinieerd zijn; namen die voor zich spreken tellen als onbeschreven.",
)
_DESCRIBE: Final = Text(
    "Describe every field and parameter, and list the required fields of every body under `required`.",
    "Beschrijf elk veld en elke parameter, en noem de verplichte velden van elke body onder `required`.",
)
_MARK: Final = Text(
    "List the required fields of every body under `required`.",
    "Noem de verplichte velden van elke body onder `required`.",
)

DESCRIBED: Final = Check(
    name="described",
    conditions=("C2",),
    question=Text(
        "Are fields described, and is it told what is required?", "Zijn velden beschreven, en wat is verplicht?"
    ),
    ask=_ask,
)
