"""The authorization endpoint: what is sent back to the client, what never is, and where it is sent."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockbooks.traffic.exchange import Answer, Exchange
from tests.api.asking import ASKED, AUTHORIZE, BROWSER, CALLBACK, CHALLENGE, SERVER, ask, decide, register, told
from tests.api.conftest import ApiClient, OpenApi

DEMO = "client_id=mockbooks-demo"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MAY = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"


def asked_in_bytes(api: ApiClient, query: bytes) -> Answer:
    """Send a query that no client library would write."""
    path, host = "/oauth/authorize", "mockbooks.test"
    return api.app.pipeline.handle(Exchange(method="GET", path=path, host=host, query_string=query))


# What the client is told by a redirect (RFC 6749, section 4.1.2.1)


@pytest.mark.parametrize(
    ("query", "error", "description"),
    [
        pytest.param(
            f"{DEMO}&redirect_uri={CALLBACK}&state=xyz",
            "invalid_request",
            "response_type is missing; code is offered.",
            id="response_type missing: RFC 6749, 4.1.2.1",
        ),
        pytest.param(
            f"response_type=&{DEMO}&redirect_uri={CALLBACK}&state=xyz",
            "invalid_request",
            "response_type is missing; code is offered.",
            id="response_type empty: RFC 6749, 3.1",
        ),
        pytest.param(
            f"response_type=token&{DEMO}&redirect_uri={CALLBACK}&state=xyz",
            "unsupported_response_type",
            "response_type token is not offered; code is.",
            id="implicit: RFC 6749, 4.1.2.1, and RFC 9700, 2.1.2",
        ),
        pytest.param(
            f"response_type=code%20id_token&{DEMO}&redirect_uri={CALLBACK}&state=xyz",
            "unsupported_response_type",
            "response_type code id_token is not offered; code is.",
            id="hybrid: RFC 6749, 8.4",
        ),
        pytest.param(
            f"response_type=%22%5C%C3%A9&{DEMO}&redirect_uri={CALLBACK}&state=xyz",
            "unsupported_response_type",
            "response_type '/? is not offered; code is.",
            id="characters that no description may hold: RFC 6749, 4.1.2.1",
        ),
        pytest.param(
            f"{ASKED}&response_type=code",
            "invalid_request",
            "response_type came 2 times; it may come once.",
            id="repeated parameter: RFC 6749, 3.1",
        ),
        pytest.param(
            f"{ASKED}&scope=debtors:read&scope=products:read",
            "invalid_request",
            "scope came 2 times; it may come once.",
            id="repeated scope: RFC 6749, 3.1",
        ),
        pytest.param(
            f"{ASKED}&response_mode=form_post",
            "invalid_request",
            "response_mode form_post is not offered; query is.",
            id="response_mode: RFC 8414, 2",
        ),
        pytest.param(
            f"{ASKED}&code_challenge={CHALLENGE}&code_challenge_method=plain",
            "invalid_request",
            "code_challenge_method plain came; only S256 is taken.",
            id="plain: RFC 7636, 4.4.1, and RFC 9700, 2.1.1",
        ),
        pytest.param(
            f"{ASKED}&code_challenge={CHALLENGE}",
            "invalid_request",
            "code_challenge_method is missing, which means plain; only S256 is taken.",
            id="no method: RFC 7636, 4.3",
        ),
        pytest.param(
            f"{ASKED}&code_challenge={CHALLENGE}&code_challenge_method=S512",
            "invalid_request",
            "code_challenge_method S512 came; only S256 is taken.",
            id="unknown method: RFC 7636, 4.4.1",
        ),
        pytest.param(
            f"{ASKED}&code_challenge_method=S256",
            "invalid_request",
            "code_challenge is missing: code_challenge_method came without it, so PKCE is needed.",
            id="method without challenge: RFC 7636, 4.3",
        ),
        pytest.param(
            f"{ASKED}&code_challenge={CHALLENGE}%3D&code_challenge_method=S256",
            "invalid_request",
            "code_challenge is not a hash of S256 in base64url: that has 43 characters of A-Z a-z 0-9 - _,"
            " and 44 characters came. Leave the padding (=) off.",
            id="challenge with padding: RFC 7636, 4.2",
        ),
        pytest.param(
            f"{ASKED}&code_challenge=korenaar&code_challenge_method=S256",
            "invalid_request",
            "code_challenge is not a hash of S256 in base64url: that has 43 characters of A-Z a-z 0-9 - _,"
            " and 8 characters came.",
            id="challenge that is none: RFC 7636, 4.2",
        ),
        pytest.param(
            f"{ASKED}&scope=debtors:read+invoices:read",
            "invalid_scope",
            f"There is no scope 'invoices:read'. This client is registered for {MAY}.",
            id="unknown scope: RFC 6749, 3.3",
        ),
        pytest.param(
            f"{ASKED}&scope=debtors:read,products:read",
            "invalid_scope",
            f"A comma came in scope; a space separates one scope from the next. This client is registered for {MAY}.",
            id="scopes with a comma: RFC 6749, 3.3",
        ),
        pytest.param(
            f"{ASKED}&scope=debtors:read++products:read",
            "invalid_scope",
            "Exactly one space separates scopes, and none stands before or after them."
            f" This client is registered for {MAY}.",
            id="malformed scope: RFC 6749, 3.3",
        ),
        pytest.param(
            f"{ASKED}&administration=adm_999999",
            "invalid_request",
            "There is no administration adm_999999 to connect.",
            id="unknown administration: ours",
        ),
    ],
)
def test_the_client_is_told_by_a_redirect(api: ApiClient, query: str, error: str, description: str) -> None:
    response = ask(api, query)

    assert response.status_code == 302
    assert response.headers["Location"].startswith(f"{CALLBACK}?error={error}&")
    assert told(response) == {
        "error": error,
        "error_description": description,
        "error_uri": f"{SERVER}/docs/oauth#{error.replace('_', '-')}",
        "state": "xyz",
        "iss": SERVER,
    }


def test_a_public_client_needs_pkce(api: ApiClient) -> None:
    app = register(api, token_endpoint_auth_method="none", redirect_uris=["nl.delinde.app:/cb"])

    response = ask(api, f"response_type=code&client_id={app['client_id']}")

    assert response.headers["Location"].startswith("nl.delinde.app:/cb?error=invalid_request&")
    assert told(response)["error_description"] == "code_challenge is missing: this client is public, so PKCE is needed."


def test_a_client_without_the_grant_is_not_authorized(api: ApiClient) -> None:
    batch = register(api, grant_types=["client_credentials"], response_types=[])

    response = ask(api, f"response_type=code&client_id={batch['client_id']}")

    assert told(response)["error"] == "unauthorized_client"
    assert told(response)["error_description"] == (
        "This client is not registered for authorization_code, only for client_credentials."
    )


def test_a_scope_beyond_those_of_the_client_is_refused(api: ApiClient) -> None:
    reader = register(api, scope="debtors:read")

    response = ask(api, f"response_type=code&client_id={reader['client_id']}&scope=debtors:write")

    assert told(response)["error_description"] == (
        "The scope 'debtors:write' is more than there is to give. This client is registered for debtors:read."
    )


def test_what_came_is_told_shortened(api: ApiClient) -> None:
    response = ask(api, f"response_type={'x' * 300}&{DEMO}&redirect_uri={CALLBACK}")

    assert told(response)["error_description"] == f"response_type {'x' * 200}... is not offered; code is."


# What is shown to the person, and nobody is redirected (RFC 6749, section 4.1.2.1)


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
        " by character, except the port of a loopback address. Came: https://delinde.test/callback/ Expected: https://delinde.test/callback or"
        " https://delinde.test/test",
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


# Where the answer goes


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost:3000/cb",
        "http://127.0.0.1/cb",
        "http://[::1]:49152/cb",
        "https://localhost:8443/cb",
        "http://winkel.localhost:3000/cb",
        "http://127.8.0.1:5000/",
        "https://oauth.pstmn.io/v1/callback",
        "https://oauth.pstmn.io/v1/browser-callback",
        "http://mockbooks.test/docs/assets/oauth2-redirect.html",
    ],
)
def test_the_demo_client_listens_on_any_loopback_address_and_in_swagger_ui_and_postman(
    open_api: OpenApi, uri: str
) -> None:
    api = open_api(auto_approve=True)

    assert (
        ask(api, f"response_type=code&{DEMO}&redirect_uri={uri}").headers["Location"].startswith(f"{uri}?code=mb_ac_")
    )


def test_swagger_ui_gets_its_answer_at_the_public_url_and_at_the_one_it_was_opened_at(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True, public_url="https://boeken.delinde.test")
    page = "/docs/assets/oauth2-redirect.html"

    inside = ask(api, f"response_type=code&{DEMO}&redirect_uri={SERVER}{page}")
    outside = ask(api, f"response_type=code&{DEMO}&redirect_uri=https://boeken.delinde.test{page}")

    assert told(inside)["iss"] == told(outside)["iss"] == "https://boeken.delinde.test"


def test_a_registered_client_does_not_get_the_liberties_of_the_demo(api: ApiClient) -> None:
    shop = register(api)

    asked = f"response_type=code&client_id={shop['client_id']}"

    assert ask(api, f"{asked}&redirect_uri={CALLBACK}").status_code == 400
    assert ask(api, f"{asked}&redirect_uri={SERVER}/docs/assets/oauth2-redirect.html").status_code == 400


def test_the_port_of_a_registered_loopback_uri_may_be_another(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    app = register(api, redirect_uris=["http://127.0.0.1/klaar"])

    asked = f"response_type=code&client_id={app['client_id']}"

    response = ask(api, f"{asked}&redirect_uri=http://127.0.0.1:51004/klaar")
    assert response.headers["Location"].startswith("http://127.0.0.1:51004/klaar?code=")
    assert ask(api, f"{asked}&redirect_uri=http://localhost:51004/klaar").status_code == 400


def test_the_only_registered_uri_need_not_be_sent(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    shop = register(api)

    response = ask(api, f"response_type=code&client_id={shop['client_id']}")

    assert response.headers["Location"].startswith("https://delinde.test/callback?code=")
    code = api.app.authority.tokens.code(told(response)["code"])
    assert code is not None
    assert (code.redirect_uri, code.redirect_uri_was_sent) == ("https://delinde.test/callback", False)


@pytest.mark.parametrize(
    ("registered", "beginning"),
    [
        ("https://delinde.test/cb?vestiging=12", "https://delinde.test/cb?vestiging=12&code=mb_ac_"),
        ("https://delinde.test/cb?", "https://delinde.test/cb?code=mb_ac_"),
        ("https://delinde.test", "https://delinde.test?code=mb_ac_"),
        ("nl.delinde.app:/cb", "nl.delinde.app:/cb?code=mb_ac_"),
        ("delinde://cb", "delinde://cb?code=mb_ac_"),
    ],
)
def test_the_query_of_a_redirect_uri_is_kept(open_api: OpenApi, registered: str, beginning: str) -> None:
    api = open_api(auto_approve=True)
    shop = register(api, redirect_uris=[registered])

    response = ask(api, f"response_type=code&client_id={shop['client_id']}")

    assert response.headers["Location"].startswith(beginning)


# What goes back untouched, and what is ignored


@pytest.mark.parametrize(
    "state",
    [
        b"xyz",
        b"TW9uIE5vdiAyMw%3D%3D",
        b"TW9uIE5vdiAyMw==",
        b"a%2fb%2Fc",
        b"a+b%20c%2Bd",
        b"%E2%82%AC%22%5C",
        b"%FF%00%0A%0D",
        b"%zz%",
        b"a;b:c@d/e?f",
        b"%7B%22n%22%3A1%7D",
    ],
)
def test_state_goes_back_byte_for_byte(open_api: OpenApi, state: bytes) -> None:
    api = open_api(auto_approve=True)

    answer = asked_in_bytes(api, f"response_type=code&{DEMO}&redirect_uri={CALLBACK}&state=".encode() + state)

    location = answer.header("Location")
    assert location is not None
    assert location.split("&")[1] == f"state={state.decode()}"


def test_an_empty_state_is_no_state(api: ApiClient) -> None:
    assert "state" not in told(ask(api, f"response_type=token&{DEMO}&redirect_uri={CALLBACK}&state="))


def test_of_two_states_neither_goes_back(api: ApiClient) -> None:
    response = ask(api, f"{ASKED}&state=abc")

    assert told(response)["error_description"] == "state came 2 times; it may come once."
    assert "state" not in told(response)


def test_unknown_parameters_and_any_number_of_resources_are_ignored(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    more = "approval_prompt=auto&nonce=1&nonce=2&resource=https://a.test&resource=https://b.test&prompt=consent"

    assert told(ask(api, f"{ASKED}&{more}")).keys() == {"code", "state", "iss"}


# Approved at once


def test_auto_approve_approves_at_once_for_the_home_administration(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)

    response = ask(
        api, f"{ASKED}&scope=products:read+debtors:read&code_challenge={CHALLENGE}&code_challenge_method=S256"
    )

    assert (response.status_code, response.content) == (302, b"")
    assert told(response).keys() == {"code", "state", "iss"}
    code = api.app.authority.tokens.code(told(response)["code"])
    assert code is not None
    assert (code.grant.client_id, code.grant.administration_id) == ("mockbooks-demo", "demo")
    assert code.grant.scopes == ("debtors:read", "products:read")
    assert (code.redirect_uri, code.redirect_uri_was_sent, code.code_challenge) == (CALLBACK, True, CHALLENGE)
    assert (code.expires_at - code.issued_at).total_seconds() == 60


def test_auto_approve_follows_the_administration_that_is_asked_for(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    customer = register(api)["administration_id"]

    code = api.app.authority.tokens.code(told(ask(api, f"{ASKED}&administration={customer}"))["code"])

    assert code is not None
    assert code.grant.administration_id == customer


def test_without_scope_all_that_the_client_may_ask_for_is_granted(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    reader = register(api, scope="transactions:read debtors:read")

    response = ask(api, f"response_type=code&client_id={reader['client_id']}")

    code = api.app.authority.tokens.code(told(response)["code"])
    assert code is not None
    assert code.grant.scopes == ("debtors:read", "transactions:read")


def test_the_same_calls_give_the_same_codes(open_api: OpenApi) -> None:
    one, other = open_api(auto_approve=True), open_api(auto_approve=True)

    assert ask(one, ASKED).headers["Location"] == ask(other, ASKED).headers["Location"]


# The endpoint itself


def test_a_form_asks_as_a_query_does(api: ApiClient) -> None:
    response = api.post(
        AUTHORIZE, content=ASKED, headers={**BROWSER, "Content-Type": "application/x-www-form-urlencoded"}
    )

    assert response.status_code == 200
    assert "<strong>mockbooks demo</strong> asks for access" in response.text


def test_a_form_that_is_refused_is_redirected_with_303(api: ApiClient) -> None:
    response = api.post(AUTHORIZE, content=ASKED.replace("=code", "=token"), headers={**BROWSER, **FORM})

    assert (response.status_code, told(response)["error"]) == (303, "unsupported_response_type")


def test_what_is_no_form_is_refused(api: ApiClient) -> None:
    response = api.post(AUTHORIZE, json={"client_id": "mockbooks-demo"}, headers={"Accept": "application/json"})

    assert response.status_code == 400
    assert response.json()["error_description"] == (
        "A form must come as application/x-www-form-urlencoded. Came: application/json"
    )


def test_a_form_that_is_far_too_large_is_refused(api: ApiClient) -> None:
    response = decide(api, ASKED, decision="approve", padding="x" * 70_000)

    assert response.status_code == 400
    assert "The form is larger than 65536 bytes." in response.text


@pytest.mark.parametrize("query", [ASKED, f"{ASKED}&scope=nothing", "response_type=code"])
def test_no_other_origin_may_read_what_is_answered(api: ApiClient, query: str) -> None:
    response = ask(api, query, Origin="https://evil.test")

    assert [name for name in response.headers if name.startswith("access-control-")] == []


@pytest.mark.parametrize("query", [ASKED, f"{ASKED}&scope=nothing", "response_type=code"])
def test_no_answer_is_kept_or_tells_where_it_came_from(api: ApiClient, query: str) -> None:
    headers = ask(api, query).headers

    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=60), name=st.sampled_from([b"", b"client_id=", b"redirect_uri=", b"scope=", b"state="]))
def test_no_bytes_make_the_server_fail(api: ApiClient, noise: bytes, name: bytes) -> None:
    alone = asked_in_bytes(api, name + noise)
    beside = asked_in_bytes(api, f"response_type=code&{DEMO}&redirect_uri={CALLBACK}&".encode() + name + noise)

    assert alone.status == 400
    assert beside.status in {200, 302, 400}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.text(max_size=40), method=st.text(max_size=20))
def test_no_text_makes_the_server_fail_or_redirect_to_another_machine(api: ApiClient, rest: str, method: str) -> None:
    asked = "response_type=code&client_id=mockbooks-demo"
    response = decide(api, asked, redirect_uri=f"http://localhost{rest}", code_challenge_method=method)

    assert response.status_code in {200, 303, 400}
    hostname = urlsplit(response.headers.get("Location", "http://localhost")).hostname
    assert hostname is not None
    assert hostname.endswith("localhost")
