"""`driftPages`: pages that begin elsewhere than they should."""

import pytest

from tests.unit.faults.scenes import acted, call, kind, refused


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


@pytest.mark.parametrize(
    ("operation", "query", "same"),
    [
        ("listDebtors", b"pageSize=5&page=2", True),
        ("listDebtors", b"page=2&pageSize=5", True),
        ("listDebtors", b"page=2", False),
        ("listDebtors", b"page=3&pageSize=5", False),
        ("listProducts", b"page=2&pageSize=5", False),
    ],
)
def test_it_acts_once_for_a_page_of_a_list(operation: str, query: bytes, *, same: bool) -> None:
    once_for = kind("driftPages").once_for
    assert once_for is not None
    first = once_for(call("listDebtors", query_string=b"page=2&pageSize=5"))

    assert (once_for(call(operation, query_string=query)) == first) is same
