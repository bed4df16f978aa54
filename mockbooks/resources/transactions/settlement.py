"""Open items: what receipts and credit notes take off a sale, and what that makes of its status."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from mockbooks.domain.money import ZERO, plain_text
from mockbooks.domain.vat import VatSummary
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.transactions.entity import CreditNote, Invoice, Sale
from mockbooks.resources.transactions.heading import Booking
from mockbooks.resources.transactions.names import NAME
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import IN_THESE_BOOKS
from mockbooks.service.context import Context

_CREDIT_POINTER = "/creditsTransactionId"


def settled(total: Decimal, amount: Decimal) -> dict[str, Any]:
    """Give the state of an invoice of which this amount was settled."""
    open_amount = total - amount
    return {"settled_amount": amount, "open_amount": open_amount, "status": _status(total, open_amount)}


def _status(total: Decimal, open_amount: Decimal) -> str:
    if open_amount == 0:
        return "paid"
    return "open" if open_amount == total else "partly_paid"


def settle(context: Context, invoice_id: str, amount: Decimal) -> None:
    """Take a payment off a sale or credit note; negative puts it back."""
    invoice = _invoice(context, invoice_id)
    state = settled(invoice.total_incl_vat, invoice.settled_amount + amount)
    _replace(context, invoice, state)


def set_off(context: Context, sale: Sale | None, total: Decimal) -> Decimal:
    """Take a credit note off the sale that it credits as far as that is still open; give how much that was."""
    if sale is None:
        return ZERO
    amount = min(total, sale.open_amount)
    _credit(context, sale, amount, credited=total)
    return amount


def undo_set_off(context: Context, note: CreditNote) -> None:
    """Put back on the sale what a credit note had taken off it."""
    sale = _invoice(context, note.credits_transaction_id) if note.credits_transaction_id else None
    if isinstance(sale, Sale):
        _credit(context, sale, -note.set_off_amount, credited=-note.total_incl_vat)


def _credit(context: Context, sale: Sale, amount: Decimal, *, credited: Decimal) -> None:
    state = settled(sale.total_incl_vat, sale.settled_amount + amount)
    _replace(context, replace(sale, credited_amount=sale.credited_amount + credited), state)


def _replace(context: Context, invoice: Invoice, state: dict[str, Any]) -> None:
    """Write the new state; a sale on which nothing is open because all of it was credited is `credited`, not `paid`."""
    if isinstance(invoice, Sale) and 0 < invoice.total_incl_vat == invoice.credited_amount and not state["open_amount"]:
        state["status"] = "credited"
    context.books.collection(SPEC).replace(replace(invoice, **state, updated_at=context.now))


def _invoice(context: Context, invoice_id: str) -> Invoice:
    invoice = context.books.collection(SPEC).get(invoice_id)
    if not isinstance(invoice, Sale | CreditNote):
        raise TypeError(f"{invoice_id} is no sale or credit note")
    return invoice


def towards_zero(context: Context, invoice_id: str, amount: Decimal) -> Decimal:
    """Tell how much an amount of money settles: received for a sale, paid out for a credit note."""
    return amount if isinstance(_invoice(context, invoice_id), Sale) else -amount


def find_credited(booking: Booking, debtor: Debtor | None, summary: VatSummary | None) -> Sale | None:
    """Look up the sale that a credit note credits, and note why it cannot be."""
    sale_id = booking.values.get("credits_transaction_id")
    sale = find_invoice(booking, sale_id, _CREDIT_POINTER, types=("sales",)) if sale_id else None
    if not isinstance(sale, Sale):
        return None
    if debtor:
        check_debtor(booking, sale, debtor.id, _CREDIT_POINTER)
    left = sale.total_incl_vat - sale.credited_amount
    if summary and summary.total_incl_vat > left:
        booking.complaints.add(
            "credit_exceeds_original",
            _CREDIT_POINTER,
            total=plain_text(summary.total_incl_vat),
            left=plain_text(left),
            transaction=sale.id,
        )
    return sale


def check_debtor(booking: Booking, invoice: Invoice, debtor_id: str, pointer: str) -> None:
    """Note when the invoice is of another debtor."""
    if invoice.debtor_id != debtor_id:
        booking.complaints.add("debtor_mismatch", pointer, transaction=invoice.id, debtor=debtor_id)


def find_invoice(booking: Booking, invoice_id: str, pointer: str, *, types: tuple[str, ...]) -> Invoice | None:
    """Look up a sale or credit note that still stands; note when it is something else or was reversed."""
    found = booking.context.books.collection(SPEC).get(invoice_id)
    if found is None:
        booking.complaints.add("not_found", pointer, resource=NAME, id=invoice_id, place=IN_THESE_BOOKS)
        return None
    if found.type not in types or not isinstance(found, Sale | CreditNote):
        booking.complaints.add(
            "transaction_type_mismatch", pointer, transaction=found.id, type=found.type, allowed=types
        )
        return None
    if found.status == "reversed":
        booking.complaints.add("already_reversed", pointer, transaction=found.id)
        return None
    return found
