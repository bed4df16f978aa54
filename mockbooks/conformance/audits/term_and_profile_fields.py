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
    findings = [_of(subject, *asked) for asked in _ASKED]
    needed = [finding for applies_at_all, finding in findings if applies_at_all]
    yield from needed or [finding for _, finding in findings]


def _of(subject: Subject, noun: Noun, fields: tuple[str, ...], when_required: bool) -> tuple[bool, Finding]:  # noqa: FBT001 - a row of the table
    """Judge one of the two, and tell whether it is asked for at all; what is needed and not there cannot be read."""
    if applies(subject, noun, when_required=when_required) is False:
        return False, does_not_apply(noun, "C6f", subject.namings(noun, of=BOOKED) or ())
    presence = conditional(subject, noun, "C6f", when_required=when_required)
    is_missing = subject.found(noun) is None and presence.outcome is Outcome.NOT_MET
    return True, presence if is_missing else answer_holds(subject, noun, "C6f", fields=fields, deeds=_DEEDS)


_ASKED: Final = (
    (Noun.PAYMENT_TERMS, ("key", "told"), True),
    (Noun.INVOICE_PROFILES, ("key", "description"), False),
)


TERM_AND_PROFILE_FIELDS: Final = Check(
    name="term_and_profile_fields",
    conditions=("C6f",),
    question=Text(
        "Is what is needed of payment terms and invoice profiles answered?",
        "Wordt wat nodig is van betaalcondities en factuurprofielen beantwoord?",
    ),
    ask=_ask,
)
