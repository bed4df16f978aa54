"""`driftPages`: pages that begin elsewhere than they should."""

from typing import TYPE_CHECKING, cast

import pytest

from mockbooks.traffic.request_log import Fired, LogRoom
from tests.unit.faults.scenes import acted, call, kind, refused
from tests.unit.observations.watching import call as logged_call

if TYPE_CHECKING:
    from mockbooks.traffic.surroundings import Surroundings


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


@pytest.mark.parametrize("query", ["page=2", "page=3&pageSize=5", "email=a%40b.example&page=12", "page=02"])
def test_a_page_after_the_first_can_drift(query: str) -> None:
    assert kind("driftPages").concerns(call("listDebtors", query_string=query.encode()))


@pytest.mark.parametrize("query", ["", "page=1", "email=a%40b.example", "page=0", "page=-2", "page=two", "page=\u00b2"])
def test_any_other_call_of_a_list_cannot(query: str) -> None:
    assert not kind("driftPages").concerns(call("listDebtors", query_string=query.encode()))


def test_what_is_no_list_has_no_pages() -> None:
    assert not kind("driftPages").concerns(call("getDebtor", query_string=b"page=2"))


class Shop:
    """An administration, as far as it has a request log."""

    def __init__(self) -> None:
        self.request_log = LogRoom().log_of("demo")


@pytest.mark.parametrize(
    ("operation", "query", "concerned"),
    [
        ("listDebtors", b"pageSize=5&page=2", False),
        ("listDebtors", b"page=2", True),
        ("listDebtors", b"page=3&pageSize=5", True),
        ("listProducts", b"page=2&pageSize=5", True),
    ],
)
def test_a_page_that_was_shown_drifted_has_come_to_rest(operation: str, query: bytes, *, concerned: bool) -> None:
    shop = Shop()
    drifted = Fired(injection="rows move up", phase="before", faults=("delay", "driftPages"))
    shop.request_log.add(logged_call("listDebtors", query="page=2&pageSize=5", fired=(drifted,)))
    exchange = call(operation, query_string=query, concerned=cast("Surroundings", shop))

    assert kind("driftPages").concerns(exchange) is concerned


def test_a_page_that_was_shown_as_it_is_may_drift_yet() -> None:
    shop = Shop()
    shop.request_log.add(logged_call("listDebtors", query="page=2"))

    assert kind("driftPages").concerns(
        call("listDebtors", query_string=b"page=2", concerned=cast("Surroundings", shop))
    )
