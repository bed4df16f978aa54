"""One call for each code that the page of fidelity says an operation refuses with, on the default seed."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

Json = dict[str, Any]

API: Final = "http://127.0.0.1/api/v1"
CONTROL: Final = "http://127.0.0.1/_mockbooks"
OAUTH: Final = "http://127.0.0.1/oauth"
ADDRESS: Final = {"line1": "Kade 1", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
DEBTOR: Final = {"name": "Molen De Hoop", "address": ADDRESS}
PRODUCT: Final = {"sku": "ROGGE-500", "description": "Roggebrood 500 gram", "price": "2.95"}
LINE: Final = {"ledgerAccountId": "led_000044", "unitPrice": "100.00", "vatRateId": "vat_000001"}
SALE: Final = {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "lines": [LINE]}
CREDIT: Final = {**SALE, "type": "sales_credit"}
PAID: Final = {"settlesTransactionId": "trx_000015", "amount": "11.00"}
RECEIPT: Final = {"type": "receipt", "date": "2026-11-23", "lines": [PAID]}
RENT: Final = {"ledgerAccountId": "led_000031", "debit": "50.00"}
MEMORIAL: Final = {
    "type": "memorial",
    "date": "2026-11-23",
    "lines": [RENT, {"ledgerAccountId": "led_000007", "credit": "50.00"}],
}
DEMO: Final = ("mockbooks-demo", "mockbooks-demo-secret")
ASKED: Final = {
    "response_type": "code",
    "client_id": "mockbooks-demo",
    "redirect_uri": "http://127.0.0.1/back",
    "scope": "debtors:read",
}


class Refused(NamedTuple):
    """A call that is refused: with which code, what is sent, and how the server was started for it."""

    operation: str
    code: str
    method: str
    url: str
    options: Mapping[str, Any] = MappingProxyType({})
    settings: Mapping[str, Any] = MappingProxyType({})


def _sends(operation: str, url: str, method: str, bodies: dict[str, Json]) -> list[Refused]:
    return [Refused(operation, code, method, url, {"json": body}) for code, body in bodies.items()]


def _asks(operation: str, url: str, queries: dict[str, Json]) -> list[Refused]:
    return [Refused(operation, code, "GET", url, {"params": query}) for code, query in queries.items()]


def _line(**changes: Any) -> Json:  # noqa: ANN401 - JSON
    return {**SALE, "lines": [{**LINE, **changes}]}


def _settles(sale: str, amount: str, **changes: Any) -> Json:  # noqa: ANN401 - JSON
    return {**RECEIPT, "lines": [{"settlesTransactionId": sale, "amount": amount}], **changes}


def _not_found(operation: str, method: str, path: str) -> Refused:
    return Refused(operation, "not_found", method, path)


def _of_nobody(operation: str, method: str, path: str, **options: Any) -> Refused:  # noqa: ANN401 - JSON
    return Refused(
        operation, "not_found", method, CONTROL + path, {"params": {"administration": "adm_999999"}, **options}
    )


_DEBTORS: Final = [
    *_asks(
        "listDebtors",
        f"{API}/debtors",
        {"number_out_of_range": {"pageSize": "201"}, "not_moment": {"updatedSince": "today"}},
    ),
    *_sends(
        "createDebtor",
        f"{API}/debtors",
        "POST",
        {
            "code_in_use": {**DEBTOR, "code": "ARCHIEF-1"},
            "vat_number_invalid": {**DEBTOR, "vatNumber": "NL000099998B58"},
            "invalid_iban": {**DEBTOR, "iban": "NL83MOCK0123456789"},
            "invalid_coc_number": {**DEBTOR, "cocNumber": "1234567"},
            "invalid_email": {**DEBTOR, "email": "geen adres"},
            "country_code_unknown": {**DEBTOR, "address": {**ADDRESS, "countryCode": "UK"}},
            "not_found": {**DEBTOR, "paymentTermId": "trm_999999"},
            "payment_term_inactive": {**DEBTOR, "paymentTermId": "trm_000011"},
            "invoice_profile_inactive": {**DEBTOR, "invoiceProfileId": "prf_000005"},
            "ledger_account_not_allowed": {**DEBTOR, "ledgerAccountId": "led_000044"},
            "set_by_server": {**DEBTOR, "version": 1},
            "blank": {**DEBTOR, "name": " "},
        },
    ),
    _not_found("getDebtor", "GET", f"{API}/debtors/deb_999999"),
    *_sends(
        "updateDebtor",
        f"{API}/debtors/deb_000001",
        "PUT",
        {"stale_version": {**DEBTOR, "version": 7}, "code_in_use": {**DEBTOR, "version": 1, "code": "10002"}},
    ),
    Refused("updateDebtor", "not_found", "PUT", f"{API}/debtors/deb_999999", {"json": {**DEBTOR, "version": 1}}),
    Refused("deleteDebtor", "in_use", "DELETE", f"{API}/debtors/deb_000017"),
    _not_found("deleteDebtor", "DELETE", f"{API}/debtors/deb_999999"),
]
_TRANSACTIONS: Final = [
    *_asks(
        "listTransactions",
        f"{API}/transactions",
        {"not_date": {"date": "23-11-2026"}, "not_one_of": {"type": "purchase"}},
    ),
    Refused(
        "createTransaction",
        "period_locked",
        "POST",
        f"{API}/transactions",
        {"json": SALE},
        {"lock_date": date(2026, 11, 23)},
    ),
    *_sends(
        "createTransaction",
        f"{API}/transactions",
        "POST",
        {
            "number_in_use": {**SALE, "number": "2026-0001"},
            "total_mismatch": {**SALE, "totalInclVat": "121.01"},
            "unbalanced": {**MEMORIAL, "lines": [RENT, {"ledgerAccountId": "led_000007", "credit": "49.99"}]},
            "negative_total": _line(unitPrice="-100.00"),
            "fiscal_year_closed": {**SALE, "date": "2024-12-31"},
            "debtor_inactive": {**SALE, "debtorId": "deb_000007"},
            "product_inactive": _line(productId="prd_000005"),
            "payment_term_inactive": {**SALE, "paymentTermId": "trm_000011"},
            "invoice_profile_inactive": {**SALE, "invoiceProfileId": "prf_000005"},
            "ledger_account_inactive": _line(ledgerAccountId="led_000054"),
            "ledger_account_not_allowed": _line(ledgerAccountId="led_000012"),
            "journal_inactive": {**SALE, "journalId": "jrn_000007"},
            "journal_type_mismatch": {**SALE, "journalId": "jrn_000002"},
            "vat_rate_required": {**SALE, "lines": [{"ledgerAccountId": "led_000052", "unitPrice": "5.00"}]},
            "vat_rate_inactive": _line(vatRateId="vat_000003"),
            "vat_rate_not_valid_on_date": _line(vatRateId="vat_000025"),
            "vat_rate_not_allowed": _line(vatRateId="vat_000002"),
            "vat_number_required": {
                **_line(ledgerAccountId="led_000047", vatRateId="vat_000007"),
                "debtorId": "deb_000002",
            },
            "vat_number_country_mismatch": _line(ledgerAccountId="led_000047", vatRateId="vat_000007"),
            "credit_exceeds_original": {**CREDIT, "debtorId": "deb_000024", "creditsTransactionId": "trx_000015"},
            "payment_exceeds_open_amount": _settles("trx_000015", "11.01"),
            "debtor_mismatch": _settles("trx_000015", "11.00", debtorId="deb_000001"),
            "transaction_type_mismatch": _settles("trx_000004", "11.00"),
            "already_reversed": _settles("trx_000007", "11.00"),
            "due_date_before_date": {**SALE, "dueDate": "2026-11-22"},
            "not_found": {**SALE, "debtorId": "deb_999999"},
            "exactly_one_of": {**RECEIPT, "lines": [{**PAID, "ledgerAccountId": "led_000034"}]},
            "not_one_of": {**SALE, "type": "purchase"},
        },
    ),
    _not_found("getTransaction", "GET", f"{API}/transactions/trx_999999"),
    Refused("reverseTransaction", "already_reversed", "POST", f"{API}/transactions/trx_000007/reversal", {"json": {}}),
    Refused("reverseTransaction", "in_use", "POST", f"{API}/transactions/trx_000003/reversal", {"json": {}}),
    Refused("reverseTransaction", "not_found", "POST", f"{API}/transactions/trx_999999/reversal", {"json": {}}),
    *_sends(
        "reverseTransaction",
        f"{API}/transactions/trx_000015/reversal",
        "POST",
        {"number_in_use": {"number": "2026-0001"}, "fiscal_year_closed": {"date": "2024-12-31"}},
    ),
]
_PRODUCTS: Final = [
    *_asks(
        "listProducts", f"{API}/products", {"not_boolean": {"active": "ja"}, "not_moment": {"updatedSince": "today"}}
    ),
    *_sends(
        "createProduct",
        f"{API}/products",
        "POST",
        {
            "sku_in_use": {**PRODUCT, "sku": "BROOD-800"},
            "ledger_account_not_allowed": {**PRODUCT, "ledgerAccountId": "led_000007"},
            "ledger_account_inactive": {**PRODUCT, "ledgerAccountId": "led_000054"},
            "vat_rate_inactive": {**PRODUCT, "vatRateId": "vat_000003"},
            "vat_rate_not_allowed": {**PRODUCT, "ledgerAccountId": "led_000044", "vatRateId": "vat_000002"},
            "not_found": {**PRODUCT, "vatRateId": "vat_999999"},
            "not_one_of": {**PRODUCT, "kind": "bread"},
        },
    ),
    _not_found("getProduct", "GET", f"{API}/products/prd_999999"),
    *_sends(
        "updateProduct",
        f"{API}/products/prd_000001",
        "PUT",
        {"stale_version": {**PRODUCT, "version": 7}, "sku_in_use": {**PRODUCT, "sku": "00123", "version": 1}},
    ),
    Refused("updateProduct", "not_found", "PUT", f"{API}/products/prd_999999", {"json": {**PRODUCT, "version": 1}}),
    Refused("deleteProduct", "in_use", "DELETE", f"{API}/products/prd_000004"),
    _not_found("deleteProduct", "DELETE", f"{API}/products/prd_999999"),
]
_SETTINGS: Final = [
    *_asks("listVatRates", f"{API}/vat-rates", {"not_boolean": {"active": "ja"}}),
    *_asks("listLedgerAccounts", f"{API}/ledger-accounts", {"not_boolean": {"active": "ja"}}),
    *_asks("listJournals", f"{API}/journals", {"not_boolean": {"active": "ja"}}),
    *_asks("listPaymentTerms", f"{API}/payment-terms", {"not_boolean": {"active": "ja"}}),
    *_asks("listInvoiceProfiles", f"{API}/invoice-profiles", {"not_boolean": {"active": "ja"}}),
    _not_found("getVatRate", "GET", f"{API}/vat-rates/vat_999999"),
    _not_found("getLedgerAccount", "GET", f"{API}/ledger-accounts/led_999999"),
    _not_found("getJournal", "GET", f"{API}/journals/jrn_999999"),
    _not_found("getPaymentTerm", "GET", f"{API}/payment-terms/trm_999999"),
    _not_found("getInvoiceProfile", "GET", f"{API}/invoice-profiles/prf_999999"),
    *_asks("getAdministration", f"{API}/administration", {"unknown_parameter": {"page": "1"}}),
    *_asks("getLimits", f"{API}/limits", {"unknown_parameter": {"page": "1"}}),
    *_asks("getSupport", f"{API}/support", {"unknown_parameter": {"page": "1"}}),
]


def _form(operation: str, code: str, path: str, form: Json, **options: Any) -> Refused:  # noqa: ANN401 - of httpx
    return Refused(operation, code, "POST", OAUTH + path, {"data": form, "headers": {"Authorization": ""}, **options})


_OAUTH: Final = [
    *_asks(
        "authorize",
        f"{OAUTH}/authorize",
        {
            "unsupported_response_type": {**ASKED, "response_type": "token"},
            "invalid_scope": {**ASKED, "scope": "invoices:read"},
            "invalid_request": {**ASKED, "code_challenge": "x" * 43, "code_challenge_method": "plain"},
        },
    ),
    Refused(
        "decideAuthorization",
        "access_denied",
        "POST",
        f"{OAUTH}/authorize",
        {"params": ASKED, "data": {"decision": "deny"}},
    ),
    Refused(
        "decideAuthorization",
        "unsupported_response_type",
        "POST",
        f"{OAUTH}/authorize",
        {"params": {**ASKED, "response_type": "token"}, "data": {"decision": "approve"}},
    ),
    _form(
        "issueToken", "invalid_client", "/token", {"grant_type": "client_credentials"}, auth=("mockbooks-demo", "wrong")
    ),
    _form("issueToken", "invalid_grant", "/token", {"grant_type": "refresh_token", "refresh_token": "none"}, auth=DEMO),
    _form("issueToken", "invalid_scope", "/token", {"grant_type": "client_credentials", "scope": "all"}, auth=DEMO),
    _form("issueToken", "invalid_request", "/token", {"scope": "debtors:read"}, auth=DEMO),
    _form("issueToken", "unsupported_grant_type", "/token", {"grant_type": "password"}, auth=DEMO),
    _form("revokeToken", "invalid_client", "/revoke", {"token": "any"}, auth=("mockbooks-demo", "wrong")),
    _form("revokeToken", "invalid_request", "/revoke", {}, auth=DEMO),
    _form("introspectToken", "invalid_client", "/introspect", {"token": "any"}, auth=("mockbooks-demo", "wrong")),
    _form("introspectToken", "invalid_request", "/introspect", {}, auth=DEMO),
    *_sends(
        "registerClient",
        f"{OAUTH}/register",
        "POST",
        {
            "invalid_redirect_uri": {"redirect_uris": ["not an address"]},
            "invalid_client_metadata": {
                "redirect_uris": ["http://127.0.0.1/back"],
                "token_endpoint_auth_method": "tls",
            },
        },
    ),
]
_YAML: Final = {"Content-Type": "application/yaml"}
_CONTROL: Final = [
    _of_nobody("getInfo", "GET", "/info"),
    _of_nobody("reset", "POST", "/reset"),
    _of_nobody("getScenario", "GET", "/scenario"),
    Refused("activateScenario", "unknown_scenario", "PUT", f"{CONTROL}/scenario", {"json": {"name": "lost-repyl"}}),
    Refused(
        "activateScenario", "malformed_yaml", "PUT", f"{CONTROL}/scenario", {"content": "name: [", "headers": _YAML}
    ),
    Refused(
        "activateScenario", "unknown_field", "PUT", f"{CONTROL}/scenario", {"json": {"name": "mine", "faults": []}}
    ),
    Refused("activateScenario", "scenario_media_type", "PUT", f"{CONTROL}/scenario", {"data": {"name": "lost-reply"}}),
    _of_nobody("leaveScenario", "DELETE", "/scenario"),
    *_asks("getVerdict", f"{CONTROL}/verdict", {"not_one_of": {"format": "pdf"}}),
    *_asks("listRequests", f"{CONTROL}/requests", {"not_found": {"since": "req_nowhere"}}),
    _not_found("getRequest", "GET", f"{CONTROL}/requests/req_nowhere"),
    _of_nobody("clearRequests", "DELETE", "/requests"),
    *_asks("listChanges", f"{CONTROL}/changes", {"not_found": {"since": "yesterday"}}),
    _of_nobody("listSnapshots", "GET", "/snapshots"),
    *_sends("createSnapshot", f"{CONTROL}/snapshots", "POST", {"not_snapshot_name": {"name": "start"}, "required": {}}),
    _not_found("restoreSnapshot", "POST", f"{CONTROL}/snapshots/nowhere/restore"),
    _not_found("deleteSnapshot", "DELETE", f"{CONTROL}/snapshots/nowhere"),
    _of_nobody("getClock", "GET", "/clock"),
    *_sends(
        "changeClock", f"{CONTROL}/clock", "PUT", {"nothing_asked": {}, "not_together": {"frozen": True, "speed": 2}}
    ),
    *_sends("advanceClock", f"{CONTROL}/clock/advance", "POST", {"number_not_above": {"seconds": -1}, "required": {}}),
    _of_nobody("getControlledLimits", "GET", "/limits"),
    *_sends("changeLimits", f"{CONTROL}/limits", "PUT", {"required": {}}),
    _of_nobody("expireTokens", "POST", "/tokens/expire", json={}),
    _of_nobody("revokeTokens", "POST", "/tokens/revoke", json={}),
    _of_nobody("getTrialBalance", "GET", "/books/trial-balance"),
    _of_nobody("listPostings", "GET", "/books/postings"),
    _of_nobody("dumpBooks", "GET", "/books/dump"),
    *_sends("replaceBooks", f"{CONTROL}/books", "PUT", {"required": {}}),
    *_sends("createAdministration", f"{CONTROL}/administrations", "POST", {"blank": {"name": " "}}),
    _not_found("deleteAdministration", "DELETE", f"{CONTROL}/administrations/adm_999999"),
    Refused("deleteAdministration", "cannot_delete_demo", "DELETE", f"{CONTROL}/administrations/demo"),
]

REFUSED: Final = (*_DEBTORS, *_TRANSACTIONS, *_PRODUCTS, *_SETTINGS, *_OAUTH, *_CONTROL)
