"""C9iii: a financial transaction is found by its reference."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.seeking import judged
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.vendor.model import Noun
from mockbooks.texts import Text


def _ask(target: Target) -> Iterator[Finding]:
    yield judged(target, Search(condition="C9iii", noun=Noun.TRANSACTIONS, by="reference"))


CHECK: Final = Check(
    name="references",
    conditions=("C9iii",),
    question=Text("Is a transaction found by its reference?", "Wordt een transactie gevonden op kenmerk?"),
    ask=_ask,
)
