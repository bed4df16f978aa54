"""The metadata of a client, read without a server: the defaults, and what is kept of what came."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.registration import Registration, read_metadata, register
from mockbooks.oauth.tokens import TokenStore
from mockbooks.traffic.clock import FrozenClock
from tests.unit.traffic.surroundings import Surrounded


class FullHouse:
    """Administrations of which each is gone as soon as it is made, because others were made meanwhile."""

    def find(self, _: str) -> None:
        return None

    def all(self) -> Iterable[Surrounded]:
        return ()

    def create(self, name: str) -> Surrounded:
        return Surrounded(id="adm_000001", name=name, clock=FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC)))


def test_what_is_left_out_is_filled_in_with_every_grant_type_that_the_client_can_use() -> None:
    assert read_metadata({"redirect_uris": ["https://delinde.test/callback"]}) == Registration(
        name=None,
        redirect_uris=("https://delinde.test/callback",),
        grant_types=("authorization_code", "refresh_token", "client_credentials"),
        response_types=("code",),
        auth_method="client_secret_basic",
        scopes=(
            "debtors:read",
            "debtors:write",
            "transactions:read",
            "transactions:write",
            "products:read",
            "products:write",
            "settings:read",
        ),
    )


def test_scopes_come_in_their_own_order_and_nothing_twice() -> None:
    registration = read_metadata(
        {
            "redirect_uris": ["https://delinde.test/a", "https://delinde.test/b", "https://delinde.test/a"],
            "grant_types": ["refresh_token", "authorization_code", "refresh_token"],
            "scope": "products:read debtors:read products:read",
        }
    )

    assert registration.redirect_uris == ("https://delinde.test/a", "https://delinde.test/b")
    assert registration.grant_types == ("refresh_token", "authorization_code")
    assert registration.scopes == ("debtors:read", "products:read")


def test_null_is_nothing_and_so_is_an_empty_text() -> None:
    registration = read_metadata({"grant_types": ["client_credentials"], "client_name": "", "redirect_uris": None})

    assert (registration.name, registration.redirect_uris, registration.response_types) == (None, (), ())


def test_the_name_is_kept_without_the_spaces_around_it() -> None:
    registration = read_metadata({"grant_types": ["client_credentials"], "client_name": "  Kapsalon Krul "})

    assert registration.name == "Kapsalon Krul"


def test_a_client_whose_administration_is_gone_already_does_not_stay_behind() -> None:
    day = timedelta(days=1)
    authority = Authority(
        clients=ClientStore(),
        tokens=TokenStore(),
        mint=Mint(42),
        policy=Policy(
            access_token_life=day, refresh_token_life=day, refresh_grace=day, code_life=day, auto_approve=False
        ),
        administrations=FullHouse(),
    )

    register(read_metadata({"grant_types": ["client_credentials"]}), authority)

    assert list(authority.clients) == []
