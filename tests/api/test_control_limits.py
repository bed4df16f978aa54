"""Limits changed from outside: they are in force at once, with their full room, until a reset."""

from typing import Any

import pytest

from tests.api.conftest import ApiClient
from tests.api.controlling import Operator

USUAL = {
    "windows": [{"requests": 6000, "per": "minute"}, {"requests": 500_000, "per": "day"}],
    "concurrent": None,
    "retryAfter": "seconds",
}
ONE_A_MINUTE = {"windows": [{"requests": 1, "per": "minute"}], "concurrent": 5, "retryAfter": "epoch"}


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def test_they_are_told_as_they_can_be_sent_back(operator: Operator) -> None:
    assert operator.told("GET", "/limits") == USUAL
    assert operator.told("PUT", "/limits", json=USUAL) == USUAL


def test_others_are_in_force_at_once(api: ApiClient, operator: Operator) -> None:
    assert operator.told("PUT", "/limits", json=ONE_A_MINUTE) == ONE_A_MINUTE
    assert api.get("/debtors").status_code == 200
    refused = api.get("/debtors")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1795424460")
    assert api.read("/limits")["concurrent"] == {"limit": 5, "inUse": 0}


def test_a_reset_brings_those_of_the_start_back(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/limits", json=ONE_A_MINUTE)
    operator.told("POST", "/reset")
    assert operator.told("GET", "/limits") == USUAL
    assert api.get("/debtors").headers["X-RateLimit-Remaining"] == "5999"


def test_no_windows_are_no_limits(api: ApiClient, operator: Operator) -> None:
    told = operator.told("PUT", "/limits", json={"windows": []})
    assert told == {"windows": [], "concurrent": None, "retryAfter": "seconds"}
    assert "RateLimit" not in api.get("/debtors").headers


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "/windows", "required"),
        ({"windows": [{"requests": 0, "per": "minute"}]}, "/windows/0/requests", "number_out_of_range"),
        ({"windows": [{"requests": 1, "per": "week"}]}, "/windows/0/per", "not_one_of"),
        (
            {"windows": [{"requests": 1, "per": "day"}, {"requests": 2, "per": "day"}]},
            "/windows/1/per",
            "stands_twice",
        ),
        ({"windows": [], "concurrent": 0}, "/concurrent", "number_out_of_range"),
        ({"windows": [], "retryAfter": "minutes"}, "/retryAfter", "not_one_of"),
    ],
)
def test_limits_that_cannot_be_change_nothing(
    operator: Operator, body: dict[str, Any], pointer: str, code: str
) -> None:
    assert operator.refusal("PUT", "/limits", json=body) == (pointer, code)
    assert operator.told("GET", "/limits") == USUAL
