"""Refreshing: rotation, reuse, grace and narrowing (RFC 6749, section 6; RFC 9700, section 4.14.2)."""

import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.api.conftest import OpenShop
from tests.api.integration import CALLBACK, SECRET, Form, Integration, description, granted, refusal

WORKERS, ROUNDS = 4, 60
FAST_SWITCH_SECONDS = 1e-6


def test_a_refresh_gives_a_new_pair_and_leaves_the_old_access_token_good(shop: Integration) -> None:
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))

    assert sorted(second) == ["access_token", "expires_in", "refresh_token", "scope", "token_type"]
    assert second["refresh_token"] != first["refresh_token"]
    assert (second["scope"], second["expires_in"]) == (first["scope"], 3600)
    assert (shop.call(first["access_token"]), shop.call(second["access_token"])) == (200, 200)


def test_every_refresh_begins_the_life_of_a_refresh_token_anew(open_shop: OpenShop) -> None:
    shop = open_shop(refresh_token_seconds=600)
    first = shop.connected()
    shop.clock.advance(599)
    second = granted(shop.refresh(first["refresh_token"]))
    shop.clock.advance(599)
    third = granted(shop.refresh(second["refresh_token"]))
    shop.clock.advance(600)

    expired = shop.refresh(third["refresh_token"])
    assert refusal(expired) == (400, "invalid_grant")
    assert description(expired) == "The refresh token expired at 2026-11-23T09:29:58Z."


def test_the_reuse_of_a_refresh_token_ends_the_whole_grant(shop: Integration) -> None:
    first = shop.connected()
    shop.clock.advance(10)
    second = granted(shop.refresh(first["refresh_token"]))
    shop.clock.advance(10)

    reused = shop.refresh(first["refresh_token"])
    assert refusal(reused) == (400, "invalid_grant")
    assert description(reused) == (
        "This refresh token was used before, at 2026-11-23T09:00:10Z; "
        "with its reuse every token of this grant was revoked."
    )
    newest = shop.refresh(second["refresh_token"])
    assert refusal(newest) == (400, "invalid_grant")
    assert description(newest) == (
        "The grant was revoked. "
        "A refresh token that was used at 2026-11-23T09:00:10Z came again, and ended the whole grant."
    )
    assert (shop.call(first["access_token"]), shop.call(second["access_token"])) == (401, 401)


def test_the_reuse_leaves_other_grants_of_the_same_client_alone(shop: Integration) -> None:
    other, first = shop.connected(), shop.connected()
    shop.refresh(first["refresh_token"])
    shop.refresh(first["refresh_token"])

    assert shop.call(other["access_token"]) == 200
    assert shop.refresh(other["refresh_token"]).status_code == 200


def test_another_client_with_the_token_is_refused_and_ends_nothing(shop: Integration) -> None:
    shop.admit("kassa")
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))
    form = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}

    stolen = shop.token(form, auth=("kassa", SECRET))
    assert refusal(stolen) == (400, "invalid_grant")
    assert description(stolen) == "This refresh token was given to client 'mockbooks-demo', and came from 'kassa'."
    assert shop.call(second["access_token"]) == 200


def test_within_the_grace_a_used_refresh_token_works_again(open_shop: OpenShop) -> None:
    shop = open_shop(refresh_grace_seconds=30)
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))
    shop.clock.advance(29)
    third = granted(shop.refresh(first["refresh_token"]))

    assert shop.refresh(second["refresh_token"]).status_code == 200
    assert shop.refresh(third["refresh_token"]).status_code == 200
    # The grace began with the first use; the second did not lengthen it.
    shop.clock.advance(1)
    assert refusal(shop.refresh(first["refresh_token"])) == (400, "invalid_grant")
    assert shop.call(third["access_token"]) == 401


def test_a_narrowed_refresh_narrows_the_access_token_and_not_the_refresh_token(shop: Integration) -> None:
    first = shop.connected("debtors:read products:read settings:read")
    narrow = granted(shop.refresh(first["refresh_token"], scope="products:read"))
    full = granted(shop.refresh(narrow["refresh_token"]))

    assert narrow["scope"] == "products:read"
    assert (shop.call(narrow["access_token"]), shop.call(narrow["access_token"], "/products")) == (403, 200)
    assert full["scope"] == "debtors:read products:read settings:read"
    assert shop.call(full["access_token"]) == 200


def test_a_refresh_for_more_than_was_granted_is_refused_and_leaves_the_token_good(shop: Integration) -> None:
    first = shop.connected("debtors:read products:read")

    wider = shop.refresh(first["refresh_token"], scope="debtors:read debtors:write")
    assert refusal(wider) == (400, "invalid_scope")
    assert description(wider) == (
        "The scope 'debtors:write' is more than there is to give. This grant is for debtors:read products:read."
    )
    assert shop.refresh(first["refresh_token"]).status_code == 200


def test_a_public_client_refreshes_by_its_id_and_rotates_too(shop: Integration) -> None:
    shop.admit_public("kassa-app")
    code = shop.code(client_id="kassa-app", code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    redeem = {
        "grant_type": "authorization_code",
        "client_id": "kassa-app",
        "code": code,
        "redirect_uri": CALLBACK,
        "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    }
    first = granted(shop.token(redeem, auth=None))
    refresh = {"grant_type": "refresh_token", "client_id": "kassa-app", "refresh_token": first["refresh_token"]}

    assert granted(shop.token(refresh, auth=None))["refresh_token"] != first["refresh_token"]
    assert refusal(shop.token(refresh, auth=None)) == (400, "invalid_grant")


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Let threads change places a thousand times as often as they usually do."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(FAST_SWITCH_SECONDS)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("eager_threads")
def test_of_four_workers_with_one_refresh_token_one_wins_every_time(shop: Integration) -> None:
    statuses = [_at_once(shop, _refresh_form(shop)) for _ in range(ROUNDS)]

    assert Counter(statuses) == {(200, 400, 400, 400): 60}


@pytest.mark.usefixtures("eager_threads")
def test_of_four_workers_with_one_code_one_wins_every_time(shop: Integration) -> None:
    statuses = [_at_once(shop, _code_form(shop)) for _ in range(ROUNDS)]

    assert Counter(statuses) == {(200, 400, 400, 400): 60}


def _code_form(shop: Integration) -> Form:
    return {"grant_type": "authorization_code", "code": shop.code(), "redirect_uri": CALLBACK}


def _refresh_form(shop: Integration) -> Form:
    return {"grant_type": "refresh_token", "refresh_token": shop.connected()["refresh_token"]}


def _at_once(shop: Integration, form: Form) -> tuple[int, ...]:
    """Send one form from four threads that start together, and give the statuses in order."""
    together = Barrier(WORKERS)

    def send(_: int) -> int:
        together.wait()
        return shop.token(form).status_code

    with ThreadPoolExecutor(WORKERS) as workers:
        return tuple(sorted(workers.map(send, range(WORKERS))))
