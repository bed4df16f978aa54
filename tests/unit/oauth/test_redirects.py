"""Redirect URIs: which may be registered, which one is which, and how far apart two are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mockbooks.oauth.redirects import (
    differences,
    flaw_of,
    is_loopback,
    is_registered,
    nearest,
    with_parameters,
)

SHOP = "https://delinde.test/callback"


@pytest.mark.parametrize(
    "uri",
    [
        SHOP,
        "http://mockbooks:8080/cb",
        "http://127.0.0.1/cb",
        "http://[::1]:5000/cb",
        "https://delinde.test",
        "https://delinde.test/cb?vestiging=12&a=%20b",
        "https://xn--caf-dma.test/cb",
        "nl.delinde.app:/cb",
        "nl.delinde.app:cb",
        "delinde://cb",
        "x:y",
    ],
)
def test_an_address_that_somebody_can_be_sent_to_has_no_flaw(uri: str) -> None:
    assert flaw_of(uri) is None


@pytest.mark.parametrize(
    ("uri", "flaw"),
    [
        ("", "it is not absolute: it does not begin with a scheme such as https:"),
        ("/callback", "it is not absolute: it does not begin with a scheme such as https:"),
        ("//delinde.test/callback", "it is not absolute: it does not begin with a scheme such as https:"),
        ("delinde.test/callback", "it is not absolute: it does not begin with a scheme such as https:"),
        ("javascript:alert(1)", "no client can be reached by javascript:"),
        ("JavaScript:alert(1)", "no client can be reached by javascript:"),
        ("data:text/html,x", "no client can be reached by data:"),
        ("file:///etc/passwd", "no client can be reached by file:"),
        ("https://delinde.test/#", "it holds a fragment (#), which may not be part of a redirect URI"),
        ("nl.delinde.app:/cb#x", "it holds a fragment (#), which may not be part of a redirect URI"),
        ("https://delinde.test@evil.test/", "it holds a user name before its host"),
        ("https:///callback", "it names no host"),
        ("http:callback", "it names no host"),
        ("nl.delinde.app:", "nothing follows its scheme"),
        ("http://localhost:99999/", "its host or port cannot be read"),
        ("http://localhost:poort/", "its host or port cannot be read"),
        ("http://[::1/", "its host or port cannot be read"),
        ("https://delinde.test/a b", "character 23 is U+0020, which may only stand in a URI percent-encoded"),
        ("https://café.test/", "character 12 is U+00E9 (é), which may only stand in a URI percent-encoded"),
        ("https://delinde.test/\r\n", "character 22 is U+000D, which may only stand in a URI percent-encoded"),
        ("https://delinde.test/%zz", "character 22 is U+0025 (%), which may only stand in a URI percent-encoded"),
        ("https://delinde.test/\\", "character 22 is U+005C (\\), which may only stand in a URI percent-encoded"),
        (f"https://delinde.test/{'x' * 2000}", "it is 2021 characters long; 2000 are allowed"),
    ],
)
def test_a_flaw_is_told(uri: str, flaw: str) -> None:
    told = flaw_of(uri)
    assert told is not None
    assert told.en == flaw
    assert told.nl != flaw


@pytest.mark.parametrize(
    ("came", "registered", "fits"),
    [
        (SHOP, SHOP, True),
        (f"{SHOP}/", SHOP, False),
        (f"{SHOP}?a=1", SHOP, False),
        ("https://delinde.test:443/callback", SHOP, False),
        ("HTTPS://delinde.test/callback", SHOP, False),
        ("http://127.0.0.1:51004/cb", "http://127.0.0.1/cb", True),
        ("http://127.0.0.1/cb", "http://127.0.0.1:5000/cb", True),
        ("http://127.0.0.1:1", "http://127.0.0.1", True),
        ("http://127.0.0.1:1?a=1", "http://127.0.0.1:2?a=1", True),
        ("http://[::1]:51004/cb", "http://[::1]:5000/cb", True),
        ("http://localhost:3000/cb", "http://localhost/cb", True),
        ("http://localhost:3000/cb", "http://127.0.0.1:3000/cb", False),
        ("http://127.0.0.1:51004/cb/", "http://127.0.0.1/cb", False),
        ("http://127.0.0.1.evil.test/cb", "http://127.0.0.1/cb", False),
        ("https://localhost:3000/cb", "https://localhost/cb", False),
        ("https://delinde.test:8443/callback", "https://delinde.test/callback", False),
        ("nl.delinde.app:/cb", "nl.delinde.app:/cb", True),
        ("nl.delinde.app:/CB", "nl.delinde.app:/cb", False),
    ],
)
def test_only_the_port_of_a_loopback_address_may_differ(came: str, registered: str, fits: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_registered(came, [SHOP.replace("delinde", "other"), registered]) is fits


def test_nothing_is_registered_where_nothing_is_registered() -> None:
    assert not is_registered(SHOP, [])


@pytest.mark.parametrize(
    ("uri", "leads_home"),
    [
        ("http://localhost", True),
        ("https://LOCALHOST:8443/cb", True),
        ("http://winkel.localhost/cb", True),
        ("http://127.255.0.1/cb", True),
        ("http://[::1]/cb", True),
        ("http://localhost.evil.test/cb", False),
        ("http://evillocalhost/cb", False),
        ("http://192.168.1.10/cb", False),
        ("http://0.0.0.0/cb", False),
        ("ftp://localhost/cb", False),
        ("localhost:/cb", False),
    ],
)
def test_a_loopback_address_leads_to_the_machine_of_the_browser(uri: str, leads_home: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_loopback(uri) is leads_home


def test_the_nearest_is_the_one_with_the_fewest_differences() -> None:
    registered = ["http://localhost:3000/cb", "https://delinde.test/cb", "https://delinde.test/callback"]

    assert nearest("https://delinde.test/callback/", registered) == "https://delinde.test/callback"
    assert nearest("http://delinde.test/cb", registered) == "https://delinde.test/cb"
    assert nearest("https://delinde.test/call", registered) == "https://delinde.test/callback"
    assert nearest("https://delinde.test/cb", []) is None


def test_differences_are_told_part_by_part() -> None:
    told = differences("http://[::1]:5000/CB?a=1", "https://[::1]/cb")

    assert [(part.en, came, registered) for part, came, registered in told] == [
        ("scheme", "http", "https"),
        ("port", ":5000", ""),
        ("path: upper and lower case", "/CB", "/cb"),
        ("query", "?a=1", ""),
    ]
    assert differences(SHOP, SHOP) == ()


@given(st.text(alphabet="aA1:/?@[]%20.&=-", max_size=30), st.text(alphabet="aA1:/?@[]%20.&=-", max_size=30))
def test_two_uris_without_a_flaw_differ_in_a_part_exactly_when_they_differ(rest: str, other: str) -> None:
    one, two = f"http:{rest}", f"a:{other}"
    assert flaw_of(one) is not None or flaw_of(two) is not None or differences(one, two)
    assert flaw_of(one) is not None or not differences(one, one)


def test_parameters_are_added_behind_the_query_and_state_stays_as_it_is() -> None:
    location = with_parameters(
        "https://delinde.test/cb?vestiging=12",
        {"code": "mb_ac_1 &"},
        state_as_written="a%2fb+c",
        issuer="http://m:8080",
    )

    assert location == (
        "https://delinde.test/cb?vestiging=12&code=mb_ac_1%20%26&state=a%2fb+c&iss=http%3A%2F%2Fm%3A8080"
    )


@pytest.mark.parametrize("uri", ["https://delinde.test/cb?", "https://delinde.test/cb?a=1&"])
def test_an_open_query_needs_no_more_to_join_it(uri: str) -> None:
    assert with_parameters(uri, {}, state_as_written=None, issuer="i") == f"{uri}iss=i"
