"""`products`: how many products there are, so that one that was there already is not made a second time."""

from functools import partial
from typing import Final

from mockbooks.resources import products
from mockbooks.service.schema import Part
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.record_count import Counted, RecordCount, Values, match_schema

COUNTED: Final = Counted(
    resource=products.RESOURCE,
    created_by="createProduct",
    touched_by=frozenset(
        {
            "listProducts",
            "getProduct",
            "createProduct",
            "updateProduct",
            "deleteProduct",
            "createTransaction",
        }
    ),
)

EXPECTATION: Final[Expectation[Values]] = Expectation(
    name="products",
    summary="There are so many products, seeded and archived ones included.",
    settings=Part(
        match_schema(products.RESOURCE),
        "What they are: the filters of listProducts.",
        example={"sku": "BROOD-800"},
    ),
    watch=partial(RecordCount, COUNTED),
    counts=True,
)
