"""How the shop rounded the VAT of an order: per line, or on the total per rate. Both are allowed, cents apart."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from examples.orders import Order, round_to_cents

HUNDRED = Decimal(100)


def rounding_of(order: Order, percentages: Sequence[Decimal]) -> Literal["line", "total"]:
    """Choose the way that comes to what the buyer paid; on the total, as is usual, when both do."""
    if order.prices_include_vat:
        return "total"
    shares = list(zip((line.amount for line in order.lines), percentages, strict=True))
    bases: defaultdict[Decimal, Decimal] = defaultdict(Decimal)
    for amount, percentage in shares:
        bases[percentage] += amount
    on_total = sum((_with_vat(base, percentage) for percentage, base in bases.items()), Decimal(0))
    per_line = sum((_with_vat(amount, percentage) for amount, percentage in shares), Decimal(0))
    return "line" if order.total == per_line != on_total else "total"


def _with_vat(amount: Decimal, percentage: Decimal) -> Decimal:
    return amount + round_to_cents(amount * percentage / HUNDRED)
