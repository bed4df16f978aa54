"""The audits: what is asked of a document, one file each, in the order of the conditions."""

from typing import Final

from mockbooks.conformance.audits.answer_time import ANSWER_TIME
from mockbooks.conformance.audits.contact import CONTACT
from mockbooks.conformance.audits.debtor_fields import DEBTOR_FIELDS
from mockbooks.conformance.audits.debtors import DEBTORS
from mockbooks.conformance.audits.described import DESCRIBED
from mockbooks.conformance.audits.dutch import DUTCH
from mockbooks.conformance.audits.failure import FAILURE
from mockbooks.conformance.audits.invoice_profiles import INVOICE_PROFILES
from mockbooks.conformance.audits.journals import JOURNALS
from mockbooks.conformance.audits.ledger_account_fields import LEDGER_ACCOUNT_FIELDS
from mockbooks.conformance.audits.ledger_accounts import LEDGER_ACCOUNTS
from mockbooks.conformance.audits.limits import LIMITS
from mockbooks.conformance.audits.oauth import OAUTH
from mockbooks.conformance.audits.payment_terms import PAYMENT_TERMS
from mockbooks.conformance.audits.product_fields import PRODUCT_FIELDS
from mockbooks.conformance.audits.products import PRODUCTS
from mockbooks.conformance.audits.reference import REFERENCE
from mockbooks.conformance.audits.rest import REST
from mockbooks.conformance.audits.success_status import SUCCESS_STATUS
from mockbooks.conformance.audits.success_told import SUCCESS_TOLD
from mockbooks.conformance.audits.term_and_profile_fields import TERM_AND_PROFILE_FIELDS
from mockbooks.conformance.audits.transaction_id import TRANSACTION_ID
from mockbooks.conformance.audits.transactions import TRANSACTIONS
from mockbooks.conformance.audits.vat_rate_fields import VAT_RATE_FIELDS
from mockbooks.conformance.audits.vat_rates import VAT_RATES
from mockbooks.conformance.check import Check
from mockbooks.conformance.guessing.subject import Subject

AUDITS: Final[tuple[Check[Subject], ...]] = (
    REST,
    DESCRIBED,
    OAUTH,
    DEBTORS,
    TRANSACTIONS,
    PRODUCTS,
    VAT_RATES,
    LEDGER_ACCOUNTS,
    JOURNALS,
    PAYMENT_TERMS,
    INVOICE_PROFILES,
    SUCCESS_TOLD,
    SUCCESS_STATUS,
    TRANSACTION_ID,
    DEBTOR_FIELDS,
    PRODUCT_FIELDS,
    VAT_RATE_FIELDS,
    LEDGER_ACCOUNT_FIELDS,
    TERM_AND_PROFILE_FIELDS,
    FAILURE,
    LIMITS,
    CONTACT,
    DUTCH,
    REFERENCE,
    ANSWER_TIME,
)
