"""`driftPages`: pages that begin elsewhere than they should."""

import pytest

from tests.unit.faults.scenes import acted, call, refused


@pytest.mark.parametrize(
    ("settings", "rows"),
    [(None, -1), ({}, -1), ({"repeat": 1}, -1), ({"repeat": 3}, -3), ({"miss": 1}, 1), ({"miss": 9}, 9)],
)
def test_the_call_is_told_by_how_many_rows_its_pages_drift(settings: object, rows: int) -> None:
    exchange = call("listDebtors")

    assert acted("driftPages", settings, exchange) is None
    assert exchange.drifted_rows == rows


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"repeat": 1, "miss": 1}, [("", "exactly_one_of")]),
        ({"repeat": None, "miss": None}, [("", "exactly_one_of")]),
        ({"repeat": 0}, [("/repeat", "number_out_of_range")]),
        ({"miss": 201}, [("/miss", "number_out_of_range")]),
        ({"mis": 1}, [("/mis", "unknown_field")]),
        (1, [("", "not_object")]),
    ],
)
def test_what_is_no_drift_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("driftPages", settings) == complaints
