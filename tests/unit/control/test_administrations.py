"""What whoever runs the server may do: make administrations with what opens them, list them and delete them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Literal

import pytest

from mockbooks.administration import Administrations, Beginning
from mockbooks.control import Control
from mockbooks.control.administrations import create_administration, delete_administration
from mockbooks.errors import RefusedError
from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import SPECS
from mockbooks.store import Books
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.idempotency import IdempotencyStore

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
POLICY = Policy(
    access_token_life=timedelta(hours=1),
    refresh_token_life=timedelta(days=60),
    refresh_grace=timedelta(0),
    code_life=timedelta(minutes=1),
    auto_approve=False,
)


class MintThatWaits(Mint):
    """A mint that makes tokens when as many threads ask for one: then all administrations have been made."""

    def __init__(self, random_seed: int, *, threads: int) -> None:
        super().__init__(random_seed)
        self._all_ask = Barrier(threads)

    def token(self, kind: Literal["mb_at", "mb_rt", "mb_ac"]) -> str:
        self._all_ask.wait(timeout=20)
        return super().token(kind)


def authority_over(maximum: int = 250, *, random_seed: int = 42) -> tuple[Authority, Administrations]:
    beginning = Beginning(books=Books(SPECS).snapshot(), source=FrozenClock(NOON))
    tokens = TokenStore()
    administrations = Administrations(beginning, maximum=maximum, tokens=tokens, idempotency=IdempotencyStore())
    authority = Authority(
        clients=ClientStore(),
        tokens=tokens,
        mint=Mint(random_seed),
        policy=POLICY,
        administrations=administrations,
    )
    administrations.on_removal(authority.forget)
    return authority, administrations


@pytest.fixture
def parts() -> tuple[Authority, Administrations]:
    return authority_over()


@pytest.fixture
def authority(parts: tuple[Authority, Administrations]) -> Authority:
    return parts[0]


@pytest.fixture
def control(parts: tuple[Authority, Administrations]) -> Control:
    return Control(administrations=parts[1], authority=parts[0])


def code_of(refused: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as error:
        refused()
    return error.value.complaints[0].code


def test_a_new_administration_has_the_name_that_was_asked_for(control: Control) -> None:
    opened = create_administration(control, "Webwinkel De Fietsenmaker B.V.")
    assert (opened.administration.id, opened.administration.name) == ("adm_000001", "Webwinkel De Fietsenmaker B.V.")


def test_its_client_may_use_every_grant_and_any_loopback_redirect(control: Control, authority: Authority) -> None:
    opened = create_administration(control, "Garage Visser")
    client = authority.clients.find(opened.credentials.client_id)
    assert client is not None
    assert client.client_secret == opened.credentials.client_secret
    assert client.grant_types == {"authorization_code", "refresh_token", "client_credentials"}
    assert client.auth_methods == {"client_secret_basic", "client_secret_post"}
    assert (client.home_administration_id, client.any_loopback) == ("adm_000001", True)
    assert (client.name, client.issued_at) == ("mockbooks adm_000001", NOON)


def test_its_token_has_every_scope_and_does_not_expire(control: Control, authority: Authority) -> None:
    opened = create_administration(control, "Garage Visser")
    token = authority.tokens.access(opened.credentials.access_token)
    assert token is not None
    assert (token.grant.administration_id, token.grant.client_id) == ("adm_000001", opened.credentials.client_id)
    assert (len(token.scopes), token.expires_at) == (7, None)


def test_the_same_random_seed_gives_the_same_credentials_and_another_gives_others() -> None:
    first, again, other = (
        create_administration(
            Control(administrations=administrations, authority=authority), "Garage Visser"
        ).credentials
        for authority, administrations in (authority_over(), authority_over(), authority_over(random_seed=7))
    )
    assert first == again
    assert (first.access_token[:6], len(first.client_id), len(first.client_secret)) == ("mb_at_", 32, 32)
    assert other.access_token != first.access_token


def test_no_two_administrations_have_the_same_credentials(control: Control) -> None:
    first = create_administration(control, "Garage Visser").credentials
    second = create_administration(control, "Garage Visser").credentials
    assert len({first.client_id, second.client_id, first.client_secret, second.client_secret}) == 4
    assert first.access_token != second.access_token


def test_all_are_listed_in_order_of_creation(control: Control) -> None:
    create_administration(control, "Slagerij Van Dam")
    create_administration(control, "Garage Visser")
    assert [each.name for each in control.administrations.all()] == ["Slagerij Van Dam", "Garage Visser"]


def test_client_and_token_go_with_the_administration(control: Control, authority: Authority) -> None:
    opened = create_administration(control, "Garage Visser")
    assert delete_administration(control, "adm_000001") is opened.administration
    assert control.administrations.all() == ()
    assert authority.clients.find(opened.credentials.client_id) is None
    assert authority.tokens.access(opened.credentials.access_token) is None


def test_ten_thousand_in_a_row_leave_no_clients_and_tokens_behind() -> None:
    authority, administrations = authority_over(maximum=3)
    control = Control(administrations=administrations, authority=authority)
    first = create_administration(control).credentials
    last = [create_administration(control).credentials for _ in range(10_000)][-1]
    assert [client.home_administration_id for client in authority.clients] == [
        "adm_009999",
        "adm_010000",
        "adm_010001",
    ]
    assert authority.tokens.access(first.access_token) is None
    assert authority.tokens.access(last.access_token) is not None


def test_no_client_or_token_outlives_an_administration_that_made_room_before_they_came() -> None:
    authority, administrations = authority_over(maximum=1)
    control = Control(administrations=administrations, authority=replace(authority, mint=MintThatWaits(42, threads=4)))
    with ThreadPoolExecutor(4) as threads:
        opened = list(threads.map(lambda _: create_administration(control), range(4)))
    left = [each.id for each in administrations.all()]
    given = [authority.tokens.access(each.credentials.access_token) for each in opened]
    assert len(left) == 1
    assert [client.home_administration_id for client in authority.clients] == left
    assert [token.grant.administration_id for token in given if token] == left


def test_one_that_does_not_exist_cannot_be_deleted(control: Control) -> None:
    assert code_of(lambda: delete_administration(control, "adm_000009")) == "not_found"


def test_demo_cannot_be_deleted() -> None:
    authority, administrations = authority_over()
    administrations.create("Bakkerij De Korenaar B.V.", "demo")
    control = Control(administrations=administrations, authority=authority)
    assert code_of(lambda: delete_administration(control, "demo")) == "cannot_delete_demo"
    assert [each.id for each in control.administrations.all()] == ["demo"]


def test_a_demo_that_was_never_made_does_not_exist(control: Control) -> None:
    assert code_of(lambda: delete_administration(control, "demo")) == "not_found"
