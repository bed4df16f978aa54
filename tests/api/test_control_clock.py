"""The clock of an administration, moved from outside: what lives by it follows."""

from collections.abc import Iterator
from typing import Any

import pytest

from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.settings.kinds import Limit
from tests.api.conftest import ADDRESS, NO_RECORDS, NOW, ApiClient
from tests.api.controlling import Operator
from tests.api.integration import MovingClock


@pytest.fixture
def machine() -> MovingClock:
    """Give the time of the machine, at 9 o'clock in UTC on 23 November 2026."""
    return MovingClock(NOW)


@pytest.fixture
def api(machine: MovingClock) -> Iterator[ApiClient]:
    with ApiClient(create_app(Settings(**NO_RECORDS, limits=(Limit(1, "minute"),)), machine)) as client:
        yield client


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def told(now: str, *, frozen: bool, speed: int, real: bool = False) -> dict[str, Any]:
    return {"now": now, "frozen": frozen, "speed": speed, "real": real}


def test_at_the_start_it_follows_the_machine(operator: Operator, machine: MovingClock) -> None:
    machine.advance(61)
    assert operator.told("GET", "/clock") == told("2026-11-23T09:01:01Z", frozen=False, speed=1, real=True)


def test_a_frozen_one_stands_still_until_it_is_advanced(operator: Operator, machine: MovingClock) -> None:
    assert operator.told("PUT", "/clock", json={"frozen": True})["frozen"] is True
    machine.advance(3600)
    assert operator.told("GET", "/clock") == told("2026-11-23T09:00:00Z", frozen=True, speed=0)
    advanced = operator.told("POST", "/clock/advance", json={"seconds": 86_400.5})
    assert advanced == told("2026-11-24T09:00:00Z", frozen=True, speed=0)
    assert operator.told("POST", "/clock/advance", json={"seconds": 0.5})["now"] == "2026-11-24T09:00:01Z"


def test_one_that_is_set_goes_on_from_there(operator: Operator, machine: MovingClock) -> None:
    set_ = operator.told("PUT", "/clock", json={"now": "2027-01-01T00:00:00+01:00"})
    assert set_ == told("2026-12-31T23:00:00Z", frozen=False, speed=1)
    machine.advance(60)
    assert operator.told("GET", "/clock")["now"] == "2026-12-31T23:01:00Z"


def test_moment_and_pace_go_together(operator: Operator, machine: MovingClock) -> None:
    operator.told("PUT", "/clock", json={"now": "2026-10-15T09:00:00Z", "speed": 60})
    machine.advance(2)
    assert operator.told("GET", "/clock") == told("2026-10-15T09:02:00Z", frozen=False, speed=60)
    frozen = operator.told("PUT", "/clock", json={"now": "2026-10-15T09:00:00Z", "frozen": True})
    assert frozen == told("2026-10-15T09:00:00Z", frozen=True, speed=0)


def test_one_that_was_frozen_goes_on_at_the_usual_pace(operator: Operator, machine: MovingClock) -> None:
    operator.told("PUT", "/clock", json={"frozen": True})
    machine.advance(60)
    assert operator.told("PUT", "/clock", json={"frozen": False}) == told("2026-11-23T09:00:00Z", frozen=False, speed=1)


def test_not_frozen_leaves_the_pace_of_one_that_runs(operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"speed": 60})
    assert operator.told("PUT", "/clock", json={"frozen": False})["speed"] == 60


def test_real_follows_the_machine_again(operator: Operator, machine: MovingClock) -> None:
    operator.told("PUT", "/clock", json={"now": "2027-01-01T00:00:00Z", "frozen": True})
    machine.advance(60)
    followed = operator.told("PUT", "/clock", json={"now": "real"})
    assert followed == told("2026-11-23T09:01:00Z", frozen=False, speed=1, real=True)


def test_books_and_limits_live_by_it(api: ApiClient, operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"now": "2027-03-01T09:00:00Z", "frozen": True})
    assert api.get("/debtors").status_code == 200
    assert api.get("/debtors").status_code == 429
    operator.told("POST", "/clock/advance", json={"seconds": 60})
    created = api.post("/debtors", json={"name": "Garage Visser", "address": ADDRESS})
    assert created.json()["data"]["createdAt"] == "2027-03-01T09:01:00Z"


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({}, "", "nothing_asked"),
        ({"now": None, "speed": None}, "", "nothing_asked"),
        ({"now": "tomorrow"}, "/now", "not_moment"),
        ({"now": "2026-10-15T09:00:00"}, "/now", "not_moment"),
        ({"now": "0001-01-01T00:00:00Z"}, "/now", "moment_out_of_range"),
        ({"now": "1999-01-01T00:00:00Z"}, "/now", "moment_out_of_range"),
        ({"now": "3500-01-01T00:00:00Z"}, "/now", "moment_out_of_range"),
        ({"now": "real", "speed": 2}, "", "not_together"),
        ({"frozen": True, "speed": 2}, "", "not_together"),
        ({"frozen": "true"}, "/frozen", "not_boolean"),
        ({"speed": 0}, "/speed", "number_out_of_range"),
        ({"speed": 86_401}, "/speed", "number_out_of_range"),
        ({"speed": 1.5}, "/speed", "not_integer"),
        ({"pace": 2}, "/pace", "unknown_field"),
    ],
)
def test_a_change_that_cannot_be_changes_nothing(
    operator: Operator, body: dict[str, Any], pointer: str, code: str
) -> None:
    before = operator.told("GET", "/clock")
    assert operator.refusal("PUT", "/clock", json=body) == (pointer, code)
    assert operator.told("GET", "/clock") == before


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (0, "number_not_above"),
        (-1, "number_not_above"),
        (316_224_001, "number_not_above"),
        ("60", "not_number"),
        (True, "not_number"),
        (None, "null_not_allowed"),
    ],
)
def test_a_clock_is_advanced_by_a_number_of_seconds(operator: Operator, seconds: object, code: str) -> None:
    assert operator.refusal("POST", "/clock/advance", json={"seconds": seconds}) == ("/seconds", code)


def test_the_bounds_of_an_advance_are_plain_numbers(operator: Operator) -> None:
    refused = operator.request("POST", "/clock/advance", json={"seconds": 0})
    (error,) = refused.json()["errors"]
    assert error["detail"] == "This must be more than 0 and at most 316224000; what came is 0."


def test_the_room_that_is_left_is_a_plain_number(operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"now": "2992-12-31T00:00:00Z", "frozen": True})
    refused = operator.request("POST", "/clock/advance", json={"seconds": 300_000_000})
    (error,) = refused.json()["errors"]
    assert error["detail"] == "This must be more than 0 and at most 220838400; what came is 300000000."


def test_a_clock_is_not_advanced_beyond_the_last_moment(operator: Operator) -> None:
    operator.told("PUT", "/clock", json={"now": "2999-12-30T00:00:00Z", "frozen": True})
    refusal = operator.refusal("POST", "/clock/advance", json={"seconds": 86_401})
    assert refusal == ("/seconds", "number_not_above")
    assert operator.told("POST", "/clock/advance", json={"seconds": 86_400})["now"] == "2999-12-31T00:00:00Z"
