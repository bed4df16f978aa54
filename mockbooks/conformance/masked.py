"""A judgement without what nobody may read: every text of it may quote the API, which may quote what it was sent."""

from collections.abc import Callable
from dataclasses import replace

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.judgement import Judged, Judgement
from mockbooks.frozen import dataclass
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """Masks a plain text, and so all that is made of texts."""

    plain: Callable[[str], str]

    def text(self, text: Text) -> Text:
        """Mask a text in both languages."""
        return Text(self.plain(text.en), self.plain(text.nl))

    def judgement(self, judgement: Judgement) -> Judgement:
        """Mask all that was found."""
        return replace(
            judgement,
            source=self.plain(judgement.source),
            conditions=tuple(map(self._judged, judgement.conditions)),
            measurements=[replace(each, value=self.text(each.told)) for each in judgement.measurements],
            method=list(map(self.text, judgement.method)),
        )

    def _judged(self, judged: Judged) -> Judged:
        findings = list(map(self._finding, judged.findings))
        return replace(judged, findings=findings, parts=tuple(map(self._judged, judged.parts)))

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            summary=self.text(finding.summary),
            evidence=list(map(self._evidence, finding.evidence)),
            doubt=finding.doubt and self.text(finding.doubt),
            advice=finding.advice and self.text(finding.advice),
        )

    def _evidence(self, evidence: Evidence) -> Evidence:
        return replace(
            evidence,
            where=self.plain(evidence.where),
            what=self.text(evidence.what),
            exchange=evidence.exchange and self.plain(evidence.exchange),
        )
