"""Whatever the lines are, bases and VAT add up to the cent."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.vat import VatLine, VatRounding, VatSummary, summarize

RATES = st.sampled_from(
    [
        ("NL_HOOG", Decimal("21.00")),
        ("NL_LAAG", Decimal("9.00")),
        ("OSS_FR", Decimal("5.50")),
        ("NL_NUL", Decimal("0.00")),
        ("GEEN", None),
    ],
)
AMOUNTS = st.decimals(min_value="-999999999.99", max_value="999999999.99", places=2)
LINES = st.lists(
    st.builds(
        lambda rate, amount: VatLine(rate_id=rate[0], percentage=rate[1], amount=amount),
        RATES,
        AMOUNTS,
    ),
    max_size=30,
)
ROUNDINGS = st.sampled_from(["line", "total"])


def base_of(summary: VatSummary, lines: list[VatLine], rate_id: str) -> Decimal:
    """Add up the net amounts of the lines of one rate."""
    return sum(
        (base for base, line in zip(summary.line_bases, lines, strict=True) if line.rate_id == rate_id), Decimal()
    )


@settings(deadline=None)
@given(LINES, ROUNDINGS, st.booleans())
def test_base_and_vat_add_up_to_the_totals(lines: list[VatLine], rounding: VatRounding, include: bool) -> None:  # noqa: FBT001
    summary = summarize(lines, prices_include_vat=include, rounding=rounding)
    assert sum(total.base for total in summary.totals) == summary.total_excl_vat
    assert sum(total.vat for total in summary.totals) == summary.total_vat
    assert summary.total_excl_vat + summary.total_vat == summary.total_incl_vat


@settings(deadline=None)
@given(LINES, ROUNDINGS, st.booleans())
def test_the_bases_of_the_lines_add_up_to_the_base_of_each_rate(
    lines: list[VatLine],
    rounding: VatRounding,
    include: bool,  # noqa: FBT001
) -> None:
    summary = summarize(lines, prices_include_vat=include, rounding=rounding)
    bases = {total.rate_id: total.base for total in summary.totals}
    assert bases == {rate_id: base_of(summary, lines, rate_id) for rate_id in bases}


@settings(deadline=None)
@given(LINES, ROUNDINGS)
def test_prices_that_include_vat_add_up_to_what_the_buyer_pays(lines: list[VatLine], rounding: VatRounding) -> None:
    summary = summarize(lines, prices_include_vat=True, rounding=rounding)
    assert summary.total_incl_vat == sum(line.amount for line in lines)


@settings(deadline=None)
@given(LINES, ROUNDINGS, st.booleans())
def test_crediting_every_line_mirrors_every_amount(
    lines: list[VatLine],
    rounding: VatRounding,
    include: bool,  # noqa: FBT001
) -> None:
    sale = summarize(lines, prices_include_vat=include, rounding=rounding)
    credit_lines = [VatLine(rate_id=line.rate_id, percentage=line.percentage, amount=-line.amount) for line in lines]
    credit = summarize(credit_lines, prices_include_vat=include, rounding=rounding)
    assert credit.line_bases == tuple(-base for base in sale.line_bases)
    assert credit.total_vat == -sale.total_vat


@settings(deadline=None)
@given(st.lists(AMOUNTS, min_size=1, max_size=30))
def test_no_net_line_is_a_cent_or_more_away_from_its_exact_share(amounts: list[Decimal]) -> None:
    lines = [VatLine(rate_id="NL_HOOG", percentage=Decimal(21), amount=amount) for amount in amounts]
    summary = summarize(lines, prices_include_vat=True, rounding="total")
    exact = [Fraction(amount) * 100 / 121 for amount in amounts]
    distances = [abs(Fraction(base) - share) for base, share in zip(summary.line_bases, exact, strict=True)]
    assert max(distances) < Fraction(1, 100)
