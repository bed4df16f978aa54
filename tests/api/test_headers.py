"""Plain HTTP: methods, media types, headers, and the problems that keep a status of their own."""

import httpx
import pytest

from tests.api.conftest import ApiClient, OpenApi

MEMBERS = ["success", "type", "title", "status", "code", "detail", "errors", "requestId"]
METADATA = 'resource_metadata="http://mockbooks.test/.well-known/oauth-protected-resource/api/v1"'
SECURITY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture
def stranger(api: ApiClient) -> httpx.Client:
    """Somebody without a token."""
    return httpx.Client(transport=api._transport, base_url=api.base_url)  # noqa: SLF001


def is_problem(response: httpx.Response, status: int, code: str) -> bool:
    """Hold a response to RFC 9457 and the contract."""
    problem = response.json()
    assert (response.status_code, problem["code"], problem["status"]) == (status, code, status)
    assert list(problem) == MEMBERS
    assert problem["success"] is False
    assert problem["type"] == f"/docs/errors#{code.replace('_', '-')}"
    assert problem["requestId"] == response.headers["X-Request-Id"]
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Content-Language"] == "en"
    return True


def test_a_success_says_so_and_nothing_more(api: ApiClient) -> None:
    api.debtor()
    response = api.get("/debtors/deb_000001")
    assert list(response.json()) == ["success", "data"]
    assert response.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("path", ["/debtors", "/administration", "/debtors/deb_999999", "/nothing", "/support"])
def test_every_answer_names_the_version_and_is_safe(api: ApiClient, path: str) -> None:
    headers = api.get(path).headers
    assert headers["API-Version"] == "1.0.0"
    assert {name: headers[name] for name in SECURITY} == SECURITY


@pytest.mark.parametrize("own", ["shop-4711", "a", "0198f6a2-c4e7-7000-8000-000000000000", "x" * 128])
def test_a_well_formed_request_id_is_echoed(api: ApiClient, own: str) -> None:
    assert api.get("/debtors", headers={"X-Request-Id": own}).headers["X-Request-Id"] == own
    refused = api.get("/debtors/deb_999999", headers={"X-Request-Id": own})
    assert refused.json()["requestId"] == own


@pytest.mark.parametrize("own", ["", "x" * 129, "a b", "a\tb", "<script>", "a,b"])
def test_any_other_request_id_is_replaced(api: ApiClient, own: str) -> None:
    assert api.get("/debtors", headers={"X-Request-Id": own}).headers["X-Request-Id"].startswith("req_")


def test_a_refused_action_is_a_problem_with_its_place(api: ApiClient) -> None:
    response = api.get("/debtors/deb_999999")
    assert is_problem(response, 400, "not_found")
    assert [list(error) for error in response.json()["errors"]] == [["parameter", "code", "detail"]]


def test_a_pointer_and_not_a_parameter_tells_a_place_in_the_body(api: ApiClient) -> None:
    response = api.post("/debtors", json={"name": "Piet Jansen"})
    assert is_problem(response, 400, "validation_failed")
    assert [list(error) for error in response.json()["errors"]] == [["pointer", "code", "detail"]]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/debtors/",
        "/debtors/deb_000001/",
        "/debtor",
        "/Debtors",
        "/debtors/deb_000001/reversal",
        "/",
        "",
        "/debtors//deb_000001",
    ],
)
def test_an_unknown_url_is_404_and_never_a_redirect(api: ApiClient, path: str) -> None:
    assert is_problem(api.get(f"http://mockbooks.test/api/v1{path}"), 404, "unknown_url")


def test_an_unknown_url_is_told_before_a_token_is_asked_for(stranger: httpx.Client) -> None:
    assert is_problem(stranger.get("/nothing"), 404, "unknown_url")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/debtors", "GET, POST, HEAD, OPTIONS"),
        ("PATCH", "/debtors/deb_000001", "GET, PUT, DELETE, HEAD, OPTIONS"),
        ("POST", "/products/prd_000001", "GET, PUT, DELETE, HEAD, OPTIONS"),
        ("PUT", "/transactions/trx_000001", "GET, HEAD, OPTIONS"),
        ("DELETE", "/transactions/trx_000001", "GET, HEAD, OPTIONS"),
        ("GET", "/transactions/trx_000001/reversal", "POST, OPTIONS"),
        ("POST", "/administration", "GET, HEAD, OPTIONS"),
        ("BREW", "/debtors", "GET, POST, HEAD, OPTIONS"),
    ],
)
def test_a_wrong_method_is_405_with_what_is_allowed(api: ApiClient, method: str, path: str, allowed: str) -> None:
    response = api.request(method, path)
    assert is_problem(response, 405, "wrong_method")
    assert response.headers["Allow"] == allowed


@pytest.mark.parametrize("accept", ["text/html", "application/xml", "application/json;q=0", "image/*"])
def test_who_does_not_accept_json_gets_406(api: ApiClient, accept: str) -> None:
    assert is_problem(api.get("/debtors", headers={"Accept": accept}), 406, "not_acceptable")


@pytest.mark.parametrize(
    "accept", ["*/*", "application/*", "application/json", "text/html, */*;q=0.1", "application/problem+json"]
)
def test_who_accepts_json_gets_it(api: ApiClient, accept: str) -> None:
    assert api.get("/debtors", headers={"Accept": accept}).status_code == 200


def test_a_body_that_is_no_json_is_415(api: ApiClient) -> None:
    response = api.post(
        "/debtors", content=b"name=Korenaar", headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert is_problem(response, 415, "unsupported_media_type")


def test_a_body_that_is_too_large_is_413(api: ApiClient) -> None:
    response = api.post("/debtors", content=b"x" * (10 * 1024 * 1024 + 1), headers={"Content-Type": "application/json"})
    assert is_problem(response, 413, "body_too_large")


def test_no_token_is_401_with_a_bare_challenge(stranger: httpx.Client) -> None:
    response = stranger.get("/debtors")
    assert is_problem(response, 401, "token_missing")
    assert response.headers["WWW-Authenticate"] == f'Bearer realm="mockbooks", {METADATA}'


@pytest.mark.parametrize("token", ["nonsense", "mockbooks-demo-toke", "mockbooks-demo-token2", "MOCKBOOKS-DEMO-TOKEN"])
def test_an_unknown_token_is_401_invalid_token(api: ApiClient, token: str) -> None:
    response = api.get("/debtors", headers={"Authorization": f"Bearer {token}"})
    assert is_problem(response, 401, "token_invalid")
    assert response.headers["WWW-Authenticate"] == (
        'Bearer realm="mockbooks", error="invalid_token", '
        f'error_description="The access token is unknown or has been revoked.", {METADATA}'
    )


def test_the_challenge_leads_to_where_tokens_are_given(stranger: httpx.Client) -> None:
    challenge = stranger.get("/debtors").headers["WWW-Authenticate"]
    resource = stranger.get(challenge.partition('resource_metadata="')[2].rstrip('"')).json()
    assert resource["resource"] == "http://mockbooks.test/api/v1"
    assert resource["authorization_servers"] == ["http://mockbooks.test"]


def test_the_challenge_names_the_public_address_where_there_is_one(open_api: OpenApi) -> None:
    api = open_api(public_url="https://books.example:8443")
    challenge = api.get("/debtors", headers={"Authorization": ""}).headers["WWW-Authenticate"]
    assert challenge.endswith(
        'resource_metadata="https://books.example:8443/.well-known/oauth-protected-resource/api/v1"'
    )


@pytest.mark.parametrize("value", ["Basic bW9jazpib29rcw==", "Token mockbooks-demo-token", "basic a b"])
def test_another_scheme_is_no_token_and_is_401_with_a_bare_challenge(api: ApiClient, value: str) -> None:
    response = api.get("/debtors", headers={"Authorization": value})
    assert is_problem(response, 401, "token_missing")
    assert response.headers["WWW-Authenticate"] == f'Bearer realm="mockbooks", {METADATA}'


@pytest.mark.parametrize(
    "value", ["Bearer", "Bearer ", "mockbooks-demo-token", 'Bearer "mockbooks-demo-token"', "Bearer a b"]
)
def test_a_malformed_authorization_is_401_invalid_token(api: ApiClient, value: str) -> None:
    response = api.get("/debtors", headers={"Authorization": value})
    assert is_problem(response, 401, "token_malformed")
    assert response.headers["WWW-Authenticate"].startswith(
        'Bearer realm="mockbooks", error="invalid_token", error_description="'
    )
    assert response.headers["WWW-Authenticate"].endswith(METADATA)


@pytest.mark.parametrize("scheme", ["bearer", "BEARER", "Bearer "])
def test_the_scheme_is_known_in_any_case(api: ApiClient, scheme: str) -> None:
    assert api.get("/debtors", headers={"Authorization": f"{scheme} mockbooks-demo-token"}).status_code == 200


def test_a_token_in_the_query_is_not_taken(stranger: httpx.Client) -> None:
    assert is_problem(stranger.get("/debtors", params={"access_token": "mockbooks-demo-token"}), 401, "token_missing")


@pytest.mark.parametrize("path", ["/debtors", "/debtors/deb_000001", "/administration", "/vat-rates"])
def test_head_is_get_without_the_body(api: ApiClient, path: str) -> None:
    api.debtor()
    head, get = api.head(path), api.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


def test_head_of_what_is_not_there_is_refused_like_get(api: ApiClient) -> None:
    response = api.head("/debtors/deb_999999")
    assert (response.status_code, response.content) == (400, b"")


def test_options_tells_the_methods_without_a_token(stranger: httpx.Client) -> None:
    response = stranger.options("/debtors/deb_000001")
    assert (response.status_code, response.headers["Allow"]) == (204, "GET, PUT, DELETE, HEAD, OPTIONS")


def test_a_web_page_of_another_origin_may_call(stranger: httpx.Client) -> None:
    headers = {
        "Origin": "https://shop.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,idempotency-key",
    }
    response = stranger.options("/debtors", headers=headers)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in response.headers["Access-Control-Allow-Methods"]
    assert "Idempotency-Key" in response.headers["Access-Control-Allow-Headers"]
    read = stranger.get("/debtors", headers={"Origin": "https://shop.example"})
    assert (read.status_code, read.headers["Access-Control-Allow-Origin"]) == (401, "*")
    assert "Link" in read.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", ["/oauth/token", "/oauth/revoke", "/oauth/introspect"])
def test_a_web_page_of_another_origin_may_ask_for_tokens(stranger: httpx.Client, path: str) -> None:
    headers = {
        "Origin": "https://shop.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,x-requested-with",
    }
    response = stranger.options(f"http://mockbooks.test{path}", headers=headers)
    assert (response.status_code, response.headers["Allow"]) == (204, "POST, OPTIONS")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "POST, OPTIONS"
    assert "X-Requested-With" in response.headers["Access-Control-Allow-Headers"]


def test_a_web_page_of_another_origin_may_not_register_clients(stranger: httpx.Client) -> None:
    headers = {
        "Origin": "https://shop.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    response = stranger.options("http://mockbooks.test/oauth/register", headers=headers)
    assert (response.status_code, response.headers["Allow"]) == (204, "POST, OPTIONS")
    assert [name for name in response.headers if name.startswith("access-control-")] == []


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
def test_no_web_page_of_another_origin_reads_the_page_on_which_a_person_consents(
    stranger: httpx.Client, method: str
) -> None:
    headers = {"Origin": "https://shop.example", "Access-Control-Request-Method": "POST"}
    response = stranger.request(method, "http://mockbooks.test/oauth/authorize", headers=headers)
    assert [name for name in response.headers if name.startswith("access-control-")] == []
