"""Open items: what receipts and credit notes take off a sale, and what that makes of its status."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from mockbooks.domain.money import ZERO, plain_text
from mockbooks.domain.vat import VatSummary
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.transactions.entity import Sale
from mockbooks.resources.transactions.names import NAME
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context

_CREDIT_POINTER = "/creditsTransactionId"


def unsettled(total: Decimal) -> dict[str, Any]:
    """Give the state of a sale on which nothing was paid yet."""
    return settled(total, ZERO)


def settled(total: Decimal, amount: Decimal) -> dict[str, Any]:
    """Give the state of a sale of which this amount was settled."""
    open_amount = total - amount
    return {"settled_amount": amount, "open_amount": open_amount, "status": _status(total, open_amount)}


def _status(total: Decimal, open_amount: Decimal) -> str:
    if open_amount == 0:
        return "paid"
    return "open" if open_amount == total else "partly_paid"


def settle(context: Context, transaction_id: str, amount: Decimal, *, credited: Decimal = ZERO) -> None:
    """Take an amount off a sale (negative puts it back); `credited` is how much of it was credited."""
    transactions = context.books.collection(SPEC)
    sale = transactions.get(transaction_id)
    if not isinstance(sale, Sale):
        message = f"{transaction_id} is no sale"
        raise LookupError(message)
    state = settled(sale.total_incl_vat, sale.settled_amount + amount)
    credited_amount = sale.credited_amount + credited
    if sale.total_incl_vat and credited_amount == sale.total_incl_vat:
        state["status"] = "credited"
    transactions.replace(replace(sale, **state, credited_amount=credited_amount, updated_at=context.now))


def find_original(
    context: Context, complaints: Complaints, values: dict[str, Any], debtor: Debtor | None, summary: VatSummary | None
) -> Sale | None:
    """Look up the sale that a credit note credits, and note why it cannot be."""
    original_id = values.get("credits_transaction_id")
    if not original_id:
        return None
    original = find_sale(context, complaints, original_id, _CREDIT_POINTER, types=("sales",))
    if original is None:
        return None
    if debtor and original.debtor_id != debtor.id:
        complaints.add("debtor_mismatch", _CREDIT_POINTER, transaction=original.id, debtor=debtor.id)
    left = original.total_incl_vat - original.credited_amount
    if summary and summary.total_incl_vat > left:
        complaints.add(
            "credit_exceeds_original",
            _CREDIT_POINTER,
            total=plain_text(summary.total_incl_vat),
            left=plain_text(left),
            transaction=original.id,
        )
    return original


def find_sale(
    context: Context, complaints: Complaints, transaction_id: str, pointer: str, *, types: tuple[str, ...]
) -> Sale | None:
    """Look up a sale or credit note that still stands; note when it is something else or was reversed."""
    found = context.books.collection(SPEC).get(transaction_id)
    if found is None:
        complaints.add("not_found", pointer, resource=NAME, id=transaction_id)
        return None
    if not isinstance(found, Sale) or found.type not in types:
        complaints.add(
            "transaction_type_mismatch", pointer, transaction=found.id, type=found.type, allowed=", ".join(types)
        )
        return None
    if found.status == "reversed":
        complaints.add("already_reversed", pointer, transaction=found.id)
        return None
    return found


def set_off(context: Context, original: Sale | None, total: Decimal) -> Decimal:
    """Take a credit note off its original as far as that is still open; give how much that was."""
    if original is None:
        return ZERO
    amount = min(total, original.open_amount)
    settle(context, original.id, amount, credited=total)
    return amount
