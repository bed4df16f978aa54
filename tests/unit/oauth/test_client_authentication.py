"""What a client says of itself in the header, byte for byte (RFC 6749, section 2.3.1; RFC 7617)."""

from base64 import b64encode
from datetime import UTC, datetime
from urllib.parse import quote_plus

import pytest

from mockbooks.oauth.client_authentication import authenticate
from mockbooks.oauth.clients import Client, ClientStore
from mockbooks.oauth.errors import OAuthError


def clients_with(**secrets: str | None) -> ClientStore:
    """Let clients in, each with its secret."""
    store = ClientStore()
    for client_id, secret in secrets.items():
        store.add(
            Client(
                client_id=client_id,
                client_secret=secret,
                name="Webshop",
                redirect_uris=(),
                grant_types=frozenset({"client_credentials"}),
                auth_methods=frozenset({"none"} if secret is None else {"client_secret_basic", "client_secret_post"}),
                home_administration_id="demo",
                issued_at=datetime(2026, 11, 23, tzinfo=UTC),
            )
        )
    return store


def by_header(credentials: str | bytes, clients: ClientStore, **form: str) -> tuple[str, str]:
    """Give who was found, and by which method."""
    raw = credentials if isinstance(credentials, bytes) else credentials.encode()
    header = f"Basic {b64encode(raw).decode()}"
    client, method = authenticate(header, form, clients, at_introspection=False)
    return client.client_id, method


@pytest.mark.parametrize(
    "secret", ["geheim", "a+b", "a b", "100%", "a%20b", "a%2Bb", "a:b", "één", "\U0001f950", "%zz"]
)
def test_a_secret_is_found_as_it_is_and_form_encoded(secret: str) -> None:
    clients = clients_with(webshop=secret)

    assert by_header(f"webshop:{secret}", clients) == ("webshop", "client_secret_basic")
    assert by_header(f"webshop:{quote_plus(secret)}", clients) == ("webshop", "client_secret_basic")


def test_a_secret_may_be_in_latin_1() -> None:
    assert by_header("webshop:één".encode("latin-1"), clients_with(webshop="één"))[0] == "webshop"


def test_a_public_client_may_write_an_empty_secret() -> None:
    assert by_header("kassa:", clients_with(kassa=None)) == ("kassa", "none")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("Bearer abc", "The Authorization header holds no credentials of the scheme Basic, but a bearer token."),
        ("", "The Authorization header holds no credentials of the scheme Basic."),
        ("geheim", "The Authorization header holds no credentials of the scheme Basic. Send client_id"),
        ("Basic", "The Authorization header holds no credentials of the scheme Basic."),
        ("Basic a b", "The Authorization header holds no credentials of the scheme Basic."),
        (
            "Basic d2Vic2hvcDp4, Basic d2Vic2hvcDp4",
            "The Authorization header holds no credentials of the scheme Basic.",
        ),
        ("Basic d2Vic2hvcDp", "The credentials after Basic are not base64."),
        ("Basic \xe9", "The credentials after Basic are not base64."),
        ("Basic d2Vic2hvcA==", "The credentials after Basic hold no colon; before base64 they are id:secret."),
        ("Basic Og==", "No client '' is registered: mistyped, or gone with a restart or with its administration."),
        ("Basic d2Vic2hvcDp4", "The secret of client 'webshop' is another one."),
        ("Basic d2Vic2hvcDo=", "Client 'webshop' has a secret, and none came."),
        ("Basic d2Vic2hvcDo", "The credentials after Basic are not base64."),
        ("Basic a2Fzc2E6eA==", "Client 'kassa' is public: it has no secret, and one came."),
    ],
)
def test_a_header_that_proves_nothing_is_refused_with_a_401(header: str, reason: str) -> None:
    clients = clients_with(webshop="geheim", kassa=None)

    with pytest.raises(OAuthError) as refused:
        authenticate(header, {}, clients, at_introspection=False)
    assert (refused.value.error, refused.value.status_code) == ("invalid_client", 401)
    assert refused.value.description.startswith(reason)


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (
            {"client_id": "nobody"},
            "No client 'nobody' is registered: mistyped, or gone with a restart or with its administration.",
        ),
        ({"client_id": "webshop"}, "Client 'webshop' has a secret, and none came."),
        ({"client_id": "webshop", "client_secret": "x"}, "The secret of client 'webshop' is another one."),
        ({"client_id": "webshop", "client_secret": "één"}, "The secret of client 'webshop' is another one."),
    ],
)
def test_a_form_that_proves_nothing_is_a_400_except_at_introspection(form: dict[str, str], reason: str) -> None:
    clients = clients_with(webshop="geheim")

    with pytest.raises(OAuthError) as refused:
        authenticate(None, form, clients, at_introspection=False)
    assert (refused.value.error, refused.value.status_code) == ("invalid_client", 400)
    assert refused.value.description.startswith(reason)
    with pytest.raises(OAuthError) as at_introspection:
        authenticate(None, form, clients, at_introspection=True)
    assert at_introspection.value.status_code == 401


def test_introspection_is_not_for_public_clients() -> None:
    with pytest.raises(OAuthError, match="invalid_client") as refused:
        authenticate(None, {"client_id": "kassa"}, clients_with(kassa=None), at_introspection=True)
    assert (refused.value.status_code, refused.value.description) == (
        401,
        "This endpoint is for clients with a secret, and 'kassa' has none.",
    )
