"""Reversal (storno): the same transaction with debit and credit swapped; both stay in the books."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from mockbooks.domain import periods
from mockbooks.domain.double_entry import mirrored
from mockbooks.domain.money import ZERO
from mockbooks.resources import journals
from mockbooks.resources.transactions import heading, settlement
from mockbooks.resources.transactions.entity import CreditNote, Memorial, Receipt, Sale, SalesLine, Transaction
from mockbooks.resources.transactions.names import NAME
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.store import Equals


def reverse(context: Context, original: Transaction, values: dict[str, Any]) -> Transaction:
    """Book the reversal of a transaction and mark both; raises RefusedError with everything that is wrong."""
    complaints = Complaints()
    transactions = context.books.collection(SPEC)
    if original.status == "reversed":
        complaints.add("already_reversed", None, transaction=original.id)
    uses = transactions.count([Equals("settled_ids", original.id)])
    if uses:
        complaints.add("in_use", None, resource=NAME, id=original.id, count=uses)
    day = values["date"] or context.today
    heading.check_date(context, complaints, day)
    journal = context.books.collection(journals.SPEC).get(original.journal_id)
    heading.check_number(context, complaints, journal, values["number"])
    complaints.refuse_any()
    if journal is None:  # pragma: no cover - every transaction has its journal
        raise AssertionError
    _put_back(context, original)
    numbers = heading.take_numbers(context, journal, day, values["number"])
    reversal = replace(
        _negated(original),
        id=context.books.next_id(SPEC),
        number=numbers.number,
        entry_number=numbers.entry_number,
        date=day,
        fiscal_year=periods.fiscal_year(day),
        period=periods.period(day),
        reference=values["reference"],
        description=values["description"] or f"Storno {original.number}",
        payment_reference=None,
        status="reversed",
        open_amount=ZERO,
        reverses_transaction_id=original.id,
        postings=mirrored(original.postings),
        created_at=context.now,
        updated_at=context.now,
    )
    transactions.add(reversal)
    transactions.replace(
        replace(original, status="reversed", open_amount=ZERO, reversed_by_transaction_id=reversal.id, updated_at=context.now)
    )
    return reversal


def _put_back(context: Context, original: Transaction) -> None:
    """Open again what the original had settled or credited."""
    if isinstance(original, CreditNote) and original.credits_transaction_id:
        settlement.settle(
            context, original.credits_transaction_id, -original.set_off_amount, credited=-original.total_incl_vat
        )
    if isinstance(original, Receipt):
        for line in original.lines:
            if line.settles_transaction_id:
                sale = context.books.collection(SPEC).get(line.settles_transaction_id)
                sign = -1 if sale and sale.type == "sales" else 1
                settlement.settle(context, line.settles_transaction_id, sign * line.amount)


def _negated(original: Transaction) -> Transaction:
    """Turn the signs of everything that counts."""
    match original:
        case Sale():
            return replace(
                original,
                lines=tuple(_negated_line(line) for line in original.lines),
                vat_totals=tuple(replace(total, base=_minus(total.base), vat=_minus(total.vat)) for total in original.vat_totals),
                total_excl_vat=_minus(original.total_excl_vat),
                total_vat=_minus(original.total_vat),
                total_incl_vat=_minus(original.total_incl_vat),
                settled_amount=ZERO,
                credited_amount=ZERO,
                **({"set_off_amount": ZERO} if isinstance(original, CreditNote) else {}),
            )
        case Receipt():
            return replace(
                original,
                lines=tuple(replace(line, amount=_minus(line.amount)) for line in original.lines),
                total=_minus(original.total),
            )
        case Memorial():
            return replace(
                original, lines=tuple(replace(line, debit=line.credit, credit=line.debit) for line in original.lines)
            )


def _negated_line(line: SalesLine) -> SalesLine:
    return replace(line, quantity=_minus(line.quantity), amount=_minus(line.amount))


def _minus(amount: Decimal) -> Decimal:
    """Change the sign; zero has none."""
    return -amount if amount else amount
