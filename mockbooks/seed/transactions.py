"""Seeded transactions: some months of sales before today, some of them paid, one credited in part and one reversed."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, Final

from mockbooks.resources import debtors, products, transactions
from mockbooks.resources.transactions.schemas import TransactionCreate
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Equals

_ACTIVE: Final = (Equals("active", True),)  # noqa: FBT003 - a value
_DAYS_BACK: Final = 120
_PAID_EVERY, _CREDITED_AT, _REVERSED_AT = 4, 9, 17
_MOST_LINES: Final = 3


def plant(context: Context, random: Random, *, count: int) -> None:
    """Book so many transactions in order of date; without debtors or products there is nothing to book."""
    buyers = [debtor.id for debtor in context.books.collection(debtors.SPEC).entities(_ACTIVE) if debtor.address.country_code == "NL"]
    goods = [product.id for product in context.books.collection(products.SPEC).entities(_ACTIVE)]
    if not buyers or not goods:
        return
    for position in range(count):
        _BOOKERS.get(_kind_of(position), _sale)(context, random, _day(context.today, position, count), buyers, goods)


def _kind_of(position: int) -> str:
    if position in {_CREDITED_AT, _REVERSED_AT}:
        return "credit" if position == _CREDITED_AT else "reversal"
    return "receipt" if position % _PAID_EVERY == _PAID_EVERY - 1 else "sale"


def _day(today: date, position: int, count: int) -> date:
    return today - timedelta(days=_DAYS_BACK * (count - 1 - position) // max(count, 1))


def _sale(context: Context, random: Random, day: date, buyers: list[str], goods: list[str]) -> None:
    chosen = random.sample(goods, k=min(len(goods), random.randint(1, _MOST_LINES)))
    number = context.books.peek_number("seeded-order")
    context.books.next_number("seeded-order")
    _book(
        context,
        type="sales",
        date=day.isoformat(),
        debtorId=random.choice(buyers),
        reference=f"ORD-{1000 + number}",
        description=f"Bestelling {1000 + number}",
        pricesIncludeVat=True,
        lines=[{"productId": product, "quantity": str(random.randint(1, 4))} for product in chosen],
    )


def _receipt(context: Context, random: Random, day: date, buyers: list[str], goods: list[str]) -> None:
    sale = _oldest_open(context)
    if sale is None:
        _sale(context, random, day, buyers, goods)
        return
    line = {"settlesTransactionId": sale.id, "amount": format(sale.open_amount, "f")}
    _book(context, type="receipt", date=day.isoformat(), debtorId=sale.debtor_id, reference=sale.reference, lines=[line])


def _credit(context: Context, random: Random, day: date, buyers: list[str], goods: list[str]) -> None:
    sale = _oldest_open(context)
    if sale is None:
        _sale(context, random, day, buyers, goods)
        return
    first = sale.lines[0]
    line = {"productId": first.product_id, "amount": format(first.amount / first.quantity.quantize(Decimal(1)), ".2f")}
    _book(
        context,
        type="sales_credit",
        date=day.isoformat(),
        debtorId=sale.debtor_id,
        creditsTransactionId=sale.id,
        reference=f"RET-{sale.reference}",
        description="Retour",
        pricesIncludeVat=True,
        lines=[line],
    )


def _reversal(context: Context, random: Random, day: date, buyers: list[str], goods: list[str]) -> None:
    sale = _oldest_open(context)
    if sale is None:
        _sale(context, random, day, buyers, goods)
        return
    values = {"date": day, "number": None, "reference": None, "description": "Dubbel geboekt"}
    operations.do(transactions.RESOURCE, transactions.RESOURCE.verbs[0], context, sale.id, values)


_BOOKERS: Final = {"receipt": _receipt, "credit": _credit, "reversal": _reversal}


def _oldest_open(context: Context) -> Any:  # noqa: ANN401 - a sale
    found = context.books.collection(transactions.SPEC).entities((Equals("type", "sales"), Equals("status", "open")))
    return next((sale for sale in found if sale.open_amount > 0), None)


def _book(context: Context, **body: Any) -> None:  # noqa: ANN401 - JSON
    operations.create(transactions.RESOURCE, context, TransactionCreate().load(body))
