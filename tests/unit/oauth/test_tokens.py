"""Grants, codes and tokens: how long they are good, and how many are kept."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from mockbooks.oauth.tokens import AccessToken, Code, Grant, RefreshToken, TokenStore

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR, SECOND, NO_GRACE = timedelta(hours=1), timedelta(seconds=1), timedelta()


def grant(administration_id: str = "demo") -> Grant:
    return Grant(
        id="1", client_id="webshop", administration_id=administration_id, scopes=("debtors:read", "debtors:write")
    )


def held_by(client_id: str) -> Grant:
    return Grant(id="2", client_id=client_id, administration_id="demo", scopes=("debtors:read",))


def found(store: TokenStore, text: str) -> AccessToken:
    token = store.access(text)
    assert token
    return token


def access(text: str = "mb_at_1", on: Grant | None = None, *, life: timedelta | None = HOUR) -> AccessToken:
    expires_at = None if life is None else NOON + life
    return AccessToken(
        token=text, grant=on or grant(), scopes=frozenset({"debtors:read"}), issued_at=NOON, expires_at=expires_at
    )


def refresh(text: str = "mb_rt_1", on: Grant | None = None, *, used_at: datetime | None = None) -> RefreshToken:
    return RefreshToken(token=text, grant=on or grant(), issued_at=NOON, expires_at=NOON + HOUR, used_at=used_at)


def code(text: str = "mb_ac_1", on: Grant | None = None, *, redirect_uri_was_sent: bool = True) -> Code:
    return Code(
        code=text,
        grant=on or grant(),
        redirect_uri="http://127.0.0.1:9000/callback",
        redirect_uri_was_sent=redirect_uri_was_sent,
        code_challenge=None,
        issued_at=NOON,
        expires_at=NOON + SECOND,
    )


def stocked(texts: Iterable[str], store: TokenStore, on: Grant | None = None) -> TokenStore:
    """Put an access token, a refresh token and a code of each text into a store."""
    for text in texts:
        store.add_access(access(text, on))
        store.add_refresh(refresh(text, on))
        store.add_code(code(text, on))
    return store


def kept_in(store: TokenStore, texts: str) -> tuple[str, str, str]:
    """Tell which are still there: of access tokens, of refresh tokens and of codes."""
    finds = (store.access, store.refresh, store.code)
    access_tokens, refresh_tokens, codes = ("".join(text for text in texts if find(text)) for find in finds)
    return access_tokens, refresh_tokens, codes


def test_an_access_token_lives_until_it_expires() -> None:
    assert access().is_alive(NOON + HOUR - SECOND)
    assert not access().is_alive(NOON + HOUR)
    assert access(life=None).is_alive(datetime(2999, 12, 31, tzinfo=UTC))


def test_an_access_token_dies_alone_or_with_its_grant() -> None:
    shared = grant()
    one, other = access(on=shared), access(on=shared)
    one.revoked = True

    assert (one.is_alive(NOON), other.is_alive(NOON)) == (False, True)
    shared.revoke("A test says so.")
    assert not other.is_alive(NOON)


@pytest.mark.parametrize(
    ("grace", "waited", "alive"),
    [
        (NO_GRACE, NO_GRACE, False),
        (timedelta(seconds=30), timedelta(seconds=29), True),
        (timedelta(seconds=30), timedelta(seconds=30), False),
    ],
)
def test_a_used_refresh_token_lives_as_long_as_its_grace(grace: timedelta, waited: timedelta, *, alive: bool) -> None:
    assert refresh(used_at=NOON).is_alive(NOON + waited, grace) is alive


def test_a_refresh_token_dies_when_it_expires_or_its_grant_is_revoked() -> None:
    shared = grant()

    assert refresh(on=shared).is_alive(NOON + HOUR - SECOND, NO_GRACE)
    assert not refresh(on=shared).is_alive(NOON + HOUR, NO_GRACE)
    shared.revoke("A test says so.")
    assert not refresh(on=shared).is_alive(NOON, NO_GRACE)


def test_what_ended_a_grant_first_stays_the_reason() -> None:
    ended = grant()
    ended.revoke("A refresh token came again.")
    ended.revoke("The person disconnected it.")

    assert (ended.revoked, ended.why_revoked) == (True, "A refresh token came again.")


def test_authlib_is_told_what_it_asks_of_codes_and_refresh_tokens() -> None:
    assert code().get_redirect_uri() == "http://127.0.0.1:9000/callback"
    assert code(redirect_uri_was_sent=False).get_redirect_uri() is None
    assert (code().get_scope(), refresh().get_scope()) == ("debtors:read debtors:write", "debtors:read debtors:write")
    assert code().code_challenge_method == "S256"


def test_each_kind_is_found_among_its_own() -> None:
    store = TokenStore()
    store.add_access(access())
    store.add_refresh(refresh())
    store.add_code(code())

    assert store.access("mb_at_1") is not None
    assert store.refresh("mb_rt_1") is not None
    assert store.code("mb_ac_1") is not None
    assert (store.access("mb_rt_1"), store.refresh("mb_at_1"), store.code("mb_at_1")) == (None, None, None)


def test_of_each_kind_the_newest_are_kept() -> None:
    store = stocked("abc", TokenStore(maximum_tokens=2, maximum_codes=1))

    assert kept_in(store, "abc") == ("bc", "bc", "c")


def test_twenty_thousand_tokens_and_five_thousand_codes_are_kept_and_no_more() -> None:
    numbers = [f"{number:05}" for number in range(20_001)]
    store = stocked(numbers, TokenStore())

    assert (store.access("00000"), store.refresh("00000"), store.code("15000")) == (None, None, None)
    assert store.access("00001") is not None
    assert store.refresh("00001") is not None
    assert store.code("15001") is not None


def test_a_token_that_does_not_expire_makes_no_room_for_others() -> None:
    store = TokenStore(maximum_tokens=2)
    store.add_access(access("mockbooks-demo-token", life=None))
    stocked("abc", store)

    assert store.access("mockbooks-demo-token") is not None
    assert kept_in(store, "abc") == ("bc", "bc", "abc")


def test_all_that_is_for_an_administration_is_forgotten_with_it() -> None:
    store = stocked("c", stocked("ab", TokenStore(), grant("adm_000001")))
    store.add_access(access("for ever", grant("adm_000001"), life=None))
    store.add_access(access("mockbooks-demo-token", life=None))
    store.forget("adm_000001")

    assert kept_in(store, "abc") == ("c", "c", "c")
    assert store.access("for ever") is None
    assert store.access("mockbooks-demo-token") is not None


def test_an_administration_is_forgotten_while_a_token_of_another_is_redeemed() -> None:
    store = TokenStore()
    store.add_access(access())

    with store.lock:
        store.forget("demo")
    assert store.access("mb_at_1") is None


def test_access_tokens_are_ended_at_a_moment_and_counted_once() -> None:
    store = stocked("ab", TokenStore())
    store.add_access(access("mockbooks-demo-token", life=None))
    store.add_access(access("of another", grant("adm_000001")))

    assert store.expire("demo", None, NOON) == 3
    assert store.expire("demo", None, NOON) == 0
    assert [found(store, text).is_alive(NOON) for text in ("a", "b", "mockbooks-demo-token", "of another")] == [
        False,
        False,
        False,
        True,
    ]
    assert found(store, "a").is_alive(NOON - SECOND)


def test_only_the_tokens_of_the_client_that_is_named_are_ended() -> None:
    store = stocked("a", stocked("b", TokenStore(), held_by("till")))

    assert (store.expire("demo", "till", NOON), store.expire("demo", "nobody", NOON)) == (1, 0)
    assert (found(store, "a").is_alive(NOON), found(store, "b").is_alive(NOON)) == (True, False)


def test_what_can_be_refreshed_still_can_when_its_access_token_was_ended() -> None:
    store = stocked("a", TokenStore())
    store.expire("demo", None, NOON)
    token = store.refresh("a")

    assert token
    assert token.is_alive(NOON, NO_GRACE)


def test_a_grant_is_revoked_once_with_all_that_was_given_on_it() -> None:
    one, other = grant(), held_by("till")
    store = stocked("c", stocked("ab", TokenStore(), one), other)

    assert store.revoke("demo", "webshop", "The bakery disconnected it.") == 1
    assert (one.revoked, one.why_revoked, other.revoked) == (True, "The bakery disconnected it.", False)
    assert store.revoke("demo", None, "The operator says so.") == 1
    assert store.revoke("demo", None, "The operator says so.") == 0
    assert (one.why_revoked, other.why_revoked) == ("The bakery disconnected it.", "The operator says so.")


def test_a_grant_that_only_a_code_or_a_refresh_token_speaks_of_is_revoked_too() -> None:
    by_code, by_refresh = grant(), grant()
    store = TokenStore()
    store.add_code(code("a", by_code))
    store.add_refresh(refresh("b", by_refresh))

    assert store.revoke("demo", None, "A test says so.") == 2
    assert (by_code.revoked, by_refresh.revoked) == (True, True)


def test_a_token_that_does_not_expire_is_made_good_again_and_no_other() -> None:
    store = stocked("a", TokenStore())
    store.add_access(access("mockbooks-demo-token", life=None))
    store.expire("demo", None, NOON)
    store.revoke("demo", None, "A test says so.")
    store.renew_lasting("adm_000001")
    assert not found(store, "mockbooks-demo-token").is_alive(NOON)

    store.renew_lasting("demo")
    assert found(store, "mockbooks-demo-token").is_alive(NOON)
    assert not found(store, "a").is_alive(NOON)


@pytest.mark.parametrize("authorization", ["Bearer mb_at_1", "bearer  mb_at_1 ", " BEARER mb_at_1"])
def test_a_token_is_found_in_a_header(authorization: str) -> None:
    store = TokenStore()
    store.add_access(access("mb_at_1"))

    assert store.presented(authorization) is found(store, "mb_at_1")


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "mb_at_1", "Basic mb_at_1", "Bearer mb_at_2", "Bearer \tmb_at_1", "Bearer mb_at_1 mb_at_1"],
)
def test_no_token_is_found_where_none_is_presented(authorization: str | None) -> None:
    store = TokenStore()
    store.add_access(access("mb_at_1"))

    assert store.presented(authorization) is None
