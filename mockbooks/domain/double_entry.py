"""Double entry bookkeeping: every transaction is a set of postings whose debits equal their credits."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from mockbooks.domain.money import ZERO, books_arithmetic, exact_sum
from mockbooks.frozen import value


@value(frozen=True, kw_only=True, slots=True)
class Posting:
    """One leg of a transaction, in euros: a debit or a credit on a ledger account, the other side being 0.00.

    A negative amount, or an amount on both sides, is a ValueError.
    """

    ledger_account_id: str
    debit: Decimal
    credit: Decimal
    description: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is not one leg."""
        if self.debit < ZERO or self.credit < ZERO or (self.debit and self.credit):
            message = f"a posting is a debit or a credit, never negative: got debit {self.debit}, credit {self.credit}"
            raise ValueError(message)


@value(frozen=True, kw_only=True, slots=True)
class TrialBalanceRow:
    """What one ledger account comes to, in euros; the balance is debit less credit, so negative for a credit."""

    debit: Decimal
    credit: Decimal
    balance: Decimal


class Totals(NamedTuple):
    """The sums of both sides, in euros."""

    debit: Decimal
    credit: Decimal


def leg(ledger_account_id: str, signed_amount: Decimal, description: str | None = None) -> Posting:
    """Make a posting from one signed amount in euros and cents: above zero is a debit, below zero a credit."""
    amount = signed_amount.copy_abs()
    debit, credit = (ZERO, amount) if signed_amount < 0 else (amount, ZERO)
    return Posting(ledger_account_id=ledger_account_id, debit=debit, credit=credit, description=description)


def totals(postings: Iterable[Posting]) -> Totals:
    """Add up both sides."""
    debit = credit = ZERO
    for posting in postings:
        debit, credit = exact_sum(debit, posting.debit), exact_sum(credit, posting.credit)
    return Totals(debit, credit)


def is_balanced(postings: Iterable[Posting]) -> bool:
    """Tell whether the debits equal the credits to the cent."""
    debit, credit = totals(postings)
    return debit == credit


def mirrored(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """Swap the sides of every posting (storno): booked together with the original, nothing remains."""
    return tuple(
        Posting(
            ledger_account_id=posting.ledger_account_id,
            debit=posting.credit,
            credit=posting.debit,
            description=posting.description,
        )
        for posting in postings
    )


def trial_balance(postings: Iterable[Posting]) -> dict[str, TrialBalanceRow]:
    """Add up the postings per ledger account (proef- en saldibalans), in order of first use."""
    sums: dict[str, tuple[Decimal, Decimal]] = {}
    with books_arithmetic():
        for posting in postings:
            debit, credit = sums.get(posting.ledger_account_id, (ZERO, ZERO))
            sums[posting.ledger_account_id] = (debit + posting.debit, credit + posting.credit)
        return {
            ledger_account_id: TrialBalanceRow(debit=debit, credit=credit, balance=debit - credit)
            for ledger_account_id, (debit, credit) in sums.items()
        }
