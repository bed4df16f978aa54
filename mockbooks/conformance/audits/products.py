"""C4c: products, where there are any, searched by id and by product code or SKU."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.conditional import conditional
from mockbooks.conformance.verdicts.searchable import searchable
from mockbooks.texts import Text

_WAYS: Final = (
    ("id", Text("by id", "op id")),
    ("sku", Text("by product code or SKU", "op productcode of SKU")),
)


def _ask(subject: Subject) -> Iterator[Finding]:
    if subject.found(Noun.PRODUCTS) is None:
        yield conditional(subject, Noun.PRODUCTS, "C4c", when_required=False)
        return
    for search, what in _WAYS:
        yield searchable(subject, Noun.PRODUCTS, search, condition="C4c", what=what)


PRODUCTS: Final = Check(
    name="products",
    conditions=("C4c",),
    question=Text("Are products found by id and by SKU?", "Zijn producten te vinden op id en op SKU?"),
    ask=_ask,
)
