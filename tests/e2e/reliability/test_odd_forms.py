"""Hostile forms at the endpoints of OAuth: each gets the error that its RFC has for it, and never a failure of ours."""

from base64 import b64encode

import pytest

from tests.e2e.reliability.conftest import Attack
from tests.e2e.reliability.messages import HOST, LAST, asked

FORM = b"application/x-www-form-urlencoded"
GOOD = b64encode(b"mockbooks-demo:mockbooks-demo-secret")
GRANT = b"grant_type=client_credentials"
CALLBACK = b"http://127.0.0.1:9000/callback"


def posted(body: bytes, *, basic: bytes = GOOD, media_type: bytes = FORM, path: bytes = b"/oauth/token") -> bytes:
    head = b"POST %s HTTP/1.1\r\n" % path + HOST + LAST + b"Authorization: Basic " + basic + b"\r\n"
    return head + b"Content-Type: %s\r\nContent-Length: %d\r\n\r\n" % (media_type, len(body)) + body


TOKEN = {
    "credentials that are no base64": (posted(GRANT, basic=b"\xff\xfe"), "401", "invalid_client"),
    "credentials that are no UTF-8": (posted(GRANT, basic=b64encode(b"\xff:\xfe")), "401", "invalid_client"),
    "credentials without a colon": (posted(GRANT, basic=b64encode(b"mockbooks-demo")), "401", "invalid_client"),
    "credentials of 20 kB": (posted(GRANT, basic=b64encode(b"a" * 20_000 + b":b")), "401", "invalid_client"),
    "credentials twice": (posted(GRANT + b"&client_id=mockbooks-demo&client_secret=x"), "400", "invalid_request"),
    "a parameter twice": (posted(GRANT + b"&" + GRANT), "400", "invalid_request"),
    "a parameter without a value": (posted(b"grant_type="), "400", "invalid_request"),
    "no parameter": (posted(b""), "400", "invalid_request"),
    "JSON": (posted(b'{"grant_type":"client_credentials"}', media_type=b"application/json"), "400", "invalid_request"),
    "bytes that are no UTF-8": (posted(GRANT + b"&scope=%ff%fe"), "400", "invalid_request"),
    "NUL": (posted(GRANT + b"&scope=%00"), "400", "invalid_scope"),
    "quotes and backslashes": (posted(b"grant_type=%22%5c%e2%82%ac"), "400", "unsupported_grant_type"),
    "a thousand parameters": (
        posted(b"&".join(b"a%d=1" % number for number in range(1_000))),
        "400",
        "invalid_request",
    ),
    "a megabyte": (posted(b"grant_type=" + b"a" * 1_000_000), "400", "invalid_request"),
    "a code that is a path": (posted(b"grant_type=authorization_code&code=../../etc"), "400", "invalid_grant"),
    "a refresh token of 60 kB": (
        posted(b"grant_type=refresh_token&refresh_token=" + b"a" * 60_000),
        "400",
        "invalid_grant",
    ),
    "a file in many parts": (
        posted(b"--x\r\n\r\na\r\n--x--\r\n", media_type=b"multipart/form-data; boundary=x"),
        "400",
        "invalid_request",
    ),
}

# Who asks for consent for somebody who is not known, or wants to be sent to where nobody registered, is sent nowhere.
NOWHERE = {
    "another site": b"http://evil.example.com/callback",
    "our name as a user": b"http://127.0.0.1:9000@evil.example.com/callback",
    "our name in front of theirs": b"http://127.0.0.1.evil.example.com:9000/callback",
    "a fragment": b"http://127.0.0.1:9000/callback%23x",
    "a script": b"javascript:alert(1)",
    "data": b"data:text/html,x",
    "no scheme": b"//evil.example.com/callback",
    "a backslash": b"http://127.0.0.1:9000%5c@evil.example.com/callback",
}


@pytest.mark.parametrize(("request_", "status", "error"), TOKEN.values(), ids=TOKEN.keys())
def test_the_token_endpoint_refuses_it_in_its_own_words(
    attack: Attack, request_: bytes, status: str, error: str
) -> None:
    reply = attack(request_)

    assert reply.statuses == [status]
    assert f'"error":"{error}"' in reply.text.replace('": "', '":"')


@pytest.mark.parametrize("uri", NOWHERE.values(), ids=NOWHERE.keys())
def test_nobody_is_sent_to_where_nobody_registered(attack: Attack, uri: bytes) -> None:
    query = b"?response_type=code&state=a&client_id=mockbooks-demo&redirect_uri=" + uri
    reply = attack(asked(b"/oauth/authorize" + query))

    assert reply.statuses == ["400"]
    assert "\r\nlocation:" not in reply.text.lower()


def test_a_redirect_that_is_registered_is_followed(attack: Attack) -> None:
    query = b"?response_type=token&state=a&client_id=mockbooks-demo&redirect_uri=" + CALLBACK
    reply = attack(asked(b"/oauth/authorize" + query))

    assert reply.statuses == ["302"]
    assert "\r\nlocation: http://127.0.0.1:9000/callback?" in reply.text
