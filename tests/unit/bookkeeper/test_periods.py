"""Locking, unlocking and filing: parts of the books close between two calls."""

from datetime import date
from typing import Any

import orjson
import pytest
from marshmallow import ValidationError

from mockbooks import seed
from mockbooks.bookkeeper.file_vat_return import FILE_VAT_RETURN
from mockbooks.bookkeeper.lock_period import LOCK_PERIOD
from mockbooks.bookkeeper.unlock_periods import UNLOCK_PERIODS
from mockbooks.catalogue.telling import tell
from mockbooks.errors import RefusedError
from mockbooks.resources import transactions
from mockbooks.service.fields import Strict
from mockbooks.service.schema import complaints_in
from tests.unit.bookkeeper.conftest import NOW, Bakery

_TRUE = orjson.loads("true")


def _locked_until(day: date) -> Bakery:
    return Bakery(seed.Seed(debtors=0, products=0, transactions=0, lock_date=day))


def _told(field: Strict, value: object) -> str:
    with pytest.raises(ValidationError) as refused:
        field.deserialize(value)
    (complaint,) = complaints_in(refused.value)
    return tell(complaint, "en")


@pytest.mark.parametrize(
    ("value", "lock_date"),
    [
        ("2026-10", "2026-10-31"),
        ("2026-02", "2026-02-28"),
        ("2028-02", "2028-02-29"),
        ("2026-12", "2026-12-31"),
        ("2026-11-15", "2026-11-15"),
    ],
)
def test_a_lock_reaches_to_the_end_of_the_month_or_day(bakery: Bakery, value: str, lock_date: str) -> None:
    bakery.do("lockPeriod", value)

    told = bakery.administration()
    assert (told["lockDate"], told["updatedAt"]) == (lock_date, NOW)


def test_in_a_locked_period_nothing_is_booked_any_more(bakery: Bakery) -> None:
    bakery.sale(date="2026-10-31")
    bakery.do("lockPeriod", "2026-10")

    with pytest.raises(RefusedError, match="period_locked"):
        bakery.sale(date="2026-10-31")
    assert bakery.read(transactions, bakery.sale(date="2026-11-01"))["status"] == "open"


@pytest.mark.parametrize("value", ["2026-09", "2026-10-31", "2026-10"])
def test_a_lock_never_goes_back(value: str) -> None:
    bakery = _locked_until(date(2026, 10, 31))
    before = bakery.administration()
    bakery.do("lockPeriod", value)

    assert bakery.administration() == before


def test_a_lock_moves_forward() -> None:
    bakery = _locked_until(date(2026, 9, 30))
    bakery.do("lockPeriod", "2026-10")

    assert bakery.administration()["lockDate"] == "2026-10-31"


def test_unlocking_opens_what_the_lock_date_closed_but_not_a_filed_quarter() -> None:
    bakery = _locked_until(date(2026, 10, 31))
    bakery.do("fileVatReturn", "2026-Q3")
    bakery.do("unlockPeriods", _TRUE)

    told = bakery.administration()
    assert (told["lockDate"], told["filedVatQuarters"], told["updatedAt"]) == (None, ["2026-Q3"], NOW)
    assert bakery.read(transactions, bakery.sale(date="2026-10-31"))["status"] == "open"
    with pytest.raises(RefusedError, match="period_locked"):
        bakery.sale(date="2026-09-30")


def test_unlocking_what_is_not_locked_changes_nothing(bakery: Bakery) -> None:
    before = bakery.administration()
    bakery.do("unlockPeriods", _TRUE)

    assert bakery.administration() == before


def test_filed_quarters_are_told_in_order_and_once(bakery: Bakery) -> None:
    bakery.do("fileVatReturn", "2026-Q3")
    bakery.do("fileVatReturn", "2025-Q4")
    bakery.do("fileVatReturn", "2026-Q3")

    told = bakery.administration()
    assert (told["filedVatQuarters"], told["updatedAt"]) == (["2025-Q4", "2026-Q3"], NOW)


@pytest.mark.parametrize(
    "value", ["2026-13", "2026-1", "0000-01", "2026-11-31", "202610", "2026-10-31T00:00", "", 2026]
)
def test_anything_but_a_month_or_a_day_is_refused(value: Any) -> None:  # noqa: ANN401 - JSON
    assert _told(LOCK_PERIOD.field, value).startswith(
        "This must be one of: a month such as 2026-10, an existing date such as 2026-10-31. What came is "
    )


@pytest.mark.parametrize("value", ["2026-Q5", "2026-Q0", "2026Q3", "Q3-2026", "2026-q3", "2026-Q3 ", 3])
def test_anything_but_a_quarter_is_refused(value: Any) -> None:  # noqa: ANN401 - JSON
    assert _told(FILE_VAT_RETURN.field, value).startswith(
        "This must be one of: a quarter such as 2026-Q3. What came is "
    )


def test_not_to_unlock_is_no_deed() -> None:
    assert _told(UNLOCK_PERIODS.field, not _TRUE) == "This must be one of: true. What came is false."
