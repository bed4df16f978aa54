"""The VAT rate of one line: the one asked for or the usual one, and whether date, account and debtor allow it."""

from typing import Final

from mockbooks.domain import countries, vat_numbers
from mockbooks.domain.money import plain_text
from mockbooks.frozen import value
from mockbooks.resources import vat_rates
from mockbooks.resources.account_rules import check_rate
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.products import Product
from mockbooks.resources.transactions.heading import Booking
from mockbooks.resources.transactions.sale_terms import SaleTerms
from mockbooks.resources.vat_rates import VatRate
from mockbooks.store import Equals
from mockbooks.texts import Text

_NO_VAT: Final = Text("no VAT", "geen btw")
_EU_SUPPLIES: Final = ("eu_goods", "eu_services")
_OTHER_COUNTRY: Final = Text("they are of different countries", "die zijn van verschillende landen")
_NO_EU_SUPPLY: Final = Text(
    "it is for buyers in another country of the EU", "het is voor afnemers in een ander land van de EU"
)


@value(frozen=True, slots=True)
class LineVat:
    """Finds and checks the VAT rate of the line whose `vatRateId` the pointer points to."""

    booking: Booking
    terms: SaleTerms
    pointer: str

    def rate(self, asked_id: str | None, product: Product | None, account: LedgerAccount | None) -> VatRate | None:
        """Give the rate, even one that is not allowed; None when there is none, which was complained about."""
        rate = self._found(asked_id) if asked_id else self._usual(product, account)
        if rate:
            self._check_date(rate)
            check_rate(self.booking.complaints, rate, account, self.pointer)
            self._check_debtor(rate)
        return rate

    def _found(self, rate_id: str) -> VatRate | None:
        return self.booking.complaints.refer_active(
            self.booking.context, vat_rates.RESOURCE, rate_id, self.pointer, vat_rate_inactive="code"
        )

    def _usual(self, product: Product | None, account: LedgerAccount | None) -> VatRate | None:
        """Take the rate of the product or account, in the version that held on the supply date."""
        usual_id = (product.vat_rate_id if product else None) or (account.default_vat_rate_id if account else None)
        if usual_id is None:
            if account:  # without one nobody can tell yet: the account may give the rate
                self.booking.complaints.add("vat_rate_required", self.pointer)
            return None
        rate = self._found(usual_id)
        if rate is None or rate.is_valid_on(self.terms.supply_date):
            return rate
        versions = self.booking.context.books.collection(vat_rates.SPEC).entities([Equals("code", rate.code)])
        return next((version for version in versions if version.is_valid_on(self.terms.supply_date)), rate)

    def _check_date(self, rate: VatRate) -> None:
        if not rate.is_valid_on(self.terms.supply_date):
            self.booking.complaints.add(
                "vat_rate_not_valid_on_date",
                self.pointer,
                vatRate=rate.code,
                percentage=_NO_VAT if rate.percentage is None else plain_text(rate.percentage),
                date=self.terms.supply_date.isoformat(),
                validFrom=rate.valid_from,
                validTo=rate.valid_to,
            )

    def _check_debtor(self, rate: VatRate) -> None:
        """Demand the buyer's btw-id where the tax is shifted to the buyer (Wet OB 1968, art. 12; table II a.6)."""
        debtor = self.terms.debtor
        if debtor is None or not rate.requires_vat_number:
            return
        if debtor.vat_number is None:
            self.booking.complaints.add("vat_number_required", self.pointer, debtor=debtor.code, vatRate=rate.code)
        elif because := self._misfit(debtor, debtor.vat_number, rate):
            self.booking.complaints.add(
                "vat_number_country_mismatch",
                self.pointer,
                vatNumber=debtor.vat_number,
                country=debtor.address.country_code,
                vatRate=rate.code,
                because=because,
            )

    def _misfit(self, debtor: Debtor, vat_number: str, rate: VatRate) -> Text | None:
        """Say why not: the number must be of the debtor's country, and for supplies in the EU of another one than ours.

        Northern Ireland (XI) is in the EU for goods only, since 2021 (Protocol on Ireland/Northern Ireland, art. 8).
        """
        country = vat_numbers.country_of(vat_number)
        if country != debtor.address.country_code:
            return _OTHER_COUNTRY
        if rate.category not in _EU_SUPPLIES or (rate.category == "eu_goods" and vat_number.startswith("XI")):
            return None
        if country == "NL" or not countries.is_eu(country, self.terms.supply_date):
            return _NO_EU_SUPPLY
        return None
