"""How transactions are kept in the books: rendered by kind, indexed for every filter and rule that looks them up."""

from collections.abc import Iterator
from typing import Final

from mockbooks.domain.double_entry import is_balanced
from mockbooks.resources.transactions.entity import CreditNote, Receipt, Sale, Transaction
from mockbooks.service.rendering import render
from mockbooks.store import CollectionSpec, Exact, Multi, Range

# Tuples, as a union would be made anew for each question.
_WITH_DEBTOR: Final = (Sale, CreditNote, Receipt)
_INVOICES: Final = (Sale, CreditNote)


def _debtor_id(transaction: Transaction) -> str | None:
    return transaction.debtor_id if isinstance(transaction, _WITH_DEBTOR) else None


def _product_ids(transaction: Transaction) -> Iterator[str]:
    if isinstance(transaction, _INVOICES):
        yield from (line.product_id for line in transaction.lines if line.product_id)


def _settled_ids(transaction: Transaction) -> Iterator[str]:
    """Name what this transaction settles or credits, unless it is itself undone."""
    if transaction.status == "reversed":
        return
    if isinstance(transaction, CreditNote) and transaction.credits_transaction_id:
        yield transaction.credits_transaction_id
    if isinstance(transaction, Receipt):
        yield from (line.settles_transaction_id for line in transaction.lines if line.settles_transaction_id)


def _balanced(transaction: Transaction) -> bytes:
    """Render a transaction; ArithmeticError, which puts the whole write back, should one ever be out of balance."""
    if not is_balanced(transaction.postings):
        raise ArithmeticError(f"transaction {transaction.id} is out of balance: {transaction.postings}")
    return render(transaction)


SPEC: Final[CollectionSpec[Transaction]] = CollectionSpec(
    name="transactions",
    id_prefix="trx",
    render=_balanced,
    indexes=(
        Exact("number", lambda transaction: transaction.number),
        Range("date", lambda transaction: transaction.date.isoformat()),
        Exact("reference", lambda transaction: transaction.reference),
        Exact("payment_reference", lambda transaction: transaction.payment_reference),
        Exact("debtor_id", _debtor_id),
        Exact("journal_id", lambda transaction: transaction.journal_id),
        Exact("type", lambda transaction: transaction.type),
        Exact("status", lambda transaction: transaction.status),
        Range("updated_at", lambda transaction: transaction.updated_at),
        Multi("product_ids", _product_ids),
        Multi("settled_ids", _settled_ids),
    ),
)
