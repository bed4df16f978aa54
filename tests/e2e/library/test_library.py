"""Every scenario of the library, met by two integrations that do the same job: the careful one passes, the naive fails.

A scenario that a naive integration passes proves nothing, and one that a careful integration fails asks too much.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

import httpx
import pytest

from mockbooks.server import running
from mockbooks.settings import Settings
from tests.e2e.library.careful import CarefulShop
from tests.e2e.library.naive import NaiveShop
from tests.e2e.library.purposes import PURPOSES, Purpose
from tests.e2e.library.surroundings import DayOfTheOrders, Surroundings
from tests.e2e.library.workload import BILAL, CREDIT, NEW_PHONE

LIBRARY: Final = Path(__file__).parents[3] / "scenarios"
USUAL: Final = Settings(port=0, auto_approve=True, debtors=60, transactions=0, shutdown_seconds=1)
TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}
WORKED: Final = {
    "ORD-1001": "121.00",
    "ORD-1002": "82.30",
    "ORD-1003": "242.00",
    "ORD-1004": "36.30",
    "ORD-1005": "54.50",
    "ORD-1006": "12.10",
    "ORD-1003-R1": "121.00",
}

Shop = Callable[[Surroundings, Purpose], None]


class Met(NamedTuple):
    """How a scenario was met: whether it was passed, which expectations failed, what was noticed, the text of it."""

    passed: bool
    failed: frozenset[str]
    notes: list[str]
    text: str


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    """Share one server: whatever was played before, a scenario begins with books and a clock of its own."""
    with (
        running(USUAL, clock=DayOfTheOrders()) as running_server,
        httpx.Client(base_url=running_server.base_url, timeout=20) as http,
    ):
        yield http


def carefully(surroundings: Surroundings, purpose: Purpose) -> None:
    """Have the example integration do the work."""
    CarefulShop(surroundings, at_once=purpose.at_once).sync(purpose.orders, (BILAL, NEW_PHONE), CREDIT)


def naively(surroundings: Surroundings, purpose: Purpose) -> None:
    """Have the naive integration do the work; it does not even survive all of it."""
    try:
        with closing(NaiveShop(surroundings, at_once=purpose.at_once)) as shop:
            shop.sync(purpose.orders, (BILAL, NEW_PHONE), CREDIT)
    except Exception as error:  # noqa: BLE001 - what it comes to is judged by the server
        print(f"crashed: {error!r}")  # noqa: T201 - pytest shows it beside a failure


def meet(server: httpx.Client, name: str, work: Shop) -> Met:
    """Play a scenario, have the work done in it and ask for the verdict."""
    purpose = PURPOSES[name]
    server.put("/_mockbooks/scenario", json={"name": name}).raise_for_status()
    surroundings = Surroundings(
        url=str(server.base_url),
        control=server,
        timeout_seconds=purpose.timeout_seconds,
        pause_seconds=purpose.pause_seconds,
    )
    work(surroundings, purpose)
    verdict: dict[str, Any] = server.get("/_mockbooks/verdict").raise_for_status().json()["data"]
    failed = (each for each in verdict["expectations"] if each["outcome"] == "failed")
    text = server.get("/_mockbooks/verdict", params={"format": "text"}).raise_for_status().text
    names = frozenset(each["name"].partition(":")[0] for each in failed)
    return Met(verdict["passed"], names, verdict["notes"], text)


@pytest.mark.parametrize("name", PURPOSES)
def test_a_careful_integration_copes(server: httpx.Client, name: str) -> None:
    met = meet(server, name, carefully)

    assert met.passed, met.text
    assert met.notes == []


@pytest.mark.parametrize("name", PURPOSES)
def test_a_naive_integration_fails_where_it_is_meant_to(server: httpx.Client, name: str) -> None:
    met = meet(server, name, naively)

    assert not met.passed, met.text
    assert PURPOSES[name].fails_at in met.failed, met.text
    assert "everyInjectionFired" not in met.failed, met.text


@pytest.mark.parametrize("work", [carefully, naively])
def test_both_do_their_work_where_nothing_is_injected(work: Shop) -> None:
    with (
        running(USUAL, clock=DayOfTheOrders()) as quiet,
        httpx.Client(base_url=quiet.base_url, headers=TOKEN) as http,
    ):
        work(Surroundings(url=quiet.base_url, control=http), Purpose(fails_at="nothing"))
        transactions = http.get("/api/v1/transactions").json()["data"]
        debtors = http.get("/api/v1/debtors", params={"pageSize": "200"}).json()["data"]

    assert {each["reference"]: each["totalInclVat"] for each in transactions} == WORKED
    assert len(transactions) == 7
    assert [each["email"] for each in debtors[60:]] == ["anna.bos@shop.example", "inkoop@debranding.example"]
    assert debtors[50]["phone"] == "+31 6 87654321"


def test_every_scenario_has_a_purpose_and_every_purpose_a_scenario() -> None:
    assert sorted(file.stem for file in LIBRARY.glob("*.yaml")) == sorted(PURPOSES)
