"""C9iii: transactions read by a characteristic or a reference."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.searchable import searchable
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    what = Text("by a reference", "op een kenmerk")
    yield searchable(subject, Noun.TRANSACTIONS, "reference", condition="C9iii", what=what)


REFERENCE: Final = Check(
    name="reference",
    conditions=("C9iii",),
    question=Text("Are transactions found by a reference?", "Zijn transacties te vinden op een kenmerk?"),
    ask=_ask,
)
