"""The lines of a sale: what a product fills in, and what the books demand of account, price and VAT rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from mockbooks.catalogue.entry import Text
from mockbooks.domain import countries, vat_numbers
from mockbooks.domain.money import plain_text, round_half_up
from mockbooks.resources import ledger_accounts, products, vat_rates
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.products import Product
from mockbooks.resources.transactions.entity import SalesLine
from mockbooks.resources.vat_rates import VatRate
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.store import Equals

HIGHEST_AMOUNT: Final = Decimal("999999999.99")
_PRICE_PLACES: Final = 4
_CONTROL: Final = Text("it is a control account, which is posted on through its debtors only", "het is een tussenrekening van de subadministratie, waarop alleen via debiteuren wordt geboekt")
_NOT_REVENUE: Final = Text("a sale is booked on a revenue account", "een verkoop wordt geboekt op een omzetrekening")
_SALES_RATES: Final = Text("any VAT rate for sales", "elk btw-tarief voor verkoop")


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleTerms:
    """What holds for all lines of a sale."""

    debtor: Debtor | None
    supply_date: date
    prices_include_vat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """A line with everything filled in, and the VAT rate that it falls under."""

    line: SalesLine
    rate: VatRate


def price_lines(context: Context, complaints: Complaints, terms: SaleTerms, lines: Sequence[dict[str, Any]]) -> list[PricedLine]:
    """Fill in and check the lines; those with a complaint are left out."""
    priced = (_price(context, complaints, terms, line, f"/lines/{index}") for index, line in enumerate(lines))
    return [line for line in priced if line]


def _price(context: Context, complaints: Complaints, terms: SaleTerms, values: dict[str, Any], pointer: str) -> PricedLine | None:
    product = _product(context, complaints, values, pointer)
    if values["product_id"] and product is None:
        return None
    account = _account(context, complaints, values, product, pointer)
    rate = _vat_rate(context, complaints, terms, values, product, account, pointer)
    unit_price = _unit_price(complaints, terms, values, product, rate, pointer)
    amount = _amount(complaints, values, unit_price, pointer)
    if account is None or rate is None or amount is None:
        return None
    line = SalesLine(
        product_id=values["product_id"],
        ledger_account_id=account.id,
        description=values["description"] if values["description"] is not None or not product else product.description,
        quantity=values["quantity"],
        unit_price=unit_price,
        amount=amount,
        discount_percentage=values["discount_percentage"],
        vat_rate_id=rate.id,
    )
    return PricedLine(line=line, rate=rate)


def _product(context: Context, complaints: Complaints, values: dict[str, Any], pointer: str) -> Product | None:
    if values["product_id"] is None:
        return None
    return complaints.refer_active(
        context, products.RESOURCE, values["product_id"], f"{pointer}/productId", product_inactive="sku"
    )


def _account(
    context: Context, complaints: Complaints, values: dict[str, Any], product: Product | None, pointer: str
) -> LedgerAccount | None:
    pointer += "/ledgerAccountId"
    account_id = values["ledger_account_id"] or (product.ledger_account_id if product else None)
    if account_id is None:
        complaints.add("required", pointer)
        return None
    account = complaints.refer_active(context, ledger_accounts.RESOURCE, account_id, pointer, ledger_account_inactive="code")
    if account and (account.is_control or account.type != "revenue"):
        complaints.add(
            "ledger_account_not_allowed",
            pointer,
            ledgerAccount=account.code,
            description=account.description,
            because=_CONTROL if account.is_control else _NOT_REVENUE,
        )
    return account


def _vat_rate(  # noqa: PLR0913 - what a line's rate hangs on
    context: Context,
    complaints: Complaints,
    terms: SaleTerms,
    values: dict[str, Any],
    product: Product | None,
    account: LedgerAccount | None,
    pointer: str,
) -> VatRate | None:
    pointer += "/vatRateId"
    if values["vat_rate_id"]:
        rate = complaints.refer_active(context, vat_rates.RESOURCE, values["vat_rate_id"], pointer, vat_rate_inactive="code")
    else:
        rate = _usual_rate(context, complaints, terms, product, account, pointer)
    if rate:
        _check_rate(complaints, terms, rate, account, pointer)
    return rate


def _usual_rate(  # noqa: PLR0913 - what a line's rate hangs on
    context: Context,
    complaints: Complaints,
    terms: SaleTerms,
    product: Product | None,
    account: LedgerAccount | None,
    pointer: str,
) -> VatRate | None:
    """Take the rate of the product or account, in the version that held on the supply date."""
    rate_id = (product.vat_rate_id if product else None) or (account.default_vat_rate_id if account else None)
    if rate_id is None:
        if account:
            complaints.add("vat_rate_required", pointer)
        return None
    rate = complaints.refer_active(context, vat_rates.RESOURCE, rate_id, pointer, vat_rate_inactive="code")
    if rate is None or rate.is_valid_on(terms.supply_date):
        return rate
    versions = context.books.collection(vat_rates.SPEC).entities([Equals("code", rate.code)])
    return next((version for version in versions if version.is_valid_on(terms.supply_date)), rate)


def _check_rate(complaints: Complaints, terms: SaleTerms, rate: VatRate, account: LedgerAccount | None, pointer: str) -> None:
    if not rate.is_valid_on(terms.supply_date):
        complaints.add(
            "vat_rate_not_valid_on_date",
            pointer,
            vatRate=rate.code,
            percentage=plain_text(rate.percentage) if rate.percentage is not None else "-",
            date=terms.supply_date.isoformat(),
            validFrom=rate.valid_from or "…",
            validTo=rate.valid_to or "…",
        )
    allowed = account.allowed_vat_codes if account else None
    if rate.direction != "sales" or (allowed is not None and rate.code not in allowed):
        complaints.add(
            "vat_rate_not_allowed",
            pointer,
            vatRate=rate.code,
            ledgerAccount=account.code if account else "-",
            allowed=", ".join(allowed) if allowed else _SALES_RATES,
        )
    if rate.requires_vat_number and terms.debtor:
        _check_vat_number(complaints, terms.debtor, rate, terms.supply_date, pointer)


def _check_vat_number(complaints: Complaints, debtor: Debtor, rate: VatRate, day: date, pointer: str) -> None:
    """Demand the buyer's btw-id where the tax is shifted to the buyer (Wet OB 1968, art. 12; table II a.6)."""
    if debtor.vat_number is None:
        complaints.add("vat_number_required", pointer, debtor=debtor.code, vatRate=rate.code)
        return
    country = vat_numbers.country_of(debtor.vat_number)
    mismatch = country != debtor.address.country_code
    if rate.category in {"eu_goods", "eu_services"}:
        northern_ireland = debtor.vat_number.startswith("XI")
        mismatch = mismatch or country == "NL" or not (northern_ireland or countries.is_eu(country, day))
    if mismatch:
        complaints.add(
            "vat_number_country_mismatch",
            pointer,
            vatNumber=debtor.vat_number,
            country=debtor.address.country_code,
            vatRate=rate.code,
        )


def _unit_price(  # noqa: PLR0913 - what a line's price hangs on
    complaints: Complaints, terms: SaleTerms, values: dict[str, Any], product: Product | None, rate: VatRate | None, pointer: str
) -> Decimal | None:
    price, amount = values["unit_price"], values["amount"]
    if price is not None and amount is not None:
        complaints.add("exactly_one_of", pointer, fields="unitPrice, amount")
    if amount is not None and values["discount_percentage"] is not None:
        complaints.add("not_together", pointer, fields="amount, discountPercentage")
    if price is not None or amount is not None:
        return price
    if product is None:
        complaints.add("exactly_one_of", pointer, fields="unitPrice, amount")
        return None
    return _in_basis(product, terms, rate)


def _in_basis(product: Product, terms: SaleTerms, rate: VatRate | None) -> Decimal:
    """Give the product's price with or without VAT, as the sale states its prices."""
    percentage = rate.percentage if rate else None
    if product.price_includes_vat == terms.prices_include_vat or not percentage:
        return product.price
    factor = (100 + percentage) / 100
    price = product.price * factor if terms.prices_include_vat else product.price / factor
    return round_half_up(price, _PRICE_PLACES)


def _amount(complaints: Complaints, values: dict[str, Any], unit_price: Decimal | None, pointer: str) -> Decimal | None:
    if values["amount"] is not None:
        amount: Decimal = values["amount"]
        return amount
    if unit_price is None:
        return None
    discount = values["discount_percentage"] or Decimal(0)
    amount = round_half_up(values["quantity"] * unit_price * (100 - discount) / 100)
    if abs(amount) > HIGHEST_AMOUNT:
        complaints.add("number_out_of_range", pointer, came=plain_text(amount), lowest=f"-{HIGHEST_AMOUNT}", highest=str(HIGHEST_AMOUNT))
    return amount
