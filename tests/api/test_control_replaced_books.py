"""Books that are put in the place of others while a scenario runs: nobody is blamed for what stood in the old ones."""

import pytest

from tests.api.conftest import ApiClient, Play
from tests.api.controlling import Operator

SCENARIO = """
injections: [{name: lost, match: {operation: createTransaction}, calls: "1", phase: after, fault: dropConnection}]
expect:
  - {booked: {reference: ORD-1001}, exactly: 1}
  - trialBalance
  - noDuplicateBookings
  - retriesReuseIdempotencyKey
"""


@pytest.fixture
def api(play: Play) -> ApiClient:
    return play(SCENARIO)


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


@pytest.fixture
def lost(api: ApiClient) -> dict[str, object]:
    """Give an order that can be booked; another one has met the lost answer."""
    other = api.sale_body(str(api.debtor()["id"]), reference="ORD-1000")
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=other)
    return {**other, "reference": "ORD-1001"}


def told(operator: Operator) -> tuple[list[str], list[str]]:
    """Give how each expectation ended, and what was noticed besides."""
    verdict = operator.told("GET", "/verdict")
    notes = [note for note in verdict["notes"] if "search" not in note]
    return [each["outcome"] for each in verdict["expectations"]], notes


def test_what_a_restore_took_out_may_be_booked_again(
    api: ApiClient, operator: Operator, lost: dict[str, object]
) -> None:
    operator.told("POST", "/snapshots", json={"name": "s0"})
    api.create("/transactions", lost)
    operator.told("POST", "/snapshots/s0/restore")
    api.create("/transactions", lost)

    assert told(operator) == (["passed", "passed", "passed", "not_exercised", "passed"], [])


def test_what_was_sent_before_a_restore_is_not_sent_again_after_it(api: ApiClient, operator: Operator) -> None:
    order = api.sale_body(str(api.debtor()["id"]), reference="ORD-1001")
    operator.told("POST", "/snapshots", json={"name": "s0"})
    with pytest.raises(ConnectionResetError):
        api.post("/transactions", json=order)
    operator.told("POST", "/snapshots/s0/restore")
    api.create("/transactions", order)

    assert told(operator) == (["passed", "passed", "passed", "not_exercised", "passed"], [])


def test_what_stands_in_the_snapshot_was_booked_all_the_same(
    api: ApiClient, operator: Operator, lost: dict[str, object]
) -> None:
    first = api.create("/transactions", lost)
    operator.told("POST", "/snapshots", json={"name": "s1"})
    api.reverse(first["id"])
    operator.told("POST", "/snapshots/s1/restore")
    assert told(operator)[0] == ["passed", "passed", "passed", "not_exercised", "passed"]
    api.create("/transactions", lost)

    assert told(operator)[0] == ["failed", "passed", "failed", "not_exercised", "passed"]


def test_a_mistake_is_not_washed_away(api: ApiClient, operator: Operator, lost: dict[str, object]) -> None:
    operator.told("POST", "/snapshots", json={"name": "s0"})
    api.create("/transactions", lost)
    api.create("/transactions", lost)
    operator.told("POST", "/snapshots/s0/restore")
    api.create("/transactions", lost)

    assert told(operator)[0] == ["passed", "passed", "failed", "not_exercised", "passed"]


def test_what_the_operator_puts_into_the_books_is_no_work_of_a_client_and_is_not_to_be_booked_again(
    api: ApiClient, operator: Operator, lost: dict[str, object]
) -> None:
    api.create("/transactions", lost)
    whole = operator.told("GET", "/books/dump")
    operator.told("PUT", "/books", json=whole)
    assert told(operator)[0] == ["failed", "not_exercised", "passed", "not_exercised", "passed"]
    api.create("/transactions", lost)

    assert told(operator)[0] == ["passed", "passed", "failed", "not_exercised", "passed"]


def test_a_snapshot_of_books_that_the_operator_put_there_keeps_what_clients_booked_in_them(
    api: ApiClient, operator: Operator, lost: dict[str, object]
) -> None:
    whole = operator.told("GET", "/books/dump")
    operator.told("PUT", "/books", json=whole)
    api.create("/transactions", lost)
    operator.told("POST", "/snapshots", json={"name": "s1"})
    operator.told("PUT", "/books", json=whole)
    operator.told("POST", "/snapshots/s1/restore")

    assert told(operator)[0] == ["passed", "passed", "passed", "not_exercised", "passed"]
