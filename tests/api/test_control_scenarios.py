"""Scenarios activated while a server runs: by name, as JSON or as YAML, and never by half."""

from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import ApiClient, OpenApi, answer
from tests.api.controlling import LIMITED, YAML, Operator, create_garage

NOTHING: dict[str, Any] = {
    "active": False,
    "name": None,
    "description": None,
    "randomSeed": None,
    "beganAt": None,
    "injections": [],
    "expectations": [],
}
LOST = """\
name: by-yaml
randomSeed: 7
injections:
  - name: slow search
    match: {operation: listDebtors}
    fault: {fail: {code: SEARCH_DOWN, status: 400}}
expect:
  - noRefusedRequests
"""
BROKEN = """\
name: broken
injections:
  - name: a
    fault: dealy
  - name: a
    fault: empty
"""


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def test_the_library_can_be_listed(operator: Operator) -> None:
    listed = operator.told("GET", "/scenarios?pageSize=200")
    lost = next(each for each in listed if each["name"] == "lost-reply")
    assert lost["description"].startswith("The first booking of every order is stored")
    assert {tuple(each["problems"]) for each in listed} == {()}
    assert [each["name"] for each in listed] == sorted(each["name"] for each in listed)
    assert [each["name"] for each in operator.told("GET", "/scenarios?pageSize=1&page=2")] == [listed[1]["name"]]


def test_a_folder_of_ones_own_is_listed_with_what_is_wrong_in_it(open_api: OpenApi, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(LOST.replace("by-yaml", "mine"), encoding="utf-8")
    (tmp_path / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    operator = Operator(open_api(scenario_folder=str(tmp_path)))
    listed = {each["name"]: each for each in operator.told("GET", "/scenarios?pageSize=200")}
    assert listed["mine"]["problems"] == []
    assert ":4:12: " in listed["broken"]["problems"][0]
    assert operator.told("PUT", "/scenario", json={"name": "mine"})["name"] == "mine"


def test_at_the_start_none_is_active(operator: Operator) -> None:
    assert operator.told("GET", "/scenario") == NOTHING


def test_one_of_the_library_is_activated_by_its_name(operator: Operator) -> None:
    activated = operator.told("PUT", "/scenario", json={"name": "lost-reply"})
    assert activated == operator.told("GET", "/scenario")
    assert (activated["active"], activated["name"], activated["randomSeed"]) == (True, "lost-reply", 7)
    assert activated["beganAt"] == "2026-11-23T09:00:00Z"
    assert activated["injections"] == [
        {
            "name": "the answer is lost",
            "phase": "after",
            "faults": ["dropConnection"],
            "matched": 0,
            "fired": 0,
        }
    ]
    assert "retriesReuseIdempotencyKey, optional: true" in activated["expectations"]


def test_a_whole_one_is_activated_as_json_and_acts_at_once(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/scenario", json=LIMITED)
    refused, created = create_garage(api), create_garage(api)
    assert (refused.status_code, refused.json()["code"]) == (400, "BOOKS_CLOSED")
    assert answer(created)["createdAt"] == "2026-10-15T07:00:00Z"
    assert created.headers["X-RateLimit-Limit"] == "60"
    (injection,) = operator.told("GET", "/scenario")["injections"]
    assert (injection["matched"], injection["fired"]) == (2, 1)


@pytest.mark.parametrize(
    "kind", ["application/yaml", "text/yaml", "application/x-yaml", "application/yaml; charset=utf-8"]
)
def test_a_whole_one_is_activated_as_yaml(api: ApiClient, operator: Operator, kind: str) -> None:
    told = operator.told("PUT", "/scenario", content=LOST, headers={"Content-Type": kind})
    assert (told["name"], told["expectations"]) == ("by-yaml", ["noRefusedRequests", "everyInjectionFired"])
    assert api.get("/debtors").json()["code"] == "SEARCH_DOWN"


def test_yaml_names_one_of_the_library_too(operator: Operator) -> None:
    assert operator.told("PUT", "/scenario", content="name: lost-reply", headers=YAML)["name"] == "lost-reply"


def test_books_that_it_does_not_name_stay_and_the_clock_begins_anew(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("PUT", "/clock", json={"now": "2027-01-01T00:00:00Z", "frozen": True})
    operator.told("PUT", "/scenario", content=LOST, headers=YAML)
    assert operator.told("GET", "/info")["counts"] == {
        "debtors": 1,
        "products": 0,
        "transactions": 0,
        "requests": 0,
        "snapshots": 0,
        "waiting": 0,
    }
    assert operator.told("GET", "/clock")["now"] == "2026-11-23T09:00:00Z"


def test_its_books_take_the_place_of_those_that_were_there(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    books = {"seed": 7, "debtors": 3, "products": 2, "transactions": 1}
    operator.told("PUT", "/scenario", json={**LIMITED, "books": books})
    counts = operator.told("GET", "/info")["counts"]
    assert (counts["debtors"], counts["products"], counts["transactions"]) == (3, 2, 1)


def test_another_takes_its_place_and_leaving_goes_on_without(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/scenario", json=LIMITED)
    operator.told("PUT", "/scenario", content=LOST, headers=YAML)
    assert operator.told("GET", "/limits")["windows"][0]["requests"] == 6000
    create_garage(api)
    assert operator.told("DELETE", "/scenario") == NOTHING
    assert len(api.listed("/debtors")) == 1
    assert operator.told("DELETE", "/scenario") == NOTHING


def test_after_leaving_a_reset_goes_back_to_the_start_of_the_server(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/scenario", json=LIMITED)
    create_garage(api)
    operator.told("DELETE", "/scenario")
    assert operator.told("GET", "/limits")["windows"][0]["requests"] == 6000
    told = operator.told("POST", "/reset")
    assert (told["scenario"], told["clock"]["real"]) == (None, True)


def test_a_scenario_of_one_administration_leaves_the_others_alone(api: ApiClient, operator: Operator) -> None:
    operator.told("POST", "/administrations")
    operator.told("PUT", "/scenario?administration=adm_000001", json=LIMITED)
    assert create_garage(api).status_code == 200
    assert operator.told("GET", "/scenario") == NOTHING


def test_everything_that_is_wrong_is_told_with_its_line_and_column(operator: Operator) -> None:
    refused = operator.put("/scenario", content=BROKEN, headers=YAML)
    assert refused.status_code == 400
    assert refused.headers["Content-Type"] == "application/problem+json"
    errors = {(each["pointer"], each["code"], each["line"], each["column"]) for each in refused.json()["errors"]}
    assert ("/injections/0/fault", "unknown_kind", 4, 12) in errors
    assert len(errors) == 1


def test_yaml_that_cannot_be_read_tells_where(operator: Operator) -> None:
    refused = operator.put("/scenario", content="name: a\nname: b", headers={**YAML, "Accept-Language": "nl"})
    (error,) = refused.json()["errors"]
    assert (error["code"], error["line"], error["column"]) == ("malformed_yaml", 2, 1)
    assert refused.headers["Content-Language"] == "nl"
    assert refused.json()["title"] == "Misvormde YAML"


def test_a_bad_one_changes_nothing(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/scenario", json=LIMITED)
    create_garage(api)
    before = operator.told("GET", "/info")
    refused = operator.put("/scenario", json={**LIMITED, "books": {"debtors": 3}, "injections": [{"fault": "dealy"}]})
    assert refused.status_code == 400
    assert operator.told("GET", "/info") == before


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"name": "lost-repyl"}, "/name", "unknown_scenario"),
        ({"name": "../scenarios/lost-reply"}, "/name", "unknown_scenario"),
        ({"name": "/etc/passwd"}, "/name", "unknown_scenario"),
        ({"name": 7}, "/name", "not_text"),
        ({"description": "Nameless."}, "/name", "required"),
        (["lost-reply"], "", "not_scenario"),
        ("lost-reply", "", "not_scenario"),
        ({"name": "a", "chaos": True}, "/chaos", "unknown_field"),
    ],
)
def test_what_is_no_scenario_is_refused(operator: Operator, body: Any, pointer: str, code: str) -> None:  # noqa: ANN401
    assert operator.refusal("PUT", "/scenario", json=body) == (pointer, code)
    assert operator.told("GET", "/scenario") == NOTHING


def test_an_empty_body_is_refused(operator: Operator) -> None:
    for_nothing = operator.request("PUT", "/scenario", headers=YAML)
    assert (for_nothing.status_code, for_nothing.json()["code"]) == (400, "not_scenario")
    assert for_nothing.json()["errors"] == [
        {
            "code": "not_scenario",
            "detail": "A scenario is needed here, a mapping such as {name: lost-reply}; what came is nothing.",
            "pointer": "",
            "line": 1,
            "column": 1,
        }
    ]
    assert operator.refusal("PUT", "/scenario") == ("", "not_scenario")


def test_a_scenario_has_its_largest_size(operator: Operator) -> None:
    huge = f"name: a\ndescription: {'x' * 131_072}\n"
    refused = operator.put("/scenario", content=huge, headers=YAML)
    assert (refused.status_code, refused.json()["code"]) == (400, "scenario_too_large")


def test_what_a_timeline_has_due_happens_before_anything_is_told(api: ApiClient, operator: Operator) -> None:
    timeline = [{"at": "+1h", "bookkeeper": {"lockPeriod": "2026-09"}}]
    operator.told("PUT", "/scenario", json={"name": "later", "clock": LIMITED["clock"], "timeline": timeline})
    assert operator.told("GET", "/changes") == []
    operator.told("POST", "/clock/advance", json={"seconds": 3600})
    (change,) = operator.told("GET", "/changes")
    assert change["actor"] == {"kind": "bookkeeper", "name": "timeline", "requestId": None}
    assert change["at"] == "2026-10-15T08:00:00Z"
    assert api.read("/administration")["lockDate"] == "2026-09-30"
