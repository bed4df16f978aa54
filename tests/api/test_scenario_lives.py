"""What a scenario begins with, and what comes back with a reset, a restore or its end."""

import pytest

from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from tests.api.conftest import ApiClient, Play
from tests.api.controlling import YAML, Operator

OCTOBER = "clock: 2026-10-15T09:00:00+02:00\n"


def activate(operator: Operator, scenario: str) -> None:
    operator.told("PUT", "/scenario", content=f"name: other\n{scenario}", headers=YAML)


def test_a_server_seeds_its_books_on_the_clock_of_its_scenario(play: Play) -> None:
    api = play(OCTOBER, debtors=1)

    assert api.read("/debtors/deb_000001")["createdAt"] == "2026-10-15T07:00:00Z"


def test_a_scenario_that_is_activated_keeps_books_that_it_does_not_name(api: ApiClient) -> None:
    api.debtor(name="Slagerij Van Dam")
    activate(Operator(api), "injections: []")

    assert [each["name"] for each in api.listed("/debtors")] == ["Slagerij Van Dam"]


def test_a_scenario_that_names_no_clock_runs_on_that_of_the_server(play: Play) -> None:
    api = play(OCTOBER)
    activate(Operator(api), "injections: []")

    assert Operator(api).told("GET", "/clock")["now"] == "2026-11-23T09:00:00Z"


def test_without_its_scenario_an_administration_goes_on_as_the_server_was_started(play: Play) -> None:
    api = play(OCTOBER + "limits: {windows: [{requests: 60, per: minute}]}", limits=((600, "minute"),))
    api.debtor()
    Operator(api).told("DELETE", "/scenario")

    assert Operator(api).told("GET", "/clock")["now"] == "2026-11-23T09:00:00Z"
    assert api.read("/limits")["windows"][0]["limit"] == 600
    assert len(api.listed("/debtors")) == 1


def test_what_the_timeline_had_done_since_a_snapshot_comes_again_after_its_restore(play: Play) -> None:
    api = play(OCTOBER + "timeline: [{at: +3d, bookkeeper: {lockPeriod: 2026-09}}]")
    Operator(api).told("POST", "/snapshots", json={"name": "before"})
    three_days = {"seconds": 3 * 86_400}
    Operator(api).told("POST", "/clock/advance", json=three_days)
    assert api.read("/administration")["lockDate"] == "2026-09-30"
    Operator(api).told("POST", "/snapshots/before/restore")
    assert api.read("/administration")["lockDate"] is None
    Operator(api).told("POST", "/clock/advance", json=three_days)

    assert api.read("/administration")["lockDate"] == "2026-09-30"


@pytest.mark.parametrize("authorization", ["Bearer nobody", "Bearer mb_at_gone"])
def test_a_token_that_is_not_good_means_no_administration_least_of_all_the_demo(
    api: ApiClient, authorization: str
) -> None:
    api.debtor()
    answer = Operator(api).post("/reset", headers={"Authorization": authorization})

    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
    assert len(api.listed("/debtors")) == 1


def test_the_token_of_a_deleted_administration_does_not_reset_the_demo(api: ApiClient) -> None:
    made = Operator(api).told("POST", "/administrations", json={"name": "Garage Visser"})
    Operator(api).told("DELETE", f"/administrations/{made['id']}")
    answer = Operator(api).post("/reset", headers={"Authorization": f"Bearer {made['accessToken']}"})

    assert answer.status_code == 401


def test_two_administrations_play_scenarios_of_their_own(play: Play) -> None:
    api = play("injections: [{match: {operation: listDebtors}, fault: {fail: busy}}]")
    made = Operator(api).told("POST", "/administrations", json={"name": "Garage Visser"})
    own = {"Authorization": f"Bearer {made['accessToken']}"}
    assert api.get("/debtors", headers=own).json()["code"] == "busy"
    Operator(api).told("DELETE", f"/scenario?administration={made['id']}")

    assert api.get("/debtors", headers=own).status_code == 200
    assert api.get("/debtors").json()["code"] == "busy"
    assert api.app.administrations[DEMO_ADMINISTRATION].firings()["injection 1"].fired == 1
