"""Amounts of money as exact decimals: one rounding, one notation, one precision, so that no module invents its own."""

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from typing import Final

CENT: Final = Decimal("0.01")
ZERO: Final = Decimal("0.00")
_PLACES_OF_A_CENT: Final = 2

# 28 significant digits, as Python has by default: amounts of 20 digits multiply by any VAT percentage without loss.
_BOOKS: Final = Context(prec=28, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])


def books_arithmetic() -> AbstractContextManager[Context]:
    """Calculate inside this block with 28 digits, whatever decimal context the calling thread has set for itself."""
    return localcontext(_BOOKS)


def exact_sum(one: Decimal, other: Decimal) -> Decimal:
    """Add two amounts with 28 digits, whatever decimal context the calling thread has set for itself."""
    return _BOOKS.add(one, other)


def round_half_up(amount: Decimal, places: int = _PLACES_OF_A_CENT) -> Decimal:
    """Round to so many decimal places, a half away from zero: 20.125 becomes 20.13 and -20.125 becomes -20.13.

    Dutch VAT is rounded in this way, arithmetically on the third decimal. Never gives a negative zero.
    """
    step = CENT if places == _PLACES_OF_A_CENT else Decimal((0, (1,), -places))
    rounded = amount.quantize(step, rounding=ROUND_HALF_UP, context=_BOOKS)
    return rounded or rounded.copy_abs()


def plain_text(amount: Decimal) -> str:
    """Write an amount with the places that it has, never with an exponent and never as minus zero: `"121.00"`."""
    return format(amount or amount.copy_abs(), "f")
