"""The trial balance (proef- en saldibalans): what the double entry of all transactions comes to per ledger account."""

from decimal import Decimal

from mockbooks.domain import double_entry
from mockbooks.domain.double_entry import TrialBalanceRow
from mockbooks.domain.money import ZERO, books_arithmetic
from mockbooks.frozen import dataclass
from mockbooks.resources import ledger_accounts
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.store import Books


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBalance:
    """What one ledger account comes to, in euros; the balance is debit less credit, so negative for a credit."""

    code: str
    description: str
    debit: Decimal
    credit: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance:
    """The ledger accounts that were posted on, in order of code, and what both sides come to.

    `difference` is total debit less total credit: 0.00 as long as every transaction balances.
    """

    accounts: tuple[AccountBalance, ...]
    total_debit: Decimal
    total_credit: Decimal
    difference: Decimal


def trial_balance(books: Books) -> TrialBalance:
    """Add up every posting, those of reversed transactions and of their reversals too.

    It reads all transactions, some 100 ms for 100 000 of them, as they are at this moment.
    """
    transactions = books.collection(TRANSACTIONS).entities()
    rows = double_entry.trial_balance(posting for each in transactions for posting in each.postings)
    accounts = {account.id: account for account in books.collection(ledger_accounts.SPEC).entities()}
    balances = (_balance(accounts[account_id], row) for account_id, row in rows.items())
    with books_arithmetic():
        debit = sum((row.debit for row in rows.values()), ZERO)
        credit = sum((row.credit for row in rows.values()), ZERO)
        return TrialBalance(
            accounts=tuple(sorted(balances, key=lambda balance: balance.code)),
            total_debit=debit,
            total_credit=credit,
            difference=debit - credit,
        )


def _balance(account: LedgerAccount, row: TrialBalanceRow) -> AccountBalance:
    return AccountBalance(
        code=account.code,
        description=account.description,
        debit=row.debit,
        credit=row.credit,
        balance=row.balance,
    )
