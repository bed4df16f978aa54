"""Memorial entries: debits and credits as the bookkeeper writes them, as long as they balance."""

from typing import Any

from mockbooks.domain.double_entry import Posting
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.resources.transactions import heading
from mockbooks.resources.transactions.entity import Memorial, MemorialLine
from mockbooks.resources.transactions.receipts import check_account
from mockbooks.resources.transactions.sales import check_total
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context


def book_memorial(context: Context, entity_id: str, values: dict[str, Any]) -> Memorial:
    """Book a memorial entry; raises RefusedError with everything that is wrong."""
    complaints = Complaints()
    heading.check_date(context, complaints, values["date"])
    journal = heading.find_journal(context, complaints, values["type"], values["journal_id"])
    heading.check_number(context, complaints, journal, values["number"])
    for index, line in enumerate(values["lines"]):
        _check_line(context, complaints, line, f"/lines/{index}")
    debit = sum((line["debit"] or ZERO for line in values["lines"]), ZERO)
    credit = sum((line["credit"] or ZERO for line in values["lines"]), ZERO)
    if debit != credit:
        complaints.add(
            "unbalanced", "/lines", debit=plain_text(debit), credit=plain_text(credit), difference=plain_text(debit - credit)
        )
    check_total(complaints, "total", values["total"], debit)
    complaints.refuse_any()
    if journal is None:  # pragma: no cover - its absence was complained about
        raise AssertionError
    numbers = heading.take_numbers(context, journal, values["date"], values["number"])
    return Memorial(
        **heading.heading_values(context, values, journal, numbers),
        id=entity_id,
        status="paid",
        open_amount=ZERO,
        lines=tuple(MemorialLine(**line) for line in values["lines"]),
        total=debit,
        postings=tuple(_posting(line, values["description"]) for line in values["lines"]),
    )


def _check_line(context: Context, complaints: Complaints, line: dict[str, Any], pointer: str) -> None:
    if (line["debit"] is None) == (line["credit"] is None):
        complaints.add("exactly_one_of", pointer, fields="debit, credit")
    check_account(context, complaints, line["ledger_account_id"], f"{pointer}/ledgerAccountId")


def _posting(line: dict[str, Any], description: str | None) -> Posting:
    return Posting(
        ledger_account_id=line["ledger_account_id"],
        debit=line["debit"] or ZERO,
        credit=line["credit"] or ZERO,
        description=line["description"] or description,
    )
