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

ENGLISH_NAMES: Final[Mapping[Noun, str]] = {
    Noun.DEBTORS: "debtors",
    Noun.TRANSACTIONS: "financial transactions",
    Noun.PRODUCTS: "products",
    Noun.VAT_RATES: "VAT rates",
    Noun.LEDGER_ACCOUNTS: "ledger accounts",
    Noun.JOURNALS: "journals",
    Noun.PAYMENT_TERMS: "payment terms",
    Noun.INVOICE_PROFILES: "invoice profiles",
}
DUTCH_NAMES: Final[Mapping[Noun, str]] = {
    Noun.DEBTORS: "debiteuren",
    Noun.TRANSACTIONS: "financiële transacties",
    Noun.PRODUCTS: "producten",
    Noun.VAT_RATES: "btw-tarieven",
    Noun.LEDGER_ACCOUNTS: "grootboekrekeningen",
    Noun.JOURNALS: "dagboeken",
    Noun.PAYMENT_TERMS: "betaalcondities",
    Noun.INVOICE_PROFILES: "factuurprofielen",
}
