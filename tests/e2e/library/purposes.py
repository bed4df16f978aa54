"""What each scenario of the library is there to show: the expectation at which the naive client fails.

A scenario without a line here, or a line without a scenario, fails a test. Where the work must differ from the usual
orders, that is said here and nowhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from examples.orders import Order
from tests.e2e.library.workload import NUMBERED_ORDERS, ORDERS, ORDERS_OF_CENTS


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """How one scenario is met: with which orders, and by workers in turn or at the same time.

    Where a delay is injected, the clients have a shorter timeout, and sleep a little in earnest.
    """

    fails_at: str
    orders: Sequence[Order] = ORDERS
    at_once: bool = False
    timeout_seconds: float = 10.0
    pause_seconds: float = 0.0


PURPOSES: Final = {
    "archived-debtor": Purpose(fails_at="noLostBookings"),
    "cent-of-vat": Purpose(fails_at="noRefusedRequests", orders=ORDERS_OF_CENTS),
    "concurrent-limit": Purpose(fails_at="noLostBookings", at_once=True, pause_seconds=0.2),
    "consent-revoked": Purpose(fails_at="noLostBookings"),
    "created-201": Purpose(fails_at="noDuplicateBookings"),
    "cut-answer": Purpose(fails_at="noDuplicateBookings"),
    "day-limit": Purpose(fails_at="waitedForRetryAfter"),
    "error-inside-200": Purpose(fails_at="noLostBookings"),
    "gateway-error-after-booking": Purpose(fails_at="noDuplicateBookings"),
    "journal-required": Purpose(fails_at="noLostBookings"),
    "ledger-account-deactivated": Purpose(fails_at="noLostBookings"),
    "locked-period": Purpose(fails_at="noLostBookings"),
    "loose-search": Purpose(fails_at="noMistakenDebtors"),
    "lost-debtor-reply": Purpose(fails_at="noDuplicateDebtors"),
    "lost-refresh-reply": Purpose(fails_at="noLostBookings"),
    "lost-reply": Purpose(fails_at="noDuplicateBookings"),
    "minute-limit": Purpose(fails_at="waitedForRetryAfter"),
    "not-found-404": Purpose(fails_at="calls"),
    "number-in-use": Purpose(fails_at="noLostBookings", orders=NUMBERED_ORDERS),
    "outage-html-page": Purpose(fails_at="noLostBookings"),
    "page-drift": Purpose(fails_at="everyRowMet"),
    "refresh-race": Purpose(fails_at="calls", at_once=True),
    "retry-after-as-epoch": Purpose(fails_at="waitedForRetryAfter"),
    "retry-after-missing-plain-text": Purpose(fails_at="waitedForRetryAfter"),
    "slow-vendor": Purpose(fails_at="noDuplicateBookings", timeout_seconds=0.4),
    "stale-debtor": Purpose(fails_at="calls"),
    "stale-search": Purpose(fails_at="noDuplicateDebtors"),
    "three-error-shapes": Purpose(fails_at="noLostBookings"),
    "timeout-after-booking": Purpose(fails_at="noDuplicateBookings", timeout_seconds=0.4),
    "token-dies-mid-run": Purpose(fails_at="noLostBookings"),
    "unprocessable-422": Purpose(fails_at="noLostBookings"),
    "vat-rate-deactivated": Purpose(fails_at="noLostBookings"),
    "vat-return-filed": Purpose(fails_at="noLostBookings"),
}
