"""The introspection endpoint (RFC 7662): whole truth about a live token of one's own, and nothing about any other."""

import pytest

from tests.api.conftest import OpenShop
from tests.api.integration import ID, SECRET, Integration, granted

DEAD = {"active": False}


def test_a_live_access_token_is_told_whole(shop: Integration) -> None:
    token = shop.connected("products:read debtors:read")["access_token"]

    response = shop.post("/oauth/introspect", data={"token": token}, auth=(ID, SECRET))
    assert response.json() == {
        "active": True,
        "scope": "debtors:read products:read",
        "client_id": "mockbooks-demo",
        "token_type": "Bearer",
        "iat": 1795424400,
        "exp": 1795428000,
        "sub": "demo",
        "aud": "http://mockbooks.test/api/v1",
        "iss": "http://mockbooks.test",
    }
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")


def test_a_live_refresh_token_is_told_without_a_type(shop: Integration) -> None:
    token = shop.connected("debtors:read")["refresh_token"]

    assert shop.introspect(token) == {
        "active": True,
        "scope": "debtors:read",
        "client_id": "mockbooks-demo",
        "iat": 1795424400,
        "exp": 1800608400,
        "sub": "demo",
        "iss": "http://mockbooks.test",
    }


def test_the_demo_token_does_not_expire(shop: Integration) -> None:
    shop.clock.advance(100 * 365 * 24 * 3600)

    told = shop.introspect("mockbooks-demo-token")
    assert told["active"] is True
    assert "exp" not in told


def test_a_narrowed_token_is_told_as_narrow_as_it_is(shop: Integration) -> None:
    narrow = granted(shop.refresh(shop.connected()["refresh_token"], scope="settings:read"))

    assert shop.introspect(narrow["access_token"])["scope"] == "settings:read"


def test_of_dead_tokens_nothing_is_told(shop: Integration) -> None:
    tokens, own = shop.connected(), shop.own_token()
    shop.revoke(tokens["refresh_token"])
    shop.revoke(own["access_token"])

    assert shop.introspect(tokens["access_token"]) == DEAD
    assert shop.introspect(tokens["refresh_token"]) == DEAD
    assert shop.introspect(own["access_token"]) == DEAD


def test_of_expired_tokens_nothing_is_told(shop: Integration) -> None:
    tokens = shop.connected()

    shop.clock.advance(3600)
    assert shop.introspect(tokens["access_token"]) == DEAD
    shop.clock.advance(5184000 - 3600)
    assert shop.introspect(tokens["refresh_token"]) == DEAD


def test_a_used_refresh_token_is_dead_when_its_grace_is_over(open_shop: OpenShop) -> None:
    shop = open_shop(refresh_grace_seconds=30)
    used = shop.connected()["refresh_token"]
    shop.refresh(used)

    shop.clock.advance(29)
    assert shop.introspect(used)["active"] is True
    shop.clock.advance(1)
    assert shop.introspect(used) == DEAD


def test_of_what_is_not_known_nothing_is_told(shop: Integration) -> None:
    assert shop.introspect("mb_at_nobodyknowsthis") == DEAD
    assert shop.introspect('\x00"\\ \U0001f950') == DEAD
    assert shop.introspect(shop.code()) == DEAD


def test_of_the_tokens_of_others_nothing_is_told(shop: Integration) -> None:
    shop.admit("kassa")
    tokens = shop.connected()

    of_access = shop.post("/oauth/introspect", data={"token": tokens["access_token"]}, auth=("kassa", SECRET))
    of_refresh = shop.post("/oauth/introspect", data={"token": tokens["refresh_token"]}, auth=("kassa", SECRET))
    assert (of_access.json(), of_refresh.json()) == (DEAD, DEAD)


def test_a_token_for_an_administration_that_was_deleted_is_dead(shop: Integration) -> None:
    made = shop.app.administrations.create("Slagerij Jansen")
    tokens = granted(shop.redeem(shop.code(administration_id=made.id)))
    assert shop.introspect(tokens["access_token"])["sub"] == made.id

    shop.app.administrations.delete(made.id)
    assert shop.introspect(tokens["access_token"]) == DEAD
    assert shop.introspect(tokens["refresh_token"]) == DEAD


def test_a_token_whose_administration_goes_while_it_is_asked_for_is_dead(shop: Integration) -> None:
    kept = shop.app.authority.tokens.access(shop.own_token()["access_token"])
    assert kept is not None
    kept.grant.administration_id = "adm_000009"

    assert shop.introspect(kept.token) == DEAD


@pytest.mark.parametrize("hint", ["access_token", "refresh_token", "token"])
def test_the_hint_may_say_what_it_likes(shop: Integration, hint: str) -> None:
    tokens = shop.connected()

    assert shop.introspect(tokens["access_token"], token_type_hint=hint)["active"] is True
    assert shop.introspect(tokens["refresh_token"], token_type_hint=hint)["active"] is True
