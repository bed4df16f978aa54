"""VAT comes out as the Dutch books have it: per line or on the total, with prices that exclude or include it."""

from decimal import Decimal, localcontext

import pytest

from mockbooks.domain.vat import VatLine, VatRounding, VatSummary, VatTotal, summarize


def high(amount: str) -> VatLine:
    """Give a line at 21 %."""
    return VatLine(rate_id="vat_000001", percentage=Decimal("21.00"), amount=Decimal(amount))


def low(amount: str) -> VatLine:
    """Give a line at 9 %."""
    return VatLine(rate_id="vat_000002", percentage=Decimal("9.00"), amount=Decimal(amount))


def zero(amount: str) -> VatLine:
    """Give a line at 0 %."""
    return VatLine(rate_id="vat_000003", percentage=Decimal("0.00"), amount=Decimal(amount))


def without(amount: str) -> VatLine:
    """Give a line that no VAT is involved in."""
    return VatLine(rate_id="vat_000004", percentage=None, amount=Decimal(amount))


def excluding(rounding: VatRounding, *lines: VatLine) -> VatSummary:
    """Summarize prices without VAT."""
    return summarize(lines, prices_include_vat=False, rounding=rounding)


def including(rounding: VatRounding, *lines: VatLine) -> VatSummary:
    """Summarize prices with VAT."""
    return summarize(lines, prices_include_vat=True, rounding=rounding)


def test_a_hundred_euros_at_21_percent_is_121() -> None:
    assert excluding("total", high("100.00")) == VatSummary(
        line_bases=(Decimal("100.00"),),
        totals=(
            VatTotal(
                rate_id="vat_000001",
                percentage=Decimal("21.00"),
                base=Decimal("100.00"),
                vat=Decimal("21.00"),
            ),
        ),
        total_excl_vat=Decimal("100.00"),
        total_vat=Decimal("21.00"),
        total_incl_vat=Decimal("121.00"),
    )


@pytest.mark.parametrize(
    ("rounding", "amounts", "vat"),
    [
        ("line", ["37.50", "12.50"], "10.51"),
        ("total", ["37.50", "12.50"], "10.50"),
        ("line", ["8.26", "8.26", "8.26"], "5.19"),
        ("total", ["8.26", "8.26", "8.26"], "5.20"),
        ("line", ["-37.50", "-12.50"], "-10.51"),
        ("total", ["-37.50", "-12.50"], "-10.50"),
        ("total", ["100.00", "-25.00"], "15.75"),
    ],
)
def test_vat_is_rounded_per_line_or_once_on_the_total(rounding: VatRounding, amounts: list[str], vat: str) -> None:
    assert str(excluding(rounding, *map(high, amounts)).total_vat) == vat


def test_three_pieces_of_9_99_including_vat_cost_what_the_buyer_paid() -> None:
    summary = including("total", high("29.97"))
    assert str(summary.total_incl_vat) == "29.97"
    assert str(summary.total_vat) == "5.20"
    assert str(summary.total_excl_vat) == "24.77"


@pytest.mark.parametrize(("rounding", "vat"), [("line", "5.19"), ("total", "5.20")])
def test_three_lines_of_9_99_including_vat_always_cost_29_97(rounding: VatRounding, vat: str) -> None:
    summary = including(rounding, high("9.99"), high("9.99"), high("9.99"))
    assert str(summary.total_incl_vat) == "29.97"
    assert str(summary.total_vat) == vat


def test_cents_that_are_left_over_go_to_the_largest_remainders_and_among_equals_to_the_first() -> None:
    summary = including("total", high("9.99"), high("9.99"), high("9.99"))
    assert summary.line_bases == (Decimal("8.26"), Decimal("8.26"), Decimal("8.25"))


def test_a_credit_is_the_exact_mirror_image_of_its_sale() -> None:
    summary = including("total", high("-9.99"), high("-9.99"), high("-9.99"))
    assert summary.line_bases == (Decimal("-8.26"), Decimal("-8.26"), Decimal("-8.25"))
    assert str(summary.total_vat) == "-5.20"


def test_each_rate_has_its_own_total_in_the_order_in_which_it_is_first_used() -> None:
    summary = excluding("total", low("10.00"), high("100.00"), low("5.00"))
    assert [(total.rate_id, str(total.base), str(total.vat)) for total in summary.totals] == [
        ("vat_000002", "15.00", "1.35"),
        ("vat_000001", "100.00", "21.00"),
    ]
    assert str(summary.total_incl_vat) == "137.35"


@pytest.mark.parametrize("prices_include_vat", [True, False])
@pytest.mark.parametrize("rounding", ["line", "total"])
def test_a_rate_of_zero_and_no_vat_at_all_still_have_a_base(
    rounding: VatRounding,
    prices_include_vat: bool,  # noqa: FBT001 - pytest passes it by name
) -> None:
    summary = summarize([zero("40.00"), without("2.50")], prices_include_vat=prices_include_vat, rounding=rounding)
    assert [(total.percentage, str(total.base), str(total.vat)) for total in summary.totals] == [
        (Decimal("0.00"), "40.00", "0.00"),
        (None, "2.50", "0.00"),
    ]
    assert str(summary.total_incl_vat) == "42.50"


def test_a_discount_that_brings_a_rate_to_nothing_leaves_no_vat() -> None:
    summary = including("total", high("12.10"), high("-12.10"))
    assert summary.line_bases == (Decimal("10.00"), Decimal("-10.00"))
    assert str(summary.total_vat) == "0.00"


def test_no_lines_come_to_nothing() -> None:
    summary = excluding("total")
    assert summary.totals == ()
    assert str(summary.total_incl_vat) == "0.00"


def test_vat_does_not_depend_on_the_decimal_context_of_the_caller() -> None:
    with localcontext(prec=3):
        assert str(excluding("total", high("123456.78")).total_incl_vat) == "149382.70"
