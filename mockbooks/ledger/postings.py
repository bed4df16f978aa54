"""The postings of all transactions as lines of one ledger, so that a test can look up what was booked where."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mockbooks.domain.double_entry import Posting
from mockbooks.frozen import dataclass
from mockbooks.resources import journals, ledger_accounts
from mockbooks.resources.transactions.entity import Transaction
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.service.paging import Page
from mockbooks.store import Between, Books, Equals


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which postings: those that answer everything that is not None; both dates belong to what is wanted."""

    account_code: str | None = None
    transaction_id: str | None = None
    date_from: date | None = None
    date_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPosting:
    """One posting with the transaction, the journal and the ledger account that it belongs to; amounts in euros."""

    transaction_id: str
    date: date
    journal_code: str
    account_code: str
    description: str | None
    debit: Decimal
    credit: Decimal


def list_postings(books: Books, wanted: Wanted, *, number: int, size: int) -> tuple[list[LedgerPosting], Page]:
    """Give one page of the postings, from 1, in order of booking; past the end it is empty.

    An account or a transaction that does not exist has no postings.
    """
    found = list(_found(books, wanted))
    page = found[(number - 1) * size : number * size]
    journal_codes = _codes(books, journals.SPEC.name)
    account_codes = _codes(books, ledger_accounts.SPEC.name)
    lines = [
        LedgerPosting(
            transaction_id=transaction.id,
            date=transaction.date,
            journal_code=journal_codes[transaction.journal_id],
            account_code=account_codes[posting.ledger_account_id],
            description=posting.description,
            debit=posting.debit,
            credit=posting.credit,
        )
        for transaction, posting in page
    ]
    return lines, Page(number=number, size=size, total_items=len(found))


def _found(books: Books, wanted: Wanted) -> Iterator[tuple[Transaction, Posting]]:
    accounts = books.collection(ledger_accounts.SPEC)
    account_ids = None
    if wanted.account_code is not None:
        account_ids = {account.id for account in accounts.entities([Equals("code", wanted.account_code)])}
    for transaction in _transactions(books, wanted):
        for posting in transaction.postings:
            if account_ids is None or posting.ledger_account_id in account_ids:
                yield transaction, posting


def _transactions(books: Books, wanted: Wanted) -> Iterator[Transaction]:
    collection = books.collection(TRANSACTIONS)
    low = wanted.date_from.isoformat() if wanted.date_from else None
    high = wanted.date_to.isoformat() if wanted.date_to else None
    criteria = [Between("date", low, high)] if low or high else []
    if wanted.transaction_id is None:
        return collection.entities(criteria)
    return (each for each in collection.entities(criteria) if each.id == wanted.transaction_id)


def _codes(books: Books, name: str) -> dict[str, str]:
    return {each.id: each.code for each in books.named(name).entities()}
