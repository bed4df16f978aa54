"""Calls are counted all together, or for each value that stands somewhere in their bodies."""

import sys

import orjson
import pytest

from mockbooks.scenarios import counting
from mockbooks.scenarios.counting import Counter
from mockbooks.traffic.exchange import Exchange

JSON = {"content-type": "application/json"}


def order(reference: object) -> Exchange:
    body = orjson.dumps({"reference": reference})
    return Exchange(method="POST", path="/api/v1/transactions", headers=JSON, body=body)


def test_without_a_place_everything_is_counted_together() -> None:
    counter = Counter(None)

    assert [counter.count(order(each)) for each in ("ORD-1", "ORD-2")] == [1, 2]


def test_each_value_is_counted_by_itself_and_what_has_none_together() -> None:
    counter = Counter("/reference")
    nothing = Exchange(method="POST", path="/api/v1/transactions", headers=JSON, body=b"[]")

    assert [counter.count(order(each)) for each in ("ORD-1", "ORD-2", "ORD-1", 1, "1", 1)] == [1, 1, 2, 1, 1, 2]
    assert [counter.count(nothing), counter.count(nothing)] == [1, 2]


def test_a_long_value_takes_no_more_memory_than_a_short_one() -> None:
    counter = Counter("/reference")
    counter.count(order("x" * 1_000_000))

    assert max(sys.getsizeof(key) for key in counter._counts) < 100  # noqa: SLF001 - nobody else can see it
    assert counter.count(order("x" * 1_000_000)) == 2


def test_of_too_many_values_the_one_that_was_met_first_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_VALUES", 2)
    counter = Counter("/reference")

    assert [counter.count(order(each)) for each in ("ORD-1", "ORD-2", "ORD-3", "ORD-1")] == [1, 1, 1, 1]


def test_what_nests_too_deeply_to_be_written_is_counted_with_what_has_no_value() -> None:
    deep = b'{"reference": ' + b"[" * 900 + b"]" * 900 + b"}"
    counter, call = Counter("/reference"), Exchange(method="POST", path="/api/v1/debtors", headers=JSON, body=deep)

    assert [counter.count(call), counter.count(order("ORD-1")), counter.count(call)] == [1, 1, 2]
