"""The authorization endpoint: what the client is told by a redirect (RFC 6749, section 4.1.2)."""

import pytest

from mockbooks.traffic.exchange import Answer, Exchange
from tests.api.asking import ASKED, CALLBACK, CHALLENGE, SERVER, ask, register, told
from tests.api.conftest import ApiClient, OpenApi

DEMO = "client_id=mockbooks-demo"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MAY = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"


def asked_in_bytes(api: ApiClient, query: bytes) -> Answer:
    """Send a query that no client library would write."""
    path, host = "/oauth/authorize", "mockbooks.test"
    return api.app.pipeline.handle(Exchange(method="GET", path=path, host=host, query_string=query))


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
