"""Clients: kept by their ids, and gone with their home."""

from datetime import UTC, datetime

from mockbooks.oauth.clients import Client, ClientStore


def client(client_id: str, *, home: str = "adm_000001", is_public: bool = False) -> Client:
    return Client(
        client_id=client_id,
        client_secret=None if is_public else "geheim",
        name="Webwinkel De Linde",
        redirect_uris=("https://delinde.test/callback",),
        grant_types=frozenset({"authorization_code"}),
        auth_methods=frozenset({"client_secret_basic"}),
        home_administration_id=home,
        issued_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    )


def test_a_client_is_found_by_its_id_alone() -> None:
    clients = ClientStore()
    clients.add(client("delinde"))

    found = clients.find("delinde")
    assert found is not None
    assert found.name == "Webwinkel De Linde"
    assert clients.find("Delinde") is None
    assert clients.find("") is None


def test_clients_go_with_their_home() -> None:
    clients = ClientStore()
    clients.add(client("delinde"))
    clients.add(client("krul", home="adm_000002"))
    clients.add(client("delinde-test"))

    clients.forget_home("adm_000001")

    assert [each.client_id for each in clients] == ["krul"]


def test_clients_can_be_let_in_while_they_are_listed() -> None:
    clients = ClientStore()
    clients.add(client("delinde"))
    listed = iter(clients)
    clients.add(client("krul"))

    assert [each.client_id for each in listed] == ["delinde"]


def test_a_client_without_a_secret_is_public() -> None:
    assert client("app", is_public=True).is_public
    assert not client("winkel").is_public


def test_a_client_may_use_the_grants_it_is_registered_for() -> None:
    assert client("winkel").check_grant_type("authorization_code")
    assert not client("winkel").check_grant_type("refresh_token")
