"""Authlib's client on requests, unmodified: the other side of the library that the server itself is made with."""

import pytest
from authlib.common.security import generate_token
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from tests.e2e.clients.conftest import CALLBACK, SCOPE, Application, Books, Consent


@pytest.fixture
def session(books: Books, application: Application) -> OAuth2Session:
    """Give a session that has been through the consent page."""
    return connected(books, application, books.person.approve)


def session_of(books: Books, application: Application) -> OAuth2Session:
    return OAuth2Session(
        application.client_id,
        application.client_secret,
        scope=SCOPE,
        redirect_uri=CALLBACK,
        code_challenge_method="S256",
        token_endpoint=books.token_url,
    )


def connected(books: Books, application: Application, consent: Consent) -> OAuth2Session:
    session, verifier = session_of(books, application), generate_token(48)
    url, state = session.create_authorization_url(books.authorize_url, code_verifier=verifier)
    session.fetch_token(authorization_response=consent(url), code_verifier=verifier, state=state)
    return session


def test_consent_opens_the_books(books: Books, session: OAuth2Session) -> None:
    rates = session.get(books.high_rate_url)

    assert rates.status_code == 200
    assert rates.json()["data"][0]["percentage"] == "21.00"
    assert session.token["scope"] == "debtors:read settings:read"


def test_nobody_is_asked_where_everything_is_approved(hasty_books: Books, hasty_application: Application) -> None:
    session = connected(hasty_books, hasty_application, hasty_books.person.pass_by)

    assert session.get(hasty_books.high_rate_url).status_code == 200


def test_a_secret_may_travel_in_the_body(books: Books, application: Application) -> None:
    session = session_of(books, application)
    session.token_endpoint_auth_method = "client_secret_post"

    session.fetch_token(grant_type="client_credentials")

    assert session.get(books.high_rate_url).status_code == 200


def test_a_code_is_worth_nothing_without_its_verifier(books: Books, application: Application) -> None:
    session = session_of(books, application)
    url, _state = session.create_authorization_url(books.authorize_url, code_verifier=generate_token(48))

    with pytest.raises(OAuthError, match="invalid_grant"):
        session.fetch_token(authorization_response=books.person.approve(url), code_verifier=generate_token(48))


def test_a_refresh_gives_new_tokens(books: Books, session: OAuth2Session) -> None:
    before = session.token

    session.refresh_token()

    assert session.token["access_token"] != before["access_token"]
    assert session.token["refresh_token"] != before["refresh_token"]
    assert session.get(books.high_rate_url).status_code == 200


def test_a_refresh_token_that_was_used_is_refused_and_ends_the_connection(books: Books, session: OAuth2Session) -> None:
    used = session.token["refresh_token"]
    session.refresh_token()

    with pytest.raises(OAuthError, match="invalid_grant"):
        session.refresh_token(refresh_token=used)
    with pytest.raises(OAuthError, match="invalid_grant"):
        session.refresh_token()
    assert session.get(books.high_rate_url).status_code == 401


def test_the_application_itself_gets_a_token_without_a_refresh_token(books: Books, application: Application) -> None:
    session = session_of(books, application)

    session.fetch_token(grant_type="client_credentials")

    assert "refresh_token" not in session.token
    assert session.get(books.high_rate_url).json()["data"][0]["percentage"] == "21.00"


def test_what_is_revoked_opens_nothing_and_is_not_renewed(books: Books, session: OAuth2Session) -> None:
    answer = session.revoke_token(books.revoke_url, token_type_hint="refresh_token")

    assert answer.status_code == 200
    assert session.get(books.high_rate_url).status_code == 401
    with pytest.raises(OAuthError, match="invalid_grant"):
        session.refresh_token()


def test_introspection_tells_what_a_token_is_worth(books: Books, session: OAuth2Session) -> None:
    url = f"{books.url}/oauth/introspect"
    access_token = session.token["access_token"]
    alive = session.introspect_token(url, token=access_token, token_type_hint="access_token").json()
    session.revoke_token(books.revoke_url, token=access_token, token_type_hint="access_token")
    dead = session.introspect_token(url, token=access_token).json()

    assert (alive["active"], alive["client_id"], alive["scope"]) == (
        True,
        session.client_id,
        "debtors:read settings:read",
    )
    assert dead == {"active": False}
