"""`noDuplicateBookings`: no reference was booked twice."""

from typing import Final

from mockbooks.observations.booked_reference_twice import OBSERVATION
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.observed import Sentences, observed

EXPECTATION: Final[Expectation[None]] = Expectation(
    name="noDuplicateBookings",
    summary=(
        "No transaction was booked while one of its kind with its reference stood in the books; receipts, credit notes "
        "and memorial entries may share a reference when their totals differ."
    ),
    settings=None,
    observation=OBSERVATION,
    watch=observed(
        OBSERVATION,
        Sentences(
            never="Nothing was booked with a reference.",
            good="Something was booked with a reference {times}, and nothing twice.",
            bad="What stood in the books already was booked again {times}, out of {situations} bookings",
        ),
    ),
)
