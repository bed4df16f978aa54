"""The resources: how vendors call them, what an item of each looks like, and with what it is easily confused."""

from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.nouns.debtors import DEBTORS
from mockbooks.conformance.vocabulary.nouns.invoice_profiles import INVOICE_PROFILES
from mockbooks.conformance.vocabulary.nouns.journals import JOURNALS
from mockbooks.conformance.vocabulary.nouns.ledger_accounts import LEDGER_ACCOUNTS
from mockbooks.conformance.vocabulary.nouns.payment_terms import PAYMENT_TERMS
from mockbooks.conformance.vocabulary.nouns.products import PRODUCTS
from mockbooks.conformance.vocabulary.nouns.transactions import TRANSACTIONS
from mockbooks.conformance.vocabulary.nouns.vat_rates import VAT_RATES
from mockbooks.conformance.vocabulary.signs import Signs

NOUNS: Final[Mapping[Noun, Signs]] = {
    Noun.DEBTORS: DEBTORS,
    Noun.TRANSACTIONS: TRANSACTIONS,
    Noun.PRODUCTS: PRODUCTS,
    Noun.VAT_RATES: VAT_RATES,
    Noun.LEDGER_ACCOUNTS: LEDGER_ACCOUNTS,
    Noun.JOURNALS: JOURNALS,
    Noun.PAYMENT_TERMS: PAYMENT_TERMS,
    Noun.INVOICE_PROFILES: INVOICE_PROFILES,
}
