"""C4a: debtors, searched by e-mail address."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.searchable import searchable
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    what = Text("by e-mail address", "op e-mailadres")
    yield searchable(subject, Noun.DEBTORS, "email", condition="C4a", what=what)


DEBTORS: Final = Check(
    name="debtors",
    conditions=("C4a",),
    question=Text("Are debtors found by e-mail address?", "Zijn debiteuren te vinden op e-mailadres?"),
    ask=_ask,
)
