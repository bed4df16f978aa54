"""Transactions (financiële transacties): sales, credit notes, receipts and memorial entries in double entry."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from mockbooks.resources.transactions.entity import Transaction
from mockbooks.resources.transactions.examples import CREATIONS, REVERSALS
from mockbooks.resources.transactions.heading import Booking
from mockbooks.resources.transactions.memorials import book_memorial
from mockbooks.resources.transactions.names import NAME
from mockbooks.resources.transactions.receipts import book_receipt
from mockbooks.resources.transactions.reversal import reverse
from mockbooks.resources.transactions.sales import book_credit_note, book_sale
from mockbooks.resources.transactions.schemas import STATUSES, TYPES, ReversalBody, TransactionCreate
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.fields import Choice, Day, Identifier, PlainText
from mockbooks.service.filters import Filter, equal_to, updated_since
from mockbooks.service.resource import Action, Resource, Verb
from mockbooks.service.schema import StrictSchema
from mockbooks.store import Between

_BOOKERS: Final[dict[str, Callable[[Booking, str], Transaction]]] = {
    "sales": book_sale,
    "sales_credit": book_credit_note,
    "receipt": book_receipt,
    "memorial": book_memorial,
}


class TransactionRules:
    """What the books demand of a transaction, by its kind."""

    def create(self, context: Context, entity_id: str, values: dict[str, Any]) -> Transaction:
        """Book it; raises RefusedError with everything that is wrong."""
        booking = Booking(context=context, complaints=Complaints(), values=values)
        return _BOOKERS[values["type"]](booking, entity_id)

    def change(self, context: Context, present: Transaction, values: dict[str, Any]) -> Transaction:
        """Never: a booked fact is reversed, not changed."""
        raise NotImplementedError


_REVERSAL: Final[Verb[Transaction]] = Verb(
    name="reversal",
    operation_id="reverseTransaction",
    summary="Reverse a transaction",
    description=(
        "Books the reversal (storno): the same transaction with debit and credit swapped, under a number of its own. "
        "Both stay in the books with status `reversed`. A sale on which receipts or credit notes stand is refused "
        "(`in_use`) until those are reversed."
    ),
    body=ReversalBody(),
    run=reverse,
    examples=REVERSALS,
)

_FILTERS: Final = (
    equal_to("number", PlainText("Exactly this number, in any journal.", maximum=50, filled=True, example="2026-0001")),
    Filter(
        name="date",
        field=Day("Booked on exactly this date.", example="2026-11-23"),
        criterion=lambda day: Between("date", day.isoformat(), day.isoformat()),
    ),
    Filter(
        name="date_from",
        field=Day("Booked on or after this date.", example="2026-11-01"),
        criterion=lambda day: Between("date", day.isoformat(), None),
    ),
    Filter(
        name="date_to",
        field=Day("Booked on or before this date.", example="2026-11-30"),
        criterion=lambda day: Between("date", None, day.isoformat()),
    ),
    equal_to("reference", PlainText("Exactly this reference (kenmerk).", maximum=100, filled=True, example="ORD-1001")),
    equal_to(
        "payment_reference",
        PlainText("Exactly this payment reference.", maximum=50, filled=True, example="1000000000001001"),
    ),
    equal_to("debtor_id", Identifier("Of this debtor.", example="deb_000001")),
    equal_to("journal_id", Identifier("In this journal.", example="jrn_000005")),
    equal_to("type", Choice("Of this kind.", allowed=TYPES, example="sales")),
    equal_to("status", Choice("In this state.", allowed=STATUSES, example="open")),
    updated_since("transactions"),
)


@cache
def answer() -> StrictSchema:
    """Make the schemas of the answers."""
    from mockbooks.resources.transactions.answers import Transaction as Answer  # noqa: PLC0415 - a start needs none

    return Answer()


RESOURCE: Final[Resource[Transaction]] = Resource(
    singular="Transaction",
    plural_id="Transactions",
    path="/transactions",
    name=NAME,
    tag="Transactions",
    description=(
        "Booked facts (financiële transacties): sales, credit notes, receipts and memorial entries, each with its "
        "double entry. They are never changed or deleted, only reversed."
    ),
    scope="transactions",
    spec=SPEC,
    answer=answer,
    actions=(Action.LIST, Action.GET, Action.CREATE),
    filters=_FILTERS,
    create_body=TransactionCreate(),
    rules=TransactionRules(),
    verbs=(_REVERSAL,),
    examples=CREATIONS,
)
