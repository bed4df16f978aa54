"""Bookings in the books of a small administration, for the tests of expectations."""

from typing import Any

from mockbooks.resources import debtors, products, transactions
from mockbooks.resources.addresses import EXAMPLE as ADDRESS
from mockbooks.resources.debtors import DebtorCreate
from mockbooks.resources.products import ProductCreate
from mockbooks.resources.transactions.schemas import ReversalBody, TransactionCreate
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service import operations
from tests.unit.observations.watching import Small


def book(small: Small, reference: str = "ORD-1001", amount: str = "121.00", **more: Any) -> str:  # noqa: ANN401
    """Book a sale to Bakkerij De Korenaar, with 21 % VAT in it; give its id."""
    line = {"description": "Taart", "amount": amount, "vatRateId": "vat_000001", "ledgerAccountId": "led_000044"}
    body = {
        "type": "sales",
        "date": "2026-10-15",
        "reference": reference,
        "debtorId": "deb_000001",
        "pricesIncludeVat": True,
        "lines": [line],
    }
    operations.create(transactions.RESOURCE, small.context, TransactionCreate().load({**body, **more}))
    return small.books.collection(SPEC).ids((), limit=100)[-1]


def reverse(small: Small, transaction_id: str) -> None:
    """Book the reversal of a transaction."""
    (verb,) = transactions.RESOURCE.verbs
    operations.do(transactions.RESOURCE, verb, small.context, transaction_id, ReversalBody().load({}))


def add_debtor(small: Small, email: str) -> None:
    """Create a debtor with this e-mail address."""
    values = DebtorCreate().load({"name": "De Korenaar", "email": email, "address": ADDRESS})
    operations.create(debtors.RESOURCE, small.context, values)


def add_product(small: Small, sku: str) -> None:
    """Create a product with this SKU."""
    values = ProductCreate().load({"sku": sku, "description": "Taart", "price": "12.00"})
    operations.create(products.RESOURCE, small.context, values)
