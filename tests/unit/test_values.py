"""Values: equal by what they hold, with a place in a set; the type checker refuses whoever changes one."""

from decimal import Decimal

from mypy import api

from mockbooks.domain.double_entry import Posting

CHANGE = """
from decimal import Decimal
from mockbooks.domain.double_entry import Posting

def change(posting: Posting) -> None:
    posting.debit = Decimal(1)
"""


def posting(debit: str) -> Posting:
    return Posting(ledger_account_id="led_000012", debit=Decimal(debit), credit=Decimal(0))


def test_values_are_equal_by_what_they_hold() -> None:
    assert {posting("121.00"), posting("121.00"), posting("21.00")} == {posting("121.00"), posting("21.00")}


def test_a_value_holds_nothing_but_its_fields() -> None:
    assert not hasattr(posting("121.00"), "__dict__")


def test_the_type_checker_refuses_a_change() -> None:
    told, _, status = api.run(["--strict", "--command", CHANGE])
    assert (status, 'Property "debit" defined in "Posting" is read-only' in told) == (1, True)
