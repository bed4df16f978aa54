"""Secrets are masked wherever they stand, and the same secret is recognised each time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.traffic.content import FORM
from mockbooks.traffic.masking import masked_headers, masked_query, masked_text, masked_value
from mockbooks.traffic.secret_names import fingerprint

JSON = "application/json"
TOKEN_PATH = "/oauth/token"
BOOKS_PATH = "/api/v1/debtors"


def test_the_same_secret_has_the_same_fingerprint_in_header_body_and_form() -> None:
    mask = fingerprint("noon-token")

    assert mask == "***d399"
    assert masked_headers({"Authorization": "Bearer noon-token"}) == {"Authorization": "Bearer ***d399"}
    assert masked_text(b'{"access_token": "noon-token"}', JSON, TOKEN_PATH) == '{"access_token":"***d399"}'
    assert masked_text(b"token=noon-token", FORM, "/oauth/revoke") == "token=***d399"


def test_credentials_are_masked_behind_their_scheme_and_cookies_behind_their_names() -> None:
    headers = {
        "authorization": "Basic ZGVtbzpkZW1v",
        "proxy-authorization": "letmein",
        "cookie": "session=abc; theme=dark",
        "accept": "application/json",
    }

    masked = masked_headers(headers)

    assert masked["authorization"] == f"Basic {fingerprint('ZGVtbzpkZW1v')}"
    assert masked["proxy-authorization"] == fingerprint("letmein")
    assert masked["cookie"] == f"session={fingerprint('abc')}; theme={fingerprint('dark')}"
    assert masked["accept"] == "application/json"


@pytest.mark.parametrize("name", ["X-Api-Key", "Api-Key", "X-Auth-Token", "Client-Secret", "Password"])
def test_a_header_with_a_secret_is_masked_as_a_whole(name: str) -> None:
    assert masked_headers({name: "Basic s-1"}) == {name: fingerprint("Basic s-1")}


def test_what_is_no_scheme_may_be_a_part_of_the_credentials() -> None:
    assert masked_headers({"Authorization": "correct horse"}) == {"Authorization": fingerprint("correct horse")}


def test_a_cookie_without_a_name_is_masked_and_the_flags_of_one_that_is_set_are_not() -> None:
    assert masked_headers({"Cookie": "abc"}) == {"Cookie": fingerprint("abc")}
    assert masked_headers({"Set-Cookie": "session=a#b c; HttpOnly; Secure"}) == {
        "Set-Cookie": f"session={fingerprint('a#b c')}; HttpOnly; Secure"
    }


def test_a_header_of_another_name_is_searched_for_secrets() -> None:
    assert masked_headers({"X-Note": "password=s-1"}) == {"X-Note": f"password={fingerprint('s-1')}"}
    assert masked_headers({"Referer": "https://a.example/?code=c-1&page=2"}) == {
        "Referer": f"https://a.example/?code={fingerprint('c-1')}&page=2"
    }
    assert masked_headers({"Content-Type": "multipart/form-data; boundary=x"}) == {
        "Content-Type": "multipart/form-data; boundary=x"
    }


@pytest.mark.parametrize("media_type", [None, "text/plain", "application/octet-stream", "multipart/form-data", JSON])
def test_a_form_for_tokens_is_masked_whatever_it_is_announced_to_be(media_type: str | None) -> None:
    form = b"grant_type=refresh_token&client%5Fsecret=s%201&refresh_token=a\nb"
    secret, token = fingerprint("s 1"), fingerprint("a\nb")

    assert masked_text(form, media_type, TOKEN_PATH) == (
        f"grant_type=refresh_token&client%5Fsecret={secret}&refresh_token={token}"
    )


@pytest.mark.parametrize("media_type", [None, FORM, "text/plain"])
def test_json_is_masked_whatever_it_is_announced_to_be(media_type: str | None) -> None:
    assert masked_text(b'{"apiKey": "s-1", "api_key": 7}', media_type, BOOKS_PATH) == (
        f'{{"apiKey":"{fingerprint("s-1")}","api_key":"{fingerprint("7")}"}}'
    )


def test_a_secret_of_oauth_is_masked_in_a_text_of_json_as_well() -> None:
    assert masked_value("client_secret=s-1", TOKEN_PATH) == f"client_secret={fingerprint('s-1')}"


def test_the_code_in_a_redirect_is_masked_and_the_rest_of_it_is_not() -> None:
    location = "https://shop.example/callback?code=c-1&state=s-1&iss=http://mockbooks.test"

    assert masked_headers({"Location": location}) == {
        "Location": f"https://shop.example/callback?code={fingerprint('c-1')}&state=s-1&iss=http://mockbooks.test"
    }


def test_a_form_for_tokens_keeps_only_what_is_no_secret() -> None:
    form = b"grant_type=authorization_code&code=c-1&code_verifier=v-1&client_id=demo&client_secret=s%20s"

    assert masked_text(form, f"{FORM}; charset=utf-8", TOKEN_PATH) == (
        f"grant_type=authorization_code&code={fingerprint('c-1')}&code_verifier={fingerprint('v-1')}&client_id=demo"
        f"&client_secret={fingerprint('s s')}"
    )


def test_a_code_of_the_books_or_of_an_error_is_no_secret() -> None:
    assert masked_text(b'{"code": "10001"}', JSON, BOOKS_PATH) == '{"code":"10001"}'
    assert masked_query(b"code=10001&page=2", BOOKS_PATH) == "code=10001&page=2"


def test_a_query_of_oauth_is_masked() -> None:
    assert masked_query(b"code=c-1&state=s", "/oauth/authorize") == f"code={fingerprint('c-1')}&state=s"


def test_secrets_inside_lists_and_objects_are_masked_whatever_their_spelling() -> None:
    value = {"clients": [{"client_id": "shop", "clientSecret": "s-1"}], "password": 1234, "token": None}

    assert masked_value(value, BOOKS_PATH) == {
        "clients": [{"client_id": "shop", "clientSecret": fingerprint("s-1")}],
        "password": fingerprint("1234"),
        "token": None,
    }


def test_what_is_too_deep_to_read_is_left_out() -> None:
    assert "noon-token" not in masked_text(b'{"a":' * 300 + b'{"token":"noon-token"}' + b"}" * 300, JSON, BOOKS_PATH)


@pytest.mark.parametrize(
    "damaged",
    [
        b'{"token_type": "Bearer", "access_token": "noon-token", "refr',
        b'{"access_token": "noon-tok',
        b'{"access_token" : "noon-token"]',
        b'{"access_token": noon-token}',
        b'{"a": "b\\"c", "refresh_token": "noon-token\\" and more',
        b'{"client\\u005fsecret": "noon-token", "a',
        b'{"client_secret": ["noon", "token"], "a": {',
    ],
)
def test_a_damaged_answer_gives_no_secret_away(damaged: bytes) -> None:
    masked = masked_text(damaged, JSON, TOKEN_PATH)

    assert "noon" not in masked
    assert "***" in masked


def test_damaged_json_without_secrets_stays_as_it_came() -> None:
    assert masked_text(b'{"token": null, "name": "De Korenaar', JSON, BOOKS_PATH) == (
        '{"token": null, "name": "De Korenaar'
    )


def test_bytes_that_are_no_text_are_shown_as_such() -> None:
    assert masked_text(b"\xff\xfe", "text/plain", BOOKS_PATH) == "\ufffd\ufffd"


@given(st.text(alphabet="abcdefgh0123456789._~+/-"), st.integers(0, 200))
def test_no_beginning_of_a_token_is_left_wherever_an_answer_is_cut(token: str, length: int) -> None:
    secret = f"qqq{token}".encode()
    whole = b'{"scope":"a b","access_token":"%b","expires_in":600,"refresh_token":"%b"}' % (secret, secret)

    assert "q" not in masked_text(whole[:length], JSON, TOKEN_PATH)


def test_a_secret_that_nests_deeper_than_it_could_be_written_again_is_masked_as_text() -> None:
    sent = b'{"page": 2, "token": ' + b"[" * 300 + b'"geheim"' + b"]" * 300 + b"}"

    masked = masked_text(sent, JSON, BOOKS_PATH)

    assert masked.startswith('{"page": 2, "token": ')
    assert "geheim" not in masked
