"""The same work for both clients: the orders of a small web shop, as they are on 15 October 2026."""

import datetime as dt
from decimal import Decimal
from typing import Final

from examples.orders import Customer, Line, Order

NEW_PHONE: Final = "+31 6 87654321"
# The first row of the second page of debtors, and one that the bookkeeper made: both are in the books already.
BILAL: Final = Customer(
    name="Bilal van Venrooy",
    email="bilal.van.venrooy.50@mail.example",
    address={"line1": "Elinebaan 16", "postalCode": "7431 GW", "city": "Bant", "countryCode": "NL"},
)
SIOBHAN: Final = Customer(
    name="Siobhán O'Brien",
    email="siobhan.o'brien@mail.example",
    address={"line1": "Nieuwegracht 7", "postalCode": "3512 LC", "city": "Utrecht", "countryCode": "NL"},
)
ANNA: Final = Customer(
    name="Anna Bos",
    email="anna.bos@shop.example",
    address={"line1": "Dorpsstraat 14", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
)
# The shop remembers a debtor for this customer, who was removed from the books since.
KOFFIEBAR: Final = Customer(
    name="Koffiebar De Branding",
    email="inkoop@debranding.example",
    address={"line1": "Boulevard 3", "postalCode": "2042 AD", "city": "Zandvoort", "countryCode": "NL"},
    debtor_id="deb_009999",
)


def _sale(reference: str, day: dt.date, customer: Customer, *lines: Line, number: str | None = None) -> Order:
    total = sum((line.amount for line in lines), Decimal(0))
    return Order(
        kind="sales", reference=reference, date=day, customer=customer, lines=lines, total=total, number=number
    )


def _theepot(amount: str) -> Line:
    return Line("Keramische theepot", Decimal(amount), "NL_HOOG", "8000")


def _thee(amount: str) -> Line:
    return Line("Biologische thee", Decimal(amount), "NL_LAAG", "8010")


# One sale and one credit lie in September, a quarter that bookkeepers are closing in these weeks.
ORDERS: Final = (
    _sale("ORD-1001", dt.date(2026, 10, 12), ANNA, _theepot("121.00")),
    _sale("ORD-1002", dt.date(2026, 10, 12), BILAL, _theepot("60.50"), _thee("21.80")),
    _sale("ORD-1003", dt.date(2026, 9, 28), SIOBHAN, _theepot("242.00")),
    _sale("ORD-1004", dt.date(2026, 10, 13), ANNA, _theepot("36.30")),
    _sale("ORD-1005", dt.date(2026, 10, 13), KOFFIEBAR, _thee("54.50")),
    _sale("ORD-1006", dt.date(2026, 10, 14), BILAL, _theepot("12.10")),
)
CREDIT: Final = Order(
    kind="sales_credit",
    reference="ORD-1003-R1",
    date=dt.date(2026, 9, 30),
    customer=SIOBHAN,
    lines=(_theepot("121.00"),),
    total=Decimal("121.00"),
    credits_reference="ORD-1003",
)
# A shop that gives its invoices numbers of its own.
NUMBERED_ORDERS: Final = (
    _sale("ORD-1001", dt.date(2026, 10, 12), ANNA, _theepot("121.00"), number="WEB-1001"),
    _sale("ORD-1002", dt.date(2026, 10, 12), BILAL, _theepot("60.50"), number="WEB-1002"),
    _sale("ORD-1003", dt.date(2026, 9, 28), SIOBHAN, _theepot("242.00")),
)


def _excluding_vat(reference: str, total: str, *amounts: str) -> Order:
    lines = tuple(Line("Postkaart", Decimal(amount), "NL_HOOG", "8000") for amount in amounts)
    return Order(
        kind="sales",
        reference=reference,
        date=dt.date(2026, 10, 12),
        customer=ANNA,
        lines=lines,
        total=Decimal(total),
        prices_include_vat=False,
    )


# Prices without VAT: one order rounded on the total, as is usual, and one per line, as this shop's till does.
ORDERS_OF_CENTS: Final = (
    _excluding_vat("ORD-1001", "29.98", "8.26", "8.26", "8.26"),
    _excluding_vat("ORD-1002", "60.51", "37.50", "12.50"),
    ORDERS[2],
)
