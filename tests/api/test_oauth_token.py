"""The token endpoint: a code or a client's own credentials for a token (RFC 6749, sections 4.1.3 and 4.4)."""

import subprocess
import sys
from base64 import b64encode

import pytest

from mockbooks.traffic.exchange import Exchange
from tests.api.conftest import OpenShop
from tests.api.integration import CALLBACK, CHALLENGE, ID, SECRET, VERIFIER, Integration, description, granted, refusal

ALL = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"
FORM = "application/x-www-form-urlencoded"
AWKWARD_ID, AWKWARD_SECRET = "webshop+kassa 1", "100% één:geheim+"


def test_a_code_gives_tokens_that_open_the_books(shop: Integration) -> None:
    response = shop.redeem(shop.code(scope="debtors:read settings:read"))

    answer = response.json()
    assert sorted(answer) == ["access_token", "expires_in", "refresh_token", "scope", "token_type"]
    assert (answer["token_type"], answer["expires_in"], answer["scope"]) == (
        "Bearer",
        3600,
        "debtors:read settings:read",
    )
    assert (answer["access_token"][:6], answer["refresh_token"][:6]) == ("mb_at_", "mb_rt_")
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")
    assert shop.call(answer["access_token"]) == 200
    assert shop.call(answer["access_token"], "/products") == 403


def test_the_lifetime_is_a_number_and_configurable(open_shop: OpenShop) -> None:
    shop = open_shop(access_token_seconds=75)

    assert shop.connected()["expires_in"] == 75


def test_a_token_expires_on_the_clock_of_its_administration(shop: Integration) -> None:
    token = shop.own_token()["access_token"]

    shop.clock.advance(3599)
    assert shop.call(token) == 200
    shop.clock.advance(1)
    assert shop.call(token) == 401


def test_a_client_that_is_not_registered_for_refreshing_gets_no_refresh_token(shop: Integration) -> None:
    shop.admit("kassa", grant_types=frozenset({"authorization_code"}))
    form = {"grant_type": "authorization_code", "code": shop.code(client_id="kassa"), "redirect_uri": CALLBACK}

    assert "refresh_token" not in granted(shop.token(form, auth=("kassa", SECRET)))


def test_the_second_use_of_a_code_is_refused_and_ends_what_the_first_brought(shop: Integration) -> None:
    code = shop.code()
    tokens = granted(shop.redeem(code))
    shop.clock.advance(2)

    again = shop.redeem(code)
    assert refusal(again) == (400, "invalid_grant")
    assert description(again) == (
        "This code was used before, at 2026-11-23T09:00:00Z; with its second use all that it brought was revoked."
    )
    assert shop.call(tokens["access_token"]) == 401
    dead = shop.refresh(tokens["refresh_token"])
    assert refusal(dead) == (400, "invalid_grant")
    assert description(dead) == (
        "The grant was revoked. A code that was used at 2026-11-23T09:00:00Z came again, and ended all that it brought."
    )


def test_a_refused_exchange_leaves_the_code_good(shop: Integration) -> None:
    code = shop.code(code_challenge=CHALLENGE)

    assert refusal(shop.redeem(code, code_verifier="x" * 43)) == (400, "invalid_grant")
    assert refusal(shop.redeem(code, redirect_uri="http://127.0.0.1:9000/other")) == (400, "invalid_grant")
    assert shop.redeem(code, code_verifier=VERIFIER).status_code == 200


def test_an_expired_code_says_how_long_it_lived(shop: Integration) -> None:
    code = shop.code()
    shop.clock.advance(75)

    assert description(shop.redeem(code)) == ("The code expired: it lived 60 s and was sent 75 s after it was given.")


def test_a_code_of_a_grant_that_was_revoked_says_why(shop: Integration) -> None:
    code = shop.code()
    kept = shop.app.authority.tokens.code(code)
    assert kept is not None
    kept.grant.revoke("The person disconnected the web shop.")

    response = shop.redeem(code)
    assert refusal(response) == (400, "invalid_grant")
    assert description(response) == "The grant was revoked. The person disconnected the web shop."


def test_another_redirect_uri_is_told_beside_the_right_one(shop: Integration) -> None:
    response = shop.redeem(shop.code(redirect_uri_was_sent=False), redirect_uri="http://127.0.0.1:9000/other")

    assert refusal(response) == (400, "invalid_grant")
    assert description(response) == (
        "As redirect_uri came 'http://127.0.0.1:9000/other'; the code was sent to 'http://127.0.0.1:9000/callback'."
    )


def test_a_redirect_uri_that_was_not_sent_to_authorize_need_not_be_sent_now(shop: Integration) -> None:
    form = {"grant_type": "authorization_code", "code": shop.code(redirect_uri_was_sent=False)}

    assert shop.token(form).status_code == 200
    assert shop.redeem(shop.code(redirect_uri_was_sent=False)).status_code == 200


def test_a_public_client_redeems_its_code_with_pkce_alone(shop: Integration) -> None:
    shop.admit_public("kassa-app")
    form = {
        "grant_type": "authorization_code",
        "client_id": "kassa-app",
        "redirect_uri": CALLBACK,
        "code_verifier": VERIFIER,
    }

    assert "refresh_token" in granted(
        shop.token({**form, "code": shop.code(client_id="kassa-app", code_challenge=CHALLENGE)}, auth=None)
    )
    # So does requests-oauthlib write a client without a secret: in the header, with an empty one.
    code = shop.code(client_id="kassa-app", code_challenge=CHALLENGE)
    assert shop.token({**form, "code": code}, auth=("kassa-app", "")).status_code == 200


def test_own_credentials_give_a_token_on_the_home_administration_without_a_refresh_token(shop: Integration) -> None:
    answer = shop.own_token()

    assert sorted(answer) == ["access_token", "expires_in", "scope", "token_type"]
    assert answer["scope"] == ALL
    assert shop.introspect(answer["access_token"])["sub"] == "demo"
    assert shop.call(answer["access_token"]) == 200


def test_the_scopes_that_are_asked_for_are_given_and_told(shop: Integration) -> None:
    answer = shop.own_token(scope="products:read debtors:read")

    assert answer["scope"] == "debtors:read products:read"
    assert (shop.call(answer["access_token"]), shop.call(answer["access_token"], "/transactions")) == (200, 403)


@pytest.mark.parametrize(
    "credentials",
    [
        pytest.param(b"webshop%2Bkassa+1:100%25+%C3%A9%C3%A9n%3Ageheim%2B", id="form-encoded, as RFC 6749 has it"),
        pytest.param(b"webshop%2Bkassa%201:100%25%20%C3%A9%C3%A9n%3Ageheim%2B", id="percent-encoded"),
        pytest.param("webshop+kassa 1:100% één:geheim+".encode(), id="as it is, in UTF-8"),
        pytest.param("webshop+kassa 1:100% één:geheim+".encode("latin-1"), id="as it is, in Latin-1"),
    ],
)
def test_awkward_credentials_are_read_however_a_client_writes_them(shop: Integration, credentials: bytes) -> None:
    shop.admit(AWKWARD_ID, client_secret=AWKWARD_SECRET)
    header = f"Basic {b64encode(credentials).decode()}"

    response = shop.token({"grant_type": "client_credentials"}, auth=None, Authorization=header)
    assert response.status_code == 200


def test_credentials_may_come_in_the_body(shop: Integration) -> None:
    form = {"grant_type": "client_credentials", "client_id": ID, "client_secret": SECRET}

    assert shop.token(form, auth=None).status_code == 200
    shop.admit(AWKWARD_ID, client_secret=AWKWARD_SECRET)
    awkward = {"grant_type": "client_credentials", "client_id": AWKWARD_ID, "client_secret": AWKWARD_SECRET}
    assert shop.token(awkward, auth=None).status_code == 200


def test_the_client_id_may_stand_in_the_body_beside_the_header(shop: Integration) -> None:
    assert shop.token({"grant_type": "client_credentials", "client_id": ID}).status_code == 200


def test_the_scheme_is_read_in_any_case(shop: Integration) -> None:
    header = f"bAsIc  {b64encode(b'mockbooks-demo:mockbooks-demo-secret').decode()}"

    response = shop.token({"grant_type": "client_credentials"}, auth=None, Authorization=header)
    assert response.status_code == 200


def test_resource_may_be_repeated_and_what_is_not_known_is_ignored(shop: Integration) -> None:
    form = {
        "grant_type": "client_credentials",
        "resource": ["https://api.example", "https://other.example"],
        "approval_prompt": "auto",
    }

    assert shop.token(form).status_code == 200


def test_a_parameter_without_a_value_is_one_that_was_not_sent(shop: Integration) -> None:
    body = b"grant_type=client_credentials&scope=&scope=debtors%3Aread&client_secret="
    response = shop.post("/oauth/token", content=body, auth=(ID, SECRET), headers={"Content-Type": FORM})

    assert granted(response)["scope"] == "debtors:read"


@pytest.mark.parametrize("content_type", [f"{FORM};charset=UTF-8", f"{FORM.upper()} ; charset=utf-8"])
def test_the_content_type_may_be_written_in_any_case_and_with_a_charset(shop: Integration, content_type: str) -> None:
    body = b"grant_type=client_credentials"
    response = shop.post("/oauth/token", content=body, auth=(ID, SECRET), headers={"Content-Type": content_type})
    assert response.status_code == 200


@pytest.mark.parametrize(("grant_type", "needed"), [("authorization_code", "code"), ("refresh_token", "refresh_token")])
def test_what_a_grant_needs_is_named(shop: Integration, grant_type: str, needed: str) -> None:
    told = shop.token({"grant_type": grant_type, needed: ""}).json()

    assert told["error_description"] == f"No {needed} came; the grant type {grant_type} needs one."


def test_plain_http_on_any_host_works_without_disarming_authlib_for_the_process(
    shop: Integration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AUTHLIB_INSECURE_TRANSPORT", raising=False)

    form = {"grant_type": "client_credentials"}
    for_compose = shop.post("http://mockbooks:8080/oauth/token", data=form, auth=(ID, SECRET))
    assert for_compose.status_code == 200


def test_the_same_seed_and_calls_give_the_same_tokens(open_shop: OpenShop) -> None:
    first, second, other = (open_shop(random_seed=seed).connected() for seed in (7, 7, 8))

    assert first == second
    assert other["access_token"] != first["access_token"]


def test_a_token_dies_with_its_administration(shop: Integration) -> None:
    made = shop.app.administrations.create("Slagerij Jansen")
    shop.admit("slagerij", home_administration_id=made.id)
    auth = ("slagerij", SECRET)
    token = granted(shop.token({"grant_type": "client_credentials"}, auth=auth))["access_token"]
    assert shop.call(token) == 200

    shop.app.administrations.delete(made.id)
    assert shop.call(token) == 401
    assert shop.app.authority.tokens.access(token) is None


def test_a_code_for_an_administration_that_was_deleted_is_refused(shop: Integration) -> None:
    answer = shop.redeem(shop.code(administration_id="adm_000009"))

    assert refusal(answer) == (400, "invalid_grant")
    assert description(answer) == "The administration 'adm_000009' was deleted."


def test_who_calls_is_known_to_whoever_writes_it_down(shop: Integration) -> None:
    credentials = b64encode(b"mockbooks-demo:mockbooks-demo-secret").decode()
    headers = {"authorization": f"Basic {credentials}", "content-type": FORM}
    exchange = Exchange(
        method="POST",
        path="/oauth/token",
        headers=headers,
        body=b"grant_type=client_credentials",
        host="mockbooks.test",
    )

    assert shop.app.pipeline.handle(exchange).status == 200
    assert exchange.client_id == "mockbooks-demo"


@pytest.mark.parametrize("path", ["/oauth/token", "/oauth/revoke", "/oauth/introspect"])
def test_any_other_method_is_told_so_in_json(shop: Integration, path: str) -> None:
    response = shop.get(path)

    assert (response.status_code, response.headers["Allow"]) == (405, "POST, OPTIONS")
    assert response.json()["code"] == "wrong_method"


def test_authlib_is_imported_when_a_token_is_first_asked_for() -> None:
    program = (
        "import sys; from mockbooks.app import create_app; from mockbooks.settings import Settings;"
        "create_app(Settings(transactions=0)); print('authlib' in sys.modules)"
    )
    started = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert started.stdout == "False\n"
