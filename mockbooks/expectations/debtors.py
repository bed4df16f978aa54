"""`debtors`: how many debtors there are, so that a customer who was there already is not made a second time."""

from functools import partial
from typing import Final

from mockbooks.resources import debtors
from mockbooks.service.schema import Part
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.record_count import Counted, RecordCount, Values, match_schema

COUNTED: Final = Counted(
    resource=debtors.RESOURCE,
    created_by="createDebtor",
    touched_by=frozenset(
        {
            "listDebtors",
            "getDebtor",
            "createDebtor",
            "updateDebtor",
            "deleteDebtor",
            "createTransaction",
        }
    ),
)

EXPECTATION: Final[Expectation[Values]] = Expectation(
    name="debtors",
    summary="There are so many debtors, seeded and archived ones included.",
    settings=Part(
        match_schema(debtors.RESOURCE),
        "What they are: the filters of listDebtors.",
        example={"email": "inkoop@korenaar.example"},
    ),
    watch=partial(RecordCount, COUNTED),
    counts=True,
)
