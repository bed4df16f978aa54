"""Numbers, amounts and moments as a person reads them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from mockbooks.web.dashboard.writing import Writing

EN, NL = Writing("en"), Writing("nl")
WINTER = datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)


def test_amounts_have_two_decimals_and_the_signs_of_their_language() -> None:
    assert [EN.money("1234567.5"), NL.money("1234567.5")] == ["1,234,567.50", "1.234.567,50"]
    assert [EN.money(Decimal("-0.10")), NL.money(Decimal("-1210.00"))] == ["\u22120.10", "\u22121.210,00"]


def test_quantities_and_prices_keep_the_decimals_that_they_came_with() -> None:
    assert [EN.number("4"), NL.number("84.1983"), NL.number("1000")] == ["4", "84,1983", "1.000"]


def test_counts_are_told_in_thousands() -> None:
    assert [EN.count(500_000), NL.count(500_000), NL.count(12)] == ["500,000", "500.000", "12"]


def test_days_are_written_with_the_name_of_the_month() -> None:
    assert [EN.day(date(2026, 3, 1)), NL.day("2026-03-01")] == ["1 Mar 2026", "1 mrt 2026"]


def test_moments_are_those_of_amsterdam_in_winter_and_in_summer() -> None:
    assert [EN.time(WINTER), EN.moment(SUMMER)] == ["10:05:07", "2 Jul 2026 00:30:00"]
    assert [EN.weekday(SUMMER), NL.weekday(WINTER)] == ["Thursday 2 Jul 2026", "maandag 23 nov 2026"]
    assert EN.iso(SUMMER) == "2026-07-01T22:30:00Z"


@pytest.mark.parametrize("writing", [EN, NL])
def test_every_month_and_day_has_a_name(writing: Writing) -> None:
    days = [writing.weekday(datetime(2026, month, month, 12, tzinfo=UTC)) for month in range(1, 13)]
    assert len(set(days)) == 12
