"""Periods: two open fiscal years, a lock date and filed VAT quarters decide on which days can be booked."""

from datetime import date

import pytest

from tests.api.conftest import ApiClient, Json, OpenApi

URL = "/transactions"


@pytest.fixture
def closed(open_api: OpenApi) -> ApiClient:
    """Books that are locked to the end of 2025, with the VAT return of the second quarter of 2026 filed."""
    return open_api(lock_date=date(2025, 12, 31), filed_quarters=("2026-Q2",))


def _memorial(api: ApiClient, day: str) -> Json:
    lines = [
        {"ledgerAccountId": api.account("4700"), "debit": "1.00"},
        {"ledgerAccountId": api.account("1100"), "credit": "1.00"},
    ]
    return {"type": "memorial", "date": day, "lines": lines}


@pytest.mark.parametrize("day", ["2025-01-01", "2025-12-31", "2026-01-01", "2026-12-31"])
def test_this_calendar_year_and_the_one_before_it_are_open(api: ApiClient, day: str) -> None:
    sale = api.sale(api.debtor()["id"], date=day)

    assert (sale["fiscalYear"], sale["period"]) == (int(day[:4]), int(day[5:7]))


@pytest.mark.parametrize("day", ["0001-01-01", "2024-12-31", "2027-01-01", "9999-12-31"])
def test_other_years_are_closed(api: ApiClient, day: str) -> None:
    body = _memorial(api, day)

    assert api.refusals(URL, body) == [("/date", "fiscal_year_closed")]
    assert api.detail(URL, body) == f"The date {day} lies outside the open fiscal years (2025, 2026)."
    assert api.detail(URL, body, language="nl") == f"De datum {day} ligt buiten de open boekjaren (2025, 2026)."


def test_nothing_is_booked_on_or_before_the_lock_date(closed: ApiClient) -> None:
    body = _memorial(closed, "2025-12-31")

    assert closed.refusals(URL, body) == [("/date", "period_locked")]
    assert closed.detail(URL, body) == (
        "The date 2025-12-31 lies in a locked period: the books are locked up to and including 2025-12-31."
    )
    assert closed.create(URL, _memorial(closed, "2026-01-01"))["period"] == 1


@pytest.mark.parametrize("day", ["2026-04-01", "2026-06-30"])
def test_nothing_is_booked_in_a_quarter_whose_vat_return_was_filed(closed: ApiClient, day: str) -> None:
    body = _memorial(closed, day)

    assert closed.refusals(URL, body) == [("/date", "period_locked")]
    assert closed.detail(URL, body, language="nl") == (
        f"De datum {day} ligt in een afgesloten periode: de btw-aangifte over 2026-Q2 is ingediend."
    )


@pytest.mark.parametrize("day", ["2026-03-31", "2026-07-01"])
def test_the_days_around_a_filed_quarter_are_open(closed: ApiClient, day: str) -> None:
    assert closed.create(URL, _memorial(closed, day))["date"] == day


def test_every_kind_of_transaction_keeps_to_the_periods(closed: ApiClient) -> None:
    debtor = closed.debtor()["id"]
    sale = closed.sale(debtor)
    line = {"settlesTransactionId": sale["id"], "amount": "1.00"}
    refused = [("/date", "period_locked")]

    assert closed.refusals(URL, closed.sale_body(debtor, date="2026-05-01")) == refused
    assert closed.refusals(URL, {**closed.sale_body(debtor, date="2026-05-01"), "type": "sales_credit"}) == refused
    assert closed.refusals(URL, closed.receipt_body(line, date="2026-05-01")) == refused
    assert closed.refusals(f"{URL}/{sale['id']}/reversal", {"date": "2026-05-01"}) == refused


def test_a_supply_in_a_closed_period_is_booked_in_an_open_one(closed: ApiClient) -> None:
    sale = closed.sale(closed.debtor()["id"], supplyDate="2025-12-24")

    assert (sale["date"], sale["supplyDate"]) == ("2026-11-23", "2025-12-24")
