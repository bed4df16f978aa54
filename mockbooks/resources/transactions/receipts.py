"""Receipts: money received in a bank or cash journal, settling sales or booked on a ledger account."""

from decimal import Decimal
from typing import Any, Final

from mockbooks.catalogue.entry import Text
from mockbooks.domain.double_entry import Posting, leg
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.resources import debtors, ledger_accounts
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions import heading, settlement
from mockbooks.resources.transactions.entity import Receipt, ReceiptLine, Sale
from mockbooks.resources.transactions.sales import check_total
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context

CONTROL: Final = Text(
    "it is a control account: settle the sale itself with settlesTransactionId",
    "het is een tussenrekening van de subadministratie: letter de verkoop zelf af met settlesTransactionId",
)


def book_receipt(context: Context, entity_id: str, values: dict[str, Any]) -> Receipt:
    """Book a receipt; raises RefusedError with everything that is wrong."""
    complaints = Complaints()
    heading.check_date(context, complaints, values["date"])
    journal = heading.find_journal(context, complaints, values["type"], values["journal_id"])
    heading.check_number(context, complaints, journal, values["number"])
    if values["debtor_id"]:
        complaints.refer(context, debtors.RESOURCE, values["debtor_id"], "/debtorId")
    taken: dict[str, Decimal] = {}
    lines = [
        _line(context, complaints, values, line, taken, f"/lines/{index}") for index, line in enumerate(values["lines"])
    ]
    total = sum((line["amount"] for line in values["lines"]), ZERO)
    check_total(complaints, "total", values["total"], total)
    complaints.refuse_any()
    if journal is None:  # pragma: no cover - its absence was complained about
        raise AssertionError
    numbers = heading.take_numbers(context, journal, values["date"], values["number"])
    booked = tuple(line for line in lines if line)
    for transaction_id, amount in taken.items():
        settlement.settle(context, transaction_id, amount)
    return Receipt(
        **heading.heading_values(context, values, journal, numbers),
        id=entity_id,
        status="paid",
        open_amount=ZERO,
        debtor_id=values["debtor_id"],
        lines=booked,
        total=total,
        postings=_postings(journal, booked, total, values["description"]),
    )


def _line(  # noqa: PLR0913 - one line within its receipt
    context: Context,
    complaints: Complaints,
    values: dict[str, Any],
    line: dict[str, Any],
    taken: dict[str, Decimal],
    pointer: str,
) -> ReceiptLine | None:
    if (line["ledger_account_id"] is None) == (line["settles_transaction_id"] is None):
        complaints.add("exactly_one_of", pointer, fields="ledgerAccountId, settlesTransactionId")
        return None
    if line["ledger_account_id"]:
        check_account(context, complaints, line["ledger_account_id"], f"{pointer}/ledgerAccountId")
        return ReceiptLine(**line)
    sale = settlement.find_sale(
        context, complaints, line["settles_transaction_id"], f"{pointer}/settlesTransactionId", types=("sales", "sales_credit")
    )
    if sale is None:
        return None
    if values["debtor_id"] and sale.debtor_id != values["debtor_id"]:
        complaints.add("debtor_mismatch", f"{pointer}/settlesTransactionId", transaction=sale.id, debtor=values["debtor_id"])
    _take(complaints, sale, line["amount"], taken, pointer)
    return ReceiptLine(**{**line, "ledger_account_id": sale.control_account_id})


def check_account(context: Context, complaints: Complaints, account_id: str, pointer: str) -> None:
    """Note when the ledger account does not exist, is not in use, or is a control account."""
    account = complaints.refer_active(context, ledger_accounts.RESOURCE, account_id, pointer, ledger_account_inactive="code")
    if account and account.is_control:
        complaints.add(
            "ledger_account_not_allowed",
            pointer,
            ledgerAccount=account.code,
            description=account.description,
            because=CONTROL,
        )


def _take(complaints: Complaints, sale: Sale, amount: Decimal, taken: dict[str, Decimal], pointer: str) -> None:
    """Count what is settled of a sale (money in) or a credit note (money out), never more than is open."""
    towards_zero = amount if sale.type == "sales" else -amount
    left = sale.open_amount - taken.get(sale.id, ZERO)
    if towards_zero < 0 or towards_zero > left:
        open_now = left if sale.type == "sales" else -left
        complaints.add(
            "payment_exceeds_open_amount",
            f"{pointer}/amount",
            amount=plain_text(amount),
            open=plain_text(open_now),
            transaction=sale.id,
        )
        return
    taken[sale.id] = taken.get(sale.id, ZERO) + towards_zero


def _postings(
    journal: Journal, lines: tuple[ReceiptLine, ...], total: Decimal, description: str | None
) -> tuple[Posting, ...]:
    """Debit the bank or cash account of the journal for the whole, credit what each line is about."""
    if journal.ledger_account_id is None:
        message = f"journal {journal.code} has no ledger account"
        raise LookupError(message)
    money = (leg(journal.ledger_account_id, total, description),) if total else ()
    return money + tuple(leg(line.ledger_account_id, -line.amount, line.description or description) for line in lines)
