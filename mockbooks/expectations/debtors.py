"""`debtors`: how many debtors there are, so that a customer who was there already is not made a second time."""

from typing import Final

from mockbooks.resources import debtors
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.record_count import Values, expect_count_of

EXPECTATION: Final[Expectation[Values]] = expect_count_of(
    debtors.RESOURCE, example={"email": "inkoop@korenaar.example"}
)
