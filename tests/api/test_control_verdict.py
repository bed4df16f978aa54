"""The verdict over HTTP: in three forms, with a header that tells it in a word, and no pass without proof."""

from xml.etree.ElementTree import fromstring

import pytest

from mockbooks.scenarios.verdict import NO_SCENARIO
from tests.api.conftest import ApiClient
from tests.api.controlling import LIMITED, Operator, create_garage


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


@pytest.fixture
def expecting(operator: Operator) -> Operator:
    operator.told("PUT", "/scenario", json=LIMITED)
    return operator


def test_without_a_scenario_nothing_is_proven(operator: Operator) -> None:
    response = operator.get("/verdict")
    assert response.headers["Mockbooks-Verdict"] == "failed"
    assert response.json()["data"] == {
        "passed": False,
        "scenario": None,
        "expectations": [],
        "notes": [NO_SCENARIO],
        "changes": [],
    }


def test_without_a_scenario_the_text_says_how_to_begin_with_one(operator: Operator) -> None:
    first, *others = operator.get("/verdict?format=text").text.splitlines()
    assert first == "No scenario: NOT PASSED"
    assert f"  · {NO_SCENARIO}" in others


def test_before_anything_happened_it_is_no_pass(expecting: Operator) -> None:
    told = expecting.told("GET", "/verdict")
    assert (told["passed"], told["scenario"]) == (False, "tight")
    assert [each["outcome"] for each in told["expectations"]] == ["failed", "failed"]


def test_an_integration_that_tries_again_passes(api: ApiClient, expecting: Operator) -> None:
    create_garage(api, **{"X-Request-Id": "first"})
    create_garage(api, **{"X-Request-Id": "again"})
    response = expecting.get("/verdict")
    told = response.json()["data"]
    assert response.headers["Mockbooks-Verdict"] == "passed"
    assert told["passed"] is True
    assert [(each["outcome"], each.keys() >= {"name", "detail", "requestIds"}) for each in told["expectations"]] == [
        ("passed", True),
        ("passed", True),
    ]
    assert told["changes"] == ["client mockbooks-demo created debtor deb_000001 (10001, Garage Visser) in again"]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("", "text/plain", "text/plain; charset=utf-8"),
        ("?format=text", "application/json", "text/plain; charset=utf-8"),
        ("", "application/json, text/plain;q=0.5", "application/json"),
        ("", "text/*", "text/plain; charset=utf-8"),
        ("", "*/*", "application/json"),
        ("", "application/junit+xml", "application/junit+xml"),
        ("", "application/xml", "application/junit+xml"),
        ("?format=junit", "*/*", "application/junit+xml"),
        ("?format=json", "text/plain", "application/json"),
    ],
)
def test_its_form_is_that_of_the_query_else_what_is_accepted(
    expecting: Operator, query: str, accept: str, media_type: str
) -> None:
    response = expecting.get(f"/verdict{query}", headers={"Accept": accept})
    assert (response.status_code, response.headers["Content-Type"]) == (200, media_type)
    assert response.headers["Mockbooks-Verdict"] == "failed"


def test_as_text_it_reads_well_in_a_terminal(api: ApiClient, expecting: Operator) -> None:
    create_garage(api)
    lines = expecting.get("/verdict?format=text").text.splitlines()
    assert lines[0] == "Scenario tight: NOT PASSED (1 passed, 1 failed)"
    assert any("everyInjectionFired" in line for line in lines)


def test_as_junit_every_expectation_is_a_test_case(api: ApiClient, expecting: Operator) -> None:
    create_garage(api)
    suite = fromstring(expecting.get("/verdict?format=junit").text)  # noqa: S314 - made by this server
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case.get("classname") for case in suite.iter("testcase")] == ["mockbooks.tight", "mockbooks.tight"]


def test_a_form_that_does_not_exist_is_refused(operator: Operator) -> None:
    assert operator.refusal("GET", "/verdict?format=xml") == ("format", "not_one_of")


def test_habits_are_told_without_a_scenario_too(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    create_garage(api)
    notes = operator.told("GET", "/verdict")["notes"]
    assert notes[0] == NO_SCENARIO
    assert len(notes) == len(operator.told("GET", "/verdict")["notes"])


def test_of_books_that_were_replaced_nothing_is_said_to_have_changed(api: ApiClient, expecting: Operator) -> None:
    create_garage(api)
    create_garage(api)
    expecting.told("PUT", "/books", json=expecting.told("GET", "/books/dump"))
    assert expecting.told("GET", "/verdict")["changes"] == []
