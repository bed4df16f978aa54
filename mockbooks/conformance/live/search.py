"""A search that is judged, and the sentences of what can be found of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NAMES, NOUNS, a
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

_UP_TO_DATE: Final = Text(
    "Let a search find what was made as soon as that is answered: else it is made twice.",
    "Laat zoeken vinden wat is gemaakt zodra dat is beantwoord: anders wordt het twee keer gemaakt.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """One search to be judged: for which condition, in which resource, by what; `is_preferred` as in a finding."""

    condition: str
    noun: Noun
    by: str
    is_preferred: bool = False

    @property
    def named(self) -> Text:
        """What it is called in a sentence."""
        many, name = NOUNS[self.noun].many, NAMES[self.by]
        return Text(f"search for {many.en} by {name.en}", f"zoeken van {many.nl} op {name.nl}")

    @property
    def advice(self) -> Text:
        """What is to be offered."""
        name, many = NAMES[self.by], NOUNS[self.noun].many
        return Text(
            f"Offer a parameter on the list of {many.en} that takes a whole {name.en} and gives those that have exactly"
            " that, and an empty list with status 200 where none has.",
            f"Bied bij de lijst van {many.nl} een parameter die een hele waarde neemt ({name.nl}) en precies geeft wat"
            " die heeft, en een lege lijst met status 200 als niets die waarde heeft.",
        )

    def met(self, evidence: Sequence[Evidence], *, is_ours: bool) -> Finding:
        """Say that it works; `is_ours` where it was tried on what was made for it."""
        doubt = Text(
            "Tried on what was there, since nothing was made for it.",
            "Geprobeerd met wat er al was, want er is niets voor gemaakt.",
        )
        return Finding(
            condition=self.condition,
            outcome=Outcome.MET,
            summary=Text(
                f"The {self.named.en} finds exactly what it is asked for.",
                f"Het {self.named.nl} vindt precies wat gevraagd is.",
            ),
            evidence=evidence,
            doubt=None if is_ours else doubt,
            is_preferred=self.is_preferred,
        )

    def unnamed(self) -> Finding:
        """Say that the vendor file knows of no such search."""
        return Finding(
            condition=self.condition,
            outcome=Outcome.NOT_MET,
            summary=Text(
                f"There is no {self.named.en} in the vendor file.",
                f"Het {self.named.nl} staat niet in het leveranciersbestand.",
            ),
            doubt=Text("Unless the vendor file leaves it out.", "Tenzij het in het leveranciersbestand is vergeten."),
            advice=self.advice,
            is_preferred=self.is_preferred,
        )

    def refused(self, why: Text, evidence: Sequence[Evidence]) -> Finding:
        """Say that it does not work at all."""
        en, nl = f"does not work: {why.en}.", f"werkt niet: {why.nl}."
        return self._faulty(Outcome.NOT_MET, Text(en, nl), evidence)

    def missed(self, evidence: Sequence[Evidence], *, is_ours: bool) -> Finding:
        """Say that it does not find what is there."""
        the = NOUNS[self.noun].the
        how = (
            Text("that was just made", "hoewel net gemaakt")
            if is_ours
            else Text("that is in the list", "hoewel te zien in de lijst")
        )
        en, nl = f"does not find {the.en} {how.en}.", f"vindt {the.nl} niet, {how.nl}."
        return self._faulty(Outcome.NOT_MET, Text(en, nl), evidence)

    def late(self, seconds: float, evidence: Sequence[Evidence]) -> Finding:
        """Say that it finds what was made a good while later."""
        the = NOUNS[self.noun].the
        en = f"works, but finds {the.en} that was just made only after {seconds:.0f} seconds."
        nl = f"werkt, maar vindt pas na {seconds:.0f} seconden wat net is gemaakt ({the.nl})."
        return replace(self._faulty(Outcome.PARTLY, Text(en, nl), evidence), advice=_UP_TO_DATE)

    def stale(self, seconds: float, evidence: Sequence[Evidence]) -> Finding:
        """Say that it finds what is older, and not what was made."""
        the = NOUNS[self.noun].the
        en = f"finds what was there before, and after {seconds:.0f} seconds not yet {the.en} that was made."
        nl = f"vindt wat er al was, en na {seconds:.0f} seconden nog niet wat net is gemaakt ({the.nl})."
        return replace(self._faulty(Outcome.PARTLY, Text(en, nl), evidence), advice=_UP_TO_DATE)

    def ignored(self, count: int, evidence: Sequence[Evidence]) -> Finding:
        """Say that it finds whatever there is."""
        many, name = NOUNS[self.noun].many, NAMES[self.by]
        en = f"does not search: asked for {a(name.en)} that none has, it gave {count} {many.en}."
        nl = f"zoekt niet: gevraagd naar een waarde die niets heeft ({name.nl}), gaf het {count} {many.nl}."
        return self._faulty(Outcome.NOT_MET, Text(en, nl), evidence)

    def matches_parts(self, evidence: Sequence[Evidence]) -> Finding:
        """Say that a part of a value is enough."""
        en = f"is not exact: a part of the {NAMES[self.by].en} finds as well."
        nl = "is niet exact: ook op een deel van de waarde vindt het iets."
        return self._faulty(Outcome.PARTLY, Text(en, nl), evidence)

    def matches_more(self, count: int, evidence: Sequence[Evidence]) -> Finding:
        """Say that it finds others as well."""
        en = f"is not exact: it also found {count} with another {NAMES[self.by].en}."
        nl = f"is niet exact: het vond er ook {count} met een andere waarde."
        return self._faulty(Outcome.PARTLY, Text(en, nl), evidence)

    def refuses_emptiness(self, status: int, evidence: Sequence[Evidence]) -> Finding:
        """Say that finding nothing is told as a failure."""
        en = f"works, but {a(NAMES[self.by].en)} that none has gives status {status} and no empty list."
        nl = f"werkt, maar een waarde die nergens voorkomt geeft status {status} en geen lege lijst."
        return self._faulty(Outcome.PARTLY, Text(en, nl), evidence)

    def _faulty(self, outcome: Outcome, said: Text, evidence: Sequence[Evidence]) -> Finding:
        return Finding(
            condition=self.condition,
            outcome=outcome,
            summary=Text(f"The {self.named.en} {said.en}", f"Het {self.named.nl} {said.nl}"),
            evidence=evidence,
            advice=self.advice,
            is_preferred=self.is_preferred,
        )
