"""The postings of all transactions, filtered and page by page."""

from datetime import date

import orjson
import pytest

from mockbooks.ledger import Wanted, list_postings
from mockbooks.service.rendering import render
from tests.unit.ledger.shop import MEMORIAL, RECEIPT, SALE, busy_shop


def _found(wanted: Wanted) -> list[tuple[str, str]]:
    lines, _ = list_postings(busy_shop().books, wanted, number=1, size=50)
    return [(each.transaction_id, each.account_code) for each in lines]


def test_a_posting_tells_where_it_belongs() -> None:
    (line,), page = list_postings(busy_shop().books, Wanted(account_code="4700"), number=1, size=50)

    assert orjson.loads(render(line)) == {
        "transactionId": "trx_000003",
        "date": "2026-11-22",
        "journalCode": "90",
        "accountCode": "4700",
        "description": "Kantoorartikelen",
        "debit": "50.00",
        "credit": "0.00",
    }
    assert (page.total_items, page.total_pages) == (1, 1)


def test_without_a_filter_all_postings_come_in_order_of_booking() -> None:
    assert _found(Wanted()) == [
        (SALE, "1300"),
        (SALE, "8000"),
        (SALE, "1500"),
        (RECEIPT, "1100"),
        (RECEIPT, "1300"),
        (MEMORIAL, "4700"),
        (MEMORIAL, "1100"),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(account_code="1300"), [(SALE, "1300"), (RECEIPT, "1300")]),
        (Wanted(account_code="1300", transaction_id=RECEIPT), [(RECEIPT, "1300")]),
        (Wanted(transaction_id=MEMORIAL), [(MEMORIAL, "4700"), (MEMORIAL, "1100")]),
        (Wanted(account_code="1100", date_from=date(2026, 11, 22)), [(MEMORIAL, "1100")]),
        (Wanted(account_code="1100", date_to=date(2026, 11, 21)), [(RECEIPT, "1100")]),
        (Wanted(transaction_id=SALE, date_from=date(2026, 11, 21)), []),
        (Wanted(account_code="1300", date_from=date(2026, 11, 21), date_to=date(2026, 11, 21)), [(RECEIPT, "1300")]),
        (Wanted(account_code="9999"), []),
        (Wanted(transaction_id="trx_000009"), []),
    ],
)
def test_everything_that_is_asked_for_must_hold(wanted: Wanted, found: list[tuple[str, str]]) -> None:
    assert _found(wanted) == found


@pytest.mark.parametrize(("number", "accounts"), [(1, ["1300", "8000", "1500"]), (3, ["1100"]), (4, [])])
def test_pages_are_cut_from_all_that_was_found(number: int, accounts: list[str]) -> None:
    lines, page = list_postings(busy_shop().books, Wanted(), number=number, size=3)

    assert [each.account_code for each in lines] == accounts
    assert (page.number, page.size, page.total_items, page.total_pages) == (number, 3, 7, 3)
