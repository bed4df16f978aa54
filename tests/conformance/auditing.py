"""Asks the auditor about the documents with known answers."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from mockbooks.conformance.audit import audit
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.judgement import Judged, Judgement
from mockbooks.conformance.outcome import Outcome, together
from tests.conformance.corpus import CONDITIONS, Document, Verdict, document

_NOW = datetime(2026, 11, 29, tzinfo=UTC)
_WORDS: dict[Outcome, Verdict] = {
    Outcome.MET: "met",
    Outcome.PARTLY: "partly",
    Outcome.NOT_MET: "not_met",
    Outcome.CANNOT_TELL: "cannot_tell",
}


def judgement(name: str, content: bytes) -> Judgement:
    """Judge any document."""
    return audit(read_document(content, source=name), judged_at=_NOW, seconds=lambda: 0.0)


@cache
def judged(name: str) -> Judgement:
    """Judge one of the documents with known answers."""
    return judgement(name, document(name).path.read_bytes())


def verdicts(known: Iterable[Document]) -> dict[str, dict[str, Verdict]]:
    """Give the verdicts by document and condition."""
    return {each.name: verdicts_on(each.name) for each in known}


def verdicts_on(name: str) -> dict[str, Verdict]:
    """Give the verdicts by condition; that of C6 is about the status alone."""
    everything = {each.condition.number: each for whole in judged(name).conditions for each in (whole, *whole.parts)}
    return {number: _own(everything[number]) for number in CONDITIONS}


def _own(told: Judged) -> Verdict:
    outcome = together(finding.outcome for finding in told.findings) if told.parts else told.outcome
    return _WORDS[outcome]
