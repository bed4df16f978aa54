"""What a web shop does with its books: it books orders, never twice, and puts right what it can put right by itself."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

from examples.answers import Json, RefusedError
from examples.connection import Connection, key_of
from examples.debtors import Debtors
from examples.orders import Line, Order
from examples.products import Products
from examples.rounding import rounding_of
from examples.settings import Settings

PAGE_SIZE = 200
SALES_JOURNAL_CODE = "75"
ONE_DAY = dt.timedelta(days=1)
QUARTERS_PER_YEAR, MONTHS_PER_QUARTER = 4, 3

Cure = Callable[[Order], Order]


class Accounting:
    """The books as the web shop needs them."""

    def __init__(self, connection: Connection, journal_code: str = SALES_JOURNAL_CODE) -> None:
        """Remember settings, debtors and products for the length of a run."""
        self._connection = connection
        self._journal_code = journal_code
        self.settings = Settings(connection)
        self.debtors = Debtors(connection)
        self._products = Products(connection, self.settings)
        self._cures: Mapping[str, Cure] = {
            "period_locked": self._on_an_open_day,
            "number_in_use": _without_number,
            "debtor_inactive": self._for_another_debtor,
            "ledger_account_inactive": self._with_settings_as_they_are_now,
            "vat_rate_inactive": self._with_settings_as_they_are_now,
            "journal_inactive": self._with_settings_as_they_are_now,
        }

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the connection."""
        self._connection.close()

    def transaction_id(self, reference: str) -> str | None:
        """Look up whether an order was booked before, by its reference."""
        return next((found["id"] for found in self._connection.read_all("/transactions", reference=reference)), None)

    def transactions(self, first: dt.date, last: dt.date) -> list[Json]:
        """Give all that was booked from the first date to the last, both included."""
        period = {"dateFrom": first.isoformat(), "dateTo": last.isoformat()}
        return self._connection.read_all("/transactions", pageSize=str(PAGE_SIZE), **period)

    def transaction(self, transaction_id: str) -> Json:
        """Read one by its id, which works from the moment it is booked."""
        return self._connection.get(f"/transactions/{transaction_id}")

    def book(self, order: Order, credits_transaction_id: str | None = None) -> str:
        """Book an order and return the id of its transaction.

        When it is refused for what the bookkeeper did meanwhile, it is put right and tried again, once for each reason.
        Raises RefusedError for what only the owner can put right.
        """
        cures = dict(self._cures)
        while True:
            try:
                return self._book(order, credits_transaction_id)
            except RefusedError as refusal:
                if refusal.code == "number_in_use" and (ours := self._booked_as(order)):
                    return ours
                if refusal.code not in cures:
                    raise
                order = cures.pop(refusal.code)(order)

    def _book(self, order: Order, credits_transaction_id: str | None) -> str:
        """Send the order; its total goes with it, so that the server checks our sum.

        The shop's order number is sent as the reference. Only a shop that numbers its invoices itself sends a number.
        """
        rates = [self._rate(order, line) for line in order.lines]
        body: Json = {
            "type": order.kind,
            "journalId": self.settings.find("/journals", self._journal_code)["id"],
            "date": order.date.isoformat(),
            "reference": order.reference,
            "debtorId": self.debtors.id_of(order.customer),
            "pricesIncludeVat": order.prices_include_vat,
            "vatRounding": rounding_of(order, [Decimal(rate["percentage"] or 0) for rate in rates]),
            "lines": [self._line(order, line, rate) for line, rate in zip(order.lines, rates, strict=True)],
            "totalInclVat": str(order.total),
        }
        optional = {
            "number": order.number,
            "supplyDate": order.supply_date and order.supply_date.isoformat(),
            "creditsTransactionId": credits_transaction_id,
        }
        body |= {key: value for key, value in optional.items() if value}
        return str(self._connection.post("/transactions", body, key_of(body))["id"])

    def _rate(self, order: Order, line: Line) -> Json:
        return self.settings.find("/vat-rates", line.vat_code, order.supplied_on)

    def _line(self, order: Order, line: Line, rate: Json) -> Json:
        """State rate and account on each line: those of the product are right for sales at home only."""
        body: Json = {
            "description": line.description,
            "ledgerAccountId": self.settings.find("/ledger-accounts", line.account_code)["id"],
            "vatRateId": rate["id"],
        }
        if line.sku:
            body["productId"] = self._products.id_of(order, line)
        if line.unit_price is None:
            return body | {"amount": str(line.amount)}
        return body | {"quantity": str(line.quantity), "unitPrice": str(line.unit_price)}

    def _booked_as(self, order: Order) -> str | None:
        """Look whose number it is: ours, when an answer got lost long ago, or that of another sale."""
        found = self._connection.read_all("/transactions", number=order.number or "")
        return next((each["id"] for each in found if each["reference"] == order.reference), None)

    def _on_an_open_day(self, order: Order) -> Order:
        """Move it to the first day that is open, and keep the day of supply, which decides on the VAT."""
        closed = self._connection.get("/administration")
        day = order.date
        if closed["lockDate"]:
            day = max(day, dt.date.fromisoformat(closed["lockDate"]) + ONE_DAY)
        while _quarter(day) in closed["filedVatQuarters"]:
            day = _next_quarter(day)
        return replace(order, date=day, supply_date=order.supplied_on)

    def _for_another_debtor(self, order: Order) -> Order:
        self.debtors.replace(order.customer)
        return order

    def _with_settings_as_they_are_now(self, order: Order) -> Order:
        self.settings.forget()
        return order


def signed_total(transaction: Mapping[str, Any]) -> Decimal:
    """Read what a transaction adds to the turnover, VAT included."""
    total = Decimal(transaction["totalInclVat"])
    return total if transaction["type"] == "sales" else -total


def _without_number(order: Order) -> Order:
    """Leave the number to the journal: the shop's own belongs to another sale, and the reference still tells ours."""
    return replace(order, number=None)


def _quarter(day: dt.date) -> str:
    return f"{day.year}-Q{(day.month - 1) // MONTHS_PER_QUARTER + 1}"


def _next_quarter(day: dt.date) -> dt.date:
    years, quarter = divmod((day.month - 1) // MONTHS_PER_QUARTER + 1, QUARTERS_PER_YEAR)
    return dt.date(day.year + years, quarter * MONTHS_PER_QUARTER + 1, 1)
