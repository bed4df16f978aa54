"""Lists of transactions: exact filters that combine with "and", pages, and what changed since."""

from datetime import UTC, datetime, timedelta

import pytest

from mockbooks.app import create_app
from mockbooks.settings import Settings
from tests.api.conftest import NO_RECORDS, NOW, ApiClient

URL = "/transactions"


class MovableClock:
    """A clock that a test moves by hand."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def shop(api: ApiClient) -> ApiClient:
    """Book two sales and a credit note for two debtors, one receipt and one memorial entry, in that order."""
    korenaar, jansen = api.debtor()["id"], api.debtor(name="Slagerij Jansen")["id"]
    api.sale(korenaar, date="2026-10-31", reference="ORD-1001", paymentReference="1000000000001001")
    api.sale(jansen, date="2026-11-01", reference="ORD-1002", journalId=api.journal("75"), number="2026-0001")
    api.credit(korenaar, date="2026-11-15", reference="ORD-1001")
    api.pay("trx_000001", "21.00", date="2026-11-15", debtorId=korenaar)
    lines = [
        {"ledgerAccountId": api.account("4700"), "debit": "1.00"},
        {"ledgerAccountId": api.account("1100"), "credit": "1.00"},
    ]
    api.create(URL, {"type": "memorial", "date": "2026-11-30", "lines": lines})
    return api


def _found(api: ApiClient, **query: str) -> list[int]:
    return [int(each["id"].removeprefix("trx_")) for each in api.listed(URL, **query)]


def test_without_a_filter_everything_is_there_in_order_of_creation(shop: ApiClient) -> None:
    assert _found(shop) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("number", "2026-0001", [1, 2]),
        ("number", "2026-000", []),
        ("number", "BNK-2026-0001", [4]),
        ("date", "2026-11-15", [3, 4]),
        ("date", "2026-11-16", []),
        ("dateFrom", "2026-11-01", [2, 3, 4, 5]),
        ("dateFrom", "2026-12-01", []),
        ("dateTo", "2026-11-01", [1, 2]),
        ("dateTo", "2026-10-30", []),
        ("reference", "ORD-1001", [1, 3]),
        ("reference", "ord-1001", []),
        ("reference", "ORD-100", []),
        ("paymentReference", "1000000000001001", [1]),
        ("debtorId", "deb_000001", [1, 3, 4]),
        ("debtorId", "deb_000002", [2]),
        ("debtorId", "deb_000099", []),
        ("journalId", "jrn_000006", [2]),
        ("journalId", "jrn_000099", []),
        ("type", "sales", [1, 2]),
        ("type", "sales_credit", [3]),
        ("type", "receipt", [4]),
        ("type", "memorial", [5]),
        ("status", "open", [2, 3]),
        ("status", "partly_paid", [1]),
        ("status", "paid", [4, 5]),
        ("status", "credited", []),
        ("status", "reversed", []),
        ("updatedSince", "2026-11-23T09:00:00Z", [1, 2, 3, 4, 5]),
        ("updatedSince", "2026-11-23T10:00:00+01:00", [1, 2, 3, 4, 5]),
        ("updatedSince", "2026-11-23T09:00:01Z", []),
    ],
)
def test_a_filter_finds_exactly_what_it_says(shop: ApiClient, name: str, value: str, found: list[int]) -> None:
    assert _found(shop, **{name: value}) == found


def test_filters_combine_with_and(shop: ApiClient) -> None:
    assert _found(shop, dateFrom="2026-11-01", dateTo="2026-11-15") == [2, 3, 4]
    assert _found(shop, dateFrom="2026-11-02", dateTo="2026-11-01") == []
    assert _found(shop, date="2026-11-15", type="receipt") == [4]
    assert _found(shop, debtorId="deb_000001", type="sales", status="partly_paid", reference="ORD-1001") == [1]
    assert _found(shop, number="2026-0001", journalId="jrn_000005") == [1]
    assert _found(shop, number="2026-0001", debtorId="deb_000002", status="paid") == []


def test_a_state_that_changed_is_found_by_the_new_one_only(shop: ApiClient) -> None:
    shop.pay("trx_000001", "100.00")
    shop.reverse("trx_000002")

    assert _found(shop, status="partly_paid") == []
    assert _found(shop, status="paid") == [1, 4, 5, 6]
    assert _found(shop, status="reversed") == [2, 7]


def test_what_was_settled_or_reversed_later_has_changed_since() -> None:
    clock = MovableClock(NOW)
    api = ApiClient(create_app(Settings(**NO_RECORDS), clock))
    debtor = api.debtor()["id"]
    sale, other, _ = (api.sale(debtor)["id"] for _ in range(3))
    clock.moment = NOW + timedelta(hours=1)
    api.pay(sale, "121.00")
    clock.moment = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    api.reverse(other)

    assert _found(api, updatedSince="2026-11-23T10:00:00Z") == [1, 2, 4, 5]
    assert _found(api, updatedSince="2026-11-23T10:30:00Z") == [2, 5]
    assert api.read(f"{URL}/{sale}")["createdAt"] == "2026-11-23T09:00:00Z"
    assert api.read(f"{URL}/{sale}")["updatedAt"] == "2026-11-23T10:00:00Z"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("date", "23-11-2026", "not_date"),
        ("dateFrom", "2026-11-31", "not_date"),
        ("dateTo", "", "not_date"),
        ("type", "sale", "not_one_of"),
        ("status", "Open", "not_one_of"),
        ("updatedSince", "2026-11-23", "not_moment"),
        ("updatedSince", "2026-11-23T09:00:00", "not_moment"),
        ("number", "x" * 51, "too_long"),
        ("number", "", "blank"),
        ("reference", "", "blank"),
        ("debtorId", "x" * 41, "too_long"),
        ("pageSize", "201", "number_out_of_range"),
        ("pageSize", "0", "number_out_of_range"),
        ("page", "0", "number_out_of_range"),
        ("page", "1.5", "not_integer"),
        ("openAmount", "121.00", "unknown_parameter"),
        ("debtor_id", "deb_000001", "unknown_parameter"),
    ],
)
def test_a_filter_that_cannot_be_read_is_refused(api: ApiClient, name: str, value: str, code: str) -> None:
    problem = api.get(URL, params={name: value})

    assert problem.status_code == 400
    assert [(each["parameter"], each["code"]) for each in problem.json()["errors"]] == [(name, code)]


def test_a_filter_is_given_once(api: ApiClient) -> None:
    problem = api.get(f"{URL}?status=open&status=paid").json()

    assert [(each["parameter"], each["code"]) for each in problem["errors"]] == [("status", "repeated_parameter")]


def test_everything_that_is_wrong_with_a_query_is_told_at_once(api: ApiClient) -> None:
    problem = api.get(URL, params={"date": "gisteren", "type": "verkoop", "page": "x", "sort": "date"}).json()

    assert sorted(each["parameter"] for each in problem["errors"]) == ["date", "page", "sort", "type"]


def test_pages_cut_the_list_without_losing_or_repeating_anything(shop: ApiClient) -> None:
    pages = [shop.get(URL, params={"page": page, "pageSize": 2}).json() for page in (1, 2, 3)]

    assert [[each["id"][-1] for each in page["data"]] for page in pages] == [["1", "2"], ["3", "4"], ["5"]]
    assert pages[1]["page"] == {"number": 2, "size": 2, "totalItems": 5, "totalPages": 3}


def test_the_filters_stay_in_the_links_to_other_pages(shop: ApiClient) -> None:
    answer = shop.get(URL, params={"pageSize": 1, "page": 2, "debtorId": "deb_000001"})

    assert answer.links.keys() == {"first", "last", "next", "prev"}
    assert answer.links["next"]["url"].endswith("/api/v1/transactions?pageSize=1&debtorId=deb_000001&page=3")
    assert shop.get(answer.links["last"]["url"]).json()["data"][0]["id"] == "trx_000004"


def test_a_page_past_the_end_is_an_empty_list(shop: ApiClient) -> None:
    answer = shop.get(URL, params={"page": 9, "pageSize": 2}).json()

    assert (answer["data"], answer["page"]["totalItems"]) == ([], 5)


def test_an_unknown_id_is_refused(api: ApiClient) -> None:
    problem = api.get(f"{URL}/trx_000001", headers={"Accept-Language": "nl"})

    assert (problem.status_code, problem.json()["code"]) == (400, "not_found")
    assert problem.json()["detail"] == 'In deze administratie bestaat geen boeking met id "trx_000001".'
