"""The library judges whoever comes with orders of their own, and every remedy that is right."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import httpx
import pytest
import yaml

from mockbooks.server import running
from mockbooks.settings import Settings
from tests.e2e.library import workload

LIBRARY: Final = Path(__file__).parents[3] / "scenarios"
FILES: Final = sorted(LIBRARY.glob("*.yaml"))
TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}
ADDRESS: Final = {"line1": "Kade 1", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
OURS: Final = re.compile(f"ORD-|{workload.ANNA.email}|{workload.BILAL.email}|{workload.BILAL.name}")

Playing = Callable[[str], httpx.Client]
Outcomes = dict[str, str]


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    with (
        running(Settings(port=0, transactions=0, shutdown_seconds=1)) as running_server,
        httpx.Client(base_url=running_server.base_url, headers=TOKEN, timeout=20) as http,
    ):
        yield http


@pytest.fixture
def playing(server: httpx.Client) -> Playing:
    """Activate a scenario, and give a client with the demo token."""

    def play(name: str) -> httpx.Client:
        server.put("/_mockbooks/scenario", json={"name": name}).raise_for_status()
        return server

    return play


def verdict(http: httpx.Client) -> tuple[bool, Outcomes]:
    told: dict[str, Any] = http.get("/_mockbooks/verdict").raise_for_status().json()["data"]
    return told["passed"], {re.split("[:,]", each["name"])[0]: each["outcome"] for each in told["expectations"]}


def sale(http: httpx.Client, reference: str) -> dict[str, Any]:
    account = http.get("/api/v1/ledger-accounts", params={"code": "8000"}).json()["data"][0]["id"]
    rate = http.get("/api/v1/vat-rates", params={"code": "NL_HOOG"}).json()["data"][0]["id"]
    line = {"ledgerAccountId": account, "unitPrice": "100.00", "vatRateId": rate}
    today = http.get("/_mockbooks/clock").json()["data"]["now"][:10]
    return {"type": "sales", "date": today, "reference": reference, "debtorId": "deb_000001", "lines": [line]}


def unheard(http: httpx.Client, path: str, body: dict[str, Any], key: str) -> None:
    """Send something of which the answer is lost, or is a page of a proxy."""
    try:
        answer = http.post(path, json=body, headers={"Idempotency-Key": key})
    except httpx.TransportError:
        return
    assert answer.status_code != 200 or "data" not in answer.text


def walk(http: httpx.Client, size: int) -> int:
    """Walk all debtors to the end, and give how many came."""
    url: str | None = f"/api/v1/debtors?pageSize={size}"
    met: set[str] = set()
    while url:
        answer = http.get(url)
        met |= {each["id"] for each in answer.json()["data"]}
        url = answer.links.get("next", {}).get("url")
    return len(met)


@pytest.mark.parametrize("name", ["lost-reply", "gateway-error-after-booking"])
def test_who_looks_the_order_up_by_its_reference_copes_as_well(playing: Playing, name: str) -> None:
    http = playing(name)
    unheard(http, "/api/v1/transactions", sale(http, "WEB-77"), "a")
    found = http.get("/api/v1/transactions", params={"reference": "WEB-77"}).json()["data"]

    assert len(found) == 1
    assert verdict(http) == (
        True,
        {
            "noDuplicateBookings": "passed",
            "lostAnswersResolved": "passed",
            "noLostBookings": "passed",
            "retriesReuseIdempotencyKey": "not_exercised",
            "everyInjectionFired": "passed",
        },
    )


def test_who_sends_it_again_with_its_key_copes_too(playing: Playing) -> None:
    http = playing("lost-reply")
    body = sale(http, "WEB-77")
    unheard(http, "/api/v1/transactions", body, "a")
    http.post("/api/v1/transactions", json=body, headers={"Idempotency-Key": "a"}).raise_for_status()

    assert verdict(http)[0]


def test_who_leaves_it_at_that_does_not(playing: Playing) -> None:
    http = playing("lost-reply")
    unheard(http, "/api/v1/transactions", sale(http, "WEB-77"), "a")
    passed, outcomes = verdict(http)

    assert (passed, outcomes["lostAnswersResolved"]) == (False, "failed")


def test_a_debtor_whose_answer_was_lost_is_looked_up_by_its_address(playing: Playing) -> None:
    http = playing("lost-debtor-reply")
    unheard(http, "/api/v1/debtors", {"name": "J. de Wit", "email": "j@wit.example", "address": ADDRESS}, "b")
    (debtor,) = http.get("/api/v1/debtors", params={"email": "j@wit.example"}).json()["data"]
    order = sale(http, "WEB-78") | {"debtorId": debtor["id"]}
    http.post("/api/v1/transactions", json=order).raise_for_status()

    assert verdict(http)[0]


def test_who_books_on_the_first_that_a_search_finds_books_on_a_stranger(playing: Playing) -> None:
    http = playing("loose-search")
    first, *others = http.get("/api/v1/debtors", params={"email": "j@wit.example"}).json()["data"]
    http.post("/api/v1/transactions", json=sale(http, "WEB-79") | {"debtorId": first["id"]}).raise_for_status()
    passed, outcomes = verdict(http)

    assert len(others) == 49
    assert (passed, outcomes["noMistakenDebtors"]) == (False, "failed")


def test_who_looks_at_what_a_search_found_makes_the_debtor(playing: Playing) -> None:
    http = playing("loose-search")
    found = http.get("/api/v1/debtors", params={"email": "j@wit.example"}).json()["data"]
    new = {"name": "J. de Wit", "email": "j@wit.example", "address": ADDRESS}
    debtor = http.post("/api/v1/debtors", json=new).json()["data"]
    http.post("/api/v1/transactions", json=sale(http, "WEB-79") | {"debtorId": debtor["id"]}).raise_for_status()

    assert [each for each in found if each["email"] == new["email"]] == []
    assert verdict(http)[0]


@pytest.mark.parametrize("size", [20, 50, 100, 200])
def test_who_walks_once_misses_a_row_and_who_walks_again_meets_all(playing: Playing, size: int) -> None:
    http = playing("page-drift")
    once, trusted = walk(http, size), verdict(http)
    again, at_last = walk(http, size), verdict(http)

    assert (once, trusted[0], trusted[1]["everyRowMet"]) == (249, False, "failed")
    assert (again, at_last[0], at_last[1]["everyRowMet"]) == (250, True, "passed")


def test_who_never_walks_proves_nothing_about_drifting_pages(playing: Playing) -> None:
    http = playing("page-drift")
    http.get("/api/v1/debtors", params={"email": "j@wit.example"})
    passed, outcomes = verdict(http)

    assert (passed, outcomes["everyRowMet"]) == (False, "not_exercised")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_scenario_knows_our_orders_or_customers(file: Path) -> None:
    assert OURS.findall(file.read_text()) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_description_ends_with_what_a_client_must_at_least_do(file: Path) -> None:
    description: str = yaml.safe_load(file.read_text())["description"].strip()

    assert "at least " in description.rpartition(". ")[2]
    assert description.endswith(".")
