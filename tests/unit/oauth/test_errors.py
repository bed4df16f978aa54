"""Refusals on the wire: whatever stood in the request, the answer holds only what RFC 6749 allows."""

import orjson

from mockbooks.oauth.errors import OAuthError, refusal_answer
from mockbooks.traffic.exchange import Exchange


def test_a_refusal_tells_its_code_its_reason_and_where_it_is_explained() -> None:
    exchange = Exchange(method="POST", path="/oauth/token", base_url="https://books.example:8080")

    answer = refusal_answer(OAuthError("invalid_grant", "The code expired."), exchange)
    assert answer.status == 400
    assert orjson.loads(answer.body) == {
        "error": "invalid_grant",
        "error_description": "The code expired.",
        "error_uri": "https://books.example:8080/docs/oauth#invalid-grant",
    }
    assert answer.headers == (("Cache-Control", "no-store"), ("Pragma", "no-cache"))


def test_a_401_has_a_challenge() -> None:
    answer = refusal_answer(OAuthError("invalid_client", "Who?", status=401), Exchange(method="POST", path="/"))

    assert (answer.status, answer.header("WWW-Authenticate")) == (401, 'Basic realm="mockbooks", charset="UTF-8"')


def test_characters_that_are_not_allowed_are_replaced() -> None:
    exchange = Exchange(method="POST", path="/oauth/token", base_url='http://a"b\\c é\ud800[::1]:80/%41')

    answer = refusal_answer(OAuthError("invalid_scope", 'A "scope"\\\n\x00 of één \U0001f950\ud800.'), exchange)
    told = orjson.loads(answer.body)
    assert told["error_description"] == "A 'scope'/?? of ??n ??."
    assert told["error_uri"] == "http://a%22b%5Cc%20%C3%A9?[::1]:80/%41/docs/oauth#invalid-scope"
