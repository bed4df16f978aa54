"""`dribble`: the answer whole, in pieces over a time."""

from dataclasses import replace

import pytest

from mockbooks.traffic.delivery import Dribble
from tests.unit.faults.scenes import CREATED, changed, refused


@pytest.mark.parametrize(
    ("settings", "delivery"),
    [
        (None, Dribble(10, 3.0)),
        ({}, Dribble(10, 3.0)),
        ({"pieces": 5}, Dribble(5, 3.0)),
        ({"over": "700ms"}, Dribble(10, 0.7)),
        ({"pieces": 1000, "over": "5m"}, Dribble(1000, 300.0)),
    ],
)
def test_the_true_answer_comes_in_so_many_pieces_over_such_a_time(settings: object, delivery: Dribble) -> None:
    assert changed("dribble", settings, CREATED) == replace(CREATED, delivery=delivery)


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"pieces": 1}, [("/pieces", "number_out_of_range")]),
        ({"pieces": 1001}, [("/pieces", "number_out_of_range")]),
        ({"pieces": "5"}, [("/pieces", "not_integer")]),
        ({"over": "301s"}, [("/over", "duration_too_long")]),
        ({"over": 3}, [("/over", "not_duration")]),
        ({"piece": 5}, [("/piece", "unknown_field")]),
        ("5", [("", "not_object")]),
    ],
)
def test_what_is_no_dribbling_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("dribble", settings) == complaints
