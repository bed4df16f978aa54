"""simple-oauth2 on Node, unmodified, as the demo client, which may be sent back to any loopback address."""

import pytest

from tests.e2e.clients.conftest import Books
from tests.e2e.clients.node import CLOSED, INVALID_GRANT, OPEN, Report, report_of


@pytest.fixture(scope="module")
def seen(books: Books) -> Report:
    """Let the script go through all flows with a person who approves."""
    return report_of("simple_oauth2.mjs", "simple-oauth2", books, books.person.approve)


@pytest.fixture(scope="module")
def seen_without_a_person(hasty_books: Books) -> Report:
    return report_of("simple_oauth2.mjs", "simple-oauth2", hasty_books, hasty_books.person.pass_by)


def test_consent_opens_the_books(seen: Report) -> None:
    assert (seen["call"], seen["scope"], seen["isExpired"]) == (OPEN, "debtors:read settings:read", False)


def test_nobody_is_asked_where_everything_is_approved(seen_without_a_person: Report) -> None:
    assert seen_without_a_person["call"] == OPEN


def test_a_refresh_gives_new_tokens(seen: Report) -> None:
    assert (seen["isRotated"], seen["callAfterRefresh"]) == (True, OPEN)


def test_a_refresh_token_that_was_used_is_refused_and_ends_the_connection(seen: Report) -> None:
    assert (seen["reuse"], seen["callAfterReuse"]) == (INVALID_GRANT, CLOSED)


def test_what_is_revoked_opens_nothing_and_is_not_renewed(seen: Report) -> None:
    assert (seen["callAfterRevocation"], seen["refreshAfterRevocation"]) == (CLOSED, INVALID_GRANT)


def test_the_application_itself_gets_a_token_without_a_refresh_token(seen: Report) -> None:
    assert (seen["callWithClientCredentials"], seen["hasRefreshTokenWithClientCredentials"]) == (OPEN, False)
