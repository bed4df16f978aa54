"""The table of expectations is its folder, and each says how it is written."""

from pathlib import Path

import pytest

from mockbooks import expectations
from mockbooks.expectations import EXPECTATIONS
from mockbooks.service.schema import camel
from mockbooks.stage.fault import NEEDS_SETTINGS
from tests.unit.expectations.judging import KINDS


def test_the_table_lists_the_files_of_the_folder_each_under_its_own_name() -> None:
    files = {path.stem for path in Path(str(expectations.__file__)).parent.glob("*.py")} - {"__init__"}

    assert {expectation.name for expectation in EXPECTATIONS} == {camel(name) for name in files}


def test_these_are_all_that_a_scenario_can_expect() -> None:
    assert list(KINDS) == [
        "booked",
        "debtors",
        "products",
        "calls",
        "trialBalance",
        "waitedForRetryAfter",
        "refreshedAfter401",
        "retriesReuseIdempotencyKey",
        "lostAnswersResolved",
        "noLostBookings",
        "noDuplicateBookings",
        "noDuplicateDebtors",
        "noMistakenDebtors",
        "supplyDatesKept",
        "everyRowMet",
        "noRefusedRequests",
        "everyInjectionFired",
    ]


def test_these_count() -> None:
    assert [each.name for each in EXPECTATIONS if each.counts] == ["booked", "debtors", "products", "calls"]


def test_these_may_be_written_as_their_bare_name() -> None:
    bare = [each.name for each in EXPECTATIONS if each.settings is None or each.bare is not NEEDS_SETTINGS]

    assert bare == [
        "trialBalance",
        "waitedForRetryAfter",
        "refreshedAfter401",
        "retriesReuseIdempotencyKey",
        "lostAnswersResolved",
        "noLostBookings",
        "noDuplicateBookings",
        "noDuplicateDebtors",
        "noMistakenDebtors",
        "supplyDatesKept",
        "everyRowMet",
        "noRefusedRequests",
        "everyInjectionFired",
    ]


@pytest.mark.parametrize("name", ["booked", "debtors", "products"])
def test_what_counts_records_needs_a_count(name: str) -> None:
    assert KINDS[name].needs_count({})
