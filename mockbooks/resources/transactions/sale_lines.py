"""The lines of a sale: what a product fills in, and what the books demand of account, price and VAT rate."""

from decimal import Decimal
from typing import Any, Final, NamedTuple

from mockbooks.domain.money import CENT, plain_text, round_half_up
from mockbooks.frozen import value
from mockbooks.resources import products
from mockbooks.resources.account_rules import find_account
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.products import Product
from mockbooks.resources.transactions.entity import SalesLine
from mockbooks.resources.transactions.heading import Booking
from mockbooks.resources.transactions.line_vat import LineVat
from mockbooks.resources.transactions.sale_terms import SaleTerms
from mockbooks.resources.vat_rates import VatRate
from mockbooks.service.fields import canonical
from mockbooks.texts import Text

HIGHEST_AMOUNT: Final = Decimal("999999999.99")
_PRICE_PLACES: Final = 4
_CONTROL: Final = Text(
    "it is a control account, which is posted on through its debtors only",
    "het is een verzamelrekening, waarop alleen via debiteuren wordt geboekt",
)
_NOT_REVENUE: Final = Text("a sale is booked on a revenue account", "een verkoop wordt geboekt op een omzetrekening")


def _why_not(account: LedgerAccount) -> Text | None:
    if account.is_control:
        return _CONTROL
    return None if account.type == "revenue" else _NOT_REVENUE


@value(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """A line with everything filled in, and the VAT rate that it falls under."""

    line: SalesLine
    rate: VatRate


def price_lines(booking: Booking, terms: SaleTerms) -> list[PricedLine] | None:
    """Fill in and check the lines; None when one of them lacks what a total is computed from."""
    lines, known = booking.values["lines"], dict[_Asked, _References]()
    priced = [_Line(booking, terms, values, f"/lines/{index}", known).priced() for index, values in enumerate(lines)]
    complete = [line for line in priced if line]
    return complete if len(complete) == len(lines) else None


_Asked = tuple[str | None, str | None, str | None]


class _References(NamedTuple):
    """What a line refers to, itself or by its product; what is None was not found, and that was complained about."""

    product: Product | None
    account: LedgerAccount | None
    rate: VatRate | None


@value(frozen=True, slots=True)
class _Line:
    """One line as it was sent; `known` is what the lines before it referred to, as far as nothing was wrong with it."""

    booking: Booking
    terms: SaleTerms
    values: dict[str, Any]
    pointer: str
    known: dict[_Asked, _References]

    def priced(self) -> PricedLine | None:
        product, account, rate = self._references()
        if self.values["product_id"] and product is None:
            return None
        unit_price = self._unit_price(product, rate)
        amount = self._amount(unit_price)
        if account is None or rate is None or amount is None:
            return None
        return PricedLine(line=self._filled_in(product, account, rate, unit_price, amount), rate=rate)

    def _filled_in(
        self,
        product: Product | None,
        account: LedgerAccount,
        rate: VatRate,
        unit_price: Decimal | None,
        amount: Decimal,
    ) -> SalesLine:
        description = self.values["description"]
        return SalesLine(
            product_id=self.values["product_id"],
            ledger_account_id=account.id,
            description=product.description if product and description is None else description,
            quantity=self.values["quantity"],
            unit_price=unit_price,
            amount=amount,
            discount_percentage=self.values["discount_percentage"],
            vat_rate_id=rate.id,
        )

    def _references(self) -> _References:
        """Look up what lines refer to once for all that refer to the same; complaints are made for each."""
        asked = (self.values["product_id"], self.values["ledger_account_id"], self.values["vat_rate_id"])
        found = self.known.get(asked)
        if found is None:
            before = len(self.booking.complaints)
            found = self._looked_up(*asked)
            if len(self.booking.complaints) == before:
                self.known[asked] = found
        return found

    def _looked_up(self, product_id: str | None, account_id: str | None, rate_id: str | None) -> _References:
        """Look up product, account and rate; a product that is not there fills nothing in."""
        product = self._product()
        missing = product_id and product is None
        account = None if missing and not account_id else self._account(product)
        rate = None if missing and not rate_id else self._rate(product, account)
        return _References(product, account, rate)

    def _product(self) -> Product | None:
        product_id = self.values["product_id"]
        if product_id is None:
            return None
        return self.booking.complaints.refer_active(
            self.booking.context, products.RESOURCE, product_id, f"{self.pointer}/productId", product_inactive="sku"
        )

    def _rate(self, product: Product | None, account: LedgerAccount | None) -> VatRate | None:
        vat = LineVat(self.booking, self.terms, f"{self.pointer}/vatRateId")
        return vat.rate(self.values["vat_rate_id"], product, account)

    def _account(self, product: Product | None) -> LedgerAccount | None:
        pointer = f"{self.pointer}/ledgerAccountId"
        account_id = self.values["ledger_account_id"] or (product.ledger_account_id if product else None)
        if account_id is None:
            self.booking.complaints.add("required", pointer)
            return None
        return find_account(self.booking.context, self.booking.complaints, account_id, pointer, _why_not)

    def _unit_price(self, product: Product | None, rate: VatRate | None) -> Decimal | None:
        """Take the price that was sent; without one, and without an amount, that of the product."""
        price: Decimal | None = self.values["unit_price"]
        has_amount = self.values["amount"] is not None
        if has_amount and self.values["discount_percentage"] is not None:
            self.booking.complaints.add("not_together", self.pointer, fields="amount, discountPercentage")
        if (price is not None) == has_amount and (has_amount or product is None):
            self.booking.complaints.demand_one(self.pointer, unit_price=price, amount=self.values["amount"])
        if price is not None or has_amount or product is None:
            return price
        return _in_basis(product, rate, include_vat=self.terms.prices_include_vat)

    def _amount(self, unit_price: Decimal | None) -> Decimal | None:
        sent: Decimal | None = self.values["amount"]
        if sent is not None or unit_price is None:
            return sent
        discount, amount = self.values["discount_percentage"], self.values["quantity"] * unit_price
        amount = round_half_up(amount * (100 - discount) / 100 if discount else amount)
        if abs(amount) > HIGHEST_AMOUNT:
            self.booking.complaints.add(
                "number_out_of_range",
                self.pointer,
                came=plain_text(amount),
                lowest=plain_text(-HIGHEST_AMOUNT),
                highest=plain_text(HIGHEST_AMOUNT),
            )
            return None
        return amount


def _in_basis(product: Product, rate: VatRate | None, *, include_vat: bool) -> Decimal:
    """Give the product's price with or without VAT, as the sale states its prices, to four decimals."""
    percentage = rate.percentage if rate else None
    if product.price_includes_vat == include_vat or not percentage:
        return product.price
    factor = (100 + percentage) / 100
    price = product.price * factor if include_vat else product.price / factor
    return canonical(round_half_up(price, _PRICE_PLACES), CENT)
