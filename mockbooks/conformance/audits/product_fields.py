"""C6c: id, description and price of a product."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.answers import answer_holds
from mockbooks.conformance.verdicts.conditional import BOOKED, applies, does_not_apply
from mockbooks.texts import Text

_DEEDS: Final = (Deed.READ, Deed.CREATE, Deed.LIST, Deed.SEARCH)


def _ask(subject: Subject) -> Iterator[Finding]:
    if subject.found(Noun.PRODUCTS) is None and applies(subject, Noun.PRODUCTS, when_required=False) is False:
        yield does_not_apply(Noun.PRODUCTS, "C6c", subject.namings(Noun.PRODUCTS, of=BOOKED) or ())
        return
    yield answer_holds(subject, Noun.PRODUCTS, "C6c", fields=("id", "description", "price"), deeds=_DEEDS)


PRODUCT_FIELDS: Final = Check(
    name="product_fields",
    conditions=("C6c",),
    question=Text(
        "Are a product's id, description and price answered?",
        "Worden id, omschrijving en prijs van een product beantwoord?",
    ),
    ask=_ask,
)
