"""Which entities stand in which collection of a dump, and what the API answers of them: the one table of that."""

from collections.abc import Mapping
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.resources import (
    RESOURCES,
    administration,
    debtors,
    invoice_profiles,
    journals,
    ledger_accounts,
    payment_terms,
    products,
    transactions,
    vat_rates,
)
from mockbooks.resources.transactions.entity import CreditNote, Memorial, Receipt, Sale
from mockbooks.service.schema import StrictSchema
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The class of the records of one collection, or the classes by their `type`; and how the API answers them."""

    entities: type | Mapping[str, type]
    answer: StrictSchema


KINDS: Final[dict[str, Kind]] = {
    debtors.SPEC.name: Kind(entities=debtors.Debtor, answer=debtors.RESOURCE.answer()),
    transactions.RESOURCE.spec.name: Kind(
        entities={"sales": Sale, "sales_credit": CreditNote, "receipt": Receipt, "memorial": Memorial},
        answer=transactions.RESOURCE.answer(),
    ),
    products.SPEC.name: Kind(entities=products.Product, answer=products.RESOURCE.answer()),
    vat_rates.SPEC.name: Kind(entities=vat_rates.VatRate, answer=vat_rates.answer()),
    ledger_accounts.SPEC.name: Kind(entities=ledger_accounts.LedgerAccount, answer=ledger_accounts.answer()),
    journals.SPEC.name: Kind(entities=journals.Journal, answer=journals.answer()),
    payment_terms.SPEC.name: Kind(entities=payment_terms.PaymentTerm, answer=payment_terms.answer()),
    invoice_profiles.SPEC.name: Kind(entities=invoice_profiles.InvoiceProfile, answer=invoice_profiles.answer()),
    administration.SPEC.name: Kind(entities=administration.Administration, answer=administration.answer()),
}
"""The kind of each collection by its name; a test holds that none is missing."""

NOUNS: Final[dict[str, Text]] = {resource.spec.name: resource.name for resource in RESOURCES}
"""What one record of each collection is called."""
