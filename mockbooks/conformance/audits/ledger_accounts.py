"""C4e: ledger accounts can be read."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.presence import presence
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    yield presence(subject, Noun.LEDGER_ACCOUNTS, "C4e")


LEDGER_ACCOUNTS: Final = Check(
    name="ledger_accounts",
    conditions=("C4e",),
    question=Text("Can ledger accounts be read?", "Zijn grootboekrekeningen te lezen?"),
    ask=_ask,
)
