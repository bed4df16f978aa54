"""Times every documented filter on the API's own records, few and many, and weighs them: look-ups must stay flat."""

import gc
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from time import perf_counter
from typing import Any

from bench._proc import own_bytes
from bench._timing import NOW
from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.resources import debtors, products, transactions
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.products import Product
from mockbooks.resources.transactions.entity import Sale
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.resource import Resource
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock, moment_text

FEW, MANY = 1_000, 1_000_000
MANY_TRANSACTIONS = 300_000
SHOPS = 997
ROUNDS = 60
MICROSECONDS = 1_000_000
START = NOW - timedelta(days=300)

QUERIES: dict[str, dict[str, str]] = {
    "debtors": {
        "email": "inkoop500@zaak.example",
        "code": "D500",
        "name": "korenaar 500 ",
        "active": "true",
        "updatedSince": "2026-11-22T00:00:00Z",
        "page": "9",
    },
    "products": {
        "sku": "SKU-500",
        "description": "snijplank 500 ",
        "active": "true",
        "updatedSince": "2026-11-22T00:00:00Z",
        "page": "9",
    },
    "transactions": {
        "number": "N-500",
        "date": "2026-08-01",
        "dateFrom": "2026-03-01",
        "dateTo": "2026-08-01",
        "reference": "ORD-500",
        "paymentReference": "P-500",
        "debtorId": "deb_000001",
        "journalId": "jrn_000005",
        "type": "sales",
        "status": "open",
        "updatedSince": "2026-11-22T00:00:00Z",
        "page": "9",
    },
}


def main() -> None:
    """Fill the books with few and with many records, and print what each filter costs in both."""
    few, many = _Filled(FEW, FEW), _Filled(MANY, MANY_TRANSACTIONS)
    gc.freeze()
    print(f"\n{'µs per page of 50, median':40}{few.debtors:>12,}{many.debtors:>12,}{'ratio':>8}")
    for name, queries in QUERIES.items():
        for key, value in queries.items():
            before, after = few.microseconds(name, key, value), many.microseconds(name, key, value)
            print(f"{name + '?' + key + '=' + value:40.40}{before:12.1f}{after:12.1f}{after / before:8.2f}")
    print(f"transactions were {few.transactions:,} and {many.transactions:,}")
    print(f"{'bytes per debtor, with its indexes':40}{many.bytes_per_debtor:24,.0f}")
    print(f"{'bytes per product, with its indexes':40}{many.bytes_per_product:24,.0f}")
    print(f"{'bytes per sale of one line':40}{many.bytes_per_transaction:24,.0f}")


class _Filled:
    """The books of one administration with so many debtors and products, and so many sales."""

    def __init__(self, count: int, sales: int) -> None:
        self.debtors, self.transactions = count, sales
        app = create_app(Settings(debtors=12, products=8, transactions=1), FrozenClock(NOW))
        self.context = app.administrations[DEMO_ADMINISTRATION].context()
        self.bytes_per_debtor = _fill(self.context, debtors.RESOURCE, _debtors(self.context, count), count)
        self.bytes_per_product = _fill(self.context, products.RESOURCE, _products(self.context, count), count)
        self.bytes_per_transaction = _fill(self.context, transactions.RESOURCE, _sales(self.context, sales), sales)

    def microseconds(self, name: str, key: str, value: str) -> float:
        resource = _RESOURCES[name]
        query = resource.query.load({key: value})
        times = []
        for _ in range(ROUNDS):
            started = perf_counter()
            operations.list_page(resource, self.context, query)
            times.append(perf_counter() - started)
        return median(times) * MICROSECONDS


_RESOURCES: dict[str, Resource[Any]] = {
    "debtors": debtors.RESOURCE,
    "products": products.RESOURCE,
    "transactions": transactions.RESOURCE,
}


def _fill(context: Context, resource: Resource[Any], entities: Iterator[Any], count: int) -> float:
    collection = context.books.collection(resource.spec)
    gc.collect()
    before = own_bytes()
    for position, entity in enumerate(entities, start=1):
        collection.add(entity)
        if sys.stderr.isatty() and position % 10_000 == 0:
            print(f"\r{resource.path[1:]} {position:,} of {count:,}", end="", file=sys.stderr)
    return (own_bytes() - before) / count


def _debtors(context: Context, count: int) -> Iterator[Debtor]:
    model = _first(context, debtors.RESOURCE)
    for position in range(count):
        moment = _moment(position, count)
        yield replace(
            model,
            id=context.books.next_id(debtors.SPEC),
            code=f"D{position}",
            name=f"Bakkerij Korenaar {position} B.V.",
            email=f"inkoop{position}@zaak.example",
            contact_name=f"Sanne de Vries {position}",
            address=replace(model.address, line1=f"Dorpsstraat {position}", postal_code=f"{1000 + position % 9000} AB"),
            created_at=moment,
            updated_at=moment,
        )


def _products(context: Context, count: int) -> Iterator[Product]:
    model = _first(context, products.RESOURCE)
    for position in range(count):
        moment = _moment(position, count)
        yield replace(
            model,
            id=context.books.next_id(products.SPEC),
            sku=f"SKU-{position}",
            description=f"Houten snijplank {position} groot",
            price=Decimal(position % 10_000 + 1).scaleb(-2),
            created_at=moment,
            updated_at=moment,
        )


def _sales(context: Context, count: int) -> Iterator[Sale]:
    model: Sale = _first(context, transactions.RESOURCE)
    for position in range(count):
        moment = _moment(position, count)
        yield replace(
            model,
            id=context.books.next_id(TRANSACTIONS),
            number=f"N-{position}",
            date=date.fromisoformat(moment[:10]),
            reference=f"ORD-{position}",
            payment_reference=f"P-{position}",
            debtor_id=f"deb_{position % (count // SHOPS + 1) + 1:06d}",
            created_at=moment,
            updated_at=moment,
        )


def _first(context: Context, resource: Resource[Any]) -> Any:  # noqa: ANN401 - the entity of the resource
    return next(context.books.collection(resource.spec).entities())


def _moment(position: int, count: int) -> str:
    """Spread the records over 300 days, as a shop's writes are."""
    return moment_text(START + (NOW - START) * position / count)


if __name__ == "__main__":
    main()
