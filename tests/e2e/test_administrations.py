"""Administrations of a running server: made over HTTP by a test that wants books of its own, used side by side."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests

from tests.e2e.conftest import Process, Start

SEEDED = ("--debtors=25", "--products=40", "--transactions=30")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def url(mockbooks: Process) -> str:
    """Where administrations are made; those of this module are gone when its tests are done, and leave no trace."""
    return f"{mockbooks.base_url}/_mockbooks/administrations"


@pytest.fixture
def shops(url: str) -> Iterator[list[Json]]:
    """Two administrations, with what opens them."""
    made = [requests.post(url, json={"name": name}, timeout=5).json()["data"] for name in ("Fietsenmaker", "Visser")]
    yield made
    for each in made:
        requests.delete(f"{url}/{each['id']}", timeout=5)


class Books(requests.Session):
    """A caller with the token of one administration."""

    def __init__(self, opened: Json) -> None:
        super().__init__()
        self._api = opened["baseUrl"] + "/api/v1"
        self.headers["Authorization"] = f"Bearer {opened['accessToken']}"

    def ask(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 - JSON
        response = self.request(method, self._api + path, timeout=10, **options)
        assert response.status_code == 200, response.text
        return response.json()["data"]

    def add_product(self, number: int) -> str:
        body = {"sku": f"FIETS-{number:03}", "description": "Stadsfiets", "price": "499.00"}
        return str(self.ask("POST", "/products", json=body)["id"])


def told_by(opened: Json) -> Json:
    """Ask what an administration tells of itself."""
    with Books(opened) as books:
        return dict(books.ask("GET", "/administration"))


def test_two_administrations_work_side_by_side_from_parallel_threads(shops: list[Json]) -> None:
    with Books(shops[0]) as first, Books(shops[1]) as second, ThreadPoolExecutor(4) as threads:
        of_first = list(threads.map(first.add_product, range(30)))
        added = [threads.submit(books.add_product, 100 + number) for number in range(30) for books in (first, second)]
        of_both = [each.result() for each in added]
        counts = [len(books.ask("GET", "/products", params={"pageSize": "200"})) for books in (first, second)]
    assert counts == [63, 33]
    assert len(set(of_first)) == 30
    assert len(set(of_both[0::2]) | set(of_first)) == 60
    assert len(set(of_both[1::2])) == 30


def test_each_tells_its_own_name_and_the_demo_its_own(mockbooks: Process, shops: list[Json]) -> None:
    demo = {"baseUrl": mockbooks.base_url, "accessToken": "mockbooks-demo-token"}
    told = [told_by(each) for each in (*shops, demo)]
    assert [each["name"] for each in told] == ["Fietsenmaker", "Visser", "Bakkerij De Korenaar B.V."]
    assert [each["id"] for each in told] == [shops[0]["id"], shops[1]["id"], "demo"]


def test_the_client_of_one_gets_a_token_for_it(mockbooks: Process, shops: list[Json]) -> None:
    credentials = (shops[1]["clientId"], shops[1]["clientSecret"])
    answered = requests.post(
        f"{mockbooks.base_url}/oauth/token", data={"grant_type": "client_credentials"}, auth=credentials, timeout=5
    ).json()
    assert told_by({**shops[1], "accessToken": answered["access_token"]})["name"] == "Visser"


def test_the_token_of_a_deleted_one_is_refused(url: str, shops: list[Json]) -> None:
    assert requests.delete(f"{url}/{shops[0]['id']}", timeout=5).json()["data"]["name"] == "Fietsenmaker"
    with Books(shops[0]) as first, Books(shops[1]) as second:
        assert first.get(shops[0]["baseUrl"] + "/api/v1/debtors", timeout=5).status_code == 401
        assert len(second.ask("GET", "/debtors")) == 3


def test_each_has_the_whole_seed_and_the_oldest_goes_when_there_are_too_many(start: Start) -> None:
    process = start(*SEEDED, "--max-administrations=2")
    url = f"{process.base_url}/_mockbooks/administrations"
    made = [requests.post(url, timeout=5).json()["data"] for _ in range(3)]
    assert [each["id"] for each in requests.get(url, timeout=5).json()["data"]] == ["demo", "adm_000002", "adm_000003"]
    with Books(made[2]) as newest:
        assert len(newest.ask("GET", "/transactions")) == 30
    refused = requests.get(
        f"{process.base_url}/api/v1/debtors", headers={"Authorization": f"Bearer {made[0]['accessToken']}"}, timeout=5
    )
    assert (refused.status_code, refused.json()["code"]) == (401, "token_invalid")


def test_a_page_of_another_site_makes_none(url: str) -> None:
    before = requests.get(url, timeout=5).json()["page"]["totalItems"]
    by_origin = requests.post(url, headers={"Origin": "https://evil.example.com"}, timeout=5)
    by_name = requests.post(url, headers={"Host": "rebound.example.com"}, timeout=5)
    assert (by_origin.status_code, by_origin.json()["code"]) == (400, "cross_site_call")
    assert (by_name.status_code, by_name.json()["code"]) == (400, "host_not_allowed")
    assert requests.get(url, timeout=5).json()["page"]["totalItems"] == before
