"""C4c: where there are products, they are found by id and by product code."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.fetching_one import read_by_id
from mockbooks.conformance.live.saying import not_needed
from mockbooks.conformance.live.search import Search
from mockbooks.conformance.live.seeking import judged
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.vendor.model import Noun
from mockbooks.texts import Text


def _ask(target: Target) -> Iterator[Finding]:
    if target.has_no_use_for(Noun.PRODUCTS):
        yield not_needed("C4c", Noun.PRODUCTS)
        return
    yield read_by_id(target, "C4c", Noun.PRODUCTS)
    yield judged(target, Search(condition="C4c", noun=Noun.PRODUCTS, by="sku"))


CHECK: Final = Check(
    name="products",
    conditions=("C4c",),
    question=Text("Is a product found by id and by SKU?", "Wordt een product gevonden op id en op SKU?"),
    ask=_ask,
)
