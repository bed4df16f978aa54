"""C4h: invoice profiles, where one can be given."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.conditional import conditional
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    yield conditional(subject, Noun.INVOICE_PROFILES, "C4h", when_required=False)


INVOICE_PROFILES: Final = Check(
    name="invoice_profiles",
    conditions=("C4h",),
    question=Text(
        "Can invoice profiles be read, where one can be given?",
        "Zijn factuurprofielen te lezen, als er een kan worden meegegeven?",
    ),
    ask=_ask,
)
