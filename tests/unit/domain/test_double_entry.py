"""Debits equal credits, and a storno leaves nothing behind."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.double_entry import (
    Posting,
    TrialBalanceRow,
    is_balanced,
    leg,
    mirrored,
    totals,
    trial_balance,
)

POSTINGS = st.lists(
    st.builds(
        leg,
        st.sampled_from(["lac_000001", "lac_000002", "lac_000003"]),
        st.decimals(min_value="-999999.99", max_value="999999.99", places=2),
        st.sampled_from([None, "Bakkerij De Korenaar"]),
    ),
    max_size=20,
).map(tuple)

SALE = (
    leg("debtors", Decimal("121.00"), "Bakkerij De Korenaar"),
    leg("revenue", Decimal("-100.00")),
    leg("vat", Decimal("-21.00")),
)


def test_a_positive_amount_is_a_debit() -> None:
    assert leg("debtors", Decimal("121.00"), "Bakkerij De Korenaar") == Posting(
        ledger_account_id="debtors",
        debit=Decimal("121.00"),
        credit=Decimal("0.00"),
        description="Bakkerij De Korenaar",
    )


def test_a_negative_amount_is_a_credit() -> None:
    posting = leg("revenue", Decimal("-100.00"))
    assert (str(posting.debit), str(posting.credit), posting.description) == ("0.00", "100.00", None)


def test_minus_zero_becomes_a_plain_zero() -> None:
    posting = leg("revenue", Decimal("-0.00"))
    assert (str(posting.debit), str(posting.credit)) == ("0.00", "0.00")


@pytest.mark.parametrize(("debit", "credit"), [("-1.00", "0.00"), ("0.00", "-1.00"), ("1.00", "1.00")])
def test_a_posting_is_on_one_side_only_and_never_negative(debit: str, credit: str) -> None:
    with pytest.raises(ValueError, match=f"got debit {debit}, credit {credit}"):
        Posting(ledger_account_id="revenue", debit=Decimal(debit), credit=Decimal(credit))


def test_a_sale_of_121_is_100_of_revenue_and_21_of_vat() -> None:
    assert is_balanced(SALE)
    assert totals(SALE) == (Decimal("121.00"), Decimal("121.00"))


def test_one_cent_of_difference_is_no_balance() -> None:
    assert not is_balanced((leg("bank", Decimal("121.00")), leg("debtors", Decimal("-120.99"))))


def test_the_trial_balance_adds_up_per_ledger_account_in_order_of_first_use() -> None:
    receipt = (leg("bank", Decimal("100.00")), leg("debtors", Decimal("-100.00")))
    balance = trial_balance(SALE + receipt)
    assert list(balance) == ["debtors", "revenue", "vat", "bank"]
    assert balance["debtors"] == TrialBalanceRow(
        debit=Decimal("121.00"),
        credit=Decimal("100.00"),
        balance=Decimal("21.00"),
    )


@settings(deadline=None)
@given(POSTINGS)
def test_mirroring_twice_gives_the_same_postings(postings: tuple[Posting, ...]) -> None:
    assert mirrored(mirrored(postings)) == postings


@settings(deadline=None)
@given(POSTINGS)
def test_a_transaction_and_its_storno_leave_every_ledger_account_at_zero(postings: tuple[Posting, ...]) -> None:
    balance = trial_balance(postings + mirrored(postings))
    assert {row.balance for row in balance.values()} <= {Decimal("0.00")}
    assert is_balanced(postings + mirrored(postings))
