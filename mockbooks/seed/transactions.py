"""Seeded transactions: some months of sales before today, some of them paid, one credited in part and one reversed."""

from collections import deque
from collections.abc import Callable
from dataclasses import field
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from mockbooks.frozen import dataclass
from mockbooks.resources import debtors, products, transactions
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.transactions.entity import Sale
from mockbooks.resources.transactions.schemas import TransactionCreate
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Equals

_ACTIVE: Final = (Equals("active", True),)  # noqa: FBT003 - a value
_BODY: Final = TransactionCreate()
_DAYS_BACK: Final = 120
_PAID_EVERY, _CREDITED_AT, _REVERSED_AT = 4, 9, 17
_MOST_PRODUCTS, _MOST_PIECES = 3, 4
_FIRST_ORDER: Final = 1001


def plant(context: Context, random: Random, *, count: int) -> None:
    """Book exactly so many transactions, in order of date; without debtors or products there is nothing to book."""
    shop = _Shop(context=context, random=random, buyers=_buyers(context), goods=_goods(context))
    if not shop.buyers or not shop.goods:
        return
    for position in range(count):
        follow_up = _follow_up_at(position) if shop.open_sales else None
        (follow_up or _Shop.sell)(shop, _day(context.today, position, count))


def _buyers(context: Context) -> list[Debtor]:
    active = context.books.collection(debtors.SPEC).entities(_ACTIVE)
    return [debtor for debtor in active if debtor.address.country_code == "NL"]


def _goods(context: Context) -> list[str]:
    return [product.id for product in context.books.collection(products.SPEC).entities(_ACTIVE)]


def _day(today: date, position: int, count: int) -> date:
    """Spread the transactions over the last months, the last one today."""
    return today - timedelta(days=_DAYS_BACK * (count - 1 - position) // count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shop:
    """Who buys what, and the ids of the sales that nobody paid, credited or reversed, oldest first."""

    context: Context
    random: Random
    buyers: list[Debtor]
    goods: list[str]
    open_sales: deque[str] = field(default_factory=deque)

    def sell(self, day: date) -> None:
        """Book a sale: prices with VAT to a consumer, without to a business."""
        chosen = self.random.sample(self.goods, k=min(len(self.goods), self.random.randint(1, _MOST_PRODUCTS)))
        buyer = self.random.choice(self.buyers)
        lines = [{"productId": product, "quantity": str(self.random.randint(1, _MOST_PIECES))} for product in chosen]
        order = _FIRST_ORDER - 1 + self.context.books.next_number("seeded-order")
        sale = self._book(
            type="sales",
            date=day.isoformat(),
            debtorId=buyer.id,
            reference=f"ORD-{order}",
            description=f"Bestelling {order}",
            pricesIncludeVat=not buyer.is_business,
            lines=lines,
        )
        if self._sale(sale).open_amount:
            self.open_sales.append(sale)

    def receive(self, day: date) -> None:
        """Book the payment of the oldest open sale."""
        sale = self._oldest_open()
        line = {"settlesTransactionId": sale.id, "amount": format(sale.open_amount, "f")}
        self._book(
            type="receipt", date=day.isoformat(), debtorId=sale.debtor_id, reference=sale.reference, lines=[line]
        )

    def credit(self, day: date) -> None:
        """Book the return of one piece of the first line of the oldest open sale."""
        sale = self._oldest_open()
        first = sale.lines[0]
        self._book(
            type="sales_credit",
            date=day.isoformat(),
            debtorId=sale.debtor_id,
            creditsTransactionId=sale.id,
            reference=f"RET-{sale.reference}",
            description="Retour",
            pricesIncludeVat=sale.prices_include_vat,
            lines=[{"productId": first.product_id, "amount": format(first.amount / first.quantity, ".2f")}],
        )

    def reverse(self, day: date) -> None:
        """Reverse the oldest open sale."""
        values = {"date": day, "number": None, "reference": None, "description": "Dubbel geboekt"}
        (verb,) = transactions.RESOURCE.verbs
        operations.do(transactions.RESOURCE, verb, self.context, self._oldest_open().id, values)

    def _oldest_open(self) -> Sale:
        return self._sale(self.open_sales.popleft())

    def _sale(self, sale_id: str) -> Sale:
        sale = self.context.books.collection(transactions.RESOURCE.spec).get(sale_id)
        if not isinstance(sale, Sale):
            raise TypeError(f"{sale_id} is no sale")
        return sale

    def _book(self, **body: Any) -> str:  # noqa: ANN401 - JSON
        transaction_id = self.context.books.next_id(transactions.RESOURCE.spec)
        operations.create(transactions.RESOURCE, self.context, _BODY.load(body))
        return transaction_id


def _follow_up_at(position: int) -> Callable[[_Shop, date], None] | None:
    """Tell what happens to an earlier sale at this position, if anything."""
    if position in _FOLLOW_UPS:
        return _FOLLOW_UPS[position]
    return _Shop.receive if position % _PAID_EVERY == _PAID_EVERY - 1 else None


_FOLLOW_UPS: Final = {_CREDITED_AT: _Shop.credit, _REVERSED_AT: _Shop.reverse}
