"""What the operations on transactions refuse."""

from datetime import date
from typing import Any, Final

from tests.docs.refusals.call import API, Json, Refused, asks, not_found, sends

_LINE: Final = {"ledgerAccountId": "led_000044", "unitPrice": "100.00", "vatRateId": "vat_000001"}
_SALE: Final = {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "lines": [_LINE]}
_CREDIT: Final = {**_SALE, "type": "sales_credit"}
_PAID: Final = {"settlesTransactionId": "trx_000015", "amount": "11.00"}
_RECEIPT: Final = {"type": "receipt", "date": "2026-11-23", "lines": [_PAID]}
_RENT: Final = {"ledgerAccountId": "led_000031", "debit": "50.00"}
_MEMORIAL: Final = {
    "type": "memorial",
    "date": "2026-11-23",
    "lines": [_RENT, {"ledgerAccountId": "led_000007", "credit": "50.00"}],
}


def _line(**changes: Any) -> Json:  # noqa: ANN401 - JSON
    return {**_SALE, "lines": [{**_LINE, **changes}]}


def _settles(sale: str, amount: str, **changes: Any) -> Json:  # noqa: ANN401 - JSON
    return {**_RECEIPT, "lines": [{"settlesTransactionId": sale, "amount": amount}], **changes}


CALLS: Final = [
    *asks(
        "listTransactions",
        f"{API}/transactions",
        {"not_date": {"date": "23-11-2026"}, "not_one_of": {"type": "purchase"}},
    ),
    Refused(
        "createTransaction",
        "period_locked",
        "POST",
        f"{API}/transactions",
        {"json": _SALE},
        {"lock_date": date(2026, 11, 23)},
    ),
    *sends(
        "createTransaction",
        f"{API}/transactions",
        "POST",
        {
            "number_in_use": {**_SALE, "number": "2026-0001"},
            "total_mismatch": {**_SALE, "totalInclVat": "121.01"},
            "unbalanced": {**_MEMORIAL, "lines": [_RENT, {"ledgerAccountId": "led_000007", "credit": "49.99"}]},
            "negative_total": _line(unitPrice="-100.00"),
            "fiscal_year_closed": {**_SALE, "date": "2024-12-31"},
            "debtor_inactive": {**_SALE, "debtorId": "deb_000007"},
            "product_inactive": _line(productId="prd_000005"),
            "payment_term_inactive": {**_SALE, "paymentTermId": "trm_000011"},
            "invoice_profile_inactive": {**_SALE, "invoiceProfileId": "prf_000005"},
            "ledger_account_inactive": _line(ledgerAccountId="led_000054"),
            "ledger_account_not_allowed": _line(ledgerAccountId="led_000012"),
            "journal_inactive": {**_SALE, "journalId": "jrn_000007"},
            "journal_type_mismatch": {**_SALE, "journalId": "jrn_000002"},
            "vat_rate_required": {**_SALE, "lines": [{"ledgerAccountId": "led_000052", "unitPrice": "5.00"}]},
            "vat_rate_inactive": _line(vatRateId="vat_000003"),
            "vat_rate_not_valid_on_date": _line(vatRateId="vat_000025"),
            "vat_rate_not_allowed": _line(vatRateId="vat_000002"),
            "vat_number_required": {
                **_line(ledgerAccountId="led_000047", vatRateId="vat_000007"),
                "debtorId": "deb_000002",
            },
            "vat_number_country_mismatch": _line(ledgerAccountId="led_000047", vatRateId="vat_000007"),
            "credit_exceeds_original": {**_CREDIT, "debtorId": "deb_000024", "creditsTransactionId": "trx_000015"},
            "payment_exceeds_open_amount": _settles("trx_000015", "11.01"),
            "debtor_mismatch": _settles("trx_000015", "11.00", debtorId="deb_000001"),
            "transaction_type_mismatch": _settles("trx_000004", "11.00"),
            "already_reversed": _settles("trx_000007", "11.00"),
            "due_date_before_date": {**_SALE, "dueDate": "2026-11-22"},
            "not_found": {**_SALE, "debtorId": "deb_999999"},
            "exactly_one_of": {**_RECEIPT, "lines": [{**_PAID, "ledgerAccountId": "led_000034"}]},
            "not_one_of": {**_SALE, "type": "purchase"},
        },
    ),
    not_found("getTransaction", "GET", f"{API}/transactions/trx_999999"),
    Refused("reverseTransaction", "already_reversed", "POST", f"{API}/transactions/trx_000007/reversal", {"json": {}}),
    Refused("reverseTransaction", "in_use", "POST", f"{API}/transactions/trx_000003/reversal", {"json": {}}),
    Refused("reverseTransaction", "not_found", "POST", f"{API}/transactions/trx_999999/reversal", {"json": {}}),
    *sends(
        "reverseTransaction",
        f"{API}/transactions/trx_000015/reversal",
        "POST",
        {"number_in_use": {"number": "2026-0001"}, "fiscal_year_closed": {"date": "2024-12-31"}},
    ),
]
