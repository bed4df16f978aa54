"""Pages of a list: their bounds, their order, and the links between them."""

from typing import Any

import httpx
import pytest

from tests.api.conftest import LISTS, ApiClient

HERE = "http://mockbooks.test/api/v1"


@pytest.fixture
def seven(api: ApiClient) -> ApiClient:
    """Books with seven debtors, A to G."""
    assert len([api.debtor(name=name) for name in "ABCDEFG"]) == 7
    return api


def page(api: ApiClient, query: str) -> tuple[str, dict[str, Any]]:
    answer = api.get(f"/debtors?{query}").json()
    return "".join(item["name"] for item in answer["data"]), answer["page"]


def links(response: httpx.Response) -> dict[str, str]:
    return {str(relation): str(link["url"]) for relation, link in response.links.items()}


def test_a_list_has_an_envelope_with_its_page(seven: ApiClient) -> None:
    answer = seven.get("/debtors").json()
    assert list(answer) == ["success", "data", "page"]
    assert answer["success"] is True
    assert answer["page"] == {"number": 1, "size": 50, "totalItems": 7, "totalPages": 1}


@pytest.mark.parametrize(
    ("query", "names", "number", "pages"),
    [
        ("pageSize=3", "ABC", 1, 3),
        ("pageSize=3&page=2", "DEF", 2, 3),
        ("pageSize=3&page=3", "G", 3, 3),
        ("pageSize=3&page=4", "", 4, 3),
        ("pageSize=7", "ABCDEFG", 1, 1),
        ("pageSize=1&page=7", "G", 7, 7),
        ("pageSize=200&page=100000000", "", 100_000_000, 1),
    ],
)
def test_pages_follow_the_order_of_creation(seven: ApiClient, query: str, names: str, number: int, pages: int) -> None:
    found, told = page(seven, query)
    assert (found, told["number"], told["totalItems"], told["totalPages"]) == (names, number, 7, pages)


def test_an_empty_list_is_a_success_without_pages(api: ApiClient) -> None:
    answer = api.get("/debtors", params={"email": "nobody@mail.example"}).json()
    assert answer == {"success": True, "data": [], "page": {"number": 1, "size": 50, "totalItems": 0, "totalPages": 0}}


def test_a_filter_counts_only_what_it_finds(seven: ApiClient) -> None:
    assert page(seven, "name=c&pageSize=3") == ("C", {"number": 1, "size": 3, "totalItems": 1, "totalPages": 1})


BOUNDS = [
    ("page", "0", "number_out_of_range"),
    ("page", "-1", "number_out_of_range"),
    ("page", "100000001", "number_out_of_range"),
    ("page", "99999999999", "number_out_of_range"),
    ("page", "1.0", "not_integer"),
    ("page", "", "not_integer"),
    ("page", "one", "not_integer"),
    ("page", "٣", "not_integer"),
    ("page", "9" * 100, "not_integer"),
    ("pageSize", "0", "number_out_of_range"),
    ("pageSize", "201", "number_out_of_range"),
    ("pageSize", "1e2", "not_integer"),
]


@pytest.mark.parametrize("path", LISTS)
def test_a_page_has_bounds(api: ApiClient, path: str) -> None:
    responses = [api.get(path, params={parameter: value}) for parameter, value, _ in BOUNDS]
    assert {response.status_code for response in responses} == {400}
    errors = [response.json()["errors"] for response in responses]
    assert [(error["parameter"], error["code"]) for (error,) in errors] == [
        (parameter, code) for parameter, _, code in BOUNDS
    ]


def test_the_first_page_links_to_the_next_and_the_last(seven: ApiClient) -> None:
    assert links(seven.get("/debtors?pageSize=3")) == {
        "first": f"{HERE}/debtors?pageSize=3&page=1",
        "next": f"{HERE}/debtors?pageSize=3&page=2",
        "last": f"{HERE}/debtors?pageSize=3&page=3",
    }


def test_a_page_in_between_links_to_both_sides(seven: ApiClient) -> None:
    assert links(seven.get("/debtors?page=2&pageSize=3")) == {
        "first": f"{HERE}/debtors?pageSize=3&page=1",
        "prev": f"{HERE}/debtors?pageSize=3&page=1",
        "next": f"{HERE}/debtors?pageSize=3&page=3",
        "last": f"{HERE}/debtors?pageSize=3&page=3",
    }


def test_a_page_past_the_end_links_back_to_the_last(seven: ApiClient) -> None:
    assert links(seven.get("/debtors?pageSize=3&page=9")) == {
        "first": f"{HERE}/debtors?pageSize=3&page=1",
        "prev": f"{HERE}/debtors?pageSize=3&page=3",
        "last": f"{HERE}/debtors?pageSize=3&page=3",
    }


def test_an_empty_list_has_its_one_page(api: ApiClient) -> None:
    assert links(api.get("/debtors")) == {"first": f"{HERE}/debtors?page=1", "last": f"{HERE}/debtors?page=1"}


def test_links_keep_the_filters_in_a_form_that_can_be_followed(api: ApiClient) -> None:
    api.debtor(name="Café & Zn", email="jan+groente@zoon.example")
    api.debtor(name="Café & Zn", email="jan+groente@zoon.example", isBusiness=True)
    query = {"name": "fé & z", "email": "JAN+groente@zoon.example", "pageSize": "1"}
    following = links(api.get("/debtors", params=query))["next"]
    assert api.get(following).json()["data"][0]["id"] == "deb_000002"


def test_following_next_from_the_first_page_shows_everything_once(seven: ApiClient) -> None:
    first = seven.get("/debtors?pageSize=3")
    second = seven.get(links(first)["next"])
    third = seven.get(links(second)["next"])
    names = [item["name"] for response in (first, second, third) for item in response.json()["data"]]
    assert "".join(names) == "ABCDEFG"
    assert "next" not in links(third)


def test_only_lists_have_links(api: ApiClient) -> None:
    api.debtor()
    assert "Link" not in api.get("/debtors/deb_000001").headers
    assert "Link" not in api.get("/administration").headers
