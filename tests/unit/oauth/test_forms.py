"""Forms: what is read, and what is refused with which words (RFC 6749, section 3.2 and appendix B)."""

import pytest

from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.forms import read_form
from mockbooks.traffic.exchange import Exchange

FORM = "application/x-www-form-urlencoded"


def exchange(body: bytes, content_type: str | None = FORM, query: bytes = b"") -> Exchange:
    headers = {} if content_type is None else {"content-type": content_type}
    return Exchange(method="POST", path="/oauth/token", headers=headers, body=body, query_string=query)


def test_names_and_values_are_decoded() -> None:
    body = "scope=debtors%3Aread+settings:read&n%C3%A4me=%c3%a9+é%00".encode()

    assert read_form(exchange(body)) == {"scope": "debtors:read settings:read", "näme": "é é\x00"}


def test_what_has_no_value_is_absent() -> None:
    assert read_form(exchange(b"a=&b&=&&c=1&a=2")) == {"c": "1", "a": "2"}


def test_a_percent_sign_that_encodes_nothing_stays() -> None:
    assert read_form(exchange(b"a=100%25&b=100%&c=%zz")) == {"a": "100%", "b": "100%", "c": "%zz"}


def test_a_form_of_64_kib_is_read() -> None:
    assert read_form(exchange(b"a=" + b"1" * 65_534)) == {"a": "1" * 65_534}


def test_other_names_in_the_url_are_ignored() -> None:
    assert read_form(exchange(b"a=1", query=b"utm_source=mail&a=%ff&")) == {"a": "1"}


@pytest.mark.parametrize(
    ("came", "told"),
    [
        (
            exchange(b"{}", "application/json"),
            "The body came as 'application/json'; parameters are read from a body of the type " + FORM + ".",
        ),
        (
            exchange(b"a=1", None),
            "The body came without a Content-Type; parameters are read from a body of the type " + FORM + ".",
        ),
        (
            exchange(b"", None),
            "The request came without a body; parameters are read from a body of the type " + FORM + ".",
        ),
        (
            exchange(b"", query=b"grant_type=a&code=b&utm_source=mail"),
            "In the URL came code, grant_type; parameters are read from the body alone.",
        ),
        (exchange(b"a=1&b=2&a=3&b=4&c=5"), "More than once came a, b; one time is allowed."),
        (exchange(b"a=%ff"), "The form holds bytes that are not UTF-8 (RFC 6749, appendix B)."),
        (exchange(b"a=\xff"), "The form holds bytes that are not UTF-8 (RFC 6749, appendix B)."),
        (exchange(b"a=%ed%a0%80"), "The form holds bytes that are not UTF-8 (RFC 6749, appendix B)."),
        (exchange(b"&".join([b"a=1"] * 101)), "The form holds more than 100 parameters."),
        (exchange(b"a=" + b"%" * 10_000_000), "The form is 10000002 bytes; 65536 are allowed."),
    ],
)
def test_what_cannot_be_read_is_told(came: Exchange, told: str) -> None:
    with pytest.raises(OAuthError) as refused:
        read_form(came)
    assert (refused.value.error, refused.value.status_code, refused.value.description) == ("invalid_request", 400, told)
