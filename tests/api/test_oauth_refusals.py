"""What the token, revocation and introspection endpoints refuse: each case with its status, its error and its RFC."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

import httpx
import pytest

from tests.api.integration import CALLBACK, CHALLENGE, ID, SECRET, VERIFIER, Form, Integration

FORM = "application/x-www-form-urlencoded"
CHALLENGE_OF_401 = 'Basic realm="mockbooks", charset="UTF-8"'
OWN: Form = {"grant_type": "client_credentials"}
# RFC 6749, section 5.2: %x20-21 / %x23-5B / %x5D-7E.
PLAIN = re.compile(r"[\x20\x21\x23-\x5b\x5d-\x7e]+")

Ask = Callable[[Integration], httpx.Response]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is refused, where that is written, and how it is done."""

    what: str
    rfc: str
    ask: Ask


def raw(body: bytes, content_type: str | None = FORM, path: str = "/oauth/token") -> Ask:
    """Send bytes as they are, with the demo client in the header."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    return lambda shop: shop.post(path, content=body, auth=(ID, SECRET), headers=headers)


def header(value: str) -> Ask:
    """Ask for a token with this Authorization header."""
    return lambda shop: shop.token(OWN, auth=None, Authorization=value)


def basic(credentials: bytes) -> str:
    return f"Basic {b64encode(credentials).decode()}"


def body(form: Form, path: str = "/oauth/token") -> Ask:
    """Send a form without a header."""
    return lambda shop: shop.post(path, data=form)


def form(form: Form, path: str = "/oauth/token") -> Ask:
    """Send a form as the demo client."""
    return lambda shop: shop.post(path, data=form, auth=(ID, SECRET))


def redeem(shop: Integration, **changes: str) -> httpx.Response:
    return shop.redeem(shop.code(), **changes)


def redeem_with(verifier: str) -> Ask:
    return lambda shop: shop.redeem(shop.code(code_challenge=CHALLENGE), code_verifier=verifier)


def redeem_late(shop: Integration) -> httpx.Response:
    code = shop.code()
    shop.clock.advance(60)
    return shop.redeem(code)


def redeem_twice(shop: Integration) -> httpx.Response:
    code = shop.code()
    shop.redeem(code)
    return shop.redeem(code)


def redeem_of_another(shop: Integration) -> httpx.Response:
    shop.admit("kassa")
    return shop.redeem(shop.code(client_id="kassa"))


def redeem_without_redirect_uri(shop: Integration) -> httpx.Response:
    return shop.token({"grant_type": "authorization_code", "code": shop.code()})


def redeem_in_public_without_pkce(shop: Integration) -> httpx.Response:
    shop.admit_public("kassa-app")
    code = shop.code(client_id="kassa-app")
    form = {"grant_type": "authorization_code", "client_id": "kassa-app", "code": code, "redirect_uri": CALLBACK}
    return shop.token(form, auth=None)


def refresh_late(shop: Integration) -> httpx.Response:
    token = shop.connected()["refresh_token"]
    shop.clock.advance(5184000)
    return shop.refresh(token)


def refresh_revoked(shop: Integration) -> httpx.Response:
    token = shop.connected()["refresh_token"]
    shop.revoke(token)
    return shop.refresh(token)


def refresh_twice(shop: Integration) -> httpx.Response:
    token = shop.connected()["refresh_token"]
    shop.refresh(token)
    return shop.refresh(token)


def refresh_of_another(shop: Integration) -> httpx.Response:
    shop.admit("kassa")
    token = shop.connected()["refresh_token"]
    return shop.token({"grant_type": "refresh_token", "refresh_token": token}, auth=("kassa", SECRET))


def refresh_wider(shop: Integration) -> httpx.Response:
    return shop.refresh(shop.connected("debtors:read")["refresh_token"], scope="debtors:read debtors:write")


def refresh_with_an_access_token(shop: Integration) -> httpx.Response:
    return shop.refresh(shop.connected()["access_token"])


def grant_not_registered(shop: Integration) -> httpx.Response:
    shop.admit("kassa", grant_types=frozenset({"authorization_code"}))
    return shop.token(OWN, auth=("kassa", SECRET))


def public_on_its_own(shop: Integration) -> httpx.Response:
    shop.admit_public("kassa-app")
    return shop.token({**OWN, "client_id": "kassa-app"}, auth=None)


def public_with_a_secret(shop: Integration) -> httpx.Response:
    shop.admit_public("kassa-app")
    return shop.token(OWN, auth=("kassa-app", "made-up-secret"))


def method_not_registered(shop: Integration) -> httpx.Response:
    shop.admit("kassa", auth_methods=frozenset({"client_secret_post"}))
    return shop.token(OWN, auth=("kassa", SECRET))


def scope_not_registered(shop: Integration) -> httpx.Response:
    shop.admit("kassa", scopes=("debtors:read",))
    return shop.token({**OWN, "scope": "products:read"}, auth=("kassa", SECRET))


def revoke_of_another(shop: Integration) -> httpx.Response:
    shop.admit("kassa")
    return shop.post("/oauth/revoke", data={"token": shop.connected()["access_token"]}, auth=("kassa", SECRET))


def introspect_in_public(shop: Integration) -> httpx.Response:
    shop.admit_public("kassa-app")
    return shop.post("/oauth/introspect", data={"client_id": "kassa-app", "token": "mb_at_1"})


REVOKE, INTROSPECT = "/oauth/revoke", "/oauth/introspect"
WRONG = {"client_id": ID, "client_secret": "made-up-secret"}

TABLE: dict[tuple[int, str], tuple[Case, ...]] = {
    (400, "invalid_request"): (
        Case("no body", "RFC 6749, 3.2", raw(b"", None)),
        Case("no grant_type", "RFC 6749, 5.2", form({"scope": "debtors:read"})),
        Case("an empty grant_type", "RFC 6749, 3.2", raw(b"grant_type=")),
        Case("grant_type twice", "RFC 6749, 3.2", raw(b"grant_type=a&grant_type=a")),
        Case("an unknown parameter twice", "RFC 6749, 3.2", raw(b"grant_type=client_credentials&a=1&a=2")),
        Case("JSON", "RFC 6749, 4.4.2", raw(b'{"grant_type":"client_credentials"}', "application/json")),
        Case("no content type", "RFC 6749, 4.4.2", raw(b"grant_type=client_credentials", None)),
        Case("multipart", "RFC 6749, 4.4.2", raw(b"--a--", "multipart/form-data; boundary=a")),
        Case("bytes that are not UTF-8", "RFC 6749, appendix B", raw(b"grant_type=\xff")),
        Case("encoded bytes that are not UTF-8", "RFC 6749, appendix B", raw(b"grant_type=%ff")),
        Case("a thousand parameters", "RFC 6749, 5.2", raw(b"&".join([b"a=1"] * 1000))),
        Case("a form of 10 MB", "RFC 6749, 5.2", raw(b"a=" + b"%" * 10_000_000)),
        Case("parameters in the URL", "RFC 6749, 3.2", raw(b"", path="/oauth/token?grant_type=client_credentials")),
        Case(
            "the secret in the URL",
            "RFC 6749, 2.3.1",
            raw(b"grant_type=client_credentials", path="/oauth/token?client_secret=s"),
        ),
        Case("header and body at once", "RFC 6749, 2.3", form({**OWN, "client_secret": SECRET})),
        Case("one client in the header, another in the body", "RFC 6749, 2.3", form({**OWN, "client_id": "kassa"})),
        Case("no code", "RFC 6749, 4.1.3", form({"grant_type": "authorization_code"})),
        Case("an empty code", "RFC 6749, 3.2", raw(b"grant_type=authorization_code&code=")),
        Case("no verifier", "RFC 7636, 4.5", lambda shop: shop.redeem(shop.code(code_challenge=CHALLENGE))),
        Case("a verifier without a challenge", "RFC 9700, 4.8.2", lambda shop: redeem(shop, code_verifier=VERIFIER)),
        Case("no refresh token", "RFC 6749, 6", form({"grant_type": "refresh_token"})),
        Case("an empty refresh token", "RFC 6749, 3.2", raw(b"grant_type=refresh_token&refresh_token=")),
        Case("revoke without a token", "RFC 7009, 2.1", form({"token_type_hint": "token"}, REVOKE)),
        Case("revoke two tokens", "RFC 6749, 3.2", raw(b"token=a&token=b", path=REVOKE)),
        Case("revoke by 10 MB", "RFC 7009, 2.2.1", raw(b"token=" + b"a" * 10_000_000, path=REVOKE)),
        Case("revoke by JSON", "RFC 7009, 2.1", raw(b'{"token":"a"}', "application/json", REVOKE)),
        Case("revoke by URL", "RFC 7009, 2.1", raw(b"", path=f"{REVOKE}?token=a")),
        Case("introspect without a token", "RFC 7662, 2.1", form({"token_type_hint": "token"}, INTROSPECT)),
        Case("introspect by 10 MB", "RFC 7662, 2.3", raw(b"token=" + b"a" * 10_000_000, path=INTROSPECT)),
        Case("introspect by JSON", "RFC 7662, 2.1", raw(b'{"token":"a"}', "application/json", INTROSPECT)),
    ),
    (400, "unsupported_grant_type"): (
        Case("a grant type that is not offered", "RFC 6749, 5.2", form({"grant_type": "password"})),
        Case("a grant type of odd characters", "RFC 6749, 5.2", form({"grant_type": '"\\\x00é\U0001f950'})),
    ),
    (400, "invalid_client"): (
        Case("an unknown client in the body", "RFC 6749, 5.2", body({**OWN, "client_id": "nobody"})),
        Case("a wrong secret in the body", "RFC 6749, 5.2", body({**OWN, **WRONG})),
        Case(
            "a secret of odd characters", "RFC 6749, 5.2", body({**OWN, "client_id": ID, "client_secret": '"\\\x00é'})
        ),
        Case("no secret in the body", "RFC 6749, 3.2.1", body({**OWN, "client_id": ID})),
        Case("revoke with a wrong secret", "RFC 7009, 2.1", body({**WRONG, "token": "mb_at_1"}, REVOKE)),
    ),
    (401, "invalid_client"): (
        Case("no credentials", "RFC 6749, 5.2", body(OWN)),
        Case("no credentials and no code", "RFC 6749, 5.2", body({"grant_type": "authorization_code"})),
        Case("no credentials and no refresh token", "RFC 6749, 5.2", body({"grant_type": "refresh_token"})),
        Case("a secret without an id", "RFC 6749, 2.3.1", body({**OWN, "client_secret": SECRET})),
        Case("an unknown client in the header", "RFC 6749, 5.2", header(basic(b"nobody:x"))),
        Case("a wrong secret in the header", "RFC 6749, 5.2", header(basic(b"mockbooks-demo:made-up-secret"))),
        Case("no secret in the header", "RFC 6749, 2.3.1", header(basic(b"mockbooks-demo:"))),
        Case("no base64 in the header", "RFC 7617, 2", header("Basic mockbooks-demo:secret")),
        Case("half of base64 in the header", "RFC 7617, 2", header("Basic bW9ja2Jvb2tz=")),
        Case("no colon in the header", "RFC 7617, 2", header(basic(b"mockbooks-demo"))),
        Case("nothing after Basic", "RFC 7617, 2", header("Basic")),
        Case("credentials that are not UTF-8", "RFC 7617, 2.1", header(basic(b"mockbooks-demo:\xff\xfe"))),
        Case("a bearer token in the header", "RFC 6749, 5.2", header("Bearer mockbooks-demo-token")),
        Case("a public client with a secret", "RFC 6749, 2.3", public_with_a_secret),
        Case("a method it is not registered for", "RFC 7591, 2", method_not_registered),
        Case("revoke without credentials", "RFC 7009, 2.1", body({"token": "mb_at_1"}, REVOKE)),
        Case("introspect without credentials", "RFC 7662, 2.3", body({"token": "mb_at_1"}, INTROSPECT)),
        Case("introspect with a wrong secret", "RFC 7662, 2.3", body({**WRONG, "token": "mb_at_1"}, INTROSPECT)),
        Case("introspect as a public client", "RFC 7662, 2.1", introspect_in_public),
    ),
    (400, "unauthorized_client"): (
        Case("a grant it is not registered for", "RFC 6749, 5.2", grant_not_registered),
        Case("a public client on its own behalf", "RFC 6749, 4.4", public_on_its_own),
    ),
    (400, "invalid_grant"): (
        Case("an unknown code", "RFC 6749, 5.2", lambda shop: shop.redeem("mb_ac_unknown")),
        Case("a code of odd characters", "RFC 6749, 5.2", lambda shop: shop.redeem('"\\\x00é')),
        Case("an expired code", "RFC 6749, 4.1.2", redeem_late),
        Case("a used code", "RFC 6749, 4.1.2", redeem_twice),
        Case("the code of another client", "RFC 6749, 4.1.3", redeem_of_another),
        Case("another redirect URI", "RFC 6749, 4.1.3", lambda shop: redeem(shop, redirect_uri=f"{CALLBACK}/")),
        Case("a redirect URI of odd characters", "RFC 6749, 4.1.3", lambda shop: redeem(shop, redirect_uri='"\\é')),
        Case("no redirect URI", "RFC 6749, 4.1.3", redeem_without_redirect_uri),
        Case("another verifier", "RFC 7636, 4.6", redeem_with("x" * 43)),
        Case("the challenge as verifier", "RFC 7636, 4.6", redeem_with(CHALLENGE)),
        Case("a short verifier", "RFC 7636, 4.6", redeem_with("short")),
        Case("a verifier of odd characters", "RFC 7636, 4.6", redeem_with('é"\\' * 20)),
        Case("a public client without PKCE", "RFC 9700, 2.1.1", redeem_in_public_without_pkce),
        Case("an unknown refresh token", "RFC 6749, 5.2", lambda shop: shop.refresh("mb_rt_unknown")),
        Case("an expired refresh token", "RFC 6749, 5.2", refresh_late),
        Case("a revoked refresh token", "RFC 7009, 2.1", refresh_revoked),
        Case("a used refresh token", "RFC 9700, 4.14.2", refresh_twice),
        Case("the refresh token of another client", "RFC 6749, 6", refresh_of_another),
        Case("an access token to refresh with", "RFC 6749, 5.2", refresh_with_an_access_token),
        Case("revoke the token of another client", "RFC 7009, 2.1", revoke_of_another),
    ),
    (400, "invalid_scope"): (
        Case("a wider scope than was granted", "RFC 6749, 6", refresh_wider),
        Case("an unknown scope", "RFC 6749, 5.2", form({**OWN, "scope": "debtors.read"})),
        Case("scopes with a comma", "RFC 6749, 3.3", form({**OWN, "scope": "debtors:read,settings:read"})),
        Case("scopes with two spaces", "RFC 6749, 3.3", form({**OWN, "scope": "debtors:read  settings:read"})),
        Case("a scope of odd characters", "RFC 6749, 3.3", form({**OWN, "scope": '"\\\x00é\U0001f950'})),
        Case("a scope it is not registered for", "RFC 6749, 5.2", scope_not_registered),
    ),
}


@pytest.mark.parametrize(
    ("case", "status", "error"),
    [
        pytest.param(case, status, error, id=f"{case.what} ({case.rfc})")
        for (status, error), cases in TABLE.items()
        for case in cases
    ],
)
def test_each_is_refused_as_its_rfc_says(shop: Integration, case: Case, status: int, error: str) -> None:
    response = case.ask(shop)

    told = response.json()
    assert (response.status_code, told["error"]) == (status, error), response.text
    # A 401 has a challenge (RFC 9110, section 15.5.2); nothing else has.
    assert response.headers.get("WWW-Authenticate") == {401: CHALLENGE_OF_401}.get(status)
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")
    assert sorted(told) == ["error", "error_description", "error_uri"]
    assert PLAIN.fullmatch(told["error_description"])
    assert told["error_uri"] == f"http://mockbooks.test/docs/oauth#{error.replace('_', '-')}"
    assert SECRET not in response.text
    assert "made-up-secret" not in response.text
