"""`reverseTransaction`: somebody reverses a transaction, as bookkeepers do with what was booked twice or wrongly."""

from typing import Final

from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import find_transaction, transaction_field
from mockbooks.resources import transactions
from mockbooks.service import operations
from mockbooks.service.context import Context


def _reverse_transaction(context: Context, which: str) -> None:
    (verb,) = transactions.RESOURCE.verbs
    with context.books.work(context.actor):
        transaction = find_transaction(context, which)
        if transaction.status != "reversed":
            operations.do(transactions.RESOURCE, verb, context, transaction.id, verb.body.load({}))


REVERSE_TRANSACTION: Final = Deed(
    name="reverseTransaction",
    summary="Reverses a transaction (storno) today; one that was reversed is left alone, and one on which receipts or"
    " credit notes stand is refused (`in_use`).",
    field=transaction_field("The transaction that is reversed"),
    do=_reverse_transaction,
)
