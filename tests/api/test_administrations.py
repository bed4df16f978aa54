"""Administrations side by side: each token has books, numbers, keys and limits of its own, without any header."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from mockbooks.app import App
from tests.api.conftest import ADDRESS, ApiClient, OpenApi, answer

ADMINISTRATIONS = "http://mockbooks.test/_mockbooks/administrations"
GARAGE = {"name": "Garage Visser", "address": ADDRESS}
OpenBeside = Callable[[App], ApiClient]


@pytest.fixture
def open_beside() -> Iterator[OpenBeside]:
    """Open another administration of a server, with a client whose token is for that one."""
    opened: list[ApiClient] = []

    def open_one(app: App) -> ApiClient:
        client = ApiClient(app)
        opened.append(client)
        made = answer(client.post(ADMINISTRATIONS, json={"name": "Webwinkel De Fietsenmaker B.V."}))
        client.headers["Authorization"] = f"Bearer {made['accessToken']}"
        return client

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def shop(api: ApiClient, open_beside: OpenBeside) -> ApiClient:
    """Open a web shop, whose books stand beside those of the bakery (`api`)."""
    return open_beside(api.app)


# ---- Books


def test_every_administration_begins_with_the_same_books(seeded_api: ApiClient, open_beside: OpenBeside) -> None:
    assert open_beside(seeded_api.app).everything() == seeded_api.everything()


def test_what_is_written_in_one_is_not_seen_in_another(seeded_api: ApiClient, open_beside: OpenBeside) -> None:
    shop = open_beside(seeded_api.app)
    before = seeded_api.everything()
    debtor = shop.debtor(name="Brouwerij 't IJ", code="IJ-1", email="inkoop@brouwerij.example")
    shop.product(sku="FIETS-28")
    sale = shop.sale(debtor["id"], reference="FIETS-7")
    shop.pay(sale["id"], "21.00")
    shop.reverse(shop.sale(debtor["id"])["id"])
    first_product = shop.listed("/products")[0]
    answer(shop.put(f"/products/{first_product['id']}", json={**first_product, "price": "2.10"}))
    assert seeded_api.everything() == before
    assert seeded_api.listed("/debtors", code="IJ-1") == []
    assert seeded_api.listed("/debtors", email="inkoop@brouwerij.example") == []
    assert seeded_api.listed("/transactions", reference="FIETS-7") == []


def test_one_that_is_made_later_begins_at_the_beginning_all_the_same(api: ApiClient, open_beside: OpenBeside) -> None:
    before = api.everything()
    api.sale(api.debtor()["id"])
    assert open_beside(api.app).everything() == before


def test_ids_and_numbers_count_for_each_alone(api: ApiClient, shop: ApiClient) -> None:
    of_bakery = [api.sale(api.debtor()["id"]) for _ in range(2)]
    of_shop = [shop.sale(shop.debtor()["id"]) for _ in range(3)]
    assert [sale["id"] for sale in of_bakery] == ["trx_000001", "trx_000002"]
    assert [sale["id"] for sale in of_shop] == ["trx_000001", "trx_000002", "trx_000003"]
    assert [sale["number"] for sale in of_bakery] == ["2026-0001", "2026-0002"]
    assert [sale["number"] for sale in of_shop] == ["2026-0001", "2026-0002", "2026-0003"]
    assert [sale["entryNumber"] for sale in of_shop] == [1, 2, 3]
    assert api.read(f"/journals/{api.journal('70')}")["nextNumber"] == 3


def test_what_must_be_unique_is_so_within_one_administration(api: ApiClient, shop: ApiClient) -> None:
    api.debtor(code="IJ-1")
    api.product(sku="BROOD-800")
    api.sale(api.debtor()["id"], number="F-1")
    shop.debtor(code="IJ-1")
    shop.product(sku="BROOD-800")
    assert shop.sale(shop.debtor()["id"], number="F-1")["number"] == "F-1"


def test_the_id_of_a_debtor_means_nothing_in_another_administration(api: ApiClient, shop: ApiClient) -> None:
    debtor_id = shop.debtor()["id"]
    assert api.refusals("/transactions", api.sale_body(debtor_id)) == [("/debtorId", "not_found")]
    assert api.get(f"/debtors/{debtor_id}").json()["detail"] == (
        'There is no debtor with id "deb_000001" in this administration.'
    )
    assert api.delete(f"/debtors/{debtor_id}").json()["code"] == "not_found"
    assert shop.read(f"/debtors/{debtor_id}")["name"] == "Bakkerij De Korenaar"


# ---- What surrounds the books


def test_an_idempotency_key_is_one_in_each_administration(api: ApiClient, shop: ApiClient) -> None:
    key = {"Idempotency-Key": "order-1001"}
    first = api.post("/debtors", json=GARAGE, headers=key)
    in_shop = shop.post("/debtors", json={**GARAGE, "name": "Garage Visser en Zoon"}, headers=key)
    again = api.post("/debtors", json=GARAGE, headers=key)
    assert "Idempotency-Replayed" not in in_shop.headers
    assert answer(in_shop)["name"] == "Garage Visser en Zoon"
    assert (again.headers["Idempotency-Replayed"], again.content) == ("true", first.content)
    assert len(shop.listed("/debtors")) == 1


def test_one_that_has_used_up_its_room_leaves_that_of_another(open_api: OpenApi, open_beside: OpenBeside) -> None:
    bakery = open_api(limits=((2, "minute"),))
    shop = open_beside(bakery.app)
    assert [bakery.get("/debtors").status_code for _ in range(3)] == [200, 200, 429]
    assert [shop.get("/debtors").status_code for _ in range(3)] == [200, 200, 429]


def test_the_limit_on_requests_at_the_same_time_is_for_each_alone(open_api: OpenApi, open_beside: OpenBeside) -> None:
    bakery = open_api(concurrent=1)
    shop = open_beside(bakery.app)
    with bakery.stream("GET", "/debtors") as unread:
        assert unread.status_code == 200
        assert bakery.read("/limits")["concurrent"] == {"limit": 1, "inUse": 1}
        assert shop.read("/limits")["concurrent"] == {"limit": 1, "inUse": 0}


def test_the_same_calls_give_the_same_bytes_in_every_administration(api: ApiClient, shop: ApiClient) -> None:
    def story(client: ApiClient) -> dict[str, bytes]:
        client.pay(client.sale(client.debtor(name="Brouwerij 't IJ")["id"])["id"], "121.00")
        return client.everything()

    assert story(api) == story(shop)


# ---- While they go, and at the same time


def test_deleting_one_while_its_calls_run_gives_answers_and_then_401(api: ApiClient, open_beside: OpenBeside) -> None:
    shops = [open_beside(api.app) for _ in range(4)]

    def work(shop: ApiClient) -> list[int]:
        return [shop.post("/debtors", json=GARAGE).status_code for _ in range(40)]

    with ThreadPoolExecutor(5) as threads:
        running = [threads.submit(work, shop) for shop in shops]
        deleted = [api.delete(f"{ADMINISTRATIONS}/adm_00000{number}").status_code for number in (1, 2, 3, 4)]
        statuses = {status for each in running for status in each.result()}
    assert deleted == [200, 200, 200, 200]
    assert statuses <= {200, 401}
    assert [shop.get("/debtors").status_code for shop in shops] == [401, 401, 401, 401]


def test_many_threads_in_two_administrations_leave_both_without_holes(api: ApiClient, shop: ApiClient) -> None:
    in_bakery, in_shop = api.debtor()["id"], shop.debtor()["id"]
    for_bakery, for_shop = api.sale_body(in_bakery), shop.sale_body(in_shop)

    def book(client: ApiClient, body: dict[str, object], _: int) -> int:
        return int(answer(client.post("/transactions", json=body))["entryNumber"])

    with ThreadPoolExecutor(8) as threads:
        of_bakery = threads.map(partial(book, api, for_bakery), range(40))
        of_shop = threads.map(partial(book, shop, for_shop), range(60))
    assert sorted(of_bakery) == list(range(1, 41))
    assert sorted(of_shop) == list(range(1, 61))
    assert shop.listed("/transactions")[-1]["number"] == "2026-0060"


def test_a_client_of_one_administration_gets_tokens_for_that_one(api: ApiClient) -> None:
    made = answer(api.post(ADMINISTRATIONS, json={"name": "Garage Visser"}))
    token = httpx.Client(transport=api._transport).post(  # noqa: SLF001 - httpx has no public door to it
        "http://mockbooks.test/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(made["clientId"], made["clientSecret"]),
    )
    told = api.get("/administration", headers={"Authorization": f"Bearer {token.json()['access_token']}"})
    assert (token.json()["expires_in"], answer(told)["id"]) == (3600, "adm_000001")


def test_what_a_client_was_given_elsewhere_is_no_good_once_its_own_administration_is_gone(api: ApiClient) -> None:
    made = answer(api.post(ADMINISTRATIONS, json={"name": "Garage Visser"}))
    asked = {"response_type": "code", "client_id": made["clientId"], "redirect_uri": "http://127.0.0.1:5000/callback"}
    approval = {"decision": "approve", "administration": "demo"}
    approved = api.post("http://mockbooks.test/oauth/authorize", params=asked, data=approval)
    form = {
        "grant_type": "authorization_code",
        "code": parse_qs(urlsplit(approved.headers["Location"]).query)["code"][0],
        "redirect_uri": asked["redirect_uri"],
    }
    given = api.post("http://mockbooks.test/oauth/token", data=form, auth=(made["clientId"], made["clientSecret"]))
    token = {"Authorization": f"Bearer {given.json()['access_token']}"}
    before = api.get("/administration", headers=token)
    api.delete(f"{ADMINISTRATIONS}/adm_000001")
    after = api.get("/administration", headers=token)
    assert answer(before)["id"] == "demo"
    assert (after.status_code, after.json()["code"]) == (401, "token_invalid")


def test_a_client_whose_administration_is_gone_is_unknown(api: ApiClient) -> None:
    made = answer(api.post(ADMINISTRATIONS, json={"name": "Garage Visser"}))
    api.delete(f"{ADMINISTRATIONS}/adm_000001")
    refused = httpx.Client(transport=api._transport).post(  # noqa: SLF001 - as above
        "http://mockbooks.test/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(made["clientId"], made["clientSecret"]),
    )
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")
