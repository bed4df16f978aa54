"""What there is one of: the administration and the support."""

from datetime import date

import httpx

from tests.api.conftest import ApiClient, OpenApi


def test_the_administration_says_whose_books_these_are(api: ApiClient) -> None:
    assert api.read("/administration") == {
        "id": "demo",
        "name": "Bakkerij De Korenaar B.V.",
        "countryCode": "NL",
        "currency": "EUR",
        "timeZone": "Europe/Amsterdam",
        "vatNumber": "NL000099998B57",
        "cocNumber": "99999990",
        "iban": "NL82MOCK0123456789",
        "openFiscalYears": [2025, 2026],
        "lockDate": None,
        "filedVatQuarters": [],
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
    }


def test_the_administration_tells_what_is_closed(open_api: OpenApi) -> None:
    closed = open_api(lock_date=date(2025, 12, 31), filed_quarters=("2026-Q2", "2026-Q1")).read("/administration")
    assert (closed["lockDate"], closed["filedVatQuarters"]) == ("2025-12-31", ["2026-Q1", "2026-Q2"])


def test_support_needs_no_token_and_is_dutch_and_within_a_working_day(api: ApiClient) -> None:
    response = httpx.Client(transport=api._transport).get("http://mockbooks.test/api/v1/support")  # noqa: SLF001
    support = response.json()["data"]
    assert (response.status_code, support["languages"], support["responseWorkingDays"]) == (200, ["nl", "en"], 1)
    assert support["responseTime"] == {"nl": "Binnen één werkdag.", "en": "Within one working day."}


def test_a_bad_token_does_not_matter_where_none_is_asked_for(api: ApiClient) -> None:
    response = api.get("/support", headers={"Authorization": "Bearer nonsense"})
    assert response.json()["success"] is True
