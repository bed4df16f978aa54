"""C4g: payment terms, where one must be given."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.conditional import conditional
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    yield conditional(subject, Noun.PAYMENT_TERMS, "C4g", when_required=True)


PAYMENT_TERMS: Final = Check(
    name="payment_terms",
    conditions=("C4g",),
    question=Text(
        "Can payment terms be read, where one must be given?",
        "Zijn betaalcondities te lezen, als er een moet worden meegegeven?",
    ),
    ask=_ask,
)
