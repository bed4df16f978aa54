"""`waitedForRetryAfter`: who was told when to come back did not come sooner."""

from typing import Final

from mockbooks.observations.came_back_before_retry_after import OBSERVATION
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.observed import Sentences, observed

EXPECTATION: Final[Expectation[None]] = Expectation(
    name="waitedForRetryAfter",
    summary=(
        "After a 429 or 503 with Retry-After no client came back sooner, by the clock of the administration: while "
        "that stands still nothing can be told."
    ),
    settings=None,
    observation=OBSERVATION,
    watch=observed(
        OBSERVATION,
        Sentences(
            never="No client that was told to wait with a 429 or 503 with Retry-After came back on a clock that moves.",
            good="Clients that were told to wait came back {times}, never too early.",
            bad="Clients that were told to wait came back too early {times}, out of {situations}",
        ),
    ),
)
