"""Numbers: unique in a journal, generated without holes, and safe with many callers at once."""

from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.api.conftest import ApiClient

URL = "/transactions"


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


def _next_number(api: ApiClient, code: str) -> int:
    return int(api.read(f"/journals/{api.journal(code)}")["nextNumber"])


def test_numbers_follow_the_pattern_of_the_journal(api: ApiClient, debtor: str) -> None:
    assert api.sale(debtor)["number"] == "2026-0001"
    assert api.sale(debtor)["number"] == "2026-0002"
    assert api.credit(debtor)["number"] == "2026-0003"
    assert api.sale(debtor, journalId=api.journal("75"))["number"] == "WEB-2026-00001"


def test_each_fiscal_year_has_a_series_of_its_own_and_the_journal_shows_the_latest(api: ApiClient, debtor: str) -> None:
    assert api.sale(debtor)["number"] == "2026-0001"
    assert api.sale(debtor, date="2025-12-31")["number"] == "2025-0001"
    assert api.sale(debtor, date="2025-12-31")["number"] == "2025-0002"
    assert _next_number(api, "70") == 2
    assert api.sale(debtor)["entryNumber"] == 4


def test_a_journal_shows_the_number_that_comes_next(api: ApiClient, debtor: str) -> None:
    assert _next_number(api, "70") == 1
    api.sale(debtor)
    assert (_next_number(api, "70"), _next_number(api, "75")) == (2, 1)


def test_a_number_that_is_asked_for_leaves_the_series_alone(api: ApiClient, debtor: str) -> None:
    sale = api.sale(debtor, number="WINKEL/17 é")

    assert (sale["number"], sale["entryNumber"]) == ("WINKEL/17 é", 1)
    assert _next_number(api, "70") == 1
    assert api.sale(debtor)["number"] == "2026-0001"


def test_the_series_steps_over_numbers_that_callers_took(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="2026-0002")
    api.sale(debtor, number="2026-0003")
    api.sale(debtor)

    assert _next_number(api, "70") == 4
    assert api.sale(debtor)["number"] == "2026-0004"


def test_the_series_steps_over_a_number_that_was_booked_in_another_year(api: ApiClient, debtor: str) -> None:
    api.sale(debtor)
    api.sale(debtor, date="2025-12-31", number="2026-0002")
    api.sale(debtor, number="2025-0001")

    assert _next_number(api, "70") == 3
    assert api.sale(debtor)["number"] == "2026-0003"
    assert api.sale(debtor, date="2025-12-31")["number"] == "2025-0002"


def test_taking_the_next_number_oneself_moves_the_series_on(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="2026-0001")

    assert _next_number(api, "70") == 2


def test_a_number_in_use_is_refused_and_the_owner_is_named(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="F-1")
    body = api.sale_body(debtor, number="F-1")

    assert api.refusals(URL, body) == [("/number", "number_in_use")]
    assert api.detail(URL, body) == "Number F-1 is already used by transaction trx_000001 in journal 70."
    assert api.detail(URL, body, language="nl") == "Nummer F-1 is al gebruikt door boeking trx_000001 in dagboek 70."


def test_a_reversed_transaction_keeps_its_number(api: ApiClient, debtor: str) -> None:
    api.reverse(api.sale(debtor, number="F-1")["id"])

    assert api.refusals(URL, api.sale_body(debtor, number="F-1")) == [("/number", "number_in_use")]


def test_another_journal_may_use_the_same_number(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="F-1")
    api.sale(debtor, number="F-1", journalId=api.journal("75"))

    assert len(api.listed(URL, number="F-1")) == 2


def test_case_and_space_make_another_number(api: ApiClient, debtor: str) -> None:
    api.sale(debtor, number="f-1")
    api.sale(debtor, number="F-1")
    api.sale(debtor, number="F-1 ")

    assert [sale["number"] for sale in api.listed(URL, number="F-1")] == ["F-1"]


def test_a_refused_sale_leaves_no_hole(api: ApiClient, debtor: str) -> None:
    api.sale(debtor)
    api.refusals(URL, api.sale_body(debtor, totalVat="0.00"))
    sale = api.sale(debtor)

    assert (sale["id"], sale["number"], sale["entryNumber"]) == ("trx_000002", "2026-0002", 2)


# ---- Many callers at once


def _book_at_once(api: ApiClient, debtor: str, count: int, **headers: str) -> list[httpx.Response]:
    body = api.sale_body(debtor, **({"number": "F-1"} if headers.pop("number", "") else {}))
    with ThreadPoolExecutor(16) as pool:
        calls = [pool.submit(api.post, URL, json=body, headers=headers) for _ in range(count)]
        return [call.result() for call in calls]


def test_sixty_callers_at_once_get_sixty_numbers_without_a_hole(api: ApiClient, debtor: str) -> None:
    answers = _book_at_once(api, debtor, 60)
    sales = [answer.json()["data"] for answer in answers]

    assert sorted(sale["number"] for sale in sales) == [f"2026-{number:04}" for number in range(1, 61)]
    assert sorted(sale["entryNumber"] for sale in sales) == list(range(1, 61))
    assert len({sale["id"] for sale in sales}) == 60
    assert _next_number(api, "70") == 61


def test_of_sixteen_callers_with_one_number_one_wins(api: ApiClient, debtor: str) -> None:
    answers = _book_at_once(api, debtor, 16, number="F-1")

    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 15
    assert {answer.json()["code"] for answer in answers if answer.is_error} == {"number_in_use"}
    assert [sale["entryNumber"] for sale in api.listed(URL)] == [1]


def test_ten_callers_with_one_idempotency_key_make_one_sale(api: ApiClient, debtor: str) -> None:
    answers = _book_at_once(api, debtor, 10, **{"Idempotency-Key": "bestelling-1001"})
    refused = {answer.json()["code"] for answer in answers if answer.is_error}

    assert refused <= {"request_in_progress"}
    assert {answer.json()["data"]["id"] for answer in answers if answer.is_success} == {"trx_000001"}
    assert len(api.listed(URL)) == 1


def test_a_key_that_is_sent_again_replays_the_answer(api: ApiClient, debtor: str) -> None:
    key = {"Idempotency-Key": "bestelling-1001"}
    first = api.post(URL, json=api.sale_body(debtor), headers=key)
    again = api.post(URL, json=api.sale_body(debtor), headers=key)

    assert (again.content, again.headers["Idempotency-Replayed"]) == (first.content, "true")
    assert "Idempotency-Replayed" not in first.headers
    assert len(api.listed(URL)) == 1
