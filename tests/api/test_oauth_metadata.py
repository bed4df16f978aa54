"""Metadata: what a client library learns from the server's address alone (RFC 8414 and RFC 9728)."""

import pytest
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata

from tests.api.asking import BROWSER, SERVER
from tests.api.conftest import ApiClient, OpenApi

AUTHORIZATION_SERVER = "/.well-known/oauth-authorization-server"
RESOURCE = "/.well-known/oauth-protected-resource"
ALL = pytest.mark.parametrize("path", [AUTHORIZATION_SERVER, RESOURCE, f"{RESOURCE}/api/v1"])
SCOPES = [
    "debtors:read",
    "debtors:write",
    "transactions:read",
    "transactions:write",
    "products:read",
    "products:write",
    "settings:read",
]


def test_the_authorization_server_is_described_whole(api: ApiClient) -> None:
    response = api.get(SERVER + AUTHORIZATION_SERVER)

    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json() == {
        "issuer": "http://mockbooks.test",
        "authorization_endpoint": "http://mockbooks.test/oauth/authorize",
        "token_endpoint": "http://mockbooks.test/oauth/token",
        "revocation_endpoint": "http://mockbooks.test/oauth/revoke",
        "introspection_endpoint": "http://mockbooks.test/oauth/introspect",
        "registration_endpoint": "http://mockbooks.test/oauth/register",
        "scopes_supported": SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "revocation_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post", "none"],
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": True,
        "service_documentation": "http://mockbooks.test/docs/oauth",
        "ui_locales_supported": ["en", "nl"],
    }


def test_the_issuer_is_where_the_caller_finds_the_server(api: ApiClient, open_api: OpenApi) -> None:
    outside = open_api(public_url="https://boeken.delinde.test")

    assert api.get(f"http://localhost:8080{AUTHORIZATION_SERVER}").json()["issuer"] == "http://localhost:8080"
    assert outside.get(SERVER + AUTHORIZATION_SERVER).json()["issuer"] == "https://boeken.delinde.test"


def test_the_description_is_valid_by_the_rules_of_the_rfc(open_api: OpenApi) -> None:
    described = open_api(public_url="https://boeken.delinde.test").get(SERVER + AUTHORIZATION_SERVER).json()

    AuthorizationServerMetadata(described).validate()


@pytest.mark.parametrize(
    ("path", "resource"),
    [(RESOURCE, "http://mockbooks.test"), (f"{RESOURCE}/api/v1", "http://mockbooks.test/api/v1")],
)
def test_a_resource_is_named_by_the_url_that_it_is_described_for(api: ApiClient, path: str, resource: str) -> None:
    assert api.get(SERVER + path).json() == {
        "resource": resource,
        "authorization_servers": ["http://mockbooks.test"],
        "scopes_supported": SCOPES,
        "bearer_methods_supported": ["header"],
        "resource_name": "mockbooks",
        "resource_documentation": "http://mockbooks.test/docs",
    }


@ALL
def test_metadata_needs_no_token_and_answers_head(api: ApiClient, path: str) -> None:
    del api.headers["Authorization"]
    whole, head = api.get(SERVER + path), api.head(SERVER + path)

    assert (whole.status_code, head.status_code, head.content) == (200, 200, b"")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]


@ALL
def test_web_pages_of_any_origin_may_read_metadata(api: ApiClient, path: str) -> None:
    assert api.get(SERVER + path, headers={"Origin": "https://a.test"}).headers["Access-Control-Allow-Origin"] == "*"


@ALL
def test_metadata_can_only_be_read(api: ApiClient, path: str) -> None:
    response = api.post(SERVER + path, json={})

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("accept", ["application/json", "*/*", BROWSER["Accept"]])
def test_this_is_no_server_of_openid_connect(api: ApiClient, accept: str) -> None:
    assert api.get(f"{SERVER}/.well-known/openid-configuration", headers={"Accept": accept}).status_code == 404


@pytest.mark.parametrize("path", [f"{AUTHORIZATION_SERVER}/tenant1", f"{RESOURCE}/api/v2", f"{RESOURCE}/"])
def test_there_is_no_metadata_of_anything_else(api: ApiClient, path: str) -> None:
    assert api.get(SERVER + path).status_code == 404
