"""Rounding is arithmetic and the notation plain, whatever the decimals look like inside."""

from decimal import Decimal, localcontext

import pytest

from mockbooks.domain.money import books_arithmetic, plain_text, round_half_up


@pytest.mark.parametrize(
    ("amount", "rounded"),
    [
        ("20.124", "20.12"),
        ("20.125", "20.13"),
        ("-20.124", "-20.12"),
        ("-20.125", "-20.13"),
        ("2.675", "2.68"),
        ("121", "121.00"),
        ("0.004999", "0.00"),
        ("99999999999999999.995", "100000000000000000.00"),
    ],
)
def test_a_half_cent_is_rounded_away_from_zero(amount: str, rounded: str) -> None:
    assert str(round_half_up(Decimal(amount))) == rounded


def test_a_unit_price_is_rounded_at_four_places() -> None:
    assert str(round_half_up(Decimal("8.26445"), 4)) == "8.2645"


def test_nothing_is_ever_rounded_to_minus_zero() -> None:
    assert str(round_half_up(Decimal("-0.004"))) == "0.00"


def test_rounding_does_not_depend_on_the_decimal_context_of_the_caller() -> None:
    with localcontext(prec=3):
        assert str(round_half_up(Decimal("12345.675"))) == "12345.68"


def test_calculating_in_the_books_keeps_every_cent_although_the_caller_works_with_three_digits() -> None:
    with localcontext(prec=3), books_arithmetic():
        assert str(Decimal("12345.67") + Decimal("0.01")) == "12345.68"


@pytest.mark.parametrize(
    ("amount", "text"),
    [("121.00", "121.00"), ("1E+3", "1000"), ("1E-7", "0.0000001"), ("-0.00", "0.00"), ("-7.50", "-7.50")],
)
def test_an_amount_is_written_without_exponent_and_without_minus_zero(amount: str, text: str) -> None:
    assert plain_text(Decimal(amount)) == text
