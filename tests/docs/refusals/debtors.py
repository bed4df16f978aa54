"""What the operations on debtors refuse."""

from typing import Final

from tests.docs.refusals.call import API, Refused, asks, not_found, sends

_ADDRESS: Final = {"line1": "Kade 1", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
_DEBTOR: Final = {"name": "Molen De Hoop", "address": _ADDRESS}
CALLS: Final = [
    *asks(
        "listDebtors",
        f"{API}/debtors",
        {"number_out_of_range": {"pageSize": "201"}, "not_moment": {"updatedSince": "today"}},
    ),
    *sends(
        "createDebtor",
        f"{API}/debtors",
        "POST",
        {
            "code_in_use": {**_DEBTOR, "code": "ARCHIEF-1"},
            "vat_number_invalid": {**_DEBTOR, "vatNumber": "NL000099998B58"},
            "invalid_iban": {**_DEBTOR, "iban": "NL83MOCK0123456789"},
            "invalid_coc_number": {**_DEBTOR, "cocNumber": "1234567"},
            "invalid_email": {**_DEBTOR, "email": "geen adres"},
            "country_code_unknown": {**_DEBTOR, "address": {**_ADDRESS, "countryCode": "UK"}},
            "not_found": {**_DEBTOR, "paymentTermId": "trm_999999"},
            "payment_term_inactive": {**_DEBTOR, "paymentTermId": "trm_000011"},
            "invoice_profile_inactive": {**_DEBTOR, "invoiceProfileId": "prf_000005"},
            "ledger_account_not_allowed": {**_DEBTOR, "ledgerAccountId": "led_000044"},
            "set_by_server": {**_DEBTOR, "version": 1},
            "blank": {**_DEBTOR, "name": " "},
        },
    ),
    not_found("getDebtor", "GET", f"{API}/debtors/deb_999999"),
    *sends(
        "updateDebtor",
        f"{API}/debtors/deb_000001",
        "PUT",
        {"stale_version": {**_DEBTOR, "version": 7}, "code_in_use": {**_DEBTOR, "version": 1, "code": "10002"}},
    ),
    Refused("updateDebtor", "not_found", "PUT", f"{API}/debtors/deb_999999", {"json": {**_DEBTOR, "version": 1}}),
    Refused("deleteDebtor", "in_use", "DELETE", f"{API}/debtors/deb_000017"),
    not_found("deleteDebtor", "DELETE", f"{API}/debtors/deb_999999"),
]
