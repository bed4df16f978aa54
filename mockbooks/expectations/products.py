"""`products`: how many products there are, so that one that was there already is not made a second time."""

from typing import Final

from mockbooks.resources import products
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.record_count import Values, expect_count_of

EXPECTATION: Final[Expectation[Values]] = expect_count_of(products.RESOURCE, example={"sku": "BROOD-800"})
