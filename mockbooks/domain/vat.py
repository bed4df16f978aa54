"""Value added tax over the lines of one sale: per rate a base and a tax that add up to the cent."""

from collections.abc import Callable, Sequence
from decimal import ROUND_DOWN, Decimal
from typing import Final, Literal

from mockbooks.domain.money import CENT, ZERO, books_arithmetic, round_half_up
from mockbooks.frozen import value

VatRounding = Literal["line", "total"]


@value(frozen=True, kw_only=True, slots=True)
class VatLine:
    """One line: its amount in euros and whole cents, with or without VAT, negative for a discount or a credit.

    A `percentage` of None means that no VAT is involved at all; 0 is a rate like any other.
    """

    rate_id: str
    percentage: Decimal | None
    amount: Decimal


@value(frozen=True, kw_only=True, slots=True)
class VatTotal:
    """What all lines of one rate come to, in euros; the VAT is 0.00 when the percentage is None."""

    rate_id: str
    percentage: Decimal | None
    base: Decimal
    vat: Decimal


@value(frozen=True, kw_only=True, slots=True)
class VatSummary:
    """The VAT of one sale in euros: net amount per line, totals per rate in order of first use, and grand totals."""

    line_bases: tuple[Decimal, ...]
    totals: tuple[VatTotal, ...]
    total_excl_vat: Decimal
    total_vat: Decimal
    total_incl_vat: Decimal


def summarize(lines: Sequence[VatLine], *, prices_include_vat: bool, rounding: VatRounding) -> VatSummary:
    """Calculate the VAT of these lines, rounded half up per line or once on the total of each rate.

    The trader picks one of the two and sticks to it. Lines with one `rate_id` are taken to have one percentage.
    The bases per line always add up to the bases per rate, and with prices that include VAT the total is exactly what
    the buyer was told to pay.
    """
    split = _SPLITS[prices_include_vat, rounding]
    line_bases = [ZERO] * len(lines)
    totals: list[VatTotal] = []
    with books_arithmetic():
        for rate_id, positions in _positions_by_rate(lines).items():
            percentage = lines[positions[0]].percentage
            bases, vat = split([lines[position].amount for position in positions], percentage or ZERO)
            for position, base in zip(positions, bases, strict=True):
                line_bases[position] = base
            totals.append(VatTotal(rate_id=rate_id, percentage=percentage, base=sum(bases, ZERO), vat=vat))
        return _summary(line_bases, totals)


def _positions_by_rate(lines: Sequence[VatLine]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, line in enumerate(lines):
        positions.setdefault(line.rate_id, []).append(position)
    return positions


def _summary(line_bases: list[Decimal], totals: list[VatTotal]) -> VatSummary:
    total_excl_vat = sum((total.base for total in totals), ZERO)
    total_vat = sum((total.vat for total in totals), ZERO)
    return VatSummary(
        line_bases=tuple(line_bases),
        totals=tuple(totals),
        total_excl_vat=total_excl_vat,
        total_vat=total_vat,
        total_incl_vat=total_excl_vat + total_vat,
    )


def _add_per_line(amounts: list[Decimal], percentage: Decimal) -> tuple[list[Decimal], Decimal]:
    return amounts, sum((round_half_up(amount * percentage / 100) for amount in amounts), ZERO)


def _add_on_total(amounts: list[Decimal], percentage: Decimal) -> tuple[list[Decimal], Decimal]:
    return amounts, round_half_up(sum(amounts, ZERO) * percentage / 100)


def _take_out_per_line(amounts: list[Decimal], percentage: Decimal) -> tuple[list[Decimal], Decimal]:
    taxes = [round_half_up(amount * percentage / (100 + percentage)) for amount in amounts]
    return [amount - tax for amount, tax in zip(amounts, taxes, strict=True)], sum(taxes, ZERO)


def _take_out_of_total(amounts: list[Decimal], percentage: Decimal) -> tuple[list[Decimal], Decimal]:
    gross = sum(amounts, ZERO)
    vat = round_half_up(gross * percentage / (100 + percentage))
    exact_bases = [amount * 100 / (100 + percentage) for amount in amounts]
    return _in_cents(exact_bases, gross - vat), vat


def _in_cents(exact: list[Decimal], total: Decimal) -> list[Decimal]:
    """Bring amounts to whole cents that sum to the total, by largest remainder; of equals the first gets the cent.

    Working from zero outwards makes a credit the exact mirror image of its sale. There are never more cents left over
    than lines with a remainder on that side, because the total is itself within half a cent of the exact sum.
    """
    shares = [amount.quantize(CENT, rounding=ROUND_DOWN) for amount in exact]
    left_over = total - sum(shares, ZERO)
    cent = CENT.copy_sign(left_over)
    by_remainder = sorted(range(len(exact)), key=lambda index: (shares[index] - exact[index]) * cent)
    for index in by_remainder[: int(left_over / cent)]:
        shares[index] += cent
    return shares


_Split = Callable[[list[Decimal], Decimal], tuple[list[Decimal], Decimal]]

_SPLITS: Final[dict[tuple[bool, VatRounding], _Split]] = {
    (False, "line"): _add_per_line,
    (False, "total"): _add_on_total,
    (True, "line"): _take_out_per_line,
    (True, "total"): _take_out_of_total,
}
