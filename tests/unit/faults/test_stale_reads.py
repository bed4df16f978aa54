"""`staleReads`: lists that are behind."""

import pytest

from tests.unit.faults.scenes import acted, call, kind, refused


@pytest.mark.parametrize(("settings", "seconds"), [("5s", 5.0), ("700ms", 0.7), ("2h", 7200.0)])
def test_the_call_is_told_how_far_its_lists_are_behind(settings: str, seconds: float) -> None:
    exchange = call("listDebtors")

    assert acted("staleReads", settings, exchange) is None
    assert exchange.hidden_seconds == seconds


@pytest.mark.parametrize(
    ("settings", "code"), [(5, "not_duration"), ("1w", "not_duration"), ("3661d", "duration_too_long")]
)
def test_what_is_no_time_is_refused(settings: object, code: str) -> None:
    assert refused("staleReads", settings) == [("", code)]


@pytest.mark.parametrize(("operation", "concerned"), [("listTransactions", True), ("createTransaction", False)])
def test_only_lists_can_be_behind(operation: str, *, concerned: bool) -> None:
    assert kind("staleReads").concerns(call(operation)) is concerned
