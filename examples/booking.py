"""The job: book each order that is not booked yet, note what is refused, and go on."""

import time
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from examples.accounting import Accounting
from examples.answers import RefusedError
from examples.orders import Order, period_of

MANY_ORDERS = 1000


@dataclass(kw_only=True)
class Run:
    """What one run did with the orders; every order ends up in exactly one of booked, found and refused."""

    earlier: Mapping[str, str] = field(default_factory=dict)
    booked: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    refused: dict[str, RefusedError] = field(default_factory=dict)
    seconds: float = 0.0


def book_all(
    accounting: Accounting,
    orders: Sequence[Order],
    shown: Iterable[Order] | None = None,
    earlier: Mapping[str, str] | None = None,
) -> Run:
    """Book what is not booked yet; an order that is refused is noted, and the ones behind it go on.

    `shown` is the same orders with something that shows how far we are; `earlier` is what the shop has kept of earlier
    runs, transaction ids by reference.
    """
    run = Run(earlier=earlier or {})
    started = time.perf_counter()
    known = _known(accounting, orders) if len(orders) > MANY_ORDERS else None
    for order in shown or orders:
        reference = order.reference
        try:
            found = known.get(reference) if known is not None else accounting.transaction_id(reference)
            if found:
                run.found[reference] = found
            else:
                run.booked[reference] = accounting.book(order, _original(accounting, order, run))
        except RefusedError as refusal:
            run.refused[reference] = refusal
    run.seconds = time.perf_counter() - started
    return run


def _known(accounting: Accounting, orders: Sequence[Order]) -> dict[str, str]:
    """Ask once for all that is booked in the period, where asking for each order would be thousands of questions."""
    return {found["reference"]: found["id"] for found in accounting.transactions(*period_of(orders))}


def _original(accounting: Accounting, order: Order, run: Run) -> str | None:
    """Find what a credit credits; one whose original is not in the books cannot be booked either."""
    reference = order.credits_reference
    if reference is None:
        return None
    ours = ChainMap(run.booked, run.found, dict(run.earlier))
    found = ours.get(reference) or accounting.transaction_id(reference)
    if found is None:
        raise RefusedError("original_not_booked", (f"{order.reference} credits {reference}, which is not booked",))
    return found
