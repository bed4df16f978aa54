"""Registration: a client for whoever asks, with an administration of its own (RFC 7591)."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.asking import REGISTER, SERVER, register
from tests.api.conftest import ApiClient, OpenApi

ALL_SCOPES = (
    "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"
)
SHOP: dict[str, Any] = {"redirect_uris": ["https://delinde.test/callback"]}
JSON = {"Content-Type": "application/json"}


def test_a_client_is_told_what_was_registered(api: ApiClient) -> None:
    response = api.post(
        REGISTER,
        json={
            "client_name": "Webwinkel De Linde",
            "redirect_uris": ["https://delinde.test/callback", "nl.delinde.app:/cb"],
            "grant_types": ["authorization_code", "refresh_token", "client_credentials"],
            "token_endpoint_auth_method": "client_secret_post",
            "scope": "transactions:write debtors:read",
            "logo_uri": "https://delinde.test/logo.svg",
            "contacts": ["beheer@delinde.test"],
            "client_name#nl": "Webwinkel De Linde",
        },
    )

    assert response.status_code == 201
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")
    registered = response.json()
    assert registered.pop("client_id").isalnum()
    assert registered.pop("client_secret").isalnum()
    assert registered == {
        "client_id_issued_at": int(datetime(2026, 11, 23, 9, tzinfo=UTC).timestamp()),
        "client_secret_expires_at": 0,
        "client_name": "Webwinkel De Linde",
        "redirect_uris": ["https://delinde.test/callback", "nl.delinde.app:/cb"],
        "token_endpoint_auth_method": "client_secret_post",
        "grant_types": ["authorization_code", "refresh_token", "client_credentials"],
        "response_types": ["code"],
        "scope": "debtors:read transactions:write",
        "administration_id": "adm_000001",
    }


def test_what_is_left_out_is_filled_in(api: ApiClient) -> None:
    registered = api.post(REGISTER, json={**SHOP, "client_name": None, "scope": ""}).json()

    assert registered["client_name"] == registered["client_id"]
    assert registered["grant_types"] == ["authorization_code", "refresh_token", "client_credentials"]
    assert registered["response_types"] == ["code"]
    assert registered["token_endpoint_auth_method"] == "client_secret_basic"
    assert registered["scope"] == ALL_SCOPES


def test_a_public_client_gets_no_secret(api: ApiClient) -> None:
    registered = register(api, token_endpoint_auth_method="none")

    assert registered["token_endpoint_auth_method"] == "none"
    assert registered["grant_types"] == ["authorization_code", "refresh_token"]
    assert not {"client_secret", "client_secret_expires_at"} & registered.keys()


def test_a_client_that_no_person_uses_needs_no_redirect_uri(api: ApiClient) -> None:
    registered = api.post(REGISTER, json={"grant_types": ["client_credentials"]}).json()

    assert (registered["redirect_uris"], registered["response_types"]) == ([], [])


def test_a_client_may_send_its_secret_either_way_whatever_it_registered(api: ApiClient) -> None:
    batch = api.post(REGISTER, json={"grant_types": ["client_credentials"]}).json()
    credentials = {"client_id": batch["client_id"], "client_secret": batch["client_secret"]}
    form = {"grant_type": "client_credentials"}

    basic = api.post(f"{SERVER}/oauth/token", data=form, auth=(batch["client_id"], batch["client_secret"]))
    del api.headers["Authorization"]
    posted = api.post(f"{SERVER}/oauth/token", data=form | credentials)

    assert (basic.status_code, posted.status_code) == (200, 200)


def test_a_client_has_seeded_books_of_its_own(seeded_api: ApiClient) -> None:
    batch = seeded_api.post(REGISTER, json={"grant_types": ["client_credentials"]}).json()
    form = {"grant_type": "client_credentials"}
    token = seeded_api.post(
        f"{SERVER}/oauth/token", data=form, auth=(batch["client_id"], batch["client_secret"])
    ).json()["access_token"]

    seeded_api.debtor(name="Kapsalon Krul")
    own = {"Authorization": f"Bearer {token}"}

    assert seeded_api.get("/debtors", headers=own).json()["page"]["totalItems"] == 25
    assert seeded_api.get("/debtors").json()["page"]["totalItems"] == 26


def test_the_same_calls_register_the_same_clients(open_api: OpenApi) -> None:
    one, other = open_api(), open_api()
    register(one)
    register(other)

    assert register(one) == register(other)
    assert register(one)["client_id"] != register(one)["client_id"]


@pytest.mark.parametrize(
    ("metadata", "error", "description"),
    [
        pytest.param(
            {},
            "invalid_redirect_uri",
            "redirect_uris is missing; the grant type authorization_code needs at least one.",
            id="redirect_uris missing: RFC 7591, 2",
        ),
        pytest.param(
            {"redirect_uris": []},
            "invalid_redirect_uri",
            "redirect_uris is missing; the grant type authorization_code needs at least one.",
            id="redirect_uris empty: RFC 7591, 2",
        ),
        pytest.param(
            {"redirect_uris": "https://delinde.test/callback"},
            "invalid_redirect_uri",
            "redirect_uris must be an array of texts.",
            id="redirect_uris not an array: RFC 7591, 2",
        ),
        pytest.param(
            {"redirect_uris": ["https://delinde.test/cb", 1]},
            "invalid_redirect_uri",
            "redirect_uris must be an array of texts.",
            id="redirect_uris with a number: RFC 7591, 2",
        ),
        pytest.param(
            {"redirect_uris": ["https://delinde.test/cb"] * 21},
            "invalid_redirect_uri",
            "redirect_uris holds 21; 20 are allowed.",
            id="too many redirect_uris: ours",
        ),
        pytest.param(
            {"redirect_uris": ["https://delinde.test/cb", "https://delinde.test/cb#x"]},
            "invalid_redirect_uri",
            "redirect_uris[1] https://delinde.test/cb#x cannot be used: it holds a fragment (#), which may not be part"
            " of a redirect URI.",
            id="fragment: RFC 6749, 3.1.2",
        ),
        pytest.param(
            {"redirect_uris": ["javascript:alert(1)"]},
            "invalid_redirect_uri",
            "redirect_uris[0] javascript:alert(1) cannot be used: no client can be reached by javascript:.",
            id="javascript: RFC 9700, 4.1",
        ),
        pytest.param(
            {"redirect_uris": ["https://*.delinde.test/cb é"]},
            "invalid_redirect_uri",
            "redirect_uris[0] https://*.delinde.test/cb ? cannot be used: character 26 is U+0020, which may only"
            " stand in a URI percent-encoded.",
            id="no URI: RFC 3986, 2",
        ),
        pytest.param(
            {**SHOP, "token_endpoint_auth_method": "private_key_jwt"},
            "invalid_client_metadata",
            "token_endpoint_auth_method private_key_jwt is not offered;"
            " these are: client_secret_basic, client_secret_post, none.",
            id="unknown auth method: RFC 7591, 2",
        ),
        pytest.param(
            {**SHOP, "grant_types": ["authorization_code", "password"]},
            "invalid_client_metadata",
            "grant_types password is not offered; these are: authorization_code, refresh_token, client_credentials.",
            id="unknown grant type: RFC 7591, 2",
        ),
        pytest.param(
            {**SHOP, "grant_types": "authorization_code"},
            "invalid_client_metadata",
            "grant_types must be an array of texts.",
            id="grant_types not an array: RFC 7591, 2",
        ),
        pytest.param(
            {**SHOP, "response_types": ["token"]},
            "invalid_client_metadata",
            "response_types token is not offered; these are: code.",
            id="unknown response type: RFC 7591, 2",
        ),
        pytest.param(
            {"grant_types": ["client_credentials"], "response_types": ["code"]},
            "invalid_client_metadata",
            "response_types has code, which needs the grant type authorization_code.",
            id="grant and response types contradict: RFC 7591, 2.1",
        ),
        pytest.param(
            {"grant_types": ["client_credentials"], "token_endpoint_auth_method": "none"},
            "invalid_client_metadata",
            "The grant type client_credentials needs a secret (RFC 6749, section 4.4), but token_endpoint_auth_method"
            " is none.",
            id="client_credentials without a secret: RFC 6749, 4.4",
        ),
        pytest.param(
            {**SHOP, "scope": "debtors:read invoices:read"},
            "invalid_client_metadata",
            f"There is no scope 'invoices:read'. A client may be registered for {ALL_SCOPES}.",
            id="unknown scope: RFC 7591, 2",
        ),
        pytest.param(
            {**SHOP, "scope": "debtors:read,products:read"},
            "invalid_client_metadata",
            "A comma came in scope; a space separates one scope from the next."
            f" A client may be registered for {ALL_SCOPES}.",
            id="scopes with a comma: RFC 6749, 3.3",
        ),
        pytest.param(
            {**SHOP, "scope": ["debtors:read"]},
            "invalid_client_metadata",
            "scope must be a text; an array came.",
            id="scope not a text: RFC 7591, 2",
        ),
        pytest.param(
            {**SHOP, "client_name": "x" * 101},
            "invalid_client_metadata",
            "client_name has 101 characters; 100 are allowed.",
            id="name too long: ours",
        ),
        pytest.param(
            {**SHOP, "client_name": "De\nLinde"},
            "invalid_client_metadata",
            "client_name must be text that can be read on a page, without control characters.",
            id="name of control characters: ours",
        ),
        pytest.param(
            {**SHOP, "client_name": 7},
            "invalid_client_metadata",
            "client_name must be a text; a number came.",
            id="name not a text: RFC 7591, 2",
        ),
        pytest.param(
            [SHOP],
            "invalid_client_metadata",
            "The body must be a JSON object; an array came.",
            id="not an object: RFC 7591, 3.1",
        ),
    ],
)
def test_what_cannot_be_registered_is_told(api: ApiClient, metadata: object, error: str, description: str) -> None:
    response = api.post(REGISTER, json=metadata)

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/json"
    assert (response.headers["Cache-Control"], response.headers["Pragma"]) == ("no-store", "no-cache")
    assert response.json() == {
        "error": error,
        "error_description": description,
        "error_uri": f"http://mockbooks.test/docs/oauth#{error.replace('_', '-')}",
    }
    assert [client.client_id for client in api.app.authority.clients] == ["mockbooks-demo"]
    assert [each.id for each in api.app.administrations.all()] == ["demo"]


@pytest.mark.parametrize(
    ("body", "headers", "description"),
    [
        (b'{"redirect_uris":', JSON, "The body is not valid JSON: unexpected end of data (line 1, column 18)."),
        (b"", JSON, "The body is not valid JSON: Input is a zero-length, empty document (line 1, column 1)."),
        (b'{"scope":"debtors:read","scope":"products:read"}', JSON, "the key 'scope' stands twice in one object"),
        (b"\xff", JSON, "UTF-8"),
        (b"[" * 100 + b"]" * 100, JSON, "16"),
        (b"redirect_uris=x", {"Content-Type": "text/plain"}, "The metadata must come as application/json; text/plain"),
        (b"{}", {}, "The metadata must come as application/json; no Content-Type came."),
        (b" " * 65_537, JSON, "The metadata is 65537 bytes; 65536 are allowed."),
        (b" " * 65_536, JSON, "The body is not valid JSON"),
    ],
)
def test_a_body_that_cannot_be_read_is_told(
    api: ApiClient, body: bytes, headers: dict[str, str], description: str
) -> None:
    response = api.post(REGISTER, content=body, headers=headers)

    assert (response.status_code, response.json()["error"]) == (400, "invalid_client_metadata")
    assert description in response.json()["error_description"]


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_web_page_may_send_without_asking_registers_nothing(api: ApiClient, content_type: str) -> None:
    headers = {"Origin": "https://a.test", "Content-Type": content_type}

    response = api.post(REGISTER, content=b'{"redirect_uris":["https://a.test/callback"]}', headers=headers)

    assert response.status_code == 400
    assert [name for name in response.headers if name.startswith("access-control-")] == []
    assert [client.client_id for client in api.app.authority.clients] == ["mockbooks-demo"]


def test_a_client_whose_administration_made_room_is_gone_too(open_api: OpenApi) -> None:
    api = open_api(max_administrations=2)
    first, second, third = register(api), register(api), register(api)

    known = [client.client_id for client in api.app.authority.clients]

    assert known == ["mockbooks-demo", second["client_id"], third["client_id"]]
    page = api.get(f"{SERVER}/oauth/authorize?response_type=code&client_id={first['client_id']}")
    assert page.status_code == 400


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    metadata=st.dictionaries(
        st.sampled_from(["client_name", "redirect_uris", "grant_types", "response_types", "scope", "jwks"]),
        st.recursive(st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=9), st.lists, max_leaves=3),
    )
)
def test_no_metadata_makes_the_server_fail(api: ApiClient, metadata: dict[str, object]) -> None:
    assert api.post(REGISTER, json=metadata).status_code in {201, 400}
