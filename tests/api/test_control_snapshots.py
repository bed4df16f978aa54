"""Snapshots over HTTP: made, listed, restored and thrown away, each by its name."""

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import Operator, create_garage


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def names(operator: Operator) -> list[str]:
    return [each["name"] for each in operator.told("GET", "/snapshots")]


def test_a_snapshot_tells_when_it_was_made_and_what_it_holds(open_api: OpenApi) -> None:
    operator = Operator(open_api(debtors=25, products=40, transactions=30))
    made = operator.told("POST", "/snapshots", json={"name": "before-import"})
    assert made == {
        "name": "before-import",
        "takenAt": "2026-11-23T09:00:00Z",
        "debtors": 25,
        "products": 40,
        "transactions": 30,
    }
    assert operator.told("GET", "/snapshots") == [made]


def test_what_was_written_since_is_gone_after_a_restore_any_number_of_times(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    kept = api.everything()
    create_garage(api)
    assert operator.told("POST", "/snapshots/one/restore")["debtors"] == 1
    assert api.everything() == kept
    assert create_garage(api).json()["data"]["id"] == "deb_000002"
    operator.told("POST", "/snapshots/one/restore")
    assert api.everything() == kept


def test_the_clock_goes_back_too_and_the_limits_do_not(operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"frozen": True})
    operator.told("POST", "/snapshots", json={"name": "one"})
    operator.told("POST", "/clock/advance", json={"seconds": 60})
    operator.told("PUT", "/limits", json={"windows": []})
    operator.told("POST", "/snapshots/one/restore")
    assert operator.told("GET", "/clock")["now"] == "2026-11-23T09:00:00Z"
    assert operator.told("GET", "/limits")["windows"] == []


def test_an_idempotency_key_of_after_the_snapshot_is_unknown_after_its_restore(
    api: ApiClient, operator: Operator
) -> None:
    create_garage(api, **{"Idempotency-Key": "order-1001"})
    operator.told("POST", "/snapshots", json={"name": "one"})
    create_garage(api, **{"Idempotency-Key": "order-1002"})
    operator.told("POST", "/snapshots/one/restore")
    assert create_garage(api, **{"Idempotency-Key": "order-1001"}).headers["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in create_garage(api, **{"Idempotency-Key": "order-1002"}).headers


def test_the_same_name_again_takes_the_place_of_the_first(api: ApiClient, operator: Operator) -> None:
    operator.told("POST", "/snapshots", json={"name": "one"})
    operator.told("POST", "/snapshots", json={"name": "two"})
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    assert [(each["name"], each["debtors"]) for each in operator.told("GET", "/snapshots")] == [("two", 0), ("one", 1)]


def test_one_that_was_thrown_away_is_gone(operator: Operator) -> None:
    operator.told("POST", "/snapshots", json={"name": "one"})
    assert operator.told("DELETE", "/snapshots/one")["name"] == "one"
    assert names(operator) == []
    assert operator.refusal("POST", "/snapshots/one/restore") == ("name", "not_found")
    assert operator.refusal("DELETE", "/snapshots/one") == ("name", "not_found")


def test_they_survive_a_reset(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    operator.told("POST", "/reset")
    assert names(operator) == ["one"]
    assert operator.told("POST", "/snapshots/one/restore")["debtors"] == 1
    assert len(api.listed("/debtors")) == 1


def test_lists_come_in_pages(operator: Operator) -> None:
    made = [operator.told("POST", "/snapshots", json={"name": name})["name"] for name in ("one", "two", "three")]
    response = operator.get("/snapshots?page=2&pageSize=2&administration=demo")
    assert [each["name"] for each in response.json()["data"]] == made[2:]
    assert response.json()["page"] == {"number": 2, "size": 2, "totalItems": 3, "totalPages": 2}
    assert "pageSize=2&administration=demo&page=1" in response.headers["Link"]


@pytest.mark.parametrize("name", ["a b", "a/b", "start", "x" * 61, "é", "../one"])
def test_a_name_that_could_not_stand_in_a_url_is_refused(operator: Operator, name: str) -> None:
    pointer, code = operator.refusal("POST", "/snapshots", json={"name": name})
    assert (pointer, code) in {("/name", "not_snapshot_name"), ("/name", "too_long")}
    assert names(operator) == []


def test_snapshots_belong_to_their_administration(operator: Operator) -> None:
    operator.told("POST", "/snapshots", json={"name": "one"})
    operator.told("POST", "/administrations")
    other = "/snapshots/one/restore?administration=adm_000001"
    assert operator.refusal("POST", other) == ("name", "not_found")


def test_the_moment_is_that_of_the_administration(operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"now": "2026-10-15T09:00:00Z"})
    assert operator.told("POST", "/snapshots", json={"name": "one"})["takenAt"] == "2026-10-15T09:00:00Z"
