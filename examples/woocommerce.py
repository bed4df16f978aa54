"""Reads the orders of a WooCommerce shop, and decides what each means for the books."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from examples.orders import Customer, Line, Order, OrderFile, round_to_cents

Json = dict[str, Any]

BOOKABLE_STATUSES = frozenset({"processing", "completed", "refunded"})
HOME_TREATMENTS = {Decimal(21): ("NL_HOOG", "8000"), Decimal(9): ("NL_LAAG", "8010")}
OTHER_EU_COUNTRIES = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT PL PT RO SE SI SK"
ADDRESS = {"line1": "address_1", "line2": "address_2", "postalCode": "postcode", "city": "city"}
SHIPPING_ACCOUNT, DISCOUNT_ACCOUNT = "8100", "8200"


def read_woocommerce(path: Path) -> OrderFile:
    """Read orders as GET /wc/v3/orders gives them, with each refund as GET /wc/v3/orders/{id}/refunds gives it."""
    entries: list[Json] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    bookable = [entry for entry in entries if entry["status"] in BOOKABLE_STATUSES]
    orders = tuple(order for entry in bookable for order in _sale_and_credits(entry))
    return OrderFile(orders=orders, total_as_written=sum((order.signed_total for order in orders), Decimal(0)))


def _sale_and_credits(entry: Json) -> Iterator[Order]:
    """Yield the order itself, then a credit for each refund, which mirrors the treatment of the sale."""
    customer = _customer(entry)
    percentages = {rate["rate_id"]: Decimal(rate["rate_percent"]) for rate in entry["tax_lines"]}
    basket = _Basket(entry["shipping"]["country"] or entry["billing"]["country"], customer.vat_number, percentages)
    reference = f"WC-{entry['number']}"
    goods_value = basket.value_per_treatment(entry["line_items"], "total")
    # Without tax the shop's prices are prices without VAT (ICP, export); then there is nothing to take out of them.
    shared: Json = {"customer": customer, "prices_include_vat": Decimal(entry["total_tax"]) != 0}
    yield Order(
        kind="sales",
        reference=reference,
        date=_date(entry["date_created"]),
        lines=tuple(basket.lines(entry, goods_value)),
        total=Decimal(entry["total"]),
        **shared,
    )
    for refund in entry["refunds"]:
        yield Order(
            kind="sales_credit",
            reference=f"WC-R{refund['id']}",
            date=_date(refund["date_created"]),
            lines=tuple(basket.lines(refund, goods_value)),
            total=abs(Decimal(refund["total"])),
            credits_reference=reference,
            **shared,
        )


@dataclass(frozen=True, slots=True)
class _Basket:
    """Turns the items of one order into lines, by where it goes, who buys and the rates that the shop applied."""

    country: str
    vat_number: str | None
    percentages: Mapping[int, Decimal]

    def treatment(self, item: Json) -> tuple[str, str]:
        """Choose VAT code and ledger account: home, export, a business elsewhere in the EU, a consumer there."""
        percentage = next((self.percentages[tax["id"]] for tax in item["taxes"]), Decimal(0))
        if self.country == "NL":
            return HOME_TREATMENTS[percentage]
        if self.country not in OTHER_EU_COUNTRIES.split():
            return "EXPORT", "8040"
        if self.vat_number:
            return "EU_ICP", "8030"
        return f"OSS_{self.country}_{percentage}", "8050"

    def value_per_treatment(self, items: Iterable[Json], key: Literal["subtotal", "total"]) -> dict[str, Decimal]:
        """Sum the value of goods per VAT code: `subtotal` is before discount, `total` is what was paid."""
        values: defaultdict[str, Decimal] = defaultdict(Decimal)
        for item in items:
            values[self.treatment(item)[0]] += _gross(item, key)
        return dict(values)

    def lines(self, entry: Json, goods_value: Mapping[str, Decimal]) -> Iterator[Line]:
        """Yield goods at their price before discount, then the discount, then shipping."""
        for item in entry["line_items"]:
            yield self._goods_line(item)
        yield from self._discount_lines(entry)
        # Shipping is part of the supply of the goods and shares their treatment: in a basket of 21 and 9 % it is
        # divided in proportion to what is paid at each rate. (The highest rate for all of it would be simpler, and
        # would pay too much VAT. The shop's own division of the tax is set aside; what the customer paid is kept.)
        shipping = sum((_gross(shipping, "total") for shipping in entry["shipping_lines"]), Decimal(0))
        for vat_code, share in _divided(shipping, goods_value):
            if share:
                yield Line("Verzendkosten", share, vat_code, SHIPPING_ACCOUNT, kind="service")

    def _goods_line(self, item: Json) -> Line:
        vat_code, account_code = self.treatment(item)
        amount = _gross(item, "subtotal")
        quantity = abs(Decimal(item["quantity"]))
        unit_price = round_to_cents(amount / quantity)
        exact_price = unit_price if unit_price * quantity == amount else None
        what = item["name"], amount, vat_code, account_code
        return Line(*what, quantity=quantity, unit_price=exact_price, sku=item["sku"] or None)

    def _discount_lines(self, entry: Json) -> Iterator[Line]:
        """Yield one negative line per rate: a discount lowers the base of the rate it was given on."""
        paid, full = (self.value_per_treatment(entry["line_items"], key) for key in ("total", "subtotal"))
        coupons = " ".join(coupon["code"].upper() for coupon in entry.get("coupon_lines", []))
        for vat_code, full_amount in full.items():
            if amount := paid[vat_code] - full_amount:
                yield Line(f"Korting {coupons}".strip(), amount, vat_code, DISCOUNT_ACCOUNT, kind="service")


def _customer(entry: Json) -> Customer:
    billing: dict[str, str] = entry["billing"]
    person = f"{billing['first_name']} {billing['last_name']}".strip()
    return Customer(
        name=billing["company"] or person,
        email=billing["email"].strip(),
        address={"countryCode": billing["country"]}
        | {key: billing[its] for key, its in ADDRESS.items() if billing[its]},
        contact_name=person if billing["company"] else None,
        vat_number=next((meta["value"] for meta in entry["meta_data"] if meta["key"] == "_billing_vat_number"), None),
        is_business=bool(billing["company"]),
    )


def _date(moment: str) -> dt.date:
    """Take the date on the shop's own clock: the one in UTC is a day early around midnight."""
    return dt.datetime.fromisoformat(moment).date()


def _gross(item: Json, key: Literal["subtotal", "total"]) -> Decimal:
    """Add the tax back: WooCommerce keeps amounts without tax, also where its prices include it; refunds negative."""
    return abs(Decimal(item[key]) + Decimal(item[f"{key}_tax"]))


def _divided(amount: Decimal, weights: Mapping[str, Decimal]) -> Iterator[tuple[str, Decimal]]:
    """Divide in proportion, each share of what the ones before it left, so that the sum stays exact."""
    left, left_weight = amount, sum(weights.values())
    for key, weight in weights.items():
        share = round_to_cents(left * weight / (left_weight or 1)) if weight != left_weight else left
        left, left_weight = left - share, left_weight - weight
        yield key, share
