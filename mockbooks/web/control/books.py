"""The double entry as an oracle for tests, and whole books out and in."""

from datetime import date
from typing import Any, Final

from mockbooks.control.books import books_from, replacing
from mockbooks.control.snapshots import counts_in
from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.answers import part_schema
from mockbooks.service.fields import Amount, Choice, Day, Identifier, PlainText, Whole
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.rendering import render
from mockbooks.service.schema import Parts, StrictSchema
from mockbooks.traffic.negotiation import JSON
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, OnAdministration, json_of, on_administration, operation
from mockbooks.web.control.fields import AnyObject

_HIGHEST: Final = "999999999999999.99"
_MOST: Final = 2_147_483_647


def _amount(description: str, example: str) -> Amount:
    return Amount(description, lowest=f"-{_HIGHEST}", highest=_HIGHEST, required=True, example=example)


class AccountBalance(StrictSchema):
    """What one ledger account comes to."""

    code = PlainText("Code of the ledger account.", maximum=20, required=True, example="8000")
    description = PlainText("What it is called.", maximum=200, required=True, example="Omzet")
    debit = _amount("Everything on its debit side.", "0.00")
    credit = _amount("Everything on its credit side.", "100.00")
    balance = _amount("Debit less credit.", "-100.00")


class TrialBalance(StrictSchema):
    """The trial balance: every ledger account that was posted on, in order of code."""

    accounts = Parts(
        AccountBalance(),
        "The ledger accounts.",
        fewest=0,
        most=100_000,
        example=[{"code": "8000", "description": "Omzet", "debit": "0.00", "credit": "100.00", "balance": "-100.00"}],
    )
    total_debit = _amount("All debit sides together.", "121.00")
    total_credit = _amount("All credit sides together.", "121.00")
    difference = _amount("One less the other: 0.00, or the books are broken.", "0.00")


class LedgerPostingBody(StrictSchema):
    """One posting with where it belongs."""

    transaction_id = Identifier("The transaction.", required=True, example="trx_000001")
    date = Day("Its date.", required=True, example="2026-11-23")
    journal_code = PlainText("Code of its journal.", maximum=20, required=True, example="70")
    account_code = PlainText("Code of the ledger account.", maximum=20, required=True, example="8000")
    description = PlainText("What it is about; null where nothing was said.", maximum=1000, example="Volkorenbrood")
    debit = _amount("Amount on the debit side.", "0.00")
    credit = _amount("Amount on the credit side.", "100.00")


class ListPostingsQuery(OnAdministration):
    """Which postings are wanted; filters combine with "and"."""

    account_code = PlainText("Code of a ledger account.", maximum=20, filled=True, example="8000")
    transaction_id = Identifier("Id of a transaction.", example="trx_000001")
    date_from = Day("Dated on this day or after it.", example="2026-11-01")
    date_to = Day("Dated on this day or before it.", example="2026-11-30")
    page = page_field()
    page_size = page_size_field()


class BooksDump(StrictSchema):
    """Whole books: what stands in them, with what is kept inside, so that they can be taken in again."""

    format = Choice("What this is.", allowed=("mockbooks-books",), required=True, example="mockbooks-books")
    version = Whole("How it is written.", lowest=1, highest=1, required=True, example=1)
    collections = AnyObject(
        "Each collection by its name, with `idsGiven` and its `records`.",
        required=True,
        example={"debtors": {"idsGiven": 0, "records": []}},
    )
    counters = AnyObject("The number last given by each counter.", required=True, example={"debtors": 25})


class TakenBooks(StrictSchema):
    """How much there is in books that were taken in."""

    debtors = Whole("Debtors.", lowest=0, highest=_MOST, required=True, example=25)
    products = Whole("Products.", lowest=0, highest=_MOST, required=True, example=40)
    transactions = Whole("Transactions.", lowest=0, highest=_MOST, required=True, example=30)


def _trial_balance(bench: Bench) -> bytes:
    from mockbooks.ledger import trial_balance  # noqa: PLC0415 - a start does not need it

    return render(trial_balance(bench.administration.books))


def _list_postings(bench: Bench, query: dict[str, Any]) -> tuple[bytes, Page]:
    from mockbooks.ledger import Wanted, list_postings  # noqa: PLC0415 - as above

    _demand_order(query["date_from"], query["date_to"])
    names = ("account_code", "transaction_id", "date_from", "date_to")
    wanted = Wanted(**{name: query[name] for name in names})
    postings, page = list_postings(bench.administration.books, wanted, number=query["page"], size=query["page_size"])
    return b"[" + b",".join(map(render, postings)) + b"]", page


def _demand_order(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        values = {"start": first.isoformat(), "until": last.isoformat()}
        raise RefusedError(Complaint("ends_before_start", parameter="dateTo", values=values))


def _dump(bench: Bench) -> bytes:
    from mockbooks.ledger import dump  # noqa: PLC0415 - as above

    return json_of(dump(bench.administration.books))


def _put(bench: Bench) -> bytes:
    if not bench.exchange.body:
        raise RefusedError(Complaint("empty_body"))
    books = books_from(bench.json_body())
    bench.settle(replacing(bench.administration, books))
    return json_of(counts_in(books))


TAG: Final = "Books", "The double entry as an oracle: what a test believes was booked can be held against it."
CALLS: Final = (
    on_administration(
        operation("getTrialBalance", "GET", "/books/trial-balance"),
        _trial_balance,
        summary="Get the trial balance",
        description="Adds up every posting, those of reversed transactions and their reversals too.",
        answer=envelopes.object_schema("TrialBalance", TrialBalance()),
        takes_long=True,
    ),
    on_administration(
        operation("listPostings", "GET", "/books/postings"),
        _list_postings,
        summary="List postings",
        description="Gives the postings of all transactions, in order of booking.",
        answer=envelopes.list_schema("LedgerPosting", part_schema("LedgerPosting", LedgerPostingBody)()),
        query=ListPostingsQuery,
        takes_long=True,
    ),
    on_administration(
        operation("dumpBooks", "GET", "/books/dump"),
        _dump,
        summary="Take whole books out",
        description="Gives everything that is in the books, to be kept and sent to PUT /books: `data` as it stands.",
        answer=envelopes.object_schema("BooksDump", BooksDump()),
        takes_long=True,
    ),
    on_administration(
        operation("replaceBooks", "PUT", "/books"),
        _put,
        summary="Take whole books in",
        description="Puts books in the place of those that are there; they are checked as a whole, and books that "
        "could not have come about are refused. Beyond `--max-body-bytes` the body is too large. A reset brings the "
        "books of the start back.",
        answer=envelopes.object_schema("TakenBooks", TakenBooks()),
        described_body={
            "description": "What GET /books/dump gave as `data`.",
            "required": True,
            "content": {JSON: {"schema": {"$ref": "#/components/schemas/BooksDump"}}},
        },
        takes_long=True,
    ),
)
