"""The authorization endpoint: what is shown to the person, and nobody is redirected (RFC 6749, section 4.1.2.1)."""

import re

import pytest

from tests.api.asking import ASKED, BROWSER, CALLBACK, SERVER, ask, register, told
from tests.api.conftest import ApiClient

DEMO = "client_id=mockbooks-demo"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MAY = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"


@pytest.mark.parametrize(
    ("query", "error", "parameter", "text"),
    [
        pytest.param(
            f"response_type=code&redirect_uri={CALLBACK}",
            "invalid_request",
            "client_id",
            "client_id is missing: who is asking?",
            id="client_id missing: RFC 6749, 4.1.1",
        ),
        pytest.param(
            f"response_type=code&client_id=nobody&redirect_uri={CALLBACK}",
            "invalid_client",
            "client_id",
            "No client with this id is registered here.",
            id="client_id unknown: RFC 6749, 4.1.2.1",
        ),
        pytest.param(
            f"{ASKED}&client_id=mockbooks-demo",
            "invalid_request",
            "client_id",
            "client_id came 2 times; it may come once.",
            id="client_id repeated: RFC 6749, 3.1",
        ),
        pytest.param(
            f"response_type=code&{DEMO}",
            "invalid_request",
            "redirect_uri",
            "redirect_uri is missing. It may be left out only when exactly one is registered.",
            id="redirect_uri missing: RFC 6749, 3.1.2.3",
        ),
        pytest.param(
            f"{ASKED}&redirect_uri=https://evil.test/",
            "invalid_request",
            "redirect_uri",
            "redirect_uri came 2 times; it may come once.",
            id="redirect_uri repeated: RFC 6749, 3.1",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri=https://evil.test/callback",
            "invalid_request",
            "redirect_uri",
            "redirect_uri is not one that is registered for this client.",
            id="redirect_uri unregistered: RFC 9700, 4.1.3",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri=https://oauth.pstmn.io/v1/callback?x=1",
            "invalid_request",
            "redirect_uri",
            "redirect_uri is not one that is registered for this client.",
            id="redirect_uri with a query added: RFC 9700, 4.1.3",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri={CALLBACK}%23here",
            "invalid_request",
            "redirect_uri",
            "redirect_uri cannot be used: it holds a fragment (#), which may not be part of a redirect URI.",
            id="redirect_uri with a fragment: RFC 6749, 3.1.2",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri=/callback",
            "invalid_request",
            "redirect_uri",
            "redirect_uri cannot be used: it is not absolute",
            id="redirect_uri not absolute: RFC 6749, 3.1.2",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri=http://localhost@evil.test/",
            "invalid_request",
            "redirect_uri",
            "redirect_uri cannot be used: it holds a user name before its host.",
            id="redirect_uri with a user name: RFC 9700, 4.1.1",
        ),
        pytest.param(
            f"response_type=code&{DEMO}&redirect_uri=http://localhost/%0D%0ASet-Cookie:a",
            "invalid_request",
            "redirect_uri",
            "redirect_uri cannot be used: character 18 is U+000D, which may only",
            id="redirect_uri with a line break: RFC 3986, 2",
        ),
    ],
)
def test_nobody_is_redirected(api: ApiClient, query: str, error: str, parameter: str, text: str) -> None:
    page = ask(api, query)
    program = ask(api, query, Accept="application/json")

    assert (page.status_code, page.headers["Content-Type"]) == (400, "text/html; charset=utf-8")
    assert "Location" not in page.headers
    assert f"<code>{error}</code>" in page.text
    assert text in page.text
    assert (program.status_code, program.headers["Content-Type"]) == (400, "application/json")
    assert "Location" not in program.headers
    assert (program.json()["error"], program.json()["parameter"]) == (error, parameter)


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        ("response_type=code", "invalid-request"),
        ("client_id=nobody", "invalid-client"),
        (DEMO, "redirect-uri-mismatch"),
    ],
)
def test_what_is_shown_is_explained_where_it_says(api: ApiClient, query: str, anchor: str) -> None:
    page = ask(api, query).text
    program = ask(api, query, Accept="application/json").json()

    assert program["error_uri"] == f"{SERVER}/docs/oauth#{anchor}"
    assert f'<a href="{SERVER}/docs/oauth#{anchor}">' in page
    assert f'id="{anchor}"' in api.get(f"{SERVER}/docs/oauth", headers=BROWSER).text


@pytest.mark.parametrize(
    ("query", "anchor"),
    [
        (f"{ASKED}&scope=nothing", "invalid-scope"),
        (f"{ASKED}&response_type=token", "invalid-request"),
        (ASKED.replace("=code", "=token"), "unsupported-response-type"),
    ],
)
def test_what_is_redirected_is_explained_where_it_says(api: ApiClient, query: str, anchor: str) -> None:
    assert told(ask(api, query))["error_uri"] == f"{SERVER}/docs/oauth#{anchor}"
    assert f'<article id="{anchor}"' in api.get(f"{SERVER}/docs/oauth", headers=BROWSER).text


@pytest.mark.parametrize("accept", ["text/html, application/json;q=0.9", "*/*", ""])
def test_whoever_takes_a_page_gets_the_page(api: ApiClient, accept: str) -> None:
    assert ask(api, "response_type=code", Accept=accept).headers["Content-Type"] == "text/html; charset=utf-8"


def test_a_program_is_told_what_came_and_what_was_expected(api: ApiClient) -> None:
    shop = register(api, redirect_uris=["https://delinde.test/callback", "https://delinde.test/test"])
    query = f"response_type=code&client_id={shop['client_id']}&redirect_uri=https://delinde.test/callback/"

    assert ask(api, query, Accept="application/json").json() == {
        "error": "invalid_request",
        "error_description": "redirect_uri is not one that is registered for this client. They are compared character"
        " by character, except the port of a loopback address. Came: https://delinde.test/callback/"
        " Expected: https://delinde.test/callback or https://delinde.test/test",
        "error_uri": "http://mockbooks.test/docs/oauth#redirect-uri-mismatch",
        "parameter": "redirect_uri",
        "came": "https://delinde.test/callback/",
        "expected": ["https://delinde.test/callback", "https://delinde.test/test"],
        "nearest": "https://delinde.test/callback",
    }


@pytest.mark.parametrize(
    ("came", "part", "wrong", "right"),
    [
        ("https://delinde.test/callback/", "slash at the end of the path", "/callback/", "/callback"),
        ("http://delinde.test/callback", "scheme", "http", "https"),
        ("https://delinde.test:8443/callback", "port", ":8443", "none"),
        ("https://www.delinde.test/callback", "host", "www.delinde.test", "delinde.test"),
        ("https://delinde.test/Callback", "path: upper and lower case", "/Callback", "/callback"),
        ("https://delinde.test/callback?a=1", "query", "?a=1", "none"),
    ],
)
def test_the_page_points_at_the_nearest_difference(
    api: ApiClient, came: str, part: str, wrong: str, right: str
) -> None:
    shop = register(api)

    page = ask(api, f"response_type=code&client_id={shop['client_id']}&redirect_uri={came}").text

    row = re.search(r'<th scope="row">(.*?)</tr>', page, re.DOTALL)
    assert row is not None
    assert re.findall(r"\s*([^<>\s][^<>]*[^<>\s])\s*<", row[1]) == [part, wrong, right]


def test_the_page_names_the_client_that_was_probably_meant(api: ApiClient) -> None:
    assert '<code class="near">mockbooks-demo</code>' in ask(api, "response_type=code&client_id=mockbook-demo").text


def test_the_page_shows_how_to_register_that_redirect_uri(api: ApiClient) -> None:
    page = ask(api, f"response_type=code&{DEMO}&redirect_uri=https://delinde.test/callback").text

    assert "curl http://mockbooks.test/oauth/register" in page
    assert "browser-callback&#34;,&#34;https://delinde.test/callback&#34;]" in page


def test_a_program_of_the_demo_client_is_told_that_any_loopback_address_will_do(api: ApiClient) -> None:
    told = ask(api, f"{DEMO}&redirect_uri=https://delinde.test/callback", Accept="application/json").json()

    assert told["expected"][-1] == "any loopback address, such as http://127.0.0.1:8000/callback"
    assert "or any loopback address" in told["error_description"]


def test_the_page_is_in_dutch_for_whoever_reads_dutch(api: ApiClient) -> None:
    page = ask(api, "response_type=code", **{"Accept-Language": "nl-NL"})

    assert page.headers["Content-Language"] == "nl"
    assert "client_id ontbreekt: wie vraagt dit?" in page.text


def test_what_came_cannot_become_part_of_the_page(api: ApiClient) -> None:
    page = ask(api, "response_type=code&client_id=%3Cscript%3Ealert(1)%3C/script%3E").text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page


def test_the_page_runs_no_foreign_script_and_goes_into_no_frame(api: ApiClient) -> None:
    assert ask(api, "response_type=code").headers["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "script-src 'self'; form-action 'none'"
    )
