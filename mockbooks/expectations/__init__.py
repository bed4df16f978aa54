"""The kinds of expectation: this table is the list, in the order in which the documentation shows them."""

from typing import Any, Final

from mockbooks.expectations import (
    booked,
    calls,
    debtors,
    every_injection_fired,
    every_row_met,
    lost_answers_resolved,
    no_duplicate_bookings,
    no_duplicate_debtors,
    no_lost_bookings,
    no_mistaken_debtors,
    no_refused_requests,
    products,
    refreshed_after_401,
    retries_reuse_idempotency_key,
    supply_dates_kept,
    trial_balance,
    waited_for_retry_after,
)
from mockbooks.stage.expectation import Expectation

EXPECTATIONS: Final[tuple[Expectation[Any], ...]] = (
    booked.EXPECTATION,
    debtors.EXPECTATION,
    products.EXPECTATION,
    calls.EXPECTATION,
    trial_balance.EXPECTATION,
    waited_for_retry_after.EXPECTATION,
    refreshed_after_401.EXPECTATION,
    retries_reuse_idempotency_key.EXPECTATION,
    lost_answers_resolved.EXPECTATION,
    no_lost_bookings.EXPECTATION,
    no_duplicate_bookings.EXPECTATION,
    no_duplicate_debtors.EXPECTATION,
    no_mistaken_debtors.EXPECTATION,
    supply_dates_kept.EXPECTATION,
    every_row_met.EXPECTATION,
    no_refused_requests.EXPECTATION,
    every_injection_fired.EXPECTATION,
)
