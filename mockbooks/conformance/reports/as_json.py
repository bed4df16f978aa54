"""The report for programs: everything that was found, in JSON."""

from typing import Any

from mockbooks import __version__
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.judgement import Judged
from mockbooks.conformance.reports.edition import Edition
from mockbooks.conformance.reports.printable import clean
from mockbooks.texts import Text

Json = dict[str, Any]


def as_json(edition: Edition) -> bytes:
    """Write the judgement as JSON; texts are in the language of the edition."""
    import orjson  # noqa: PLC0415 - other reports do without

    return orjson.dumps(_judgement(edition), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _judgement(edition: Edition) -> Json:
    judgement = edition.judgement
    return {
        "tool": "mockbooks",
        "version": __version__,
        "manner": judgement.manner,
        "name": clean(judgement.name),
        "source": clean(judgement.source),
        "form": _said(edition, judgement.form),
        "judgedAt": f"{judgement.judged_at:%Y-%m-%dT%H:%M:%SZ}",
        "seconds": round(judgement.seconds, 3),
        "counts": {str(outcome): count for outcome, count in judgement.counts.items()},
        "conditions": [_judged(edition, judged) for judged in judgement.conditions],
        "measurements": [
            {"name": _said(edition, each.name), "value": _said(edition, each.told)} for each in judgement.measurements
        ],
        "guesses": [
            {"subject": _said(edition, each.subject), "taken": clean(each.taken), "why": _said(edition, each.why)}
            for each in judgement.guesses
        ],
        "method": [_said(edition, sentence) for sentence in judgement.method],
    }


def _judged(edition: Edition, judged: Judged) -> Json:
    return {
        "number": judged.condition.number,
        "title": _said(edition, judged.condition.title),
        "asks": _said(edition, judged.condition.asks),
        "outcome": str(judged.outcome),
        "findings": [_finding(edition, finding) for finding in judged.findings],
        "parts": [_judged(edition, part) for part in judged.parts],
    }


def _finding(edition: Edition, finding: Finding) -> Json:
    return {
        "check": finding.check,
        "outcome": str(finding.outcome),
        "summary": _said(edition, finding.summary),
        "isPreferred": finding.is_preferred,
        "doubt": finding.doubt and _said(edition, finding.doubt),
        "advice": finding.advice and _said(edition, finding.advice),
        "evidence": [_evidence(edition, each) for each in finding.evidence],
    }


def _evidence(edition: Edition, evidence: Evidence) -> Json:
    exchange = None if evidence.exchange is None else clean(evidence.exchange)
    return {"where": clean(evidence.where), "what": _said(edition, evidence.what), "exchange": exchange}


def _said(edition: Edition, text: Text | str) -> str:
    """Give a text whole: a program cuts for itself."""
    return clean(text if isinstance(text, str) else text.in_language(edition.language))
