"""Memorial entries: debits and credits as the bookkeeper writes them, as long as they balance."""

from typing import Any, Final

from mockbooks.domain.double_entry import Posting
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.resources.account_rules import find_account
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.transactions import numbers
from mockbooks.resources.transactions.entity import Memorial, MemorialLine
from mockbooks.resources.transactions.heading import Booking, certain, check_heading, heading_values, trail_values
from mockbooks.texts import Text

_CONTROL: Final = Text(
    "it is a control account, which sales and receipts keep equal to the open items",
    "het is een verzamelrekening, die via verkopen en ontvangsten gelijk blijft aan de openstaande posten",
)


def book_memorial(booking: Booking, entity_id: str) -> Memorial:
    """Book a memorial entry; raises RefusedError with everything that is wrong."""
    values, lines = booking.values, booking.values["lines"]
    journal = check_heading(booking)
    for index, line in enumerate(lines):
        _check_line(booking, line, f"/lines/{index}")
    debit = sum((line["debit"] or ZERO for line in lines), ZERO)
    credit = sum((line["credit"] or ZERO for line in lines), ZERO)
    if debit != credit:
        sums = {"debit": debit, "credit": credit, "difference": abs(debit - credit)}
        told = {name: plain_text(amount) for name, amount in sums.items()}
        booking.complaints.add("unbalanced", "/lines", **told)
    booking.complaints.refuse_any()
    taken = numbers.take(booking.context, certain(journal), values["date"], values["number"])
    return Memorial(
        id=entity_id,
        **heading_values(values, certain(journal), taken),
        status="paid",
        open_amount=ZERO,
        total=debit,
        **trail_values(booking.context),
        lines=tuple(MemorialLine(**line) for line in lines),
        postings=tuple(_posting(line, values["description"]) for line in lines),
    )


def _check_line(booking: Booking, line: dict[str, Any], pointer: str) -> None:
    booking.complaints.demand_one(pointer, debit=line["debit"], credit=line["credit"])
    account_id = line["ledger_account_id"]
    find_account(booking.context, booking.complaints, account_id, f"{pointer}/ledgerAccountId", _why_not)


def _why_not(account: LedgerAccount) -> Text | None:
    return _CONTROL if account.is_control else None


def _posting(line: dict[str, Any], description: str | None) -> Posting:
    return Posting(
        ledger_account_id=line["ledger_account_id"],
        debit=line["debit"] or ZERO,
        credit=line["credit"] or ZERO,
        description=line["description"] or description,
    )
