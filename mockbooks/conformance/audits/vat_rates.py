"""C4d: VAT rates can be read."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.presence import presence
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    yield presence(subject, Noun.VAT_RATES, "C4d")


VAT_RATES: Final = Check(
    name="vat_rates",
    conditions=("C4d",),
    question=Text("Can VAT rates be read?", "Zijn btw-tarieven te lezen?"),
    ask=_ask,
)
