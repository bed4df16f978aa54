"""What ledger accounts allow, for whoever refers to one: a purpose has its accounts, and an account its VAT rates."""

from collections.abc import Callable
from typing import Final

from mockbooks.resources import ledger_accounts
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.vat_rates import VatRate
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.texts import Text

WhyNot = Callable[[LedgerAccount], Text | None]

_ANY_SALES_RATE: Final = Text("any VAT rate for sales", "elk btw-tarief voor verkoop")


def find_account(
    context: Context, complaints: Complaints, account_id: str, pointer: str, why_not: WhyNot
) -> LedgerAccount | None:
    """Look up an account that must be in use; `why_not` says why it does not serve, or None when it does."""
    account = complaints.refer_active(
        context, ledger_accounts.RESOURCE, account_id, pointer, ledger_account_inactive="code"
    )
    because = why_not(account) if account else None
    if account and because:
        values = {"ledgerAccount": account.code, "description": account.description, "because": because}
        complaints.add("ledger_account_not_allowed", pointer, **values)
    return account


def check_rate(complaints: Complaints, rate: VatRate, account: LedgerAccount | None, pointer: str) -> None:
    """Note when the rate is not one for sales, or not one that the account allows; without an account any will do."""
    allowed = account.allowed_vat_codes if account else None
    if rate.direction != "sales" or (allowed is not None and rate.code not in allowed):
        complaints.add(
            "vat_rate_not_allowed",
            pointer,
            vatRate=rate.code,
            ledgerAccount=account.code if account else None,
            allowed=allowed or _ANY_SALES_RATE,
        )
