"""What growth is: the cost with the most debtors over that with the fewest, in the same round; and kB of 1000 bytes."""

import pytest

from bench.growth import Grown, growth_of, outcomes, weighed

# Two rounds beside each other, of which the second had twice the noise; a third that went wrong at the most debtors.
ROUNDS = [
    [{"GET": 10.0}, {"GET": 11.0}, {"GET": 12.0}],
    [{"GET": 20.0}, {"GET": 22.0}, {"GET": 24.0}],
    [{"GET": 10.0}, {"GET": 11.0}, {"GET": 90.0}],
]


def test_a_cost_is_the_median_of_its_rounds_and_growth_that_of_their_ratios() -> None:
    assert growth_of("GET", ROUNDS) == Grown(call="GET", costs=(10.0, 11.0, 24.0), ratio=1.2)


def test_a_row_shows_every_number_of_debtors_and_then_the_ratio() -> None:
    assert growth_of("GET", ROUNDS).row() == ("GET", "10.0", "11.0", "24.0", "1.20")


@pytest.mark.parametrize(("ratio", "verdict"), [(1.3, "met"), (1.31, "NOT MET")])
def test_a_call_may_cost_three_tenths_more_with_a_million(ratio: float, verdict: str) -> None:
    (outcome,) = outcomes([Grown(call="GET", costs=(10.0, 12.0), ratio=ratio)], (1_000, 100_000, 1_000_000))
    assert outcome.goal.what == "GET with 1,000,000 debtors ÷ with 1,000"
    assert outcome.verdict == verdict


@pytest.mark.parametrize(("weight", "reached", "verdict"), [(2_500, "2.50 kB", "met"), (2_510, "2.51 kB", "NOT MET")])
def test_a_debtor_may_take_2500_bytes(weight: float, reached: str, verdict: str) -> None:
    assert weighed(weight).row()[2:4] == (reached, verdict)
