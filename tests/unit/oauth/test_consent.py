"""Which administrations a person can choose from."""

from datetime import UTC, datetime

from mockbooks.oauth.authorization import AuthorizationRequest
from mockbooks.oauth.clients import Client
from mockbooks.oauth.consent import offer
from mockbooks.traffic.clock import FrozenClock
from tests.unit.traffic.surroundings import Surrounded

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


ALL = [
    Surrounded(id=f"adm_{number:06}", name=f"Administratie {number}", clock=FrozenClock(NINE)) for number in range(300)
]


def request(*, home: int, wanted: int) -> AuthorizationRequest:
    client = Client(
        client_id="delinde",
        client_secret=None,
        name="Webwinkel De Linde",
        redirect_uris=(),
        grant_types=frozenset(),
        auth_methods=frozenset(),
        home_administration_id=ALL[home].id,
        issued_at=NINE,
    )
    return AuthorizationRequest(client=client, scopes=(), administration=ALL[wanted], code_challenge=None)


def test_at_most_250_are_offered_and_the_rest_is_counted() -> None:
    offered = offer(request(home=299, wanted=298), ALL)

    assert [each.id for each in offered.administrations[:4]] == ["adm_000299", "adm_000298", "adm_000000", "adm_000001"]
    assert len(offered.administrations) == 250
    assert offered.left_out == 50


def test_the_home_is_first_when_it_is_wanted_too() -> None:
    offered = offer(request(home=2, wanted=2), ALL[:4])

    assert [each.id for each in offered.administrations] == ["adm_000002", "adm_000000", "adm_000001", "adm_000003"]
    assert offered.left_out == 0
