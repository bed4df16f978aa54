"""What changed in the books, over HTTP: since the start or a snapshot, through whom, as JSON and as lines."""

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import Operator, create_garage

CREATED = "client mockbooks-demo created debtor deb_000001 (10001, Garage Visser) in shop-1"


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def test_a_change_is_told_whole(api: ApiClient, operator: Operator) -> None:
    create_garage(api, **{"X-Request-Id": "shop-1"})
    assert operator.get("/changes").json() == {
        "success": True,
        "data": [
            {
                "number": 1,
                "kind": "created",
                "resource": "Debtor",
                "id": "deb_000001",
                "label": "10001, Garage Visser",
                "actor": {"kind": "client", "name": "mockbooks-demo", "requestId": "shop-1"},
                "at": "2026-11-23T09:00:00Z",
                "differences": {},
                "line": CREATED,
            }
        ],
        "page": {"number": 1, "size": 50, "totalItems": 1, "totalPages": 1},
        "complete": True,
    }


def test_what_became_another_value_is_told_by_its_name(api: ApiClient, operator: Operator) -> None:
    debtor = create_garage(api).json()["data"]
    operator.told("POST", "/snapshots", json={"name": "one"})
    api.put(f"/debtors/{debtor['id']}", json={**debtor, "email": "post@visser.example"})
    (change,) = operator.told("GET", "/changes?since=one")
    assert (change["kind"], change["differences"]) == ("changed", {"email": {"was": None, "is": "post@visser.example"}})
    assert [each["kind"] for each in operator.told("GET", "/changes?since=start")] == ["created", "changed"]


def test_the_seed_is_no_change(open_api: OpenApi) -> None:
    assert Operator(open_api(debtors=25, products=40, transactions=30)).told("GET", "/changes") == []


@pytest.mark.parametrize(("query", "accept"), [("?format=text", "*/*"), ("", "text/plain")])
def test_as_text_there_is_a_line_for_each(api: ApiClient, operator: Operator, query: str, accept: str) -> None:
    create_garage(api, **{"X-Request-Id": "shop-1"})
    create_garage(api, **{"X-Request-Id": "shop-2"})
    response = operator.get(f"/changes{query}", headers={"Accept": accept})
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text == f"{CREATED}\n{CREATED.replace('0001', '0002').replace('shop-1', 'shop-2')}\n"


def test_pages_hold_so_many_and_text_holds_all_unless_a_page_is_asked_for(api: ApiClient, operator: Operator) -> None:
    assert len([create_garage(api) for _ in range(60)]) == 60
    assert len(operator.told("GET", "/changes")) == 50
    assert [each["number"] for each in operator.told("GET", "/changes?pageSize=25&page=3")] == list(range(51, 61))
    assert len(operator.get("/changes?format=text").text.splitlines()) == 60
    assert len(operator.get("/changes?format=text&pageSize=25&page=3").text.splitlines()) == 10
    assert 'page=2>; rel="next"' in operator.get("/changes").headers["Link"]


def test_after_a_reset_nothing_has_changed(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/reset")
    assert operator.told("GET", "/changes") == []
    create_garage(api)
    assert len(operator.told("GET", "/changes")) == 1


def test_after_a_restore_what_came_later_never_happened(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "two"})
    operator.told("POST", "/snapshots/one/restore")
    assert len(operator.told("GET", "/changes")) == 1
    assert operator.told("GET", "/changes?since=one") == []
    assert operator.refusal("GET", "/changes?since=two") == ("since", "books_replaced")


def test_of_books_that_were_replaced_nothing_can_be_told(api: ApiClient, operator: Operator) -> None:
    create_garage(api)
    operator.told("POST", "/snapshots", json={"name": "one"})
    operator.told("PUT", "/books", json=operator.told("GET", "/books/dump"))
    assert operator.refusal("GET", "/changes") == ("since", "books_replaced")
    assert operator.refusal("GET", "/changes?since=one") == ("since", "books_replaced")
    operator.told("POST", "/snapshots", json={"name": "two"})
    create_garage(api)
    assert len(operator.told("GET", "/changes?since=two")) == 1


def test_a_snapshot_that_does_not_exist_is_told(operator: Operator) -> None:
    assert operator.refusal("GET", "/changes?since=yesterday") == ("since", "not_found")
    assert operator.get("/changes", headers={"Accept": "text/html"}).status_code == 406


def test_what_is_no_longer_known_is_said_to_be_missing(api: ApiClient, operator: Operator) -> None:
    api.books.changes._maximum = 2  # noqa: SLF001 - ten thousand changes would take long
    operator.told("POST", "/reset")
    assert len([create_garage(api) for _ in range(3)]) == 3
    told = operator.get("/changes").json()
    assert ([each["number"] for each in told["data"]], told["complete"]) == ([2, 3], False)
    assert operator.get("/changes?format=text").text.startswith("(older changes are no longer known)\n")
