"""Languages: problems are told in English, or in Dutch to whoever prefers that."""

import pytest

from tests.api.conftest import ApiClient


@pytest.mark.parametrize(
    ("preference", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("nl", "nl"),
        ("NL", "nl"),
        ("nl-BE", "nl"),
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,nl;q=0.9", "en"),
        ("de,nl;q=0.5,en;q=0.4", "nl"),
        ("nl;q=0.4,en;q=0.5", "en"),
        ("nl;q=0", "en"),
        ("de", "en"),
        ("*", "en"),
        ("nl;q=abc", "en"),
        (";;;,,,", "en"),
        ("nlx", "en"),
    ],
)
def test_the_language_of_a_problem_follows_accept_language(
    api: ApiClient, preference: str | None, language: str
) -> None:
    response = api.get("/debtors/deb_999999", headers={} if preference is None else {"Accept-Language": preference})
    title = {"en": "Id does not exist", "nl": "Id bestaat niet"}[language]
    assert (response.headers["Content-Language"], response.json()["title"]) == (language, title)


def test_everything_in_a_problem_is_told_in_the_language_asked_for(api: ApiClient) -> None:
    response = api.post(
        "/debtors", json={"address": "Dorpsstraat", "isBusiness": []}, headers={"Accept-Language": "nl"}
    )
    problem = response.json()
    assert problem["title"] == "Verzoek is niet geldig"
    assert problem["detail"] == (
        "Geweigerd vanwege 3 fouten, in /name, /address, /isBusiness. Zie errors voor elk daarvan."
    )
    assert [error["detail"] for error in problem["errors"]] == [
        "Dit veld is verplicht.",
        'Dit moet een JSON-object {…} zijn; ontvangen: "Dorpsstraat".',
        "Dit moet true of false zijn; ontvangen: een lijst […].",
    ]


def test_codes_and_pointers_are_the_same_in_both_languages(api: ApiClient) -> None:
    body = {"emial": 1, "address": {"countryCode": "UK"}}
    assert api.refusals("/debtors", body, language="nl") == api.refusals("/debtors", body, language="en")


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nothing", 404, "URL bestaat niet"),
        ("PATCH", "/debtors", 405, "Methode niet toegestaan"),
    ],
)
def test_plain_http_refusals_are_told_in_dutch_too(
    api: ApiClient, method: str, path: str, status: int, title: str
) -> None:
    response = api.request(method, path, headers={"Accept-Language": "nl"})
    assert (response.status_code, response.headers["Content-Language"], response.json()["title"]) == (
        status,
        "nl",
        title,
    )


def test_a_missing_token_is_told_in_dutch_but_its_challenge_in_english(api: ApiClient) -> None:
    response = api.get("/debtors", headers={"Accept-Language": "nl", "Authorization": "Bearer nonsense"})
    assert response.json()["title"] == "Toegangstoken is niet geldig"
    assert "The access token is unknown" in response.headers["WWW-Authenticate"]
