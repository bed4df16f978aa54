"""One edition of a judgement: in which language it is told, and what can be borne."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.finding import Finding
from mockbooks.conformance.judgement import Judged, Judgement
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.printable import one_line
from mockbooks.frozen import dataclass
from mockbooks.texts import Language, Text

SIGNS: Final = {Outcome.MET: "✓", Outcome.CANNOT_TELL: "?", Outcome.PARTLY: "~", Outcome.NOT_MET: "✗"}
"""A sign for each outcome, so that none is told by its colour alone."""

_OUTCOMES: Final = {
    Outcome.MET: Text("met", "voldaan"),
    Outcome.CANNOT_TELL: Text("cannot tell", "niet te zeggen"),
    Outcome.PARTLY: Text("partly", "deels"),
    Outcome.NOT_MET: Text("not met", "niet voldaan"),
}
_WORST_FIRST: Final = (Outcome.NOT_MET, Outcome.PARTLY, Outcome.CANNOT_TELL)
_NOTHING_FOUND: Final = Text("Nothing was found that tells either way.", "Er is niets gevonden dat uitsluitsel geeft.")
_MONTHS: Final = (
    Text("January", "januari"),
    Text("February", "februari"),
    Text("March", "maart"),
    Text("April", "april"),
    Text("May", "mei"),
    Text("June", "juni"),
    Text("July", "juli"),
    Text("August", "augustus"),
    Text("September", "september"),
    Text("October", "oktober"),
    Text("November", "november"),
    Text("December", "december"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A judgement with the language of its reader; an outcome worse than `bearable` is one to fail on."""

    judgement: Judgement
    language: Language
    bearable: Outcome = Outcome.CANNOT_TELL

    def said(self, text: Text | str) -> str:
        """Give a text in the language of the reader, if it has more than one; in one line and safe to show."""
        return one_line(text if isinstance(text, str) else text.in_language(self.language))

    def say(self, english: str, dutch: str) -> str:
        """Give words of our own in the language of the reader."""
        return Text(english, dutch).in_language(self.language)

    def outcome(self, outcome: Outcome) -> str:
        """Name an outcome."""
        return _OUTCOMES[outcome].in_language(self.language)

    def reason(self, judged: Judged) -> str:
        """Say in one line why a condition ended as it did: what is worst of it, or what its parts are."""
        if judged.parts:
            return "; ".join(self._reasons_of_whole(judged))
        return self.said(worst(judged.findings).summary) if judged.findings else self.said(_NOTHING_FOUND)

    def _reasons_of_whole(self, judged: Judged) -> Iterator[str]:
        own = worst(judged.findings) if judged.findings else None
        if own and own.weighed is not Outcome.MET:
            yield self.said(own.summary).removesuffix(".")
        met, all_ = len(_parts(judged, Outcome.MET)), len(judged.parts)
        yield self.say(f"{met} of {all_} parts met", f"{met} van {all_} onderdelen voldaan")
        if met == all_ - 1:
            (other,) = (part for part in judged.parts if part.outcome is not Outcome.MET)
            yield f"{other.condition.number}: {self.reason(other)}"
            return
        for outcome in _WORST_FIRST:
            if numbers := _parts(judged, outcome):
                yield f"{self.outcome(outcome)}: {', '.join(numbers)}"

    @property
    def headline(self) -> str:
        """How many of the conditions are met."""
        met, all_ = self.judgement.counts[Outcome.MET], len(self.judgement.conditions)
        return self.say(f"{met} of {all_} conditions met", f"aan {met} van {all_} voorwaarden voldaan")

    @property
    def name(self) -> str:
        """What the API is called."""
        return one_line(self.judgement.name, 120) or self.say("An API without a name", "Een API zonder naam")

    @property
    def manner(self) -> str:
        """What was done."""
        return {
            "audit": self.say("Audit of an OpenAPI document", "Beoordeling van een OpenAPI-document"),
            "check": self.say("Check of a live API", "Toets van een werkende API"),
        }[self.judgement.manner]

    @property
    def about(self) -> tuple[str, ...]:
        """What was judged, when, and how long that took, in a few words each."""
        manner = {"audit": self.say("audit", "beoordeling"), "check": self.say("check", "toets")}
        judgement = self.judgement
        told = (self.said(judgement.form), one_line(judgement.source), self.date, self.took)
        return tuple(filter(None, (manner[judgement.manner], *told)))

    @property
    def date(self) -> str:
        """The day and the minute of the judgement, in UTC."""
        at = self.judgement.judged_at
        month = _MONTHS[at.month - 1].in_language(self.language)
        return f"{at.day} {month} {at.year}, {at:%H:%M} UTC"

    @property
    def took(self) -> str:
        """How long it took."""
        seconds = f"{self.judgement.seconds:.1f}"
        return f"{seconds if self.language == 'en' else seconds.replace('.', ',')} s"


def _parts(judged: Judged, outcome: Outcome) -> list[str]:
    """Give the numbers of the parts that ended so."""
    return [part.condition.number for part in judged.parts if part.outcome is outcome]


def worst(findings: Sequence[Finding]) -> Finding:
    """Give the first of those findings that spoil most."""
    order = list(Outcome)
    return max(findings, key=lambda finding: order.index(finding.weighed))
