"""C2: every field and parameter described, and whether it is required."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.measuring.figures import Figures
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
    marks = figures.required
    outcome = _outcome(share, marks)
    yield Finding(
        condition="C2",
        outcome=outcome,
        summary=_summary(share, marks),
        evidence=list(_evidence(figures)),
        doubt=_RULE if outcome is Outcome.NOT_MET else None,
        advice=None if outcome is Outcome.MET else _DESCRIBE if share.part < _MOST else _MARK,
    )


def _outcome(share: Share, marks: Share) -> Outcome:
    if share.part < _HALF:
        return Outcome.NOT_MET
    is_marked = not marks.total or marks.part >= _HALF
    return Outcome.MET if share.part >= _MOST and is_marked else Outcome.PARTLY


def _summary(share: Share, marks: Share) -> Text:
    en = f"Of {share.total} fields and parameters {share.percentage} are described"
    nl = f"Van {share.total} velden en parameters is {share.percentage} beschreven"
    if share.total == 1:
        is_ = ("is", "is") if share.count else ("is not", "is niet")
        en, nl = (
            f"The only field or parameter {is_[0]} described",
            f"Het enige veld (of de parameter) {is_[1]} beschreven",
        )
    if not marks.total:
        return Text(f"{en}; no body of a request has fields.", f"{nl}; geen body van een request heeft velden.")
    if not marks.count:
        return Text(f"{en}; no body marks a field as required.", f"{nl}; geen body merkt een veld als verplicht.")
    marked = _marked(marks)
    return Text(f"{en}, and {marked.en}.", f"{nl}, en {marked.nl}.")


def _marked(marks: Share) -> Text:
    if marks.total == 1:
        is_ = ("says", "zegt wat") if marks.count else ("does not say", "zegt niet wat")
        return Text(f"the only body of a request {is_[0]} what is required", f"de enige body {is_[1]} verplicht is")
    verb = ("says", "zegt") if marks.count == 1 else ("say", "zeggen")
    return Text(
        f"{marks.count} of {marks.total} bodies of requests {verb[0]} what is required",
        f"{marks.count} van {marks.total} body's van requests {verb[1]} wat verplicht is",
    )


def _evidence(figures: Figures) -> Iterator[Evidence]:
    named = figures.undescribed[:_MOST_NAMED]
    yield from (Evidence(where=where, what=_NO_DESCRIPTION) for where in named)
    more = figures.described.total - figures.described.count - len(named)
    if more:
        yield Evidence(where="…", what=Text(f"and {more} more", f"en nog {more}"))
    if figures.required.total:
        yield Evidence(where="required", what=_marked(figures.required))


_MOST_NAMED: Final = 5
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
