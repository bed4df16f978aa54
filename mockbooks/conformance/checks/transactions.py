"""C4b: a financial transaction is found by its id, and preferably by its number and its date."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.fetching_one import read_by_id
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.seeking import judged
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.vendor.model import Noun
from mockbooks.texts import Text


def _ask(target: Target) -> Iterator[Finding]:
    yield read_by_id(target, "C4b", Noun.TRANSACTIONS)
    for by in ("number", "date"):
        yield judged(target, Search(condition="C4b", noun=Noun.TRANSACTIONS, by=by, is_preferred=True))


CHECK: Final = Check(
    name="transactions",
    conditions=("C4b",),
    question=Text(
        "Is a transaction found by id, number and date?", "Wordt een transactie gevonden op id, nummer en datum?"
    ),
    ask=_ask,
)
