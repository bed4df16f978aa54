"""Well-formed requests that mean harm: odd paths, values that would break out of an answer, and names of others."""

import pytest

from tests.e2e.reliability.conftest import Attack
from tests.e2e.reliability.messages import asked, sent

EVIL = b"evil.example.com"

PATHS = {
    "up, as it stands": (b"/api/v1/debtors/../../_mockbooks/info", "404"),
    "up, slashes encoded": (b"/api/v1/debtors/..%2f..%2f_mockbooks/info", "404"),
    "up to our source": (b"/docs/assets/..%2f..%2fapp.py", "404"),
    "up, dots encoded": (b"/docs/assets/%2e%2e/%2e%2e/app.py", "404"),
    "up, encoded twice": (b"/docs/assets/%252e%252e%252fapp.py", "404"),
    "up, with backslashes": (b"/docs/assets/..%5c..%5capp.py", "404"),
    "up from the guide": (b"/docs/guide/..%2f..%2fpyproject", "404"),
    "up to a scenario": (b"/docs/oauth/..%2f..%2fetc%2fpasswd", "404"),
    "here": (b"/api/./v1/debtors", "404"),
    "two slashes": (b"//api/v1/debtors", "404"),
    "a slash encoded": (b"/%2f_mockbooks/info", "404"),
    "capitals": (b"/API/V1/debtors", "404"),
    "a parameter of a path": (b"/api/v1/debtors;jsessionid=1", "404"),
    "NUL": (b"/api/v1/debtors/deb%00_000001", "400"),
    "a dot in two bytes": (b"/api/v1/debtors/%c0%ae%c0%ae", "400"),
    "no hexadecimal digits": (b"/api/v1/debtors/%zz", "400"),
    "half an escape": (b"/api/v1/debtors/%", "400"),
    "4 000 segments": (b"/api/v1" + b"/a" * 4_000, "404"),
    "10 000 segments": (b"/api/v1" + b"/a" * 10_000, "414"),
    "4 000 parameters": (b"/api/v1/debtors?" + b"a&" * 4_000, "400"),
    "a parameter a thousand times": (b"/api/v1/debtors?" + b"name=a&" * 1_000, "400"),
}

BROKEN_LINE = b"a%0d%0aX-Evil:%20b"
INJECTIONS = {
    "in an id": (asked(b"/api/v1/debtors/" + BROKEN_LINE), "400"),
    "in a search": (asked(b"/api/v1/debtors?name=" + BROKEN_LINE), "200"),
    "in a page": (asked(b"/docs/" + BROKEN_LINE), "404"),
    "in a request id": (asked(b"/api/v1/debtors", b"X-Request-Id: " + BROKEN_LINE), "200"),
    "in the state of OAuth": (
        asked(
            b"/oauth/authorize?client_id=mockbooks-demo&response_type=token"
            b"&redirect_uri=http://127.0.0.1:9000/callback&state=" + BROKEN_LINE
        ),
        "302",
    ),
    "in a redirect of OAuth": (
        asked(
            b"/oauth/authorize?client_id=mockbooks-demo&response_type=code"
            b"&redirect_uri=http://127.0.0.1:9000/" + BROKEN_LINE
        ),
        "400",
    ),
    "in a language": (asked(b"/docs?lang=" + BROKEN_LINE, b"Accept-Language: " + BROKEN_LINE), "200"),
    "in an origin": (asked(b"/api/v1/debtors", b"Origin: http://" + BROKEN_LINE), "200"),
    "in a key": (
        sent(b"{}", path=b"/api/v1/debtors").replace(b"\r\n\r\n", b"\r\nIdempotency-Key: a%0d%0aX-Evil:b\r\n\r\n"),
        "400",
    ),
}

# Whoever may call the control side by these could be a page on the internet whose name leads here.
NAMES = {
    "a name of the internet": EVIL,
    "the same with a dot behind it": EVIL + b".",
    "one that begins like ours": b"localhost.evil.com",
    "one behind our port": b"127.0.0.1.evil.com:8080",
}
NO_NAMES = {
    "a user before it": b"localhost@evil.example.com",
    "a fragment behind it": b"localhost#evil.example.com",
    "a path behind it": b"localhost/evil.example.com",
    "a space in it": b"localhost evil.example.com",
    "two of them": b"localhost, evil.example.com",
}
RESET = {
    "another origin": b"Origin: https://evil.example.com",
    "no origin to tell": b"Origin: null",
    "another site": b"Sec-Fetch-Site: cross-site",
    "another site, in capitals": b"Sec-Fetch-Site: CROSS-SITE",
    "a name beside ours": b"Sec-Fetch-Site: same-site",
}
OVERRIDES = [b"X-HTTP-Method-Override: DELETE", b"X-HTTP-Method: DELETE", b"X-Method-Override: DELETE"]
FORWARDED = [b"X-Forwarded-Host: localhost", b"Forwarded: host=localhost", b"X-Host: localhost", b"X-Original-URL: /"]


@pytest.mark.parametrize(("path", "status"), PATHS.values(), ids=PATHS.keys())
def test_an_odd_path_leads_nowhere(attack: Attack, path: bytes, status: str) -> None:
    assert attack(asked(path)).statuses == [status]


@pytest.mark.parametrize(("request_", "status"), INJECTIONS.values(), ids=INJECTIONS.keys())
def test_nothing_that_is_echoed_begins_a_header_of_its_own(attack: Attack, request_: bytes, status: str) -> None:
    reply = attack(request_)
    head = reply.text.partition("\r\n\r\n")[0]

    assert reply.statuses == [status]
    assert "\r\nx-evil" not in head.lower()


@pytest.mark.parametrize("host", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("path", [b"/_mockbooks/reset", b"/%5fmockbooks/reset", b"/_mockbooks%2freset"])
def test_nobody_resets_the_books_by_a_name_of_the_internet(attack: Attack, path: bytes, host: bytes) -> None:
    assert attack(asked(path, method=b"POST", host=host)).codes == ["host_not_allowed"]


@pytest.mark.parametrize("host", NO_NAMES.values(), ids=NO_NAMES.keys())
def test_what_is_no_name_is_refused_before_anything_is_asked(attack: Attack, host: bytes) -> None:
    assert attack(asked(b"/_mockbooks/reset", method=b"POST", host=host)).codes == ["malformed_request"]


@pytest.mark.parametrize("header", FORWARDED)
def test_a_header_that_a_proxy_would_send_lends_no_name(attack: Attack, header: bytes) -> None:
    assert attack(asked(b"/_mockbooks/reset", header, method=b"POST", host=EVIL)).codes == ["host_not_allowed"]


def test_a_whole_url_in_the_target_lends_no_name(attack: Attack) -> None:
    reply = attack(asked(b"http://localhost/_mockbooks/reset", method=b"POST", host=EVIL))

    assert reply.codes == ["host_not_allowed"]


@pytest.mark.parametrize("header", RESET.values(), ids=RESET.keys())
def test_no_page_of_another_site_resets_the_books(attack: Attack, header: bytes) -> None:
    assert attack(asked(b"/_mockbooks/reset", header, method=b"POST")).codes == ["cross_site_call"]


@pytest.mark.parametrize("header", OVERRIDES)
@pytest.mark.parametrize("path", [b"/_mockbooks/administrations", b"/api/v1/debtors/deb_000001"])
def test_no_header_makes_another_method_of_a_get(attack: Attack, path: bytes, header: bytes) -> None:
    assert attack(asked(path, header)).statuses == ["200"]


def test_no_parameter_makes_another_method_of_a_post(attack: Attack) -> None:
    assert attack(sent(b"{}", path=b"/api/v1/debtors?_method=DELETE")).codes == ["validation_failed"]


@pytest.mark.parametrize(
    "header",
    [
        b"Accept-Language: " + b"nl;q=0.1," * 3_000,
        b"Accept: " + b"a/b;q=0.1," * 3_000 + b"*/*",
        b"Cookie: " + b"a=b;" * 7_000,
        b"Range: bytes=" + b"0-," * 5_000 + b"0-1",
        b"If-None-Match: " + b'"a",' * 5_000 + b'"b"',
        b"X-Request-Id: " + b"a" * 20_000,
        b"X-Request-Id: \xe9\xff",
    ],
    ids=["languages", "types", "cookies", "ranges", "tags", "a long id", "an id of Latin-1"],
)
@pytest.mark.parametrize("path", [b"/api/v1/debtors", b"/docs"])
def test_a_header_of_thousands_of_parts_is_read_or_passed_over(attack: Attack, path: bytes, header: bytes) -> None:
    assert attack(asked(path, header)).statuses == ["200"]
