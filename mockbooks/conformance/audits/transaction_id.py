"""C6a: the answer to adding a transaction holds its id."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.answers import answer_holds
from mockbooks.texts import Text

_DEEDS: Final = (Deed.CREATE,)


def _ask(subject: Subject) -> Iterator[Finding]:
    yield answer_holds(subject, Noun.TRANSACTIONS, "C6a", fields=("id",), deeds=_DEEDS)


TRANSACTION_ID: Final = Check(
    name="transaction_id",
    conditions=("C6a",),
    question=Text("Is the id of a new transaction answered?", "Wordt de id van een nieuwe transactie beantwoord?"),
    ask=_ask,
)
