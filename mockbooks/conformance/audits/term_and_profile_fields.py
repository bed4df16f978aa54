"""C6f: what is needed of payment terms and invoice profiles."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.answers import answer_holds
from mockbooks.conformance.verdicts.conditional import BOOKED, applies, conditional, does_not_apply
from mockbooks.texts import Text

_DEEDS: Final = (Deed.LIST, Deed.READ, Deed.SEARCH)


def _ask(subject: Subject) -> Iterator[Finding]:
    for noun, fields, when_required in _ASKED:
        asked = conditional(subject, noun, "C6f", when_required=when_required)
        if subject.found(noun) is None and asked.outcome is Outcome.NOT_MET:
            yield asked
        elif applies(subject, noun, when_required=when_required) is False:
            yield does_not_apply(noun, "C6f", subject.namings(noun, of=BOOKED) or ())
        else:
            yield answer_holds(subject, noun, "C6f", fields=fields, deeds=_DEEDS)


_ASKED: Final = (
    (Noun.PAYMENT_TERMS, ("key", "description"), True),
    (Noun.INVOICE_PROFILES, ("key", "description"), False),
)


TERM_AND_PROFILE_FIELDS: Final = Check(
    name="term_and_profile_fields",
    conditions=("C6f",),
    question=Text("Is what is needed of payment terms and invoice profiles answered?", "Wordt wat nodig is van betaalcondities en factuurprofielen beantwoord?"),
    ask=_ask,
)
