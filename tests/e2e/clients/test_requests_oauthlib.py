"""requests-oauthlib, unmodified: it wants https for its callback too, and exactly the scope that it asked for."""

import pytest
import requests
from oauthlib.oauth2 import AccessDeniedError, BackendApplicationClient, InvalidGrantError, WebApplicationClient
from requests.auth import HTTPBasicAuth
from requests_oauthlib import OAuth2Session

from tests.e2e.clients.conftest import CALLBACK, SCOPE, TIMEOUT_SECONDS, Application, Books, Consent


@pytest.fixture
def session(books: Books, application: Application) -> OAuth2Session:
    """Give a session that has been through the consent page."""
    return connected(books, application, books.person.approve)


def connected(books: Books, application: Application, consent: Consent) -> OAuth2Session:
    client = WebApplicationClient(application.client_id)
    session = OAuth2Session(client=client, redirect_uri=CALLBACK, scope=SCOPE.split(), pkce="S256")
    url, _state = session.authorization_url(books.authorize_url)
    session.fetch_token(books.token_url, authorization_response=consent(url), client_secret=application.client_secret)
    return session


def refresh(session: OAuth2Session, books: Books, application: Application, refresh_token: str) -> None:
    session.refresh_token(books.token_url, refresh_token, auth=credentials(application))


def revoke(books: Books, application: Application, token: str) -> requests.Response:
    client = WebApplicationClient(application.client_id)
    url, headers, body = client.prepare_token_revocation_request(books.revoke_url, token, "refresh_token")
    return requests.post(url, data=body, headers=headers, auth=credentials(application), timeout=TIMEOUT_SECONDS)


def credentials(application: Application) -> HTTPBasicAuth:
    return HTTPBasicAuth(application.client_id, application.client_secret)


def test_consent_opens_the_books(books: Books, session: OAuth2Session) -> None:
    rates = session.get(books.high_rate_url)

    assert rates.status_code == 200
    assert rates.json()["data"][0]["percentage"] == "21.00"
    assert session.token["token_type"] == "Bearer"
    assert session.token["expires_in"] == 3600
    assert session.token["scope"] == ["debtors:read", "settings:read"]


def test_nobody_is_asked_where_everything_is_approved(hasty_books: Books, hasty_application: Application) -> None:
    session = connected(hasty_books, hasty_application, hasty_books.person.pass_by)

    assert session.get(hasty_books.high_rate_url).status_code == 200


def test_a_person_who_denies_is_told_as_such(books: Books, application: Application) -> None:
    with pytest.raises(AccessDeniedError):
        connected(books, application, books.person.deny)


def test_a_refresh_gives_new_tokens(books: Books, application: Application, session: OAuth2Session) -> None:
    before = session.token

    refresh(session, books, application, before["refresh_token"])

    assert session.token["access_token"] != before["access_token"]
    assert session.token["refresh_token"] != before["refresh_token"]
    assert session.get(books.high_rate_url).status_code == 200


def test_a_refresh_token_that_was_used_is_refused_and_ends_the_connection(
    books: Books, application: Application, session: OAuth2Session
) -> None:
    used = session.token["refresh_token"]
    refresh(session, books, application, used)

    with pytest.raises(InvalidGrantError):
        refresh(session, books, application, used)
    with pytest.raises(InvalidGrantError):
        refresh(session, books, application, session.token["refresh_token"])
    assert session.get(books.high_rate_url).status_code == 401


def test_the_application_itself_gets_a_token_without_a_refresh_token(books: Books, application: Application) -> None:
    session = OAuth2Session(client=BackendApplicationClient(application.client_id, scope=SCOPE))

    token = session.fetch_token(books.token_url, client_secret=application.client_secret)

    assert "refresh_token" not in token
    assert session.get(books.high_rate_url).json()["data"][0]["percentage"] == "21.00"


def test_what_is_revoked_opens_nothing_and_is_not_renewed(
    books: Books, application: Application, session: OAuth2Session
) -> None:
    token = session.token["refresh_token"]

    assert revoke(books, application, token).status_code == 200

    assert session.get(books.high_rate_url).headers["WWW-Authenticate"].count('error="invalid_token"') == 1
    with pytest.raises(InvalidGrantError):
        refresh(session, books, application, token)
