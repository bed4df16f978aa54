"""C6e: code, id and description of a ledger account."""

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
    yield answer_holds(subject, Noun.LEDGER_ACCOUNTS, "C6e", fields=("code", "id", "description"), deeds=_DEEDS)


LEDGER_ACCOUNT_FIELDS: Final = Check(
    name="ledger_account_fields",
    conditions=("C6e",),
    question=Text(
        "Are a ledger account's code, id and description answered?",
        "Worden code, id en omschrijving van een grootboekrekening beantwoord?",
    ),
    ask=_ask,
)
