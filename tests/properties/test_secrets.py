"""A secret that is sent under one of its names is never told, wherever it stands and whatever it is said to be."""

from urllib.parse import quote, urlencode
from xml.sax.saxutils import escape

import orjson
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.traffic.masking import masked_headers, masked_query, masked_text

NAMES = st.sampled_from(
    [
        *("access_token", "accessToken", "refresh_token", "id_token", "token", "client_secret", "clientSecret"),
        *("client_assertion", "code_verifier", "password", "Password", "apiKey", "api_key", "API-Key", "x-api-key"),
        *("auth_token", "registration_access_token", "authorization"),
    ]
)
# No other text of these tests has a q, so that none may be left of a secret.
VISIBLE = st.text(alphabet="qQ7_.~+/-:;,#?!$*()@%^|", min_size=1, max_size=30).map("q{}".format)
ANY = st.text(alphabet="qQ7 =&<>'\"\\\n\u00e9\U0001f950_.+/-:;,#?{}[]%", min_size=1, max_size=30).map("q{}q".format)
TYPES = st.sampled_from(
    [
        *(None, "", "text/plain", "text/html", "application/octet-stream", "application/x-www-form-urlencoded"),
        *("application/json", "application/json; charset=utf-8", "application/xml", "multipart/form-data; boundary=b"),
    ]
)
PATHS = st.sampled_from(["/oauth/token", "/oauth/revoke", "/api/v1/debtors", "/elsewhere"])
WRITTEN = st.sampled_from(["{}={}", "a=b&{}={}&page=2", "a: b\n{}: {}\npage: 2", "{} = '{}'"])
HEADERS = st.sampled_from(
    ["Authorization", "Proxy-Authorization", "Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token", "Client-Secret"]
)


def is_told(text: str) -> bool:
    return "q" in text.lower()


@given(HEADERS, VISIBLE, st.sampled_from(["", "Basic ", "Bearer ", "session="]))
def test_no_header_tells_a_secret(name: str, secret: str, before: str) -> None:
    assert not is_told(masked_headers({name: before + secret})[name])


@given(NAMES, ANY, PATHS)
def test_no_query_tells_a_secret(name: str, secret: str, path: str) -> None:
    assert not is_told(masked_query(urlencode([("page", "2"), (name, secret), ("a", "b")]).encode(), path))


@given(NAMES, ANY, TYPES, PATHS)
def test_no_form_tells_a_secret(name: str, secret: str, media_type: str | None, path: str) -> None:
    form = urlencode([("page", "2"), (name, secret), ("a", "b")], quote_via=quote)
    assert not is_told(masked_text(form.encode(), media_type, path))


@given(NAMES, ANY, TYPES, PATHS)
def test_no_json_tells_a_secret(name: str, secret: str, media_type: str | None, path: str) -> None:
    told = masked_text(orjson.dumps({"a": [{name: secret, "page": 2}]}), media_type, path)
    assert not is_told(told)


@given(NAMES, ANY, TYPES, PATHS, st.integers(0, 80))
def test_no_json_that_is_cut_tells_a_secret(
    name: str, secret: str, media_type: str | None, path: str, length: int
) -> None:
    assert not is_told(masked_text(orjson.dumps({name: secret, "page": 2})[:length], media_type, path))


@given(NAMES, ANY, TYPES, PATHS)
def test_no_xml_tells_a_secret(name: str, secret: str, media_type: str | None, path: str) -> None:
    xml = f"<?xml version='1.0'?><a><{name}>{escape(secret)}</{name}><page>2</page></a>"
    assert not is_told(masked_text(xml.encode(), media_type, path))


@given(
    NAMES, VISIBLE, TYPES, PATHS, st.sampled_from(["{}={}", "a=b&{}={}&page=2", "a: b\n{}: {}\npage: 2", "{} = '{}'"])
)
def test_no_text_tells_a_secret(name: str, secret: str, media_type: str | None, path: str, written: str) -> None:
    assert not is_told(masked_text(written.format(name, secret).encode(), media_type, path))


@given(NAMES, ANY, TYPES, PATHS)
def test_no_part_of_a_multipart_body_tells_a_secret(name: str, secret: str, media_type: str | None, path: str) -> None:
    part = f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{secret.replace(chr(10), "")}\r\n--b--\r\n'
    assert not is_told(masked_text(part.encode(), media_type, path))
