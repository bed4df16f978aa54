"""Orders as plain values that know their VAT treatment, whatever shop they come from.

Everything an order means for the books is decided before any API is called: which VAT treatment each line has, on which
ledger account it goes and how discount and shipping are divided over the rates.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True, slots=True)
class Customer:
    """Who ordered: the debtor to be. The e-mail address is what the debtor is found by."""

    name: str
    email: str
    address: Mapping[str, str]
    contact_name: str | None = None
    vat_number: str | None = None
    is_business: bool = False
    debtor_id: str | None = None  # what the shop remembers from an earlier order; it may be gone by now


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `amount` in euros, with a unit price where that is exact and a SKU where there is a product."""

    description: str
    amount: Decimal
    vat_code: str
    account_code: str
    quantity: Decimal = Decimal(1)
    unit_price: Decimal | None = None
    sku: str | None = None
    kind: Literal["goods", "service"] = "goods"


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """One thing to book: a sale, or a credit (a return). Amounts are positive in both; `total` includes VAT."""

    kind: Literal["sales", "sales_credit"]
    reference: str
    date: dt.date
    customer: Customer
    lines: tuple[Line, ...]
    total: Decimal
    prices_include_vat: bool = True
    credits_reference: str | None = None
    number: str | None = None  # where the shop gives its invoices a number of its own
    supply_date: dt.date | None = None  # where that is another day than the one on which it is booked

    @property
    def supplied_on(self) -> dt.date:
        """The day that decides which VAT rate holds."""
        return self.supply_date or self.date

    @property
    def signed_total(self) -> Decimal:
        """What the order adds to the turnover: a credit takes off."""
        return self.total if self.kind == "sales" else -self.total


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderFile:
    """What was read: the orders, and the sum of the file as it is written, before any rounding to cents."""

    orders: tuple[Order, ...]
    total_as_written: Decimal


def round_to_cents(amount: Decimal) -> Decimal:
    """Round half up, as Dutch VAT does: 20.125 becomes 20.13."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def period_of(orders: Sequence[Order]) -> tuple[dt.date, dt.date]:
    """Give the first and the last date."""
    dates = [order.date for order in orders]
    return min(dates), max(dates)
