"""Judges a document: every audit is asked, and what was counted, guessed and skipped is told with the verdicts."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Final

from mockbooks.conformance.audits import AUDITS
from mockbooks.conformance.check import ask_all
from mockbooks.conformance.document.model import Document
from mockbooks.conformance.guessing.guesses import guesses
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import Judgement, gather
from mockbooks.conformance.measuring.measurements import measurements
from mockbooks.texts import Text


def audit(document: Document, *, judged_at: datetime, seconds: Callable[[], float]) -> Judgement:
    """Judge a document; `seconds` tells how long the work has taken so far."""
    subject = Subject(document=document)
    conditions = gather(ask_all(AUDITS, subject))
    counted = tuple(measurements(subject))
    taken = tuple(guesses(subject))
    return Judgement(
        manner="audit",
        name=document.title or document.source,
        source=document.source,
        form=document.form,
        judged_at=judged_at,
        seconds=seconds(),
        conditions=conditions,
        measurements=counted,
        guesses=taken,
        method=tuple(_method(document)),
    )


def _method(document: Document) -> Iterator[Text]:
    yield from _METHOD
    yield from document.unread


_METHOD: Final[Sequence[Text]] = (
    Text(
        "The document alone was read; the API itself was not called, and linked pages were not opened.",
        "Alleen het document is gelezen; de API zelf is niet aangeroepen, en genoemde pagina's zijn niet geopend.",
    ),
    Text(
        "Resources were guessed by their paths, tags, names of operations and fields together; the guesses are shown.",
        "Gegevens zijn gevonden door pad, tag, naam van de operatie en velden samen te wegen; de keuzes staan erbij.",
    ),
    Text(
        "Fields are counted once where they are defined, as far as they are used; parameters where they are used.",
        "Velden tellen één keer, waar ze gedefinieerd zijn en gebruikt worden; parameters waar ze gebruikt worden.",
    ),
)
