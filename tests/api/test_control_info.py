"""What is running, and going back to where it began."""

import pytest

from mockbooks import __version__
from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import LIMITED, Operator, create_garage


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def test_it_tells_what_is_running(seeded_api: ApiClient) -> None:
    assert Operator(seeded_api).told("GET", "/info") == {
        "version": __version__,
        "administration": {"id": "demo", "name": "Bakkerij De Korenaar B.V."},
        "clock": {"now": "2026-11-23T09:00:00Z", "frozen": False, "speed": 1, "real": True},
        "scenario": None,
        "limits": {
            "windows": [{"requests": 6000, "per": "minute"}, {"requests": 500_000, "per": "day"}],
            "concurrent": None,
            "retryAfter": "seconds",
        },
        "counts": {"debtors": 25, "products": 40, "transactions": 30, "requests": 0, "snapshots": 0, "waiting": 0},
        "randomSeed": 42,
    }


def test_it_counts_what_came_since(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    counts = operator.told("GET", "/info")["counts"]
    assert (counts["debtors"], counts["requests"], counts["snapshots"]) == (1, 1, 1)


def test_it_tells_the_seed_of_the_books(open_api: OpenApi) -> None:
    operator = Operator(open_api(random_seed=7))
    assert operator.told("GET", "/info")["randomSeed"] == 7
    seeded = {**LIMITED, "books": {"seed": 11, "debtors": 1, "products": 0, "transactions": 0}}
    operator.told("PUT", "/scenario", json=seeded)
    told = operator.told("GET", "/info")
    assert (told["randomSeed"], told["scenario"]["name"], told["counts"]["debtors"]) == (11, "tight", 1)


def test_a_reset_brings_back_books_clock_limits_and_log(api: ApiClient, operator: Operator) -> None:
    before, everything = operator.told("GET", "/info"), api.everything()
    operator.told("POST", "/reset")
    create_garage(api, **{"Idempotency-Key": "order-1001"})
    operator.told("PUT", "/clock", json={"now": "2027-01-01T00:00:00Z", "frozen": True})
    operator.told("PUT", "/limits", json={"windows": []})
    assert operator.told("POST", "/reset") == before
    assert api.everything() == everything
    assert "Idempotency-Replayed" not in create_garage(api, **{"Idempotency-Key": "order-1001"}).headers


def test_a_reset_brings_back_the_start_of_the_scenario_with_its_counters(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/scenario", json=LIMITED)
    statuses = [create_garage(api).status_code for _ in range(2)]
    operator.told("PUT", "/clock", json={"now": "real"})
    after = operator.told("POST", "/reset")
    assert statuses == [400, 200]
    assert (after["clock"]["now"], after["counts"]["debtors"], after["counts"]["requests"]) == (
        "2026-10-15T07:00:00Z",
        0,
        0,
    )
    assert after["scenario"]["injections"][0]["fired"] == 0
    assert [create_garage(api).status_code for _ in range(2)] == [400, 200]


def test_tokens_stay_good_through_a_reset(api: ApiClient, operator: Operator) -> None:
    operator.told("POST", "/reset")
    assert api.get("/debtors").status_code == 200


def test_a_reset_takes_no_body_and_no_other_parameter(operator: Operator) -> None:
    assert operator.refusal("POST", "/reset?hard=true") == ("hard", "unknown_parameter")
