"""A shop with the settings of the seed and little else, whose bookings the tests of the ledger know by heart."""

from datetime import date
from typing import Any

from mockbooks import seed
from mockbooks.resources import SPECS, debtors, products, transactions
from mockbooks.resources.transactions.schemas import TransactionCreate
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Books

SALE, RECEIPT, MEMORIAL = "trx_000001", "trx_000002", "trx_000003"


class Shop:
    """Books on 23 November 2026 with two debtors, and what can be booked in them."""

    def __init__(self) -> None:
        self.context = Context(books=Books(SPECS), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23))
        seed.plant(self.context, seed.Seed(debtors=2, products=0, transactions=0))

    @property
    def books(self) -> Books:
        return self.context.books

    def id_of(self, collection: str, code: str) -> str:
        return str(next(each.id for each in self.books.named(collection).entities() if each.code == code))

    def account(self, code: str) -> str:
        return self.id_of("ledger-accounts", code)

    def sell(self, day: str = "2026-11-20") -> None:
        """Book 121.00 = 100.00 + 21.00."""
        line = {
            "ledgerAccountId": self.account("8000"),
            "unitPrice": "100.00",
            "vatRateId": self.id_of("vat-rates", "NL_HOOG"),
        }
        self._book(type="sales", date=day, debtorId="deb_000001", description="Bestelling 1001", lines=[line])

    def receive(self, sale_id: str, amount: str, day: str = "2026-11-21") -> None:
        """Book a payment at the bank."""
        self._book(type="receipt", date=day, lines=[{"settlesTransactionId": sale_id, "amount": amount}])

    def credit(self, sale_id: str) -> None:
        """Book a credit note of the whole sale."""
        line = {
            "ledgerAccountId": self.account("8000"),
            "amount": "100.00",
            "vatRateId": self.id_of("vat-rates", "NL_HOOG"),
        }
        self._book(
            type="sales_credit",
            date="2026-11-22",
            debtorId="deb_000001",
            creditsTransactionId=sale_id,
            lines=[line],
        )

    def adjust(self) -> None:
        """Book 50.00 from the bank to costs."""
        lines = [
            {"ledgerAccountId": self.account("4700"), "debit": "50.00", "description": "Kantoorartikelen"},
            {"ledgerAccountId": self.account("1100"), "credit": "50.00"},
        ]
        self._book(type="memorial", date="2026-11-22", lines=lines)

    def reverse(self, transaction_id: str) -> None:
        values = {"date": None, "number": None, "reference": None, "description": None}
        (verb,) = transactions.RESOURCE.verbs
        operations.do(transactions.RESOURCE, verb, self.context, transaction_id, values)

    def remove_debtor(self, debtor_id: str) -> None:
        operations.delete(debtors.RESOURCE, self.context, debtor_id)

    def add_product(self) -> None:
        body = {"sku": "BROOD-800", "description": "Volkorenbrood 800 gram", "price": "3.95"}
        operations.create(products.RESOURCE, self.context, products.ProductCreate().load(body))

    def _book(self, **body: Any) -> None:  # noqa: ANN401 - JSON
        operations.create(transactions.RESOURCE, self.context, TransactionCreate().load(body))


def busy_shop() -> Shop:
    """Give a shop with a sale, its payment in part, and a memorial entry."""
    shop = Shop()
    shop.sell()
    shop.receive(SALE, "21.00")
    shop.adjust()
    return shop
