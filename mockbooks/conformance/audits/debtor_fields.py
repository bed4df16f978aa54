"""C6b: id, name and address of a debtor."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.answers import answer_holds
from mockbooks.texts import Text

_DEEDS: Final = (Deed.READ, Deed.CREATE, Deed.LIST, Deed.SEARCH)


def _ask(subject: Subject) -> Iterator[Finding]:
    yield answer_holds(subject, Noun.DEBTORS, "C6b", fields=("id", "name", "address"), deeds=_DEEDS)


DEBTOR_FIELDS: Final = Check(
    name="debtor_fields",
    conditions=("C6b",),
    question=Text(
        "Are a debtor's id, name and address answered?", "Worden id, naam en adres van een debiteur beantwoord?"
    ),
    ask=_ask,
)
