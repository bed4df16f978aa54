"""The revocation endpoint (RFC 7009)."""

import pytest

from tests.api.integration import SECRET, Integration, description, granted, refusal


def test_revoking_a_refresh_token_ends_its_grant_with_the_access_tokens(shop: Integration) -> None:
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))

    response = shop.revoke(second["refresh_token"])
    assert (response.status_code, response.content) == (200, b"{}")
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")
    assert (shop.call(first["access_token"]), shop.call(second["access_token"])) == (401, 401)
    dead = shop.refresh(second["refresh_token"])
    assert refusal(dead) == (400, "invalid_grant")
    assert description(dead) == "The grant was revoked. Client 'mockbooks-demo' revoked a refresh token of it."


def test_a_used_refresh_token_ends_its_grant_as_well(shop: Integration) -> None:
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))

    assert shop.revoke(first["refresh_token"]).status_code == 200
    assert shop.call(second["access_token"]) == 401


def test_revoking_an_access_token_ends_it_alone(shop: Integration) -> None:
    first = shop.connected()
    second = granted(shop.refresh(first["refresh_token"]))

    assert shop.revoke(first["access_token"]).content == b"{}"
    assert (shop.call(first["access_token"]), shop.call(second["access_token"])) == (401, 200)
    assert shop.refresh(second["refresh_token"]).status_code == 200


@pytest.mark.parametrize("hint", ["access_token", "refresh_token", "token", "ünknown", "x" * 5000])
def test_the_hint_may_say_what_it_likes(shop: Integration, hint: str) -> None:
    access = shop.own_token()["access_token"]
    refresh = shop.connected()["refresh_token"]

    assert (shop.revoke(access, token_type_hint=hint).status_code, shop.call(access)) == (200, 401)
    assert shop.revoke(refresh, token_type_hint=hint).status_code == 200
    assert refusal(shop.refresh(refresh)) == (400, "invalid_grant")


def test_a_token_that_is_not_known_or_has_ended_is_a_success(shop: Integration) -> None:
    token = shop.own_token()["access_token"]
    shop.revoke(token)

    assert shop.revoke(token).content == b"{}"
    assert shop.revoke("mb_at_nobodyknowsthis").content == b"{}"
    # A code is no token: it is not revoked here, and that is not told either.
    code = shop.code()
    assert shop.revoke(code).content == b"{}"
    assert shop.redeem(code).status_code == 200


def test_a_token_of_another_client_is_refused_and_stays_good(shop: Integration) -> None:
    shop.admit("kassa")
    token = shop.connected()["access_token"]

    response = shop.post("/oauth/revoke", data={"token": token}, auth=("kassa", SECRET))
    assert refusal(response) == (400, "invalid_grant")
    assert description(response) == "This token was given to client 'mockbooks-demo'; 'kassa' cannot revoke it."
    assert shop.call(token) == 200


def test_a_public_client_revokes_by_its_id(shop: Integration) -> None:
    shop.admit_public("kassa-app")
    code = shop.code(client_id="kassa-app", code_challenge="E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    form = {
        "grant_type": "authorization_code",
        "client_id": "kassa-app",
        "code": code,
        "redirect_uri": "http://127.0.0.1:9000/callback",
        "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    }
    token = granted(shop.token(form, auth=None))["access_token"]

    response = shop.post("/oauth/revoke", data={"client_id": "kassa-app", "token": token})
    assert (response.status_code, shop.call(token)) == (200, 401)
