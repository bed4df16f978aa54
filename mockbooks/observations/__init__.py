"""What the server notices by itself: this table is the list, in the order in which it is told."""

from typing import Final

from mockbooks.observations import (
    booked_reference_twice,
    came_back_before_retry_after,
    created_debtor_without_search,
    ignored_unknown_field,
    retried_without_same_key,
    used_refresh_token_twice,
    used_token_after_401,
    walked_pages_in_parallel,
)
from mockbooks.stage.observation import Observation

OBSERVATIONS: Final[tuple[Observation, ...]] = (
    came_back_before_retry_after.OBSERVATION,
    retried_without_same_key.OBSERVATION,
    booked_reference_twice.OBSERVATION,
    used_token_after_401.OBSERVATION,
    used_refresh_token_twice.OBSERVATION,
    created_debtor_without_search.OBSERVATION,
    walked_pages_in_parallel.OBSERVATION,
    ignored_unknown_field.OBSERVATION,
)
