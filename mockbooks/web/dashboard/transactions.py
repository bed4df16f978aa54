"""The transactions, each unfolded to its lines and to the postings of its double entry."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from mockbooks.domain import double_entry
from mockbooks.domain.double_entry import Posting
from mockbooks.domain.money import books_arithmetic
from mockbooks.resources import debtors, journals, ledger_accounts, vat_rates
from mockbooks.resources.transactions import RESOURCE
from mockbooks.texts import Text
from mockbooks.web.dashboard.listing import Listing, found, with_id
from mockbooks.web.dashboard.visit import Shown, Visit

TYPES: Final[Mapping[str, Text]] = {
    "sales": Text("Sale", "Verkoop"),
    "sales_credit": Text("Credit note", "Creditnota"),
    "receipt": Text("Receipt", "Ontvangst"),
    "memorial": Text("Memorial", "Memoriaal"),
}
STATUSES: Final[Mapping[str, Text]] = {
    "open": Text("Open", "Open"),
    "partly_paid": Text("Partly paid", "Deels betaald"),
    "paid": Text("Paid", "Betaald"),
    "credited": Text("Credited", "Gecrediteerd"),
    "reversed": Text("Reversed", "Teruggeboekt"),
}
_FILTERS: Final = ("type", "status", "debtorId")


def page(visit: Visit) -> Shown:
    """Show a page of transactions; `open` names the one that is unfolded."""
    sought = visit.query.get("sought", "").strip()
    listing = _found(visit, sought)
    debtor_id = visit.query.get("debtorId")
    return Shown(
        template="transactions.html",
        values={
            "listing": listing,
            "rows": [_row(visit, each) for each in listing.records],
            "sought": sought,
            "types": {name: visit.say(words) for name, words in TYPES.items()},
            "statuses": {name: visit.say(words) for name, words in STATUSES.items()},
            "of_debtor": debtor_id and _name_of_debtor(visit, debtor_id),
        },
    )


def _found(visit: Visit, sought: str) -> Listing:
    """Look for an id, for a number, and then for a reference."""
    by_id = with_id(visit, RESOURCE, sought)
    if by_id.total:
        return by_id
    asked = {name: visit.query.get(name, "") for name in _FILTERS}
    by_number = found(visit, RESOURCE, {**asked, "number": sought})
    if by_number.total or not sought or by_number.complaint:
        return by_number
    return found(visit, RESOURCE, {**asked, "reference": sought})


def _row(visit: Visit, transaction: Mapping[str, Any]) -> Mapping[str, object]:
    own_id, debtor_id = transaction["id"], transaction.get("debtorId")
    is_open = visit.query.get("open") == own_id
    return {
        **{name: transaction[name] for name in ("id", "number", "date", "reference", "description", "status")},
        "type": visit.say(TYPES[transaction["type"]]),
        "status_word": visit.say(STATUSES[transaction["status"]]),
        "debtor": debtor_id and _name_of_debtor(visit, debtor_id),
        "total": _total(transaction),
        "open_amount": transaction["openAmount"],
        "is_open": is_open,
        "toggle": visit.here(open=None if is_open else own_id) + f"#{own_id}",
        "detail": _detail(visit, transaction) if is_open else None,
    }


def _total(transaction: Mapping[str, Any]) -> str:
    """Give what a transaction comes to: a memorial entry the sum of one side."""
    total = transaction.get("totalInclVat") or transaction.get("total")
    return total or str(double_entry.totals(map(_posting, transaction["postings"])).debit)


def _detail(visit: Visit, transaction: Mapping[str, Any]) -> Mapping[str, object]:
    books = visit.administration.books
    accounts = books.collection(ledger_accounts.SPEC)
    journal = books.collection(journals.SPEC).get(transaction["journalId"])
    rates = books.collection(vat_rates.SPEC)
    totals = double_entry.totals(map(_posting, transaction["postings"]))
    with books_arithmetic():
        difference = totals.debit - totals.credit
    return {
        "transaction": transaction,
        "journal": journal and f"{journal.code} {journal.description}",
        "account": accounts.get,
        "rate": rates.get,
        "totals": totals,
        "difference": difference,
    }


def _posting(posting: Mapping[str, Any]) -> Posting:
    return Posting(
        ledger_account_id=posting["ledgerAccountId"],
        debit=Decimal(posting["debit"]),
        credit=Decimal(posting["credit"]),
    )


def _name_of_debtor(visit: Visit, debtor_id: str) -> str:
    debtor = visit.administration.books.collection(debtors.SPEC).get(debtor_id)
    return debtor_id if debtor is None else debtor.name
