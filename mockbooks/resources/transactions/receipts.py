"""Receipts: money received in a bank or cash journal, settling sales or booked on a ledger account."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from mockbooks.domain.double_entry import Posting, leg
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.resources import debtors
from mockbooks.resources.account_rules import find_account
from mockbooks.resources.journals import Journal
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.transactions import numbers, settlement
from mockbooks.resources.transactions.entity import Invoice, Receipt, ReceiptLine, Sale
from mockbooks.resources.transactions.heading import Booking, certain, check_heading, heading_values, trail_values
from mockbooks.texts import Text

_INVOICES: Final = ("sales", "sales_credit")
_CONTROL: Final = Text(
    "it is a control account: settle the sale itself with settlesTransactionId",
    "het is een verzamelrekening: letter de verkoop zelf af met settlesTransactionId",
)


def book_receipt(booking: Booking, entity_id: str) -> Receipt:
    """Book a receipt; raises RefusedError with everything that is wrong."""
    values, debtor_id = booking.values, booking.values["debtor_id"]
    journal = check_heading(booking)
    if debtor_id:
        booking.complaints.refer(booking.context, debtors.RESOURCE, debtor_id, "/debtorId")
    settling = _Settling(booking)
    lines = [settling.line(line, f"/lines/{index}") for index, line in enumerate(values["lines"])]
    booking.complaints.refuse_any()
    settling.write()
    facts = {"id": entity_id, "debtor_id": debtor_id or settling.only_debtor_id()}
    return _receipt(booking, certain(journal), [certain(line) for line in lines], facts)


def _receipt(booking: Booking, journal: Journal, lines: list[ReceiptLine], facts: dict[str, Any]) -> Receipt:
    values = booking.values
    total = sum((line.amount for line in lines), ZERO)
    taken = numbers.take(booking.context, journal, values["date"], values["number"])
    return Receipt(
        **facts,
        **heading_values(values, journal, taken),
        status="paid",
        open_amount=ZERO,
        total=total,
        **trail_values(booking.context),
        lines=tuple(lines),
        postings=tuple(_postings(certain(journal.ledger_account_id), lines, total, values["description"])),
    )


def _postings(
    money_account_id: str, lines: list[ReceiptLine], total: Decimal, description: str | None
) -> Iterable[Posting]:
    """Debit the bank or cash account of the journal for the whole, credit what each line is about."""
    if total:
        yield leg(money_account_id, total, description)
    for line in lines:
        yield leg(line.ledger_account_id, -line.amount, line.description or description)


class _Settling:
    """Checks the lines of one receipt together, so that two lines never settle more than is open."""

    def __init__(self, booking: Booking) -> None:
        self._booking = booking
        self._settled: dict[str, Decimal] = {}
        self._debtor_ids: set[str] = set()

    def line(self, values: dict[str, Any], pointer: str) -> ReceiptLine | None:
        """Check one line; give it with the ledger account that it is posted on."""
        account_id, invoice_id = values["ledger_account_id"], values["settles_transaction_id"]
        fields = {"ledger_account_id": account_id, "settles_transaction_id": invoice_id}
        if not self._booking.complaints.demand_one(pointer, **fields):
            return None
        if account_id:
            booking = self._booking
            find_account(booking.context, booking.complaints, account_id, f"{pointer}/ledgerAccountId", _why_not)
            return ReceiptLine(**values)
        invoice = self._invoice(invoice_id, f"{pointer}/settlesTransactionId")
        if invoice is None:
            return None
        self._take(invoice, values["amount"], f"{pointer}/amount")
        return ReceiptLine(**{**values, "ledger_account_id": invoice.control_account_id})

    def only_debtor_id(self) -> str | None:
        """Give the debtor of what is settled, when that is one and the same."""
        return next(iter(self._debtor_ids)) if len(self._debtor_ids) == 1 else None

    def write(self) -> None:
        """Take what the lines settle off the sales and credit notes."""
        for invoice_id, amount in self._settled.items():
            settlement.settle(self._booking.context, invoice_id, amount)

    def _invoice(self, invoice_id: str, pointer: str) -> Invoice | None:
        invoice = settlement.find_invoice(self._booking, invoice_id, pointer, types=_INVOICES)
        debtor_id = self._booking.values["debtor_id"]
        if invoice and debtor_id:
            settlement.check_debtor(self._booking, invoice, debtor_id, pointer)
        return invoice

    def _take(self, invoice: Invoice, amount: Decimal, pointer: str) -> None:
        """Count money received for a sale and money paid out for a credit note, never more than is open."""
        sign = 1 if isinstance(invoice, Sale) else -1
        before = self._settled.get(invoice.id, ZERO)
        left = invoice.open_amount - before
        if not 0 < sign * amount <= left:
            self._booking.complaints.add(
                "payment_exceeds_open_amount",
                pointer,
                amount=plain_text(amount),
                transaction=invoice.id,
                because=_open_on(invoice, left),
            )
            return
        self._settled[invoice.id] = before + sign * amount
        self._debtor_ids.add(invoice.debtor_id)


def _open_on(invoice: Invoice, left: Decimal) -> Text:
    if not left:
        return Text("nothing is open any more", "er staat niets meer open")
    if isinstance(invoice, Sale):
        return Text(f"from 0.01 to {left} is open", f"open staat 0.01 tot en met {left}")
    return Text(
        f"a credit note is paid out with a negative amount, from -{left} to -0.01",
        f"een creditnota wordt uitbetaald met een negatief bedrag, van -{left} tot en met -0.01",
    )


def _why_not(account: LedgerAccount) -> Text | None:
    return _CONTROL if account.is_control else None
