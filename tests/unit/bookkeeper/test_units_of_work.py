"""Whatever a deed writes is filed under the bookkeeper for whom the context works."""

from dataclasses import replace

import pytest

from mockbooks.errors import RefusedError
from mockbooks.service.actor import Actor
from tests.unit.bookkeeper.conftest import Bakery

_ACCOUNTANT = Actor(kind="bookkeeper", name="the accountant closes October", request_id="req-1")


@pytest.mark.parametrize(
    ("deed", "raw_value", "collections"),
    [
        ("lockPeriod", "2026-10", {"administration"}),
        ("unlockPeriods", True, {"administration"}),
        ("fileVatReturn", "2026-Q2", {"administration"}),
        ("deactivateVatRate", "NL_HOOG", {"vat-rates"}),
        ("activateVatRate", "NL_OVERIG", {"vat-rates"}),
        ("deactivateLedgerAccount", "8000", {"ledger-accounts"}),
        ("activateLedgerAccount", "8990", {"ledger-accounts"}),
        ("deactivateJournal", "70", {"journals"}),
        ("activateJournal", "79", {"journals"}),
        ("editDebtor", {"debtor": "10001", "set": {"phone": "030 123 45 67"}}, {"debtors"}),
        ("archiveDebtor", "10001", {"debtors"}),
        ("payInvoice", {"invoice": "F-1"}, {"transactions", "journals"}),
        ("creditInvoice", "F-1", {"transactions", "journals"}),
        ("reverseTransaction", "F-1", {"transactions", "journals"}),
        ("bookSale", {}, {"transactions", "journals"}),
    ],
)
def test_a_deed_is_filed_under_who_does_it(bakery: Bakery, deed: str, raw_value: object, collections: set[str]) -> None:
    bakery.sale(number="F-1", debtorId=bakery.debtor(code="10001"))
    bakery.do("lockPeriod", "2026-09")
    start = bakery.context.books.changes.position
    bakery.context = replace(bakery.context, actor=_ACCOUNTANT)
    bakery.do(deed, raw_value)

    changes = bakery.context.books.changes.since(start)
    assert {change.collection for change in changes} == collections
    assert {change.by for change in changes} == {_ACCOUNTANT}


def test_a_buyer_who_is_made_for_a_sale_goes_with_a_sale_that_is_refused(bakery: Bakery) -> None:
    bakery.do("lockPeriod", "2026-11")
    start = bakery.context.books.changes.position
    with pytest.raises(RefusedError, match="period_locked"):
        bakery.do("bookSale", {})

    assert bakery.context.books.changes.position == start
