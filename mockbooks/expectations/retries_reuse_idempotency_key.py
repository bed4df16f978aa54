"""`retriesReuseIdempotencyKey`: a POST whose outcome was unknown was sent again with its key."""

from typing import Final

from mockbooks.observations.retried_without_same_key import OBSERVATION
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.observed import Sentences, observed

EXPECTATION: Final[Expectation[None]] = Expectation(
    name="retriesReuseIdempotencyKey",
    summary="Every POST that came again after an answer that was lost or unclear had the Idempotency-Key of the first.",
    settings=None,
    observation=OBSERVATION,
    watch=observed(
        OBSERVATION,
        Sentences(
            never="No POST came again after an answer that was lost or unclear.",
            good="POSTs came again {times} after an answer that was lost or unclear, always with the key of the first.",
            bad="POSTs came again without the key of the first {times}, out of {situations}",
        ),
    ),
)
