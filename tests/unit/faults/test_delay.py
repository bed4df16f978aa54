"""`delay`: fixed, drawn or virtual."""

from datetime import timedelta
from random import Random

import pytest

from mockbooks.traffic.decision import Wait
from tests.unit.faults.scenes import CREATED, NOON, Bakery, acted, call, complaint_about, draws, refused


@pytest.mark.parametrize("settings", ["5s", {"fixed": "5s"}, {"fixed": "5s", "virtual": False}])
def test_a_fixed_delay_is_written_short_or_in_full(settings: object) -> None:
    assert acted("delay", settings) == Wait(5.0)


def test_an_answer_waits_as_a_call_does() -> None:
    assert acted("delay", "700ms", answer=CREATED) == Wait(0.7)


def test_a_uniform_delay_is_drawn_between_its_bounds_from_the_draws_of_the_injection() -> None:
    settings = {"uniform": {"from": "1s", "to": "3s"}}
    random, again = draws(), draws()

    assert [acted("delay", settings, random=random) for _ in "ab"] == [
        Wait(1.6476655296663247),
        Wait(1.3016983478490038),
    ]
    assert acted("delay", settings, random=again) == Wait(1.6476655296663247)


def test_a_lognormal_delay_has_its_median_and_its_99th_percentile() -> None:
    random = draws()
    waits = sorted(seconds_of(random) for _ in range(10_000))

    assert 0.38 < waits[5_000] < 0.42
    assert 5.0 < waits[9_900] < 7.0


def test_a_lognormal_delay_without_spread_is_its_median() -> None:
    assert acted("delay", {"lognormal": {"median": "2s", "p99": "2s"}}) == Wait(2.0)


def test_nobody_waits_longer_than_five_minutes_whatever_is_drawn() -> None:
    random = draws()
    waits = [acted("delay", {"lognormal": {"median": "4m", "p99": "5m"}}, random=random) for _ in range(1_000)]

    assert waits.count(Wait(300.0)) == 11


def test_a_virtual_delay_moves_the_clock_and_nobody_waits() -> None:
    bakery = Bakery()

    assert acted("delay", {"fixed": "2h", "virtual": True}, call(), world=bakery) is None
    assert bakery.moment - NOON == timedelta(hours=2)


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        (5, [("", "not_duration")]),
        ("5 seconds", [("", "not_duration")]),
        ("6m", [("", "duration_too_long")]),
        ({"fixed": "6m"}, [("", "duration_too_long")]),
        ({"uniform": {"from": "1s", "to": "1h"}}, [("", "duration_too_long")]),
        ({"uniform": {"from": "3s", "to": "1s"}}, [("/uniform/to", "number_out_of_range")]),
        ({"uniform": {"from": "3s"}}, [("/uniform/to", "required")]),
        ({"lognormal": {"median": "0s", "p99": "1s"}}, [("/lognormal/median", "number_out_of_range")]),
        ({"lognormal": {"median": "2s", "p99": "1s"}}, [("/lognormal/p99", "number_out_of_range")]),
        ({"virtual": True}, [("", "exactly_one_of")]),
        ({"fixed": "1s", "uniform": {"from": "1s", "to": "2s"}}, [("", "exactly_one_of")]),
        ({"fixd": "1s"}, [("/fixd", "unknown_field")]),
        (["5s"], [("", "not_duration")]),
    ],
)
def test_what_is_no_delay_is_refused_where_it_stands(
    settings: object, complaints: list[tuple[str | None, str]]
) -> None:
    assert refused("delay", settings) == complaints


def test_a_misspelled_name_is_told_with_the_one_that_was_meant() -> None:
    assert complaint_about("delay", {"fixd": "1s"}).values["suggestion"] == "fixed"


def seconds_of(random: Random) -> float:
    outcome = acted("delay", {"lognormal": {"median": "400ms", "p99": "6s"}}, random=random)
    assert isinstance(outcome, Wait)
    return outcome.seconds
