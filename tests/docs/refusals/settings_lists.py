"""What the operations refuse that only read what an administration is set up with."""

from typing import Final

from tests.docs.refusals.call import API, asks, not_found

CALLS: Final = [
    *asks("listVatRates", f"{API}/vat-rates", {"not_boolean": {"active": "ja"}}),
    *asks("listLedgerAccounts", f"{API}/ledger-accounts", {"not_boolean": {"active": "ja"}}),
    *asks("listJournals", f"{API}/journals", {"not_boolean": {"active": "ja"}}),
    *asks("listPaymentTerms", f"{API}/payment-terms", {"not_boolean": {"active": "ja"}}),
    *asks("listInvoiceProfiles", f"{API}/invoice-profiles", {"not_boolean": {"active": "ja"}}),
    not_found("getVatRate", "GET", f"{API}/vat-rates/vat_999999"),
    not_found("getLedgerAccount", "GET", f"{API}/ledger-accounts/led_999999"),
    not_found("getJournal", "GET", f"{API}/journals/jrn_999999"),
    not_found("getPaymentTerm", "GET", f"{API}/payment-terms/trm_999999"),
    not_found("getInvoiceProfile", "GET", f"{API}/invoice-profiles/prf_999999"),
    *asks("getAdministration", f"{API}/administration", {"unknown_parameter": {"page": "1"}}),
    *asks("getLimits", f"{API}/limits", {"unknown_parameter": {"page": "1"}}),
    *asks("getSupport", f"{API}/support", {"unknown_parameter": {"page": "1"}}),
]
