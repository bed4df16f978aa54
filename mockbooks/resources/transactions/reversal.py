"""Reversal (storno): the same transaction with debit and credit swapped; both stay in the books."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from mockbooks.domain import periods
from mockbooks.domain.double_entry import mirrored
from mockbooks.domain.money import ZERO
from mockbooks.errors import Complaint, RefusedError
from mockbooks.resources import journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions import numbers, settlement
from mockbooks.resources.transactions.entity import CreditNote, Invoice, Memorial, Receipt, Sale, Transaction
from mockbooks.resources.transactions.heading import Booking, certain, check_date
from mockbooks.resources.transactions.names import NAME
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.uses import complaint_of_uses

_USED_BY: Final = ((SPEC.name, "settled_ids"),)


def reverse(context: Context, original: Transaction, values: dict[str, Any]) -> Transaction:
    """Book the reversal of a transaction and mark both; raises RefusedError with everything that is wrong."""
    _refuse_irreversible(context, original)
    booking = Booking(context=context, complaints=Complaints(), values=values)
    day = values["date"] or context.today
    check_date(booking, day)
    journal = certain(context.books.collection(journals.SPEC).get(original.journal_id))
    numbers.check(context, booking.complaints, journal, values["number"])
    booking.complaints.refuse_any()
    _put_back(context, original)
    return _write(booking, original, journal, day)


def _refuse_irreversible(context: Context, original: Transaction) -> None:
    """Refuse what was reversed before, and what receipts or credit notes stand on."""
    if original.status == "reversed":
        raise RefusedError(Complaint("already_reversed", parameter="id", values={"transaction": original.id}))
    use = complaint_of_uses(context, NAME, original.id, _USED_BY)
    if use:
        raise RefusedError(use)


def _put_back(context: Context, original: Transaction) -> None:
    """Open again what the original had settled or credited."""
    if isinstance(original, CreditNote):
        settlement.undo_set_off(context, original)
    if isinstance(original, Receipt):
        for line in original.lines:
            if line.settles_transaction_id:
                settled = settlement.towards_zero(context, line.settles_transaction_id, line.amount)
                settlement.settle(context, line.settles_transaction_id, -settled)


def _write(booking: Booking, original: Transaction, journal: Journal, day: date) -> Transaction:
    context, values = booking.context, booking.values
    transactions = context.books.collection(SPEC)
    taken = numbers.take(context, journal, day, values["number"])
    reversed_ = replace(original, status="reversed", open_amount=ZERO, updated_at=context.now)
    reversal = replace(
        _negated(reversed_),
        id=context.books.next_id(SPEC),
        number=taken.number,
        entry_number=taken.entry_number,
        date=day,
        fiscal_year=periods.fiscal_year(day),
        period=periods.period(day),
        reference=values["reference"],
        description=values["description"] or f"Storno {original.number}",
        payment_reference=None,
        reverses_transaction_id=original.id,
        created_at=context.now,
        postings=mirrored(original.postings),
    )
    transactions.add(reversal)
    transactions.replace(replace(reversed_, reversed_by_transaction_id=reversal.id))
    return reversal


def _negated(original: Transaction) -> Transaction:
    """Turn the signs of everything that counts."""
    match original:
        case Sale() | CreditNote():
            return _negated_invoice(original)
        case Receipt():
            lines = tuple(replace(line, amount=_minus(line.amount)) for line in original.lines)
            return replace(original, lines=lines, total=_minus(original.total))
        case Memorial():
            swapped = (replace(line, debit=line.credit, credit=line.debit) for line in original.lines)
            return replace(original, lines=tuple(swapped))


def _negated_invoice(invoice: Invoice) -> Invoice:
    lines = (replace(line, quantity=_minus(line.quantity), amount=_minus(line.amount)) for line in invoice.lines)
    vat_totals = (replace(total, base=_minus(total.base), vat=_minus(total.vat)) for total in invoice.vat_totals)
    return replace(
        invoice,
        total_excl_vat=_minus(invoice.total_excl_vat),
        total_vat=_minus(invoice.total_vat),
        total_incl_vat=_minus(invoice.total_incl_vat),
        lines=tuple(lines),
        vat_totals=tuple(vat_totals),
    )


def _minus(amount: Decimal) -> Decimal:
    """Change the sign; zero has none."""
    return -amount if amount else amount
