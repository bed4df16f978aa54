"""openid-client on Node, unmodified: registration, discovery (RFC 8414), and nothing insecure allowed."""

import pytest

from tests.e2e.clients.conftest import Books
from tests.e2e.clients.node import CLOSED, INVALID_GRANT, OPEN, Report, report_of


@pytest.fixture(scope="module")
def seen(books: Books) -> Report:
    """Let the script go through all flows with a person who approves."""
    return report_of("openid_client.mjs", "openid-client", books, books.person.approve)


@pytest.fixture(scope="module")
def seen_without_a_person(hasty_books: Books) -> Report:
    return report_of("openid_client.mjs", "openid-client", hasty_books, hasty_books.person.pass_by)


def test_it_registers_itself_and_finds_the_endpoints(seen: Report) -> None:
    assert seen["issuer"] is True


def test_consent_opens_the_books(seen: Report) -> None:
    assert (seen["call"], seen["scope"], seen["expiresIn"]) == (200, "debtors:read settings:read", 3600)


def test_nobody_is_asked_where_everything_is_approved(seen_without_a_person: Report) -> None:
    assert seen_without_a_person["call"] == 200


def test_introspection_tells_what_a_token_is_worth(seen: Report) -> None:
    assert seen["introspection"] == {"active": True, "scope": "debtors:read settings:read", "isOurs": True}
    assert seen["introspectionAfterRevocation"] == {"active": False}


def test_a_refresh_gives_new_tokens(seen: Report) -> None:
    assert (seen["isRotated"], seen["callAfterRefresh"]) == (True, OPEN)


def test_a_refresh_token_that_was_used_is_refused_and_ends_the_connection(seen: Report) -> None:
    assert (seen["reuse"], seen["callAfterReuse"]) == (INVALID_GRANT, CLOSED)


def test_what_is_revoked_opens_nothing_and_is_not_renewed(seen: Report) -> None:
    assert (seen["callAfterRevocation"], seen["refreshAfterRevocation"]) == (CLOSED, INVALID_GRANT)


def test_the_application_itself_gets_a_token_without_a_refresh_token(seen: Report) -> None:
    assert (seen["callWithClientCredentials"], seen["hasRefreshTokenWithClientCredentials"]) == (OPEN, False)


def test_a_request_that_is_refused_comes_back_with_the_reason(seen: Report) -> None:
    assert seen["refusedRequest"] == {"code": "OAUTH_AUTHORIZATION_RESPONSE_ERROR", "error": "invalid_scope"}


def test_credentials_are_read_as_they_are_encoded_within_basic(seen: Report) -> None:
    assert seen["callAsDemo"] == OPEN
