"""C4b: financial transactions, searched by id, and preferably by number and date."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.presence import missing
from mockbooks.conformance.verdicts.searchable import searchable
from mockbooks.texts import Text

_WAYS: Final = (
    ("id", Text("by id", "op id"), False),
    ("number", Text("by number", "op nummer"), True),
    ("date", Text("by date", "op datum"), True),
)


def _ask(subject: Subject) -> Iterator[Finding]:
    if subject.found(Noun.TRANSACTIONS) is None:
        yield missing(subject, Noun.TRANSACTIONS, "C4b")
        return
    for search, what, is_preferred in _WAYS:
        yield searchable(subject, Noun.TRANSACTIONS, search, condition="C4b", what=what, is_preferred=is_preferred)


TRANSACTIONS: Final = Check(
    name="transactions",
    conditions=("C4b",),
    question=Text(
        "Are transactions found by id, and by number and date?", "Zijn transacties te vinden op id, nummer en datum?"
    ),
    ask=_ask,
)
