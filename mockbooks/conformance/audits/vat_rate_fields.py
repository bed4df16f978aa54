"""C6d: the percentage of a VAT rate, and its code if it has one."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.answers import answer_holds
from mockbooks.texts import Text

_DEEDS: Final = (Deed.LIST, Deed.READ, Deed.SEARCH)


def _ask(subject: Subject) -> Iterator[Finding]:
    yield answer_holds(subject, Noun.VAT_RATES, "C6d", fields=("percentage",), deeds=_DEEDS)


VAT_RATE_FIELDS: Final = Check(
    name="vat_rate_fields",
    conditions=("C6d",),
    question=Text("Is the percentage of a VAT rate answered?", "Wordt het percentage van een btw-tarief beantwoord?"),
    ask=_ask,
)
