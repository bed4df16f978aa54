"""`payInvoice`: money for a sale comes in at the bank, so that it has less open than a client remembers."""

from decimal import Decimal
from typing import Any, Final

from mockbooks.bookkeeper.booking import book, default_journal_id
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import find_sale, transaction_field
from mockbooks.domain.money import plain_text
from mockbooks.resources.transactions.entity import Sale
from mockbooks.service.context import Context
from mockbooks.service.fields import Amount
from mockbooks.service.schema import Part, StrictSchema


class PayInvoiceBody(StrictSchema):
    """Which sale is paid, and how much of it."""

    invoice = transaction_field("The sale that is paid")
    amount = Amount(
        "Amount received in euros; absent, all that is open.",
        lowest="0.01",
        example="50.00",
        schema={"pattern": r"^((0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?|/.*)$"},
    )


def _pay_invoice(context: Context, values: dict[str, Any]) -> None:
    with context.books.work(context.actor):
        sale = find_sale(context, values["invoice"])
        amount = values["amount"] or sale.open_amount
        if amount:
            _receive(context, sale, amount)


def _receive(context: Context, sale: Sale, amount: Decimal) -> None:
    book(
        context,
        type="receipt",
        journalId=default_journal_id(context, "bank"),
        description=f"Betaling {sale.number}",
        debtorId=sale.debtor_id,
        lines=[{"settlesTransactionId": sale.id, "amount": plain_text(amount)}],
    )


PAY_INVOICE: Final = Deed(
    name="payInvoice",
    summary="Books the payment of a sale, whole or in part, today in the default bank journal; a sale on which nothing"
    " is open is left alone.",
    field=Part(
        PayInvoiceBody(),
        "Which sale is paid, and how much of it; more than is open is refused (`payment_exceeds_open_amount`).",
        required=True,
        example={"invoice": "ORD-1001", "amount": "50.00"},
    ),
    do=_pay_invoice,
)
