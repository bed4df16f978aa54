"""httpx-oauth, unmodified: asynchronous, with the secret in the body; it knows no client credentials."""

import asyncio
import hashlib
from base64 import urlsafe_b64encode
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from httpx_oauth.oauth2 import OAuth2, OAuth2Token, RefreshTokenError

from tests.e2e.clients.conftest import CALLBACK, SCOPE, TIMEOUT_SECONDS, Application, Books, Consent

VERIFIER = "de-korenaar-bakt-sinds-1923-elke-ochtend-vers-brood"


def client_of(books: Books, application: Application) -> OAuth2:
    return OAuth2(
        application.client_id,
        application.client_secret,
        books.authorize_url,
        books.token_url,
        books.token_url,
        books.revoke_url,
        base_scopes=SCOPE.split(),
        revocation_endpoint_auth_method="client_secret_post",
    )


def connected(books: Books, client: OAuth2, consent: Consent) -> OAuth2Token:
    challenge = urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
    url = asyncio.run(client.get_authorization_url(CALLBACK, "kassa-7", None, challenge, "S256"))
    came = parse_qs(urlsplit(consent(url)).query)
    assert came["state"] == ["kassa-7"]
    assert came["iss"] == [books.url]
    return asyncio.run(client.get_access_token(came["code"][0], CALLBACK, VERIFIER))


def rates(books: Books, token: OAuth2Token) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    return httpx.get(books.high_rate_url, headers=headers, timeout=TIMEOUT_SECONDS)


@pytest.fixture
def client(books: Books, application: Application) -> OAuth2:
    return client_of(books, application)


@pytest.fixture
def token(books: Books, client: OAuth2) -> OAuth2Token:
    """Give what came of a visit to the consent page."""
    return connected(books, client, books.person.approve)


def test_consent_opens_the_books(books: Books, token: OAuth2Token) -> None:
    answer = rates(books, token)

    assert answer.status_code == 200
    assert answer.json()["data"][0]["percentage"] == "21.00"
    assert token["scope"] == "debtors:read settings:read"
    assert not token.is_expired()


def test_nobody_is_asked_where_everything_is_approved(hasty_books: Books, hasty_application: Application) -> None:
    token = connected(hasty_books, client_of(hasty_books, hasty_application), hasty_books.person.pass_by)

    assert rates(hasty_books, token).status_code == 200


def test_a_refresh_gives_new_tokens(books: Books, client: OAuth2, token: OAuth2Token) -> None:
    renewed = asyncio.run(client.refresh_token(token["refresh_token"]))

    assert renewed["access_token"] != token["access_token"]
    assert renewed["refresh_token"] != token["refresh_token"]
    assert rates(books, renewed).status_code == 200


def test_a_refresh_token_that_was_used_is_refused_and_ends_the_connection(
    books: Books, client: OAuth2, token: OAuth2Token
) -> None:
    renewed = asyncio.run(client.refresh_token(token["refresh_token"]))

    assert refusal_of_refresh(client, token) == "invalid_grant"
    assert refusal_of_refresh(client, renewed) == "invalid_grant"
    assert rates(books, renewed).status_code == 401


def test_what_is_revoked_opens_nothing_and_is_not_renewed(books: Books, client: OAuth2, token: OAuth2Token) -> None:
    asyncio.run(client.revoke_token(token["refresh_token"], "refresh_token"))

    assert rates(books, token).status_code == 401
    assert refusal_of_refresh(client, token) == "invalid_grant"


def test_a_hint_that_no_document_knows_is_overlooked(books: Books, client: OAuth2, token: OAuth2Token) -> None:
    """The library itself proposes the word `token` (RFC 7009, section 2.1, lets a server ignore a hint)."""
    asyncio.run(client.revoke_token(token["access_token"], "token"))

    assert rates(books, token).status_code == 401


def refusal_of_refresh(client: OAuth2, token: OAuth2Token) -> str:
    with pytest.raises(RefreshTokenError) as refused:
        asyncio.run(client.refresh_token(token["refresh_token"]))
    assert refused.value.response is not None
    return str(refused.value.response.json()["error"])
