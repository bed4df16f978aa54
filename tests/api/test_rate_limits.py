"""Rate limits as a caller meets them: what every answer tells, what takes room, and what is refused for how long."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from mockbooks.app import create_app
from mockbooks.oauth.tokens import AccessToken, Grant
from mockbooks.settings import Settings
from mockbooks.settings.kinds import Limit
from tests.api.conftest import ADDRESS, NO_RECORDS, NOW, ApiClient, OpenApi
from tests.api.integration import MovingClock

THREE_A_MINUTE, FIVE_A_DAY = Limit(3, "minute"), Limit(5, "day")
BODY = {"name": "Bakkerij De Korenaar", "address": ADDRESS}
RATE_LIMIT_HEADERS = (
    "RateLimit-Policy",
    "RateLimit",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "Retry-After",
)

Paced = Callable[..., ApiClient]


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(NOW)


@pytest.fixture
def paced(clock: MovingClock) -> Iterator[Paced]:
    """Open servers without records on the clock that moves: `paced(limits=(…))`."""
    opened: list[ApiClient] = []

    def open_one(**settings: Any) -> ApiClient:  # noqa: ANN401 - of any type
        opened.append(ApiClient(create_app(Settings(**{**NO_RECORDS, **settings}), clock)))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def api(paced: Paced) -> ApiClient:
    """Three requests a minute, five a day."""
    return paced(limits=(THREE_A_MINUTE, FIVE_A_DAY))


def told(response: httpx.Response) -> dict[str, str]:
    return {name: response.headers[name] for name in RATE_LIMIT_HEADERS if name in response.headers}


def left(api: ApiClient) -> list[int]:
    """Give what is left in each window, which costs nothing."""
    return [window["remaining"] for window in api.read("/limits")["windows"]]


def use_up(api: ApiClient) -> httpx.Response:
    """Make the three requests of this minute and a fourth, and give its refusal."""
    assert [api.get("/debtors").status_code for _ in range(3)] == [200, 200, 200]
    return api.get("/debtors")


def token_of(api: ApiClient, administration_id: str, *scopes: str) -> dict[str, str]:
    """Make a token good that was not asked for by OAuth, and give the header that carries it."""
    grant = Grant(id="grant-1", client_id="mockbooks-demo", administration_id=administration_id, scopes=scopes)
    token = AccessToken(
        token=f"mb_at_{administration_id}",
        grant=grant,
        scopes=frozenset(scopes),
        issued_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    api.app.authority.tokens.add_access(token)
    return {"Authorization": f"Bearer {token.token}"}


# ---- What every answer tells


def test_a_server_that_was_just_started_is_generous(paced: Paced) -> None:
    assert told(paced().get("/debtors")) == {
        "RateLimit-Policy": '"minute";q=6000;w=60, "day";q=500000;w=86400',
        "RateLimit": '"minute";r=5999;t=60, "day";r=499999;t=86400',
        "X-RateLimit-Limit": "6000",
        "X-RateLimit-Remaining": "5999",
        "X-RateLimit-Reset": "60",
    }


def test_every_answer_tells_what_is_left_when_it_is_given(api: ApiClient, clock: MovingClock) -> None:
    api.get("/debtors")
    clock.advance(17.5)

    assert told(api.get("/debtors"))["RateLimit"] == '"minute";r=1;t=43, "day";r=3;t=86383'


def test_the_widespread_headers_tell_the_window_that_ends_the_room_first(api: ApiClient, clock: MovingClock) -> None:
    use_up(api)
    clock.advance(60)
    last = [api.get("/debtors") for _ in range(2)][-1]

    assert last.headers["RateLimit"] == '"minute";r=1;t=60, "day";r=0;t=86340'
    assert last.headers["X-RateLimit-Limit"] == "5"
    assert last.headers["X-RateLimit-Remaining"] == "0"
    assert last.headers["X-RateLimit-Reset"] == "86340"


@pytest.mark.parametrize(
    ("method", "path", "status", "headers"),
    [
        ("GET", "/debtors", 401, {"Authorization": ""}),
        ("GET", "/debtors", 401, {"Authorization": "Bearer revoked"}),
        ("GET", "/debiteuren", 404, {"Authorization": ""}),
        ("GET", "/support", 200, {"Authorization": ""}),
        ("GET", "/openapi.json", 200, {"Authorization": ""}),
    ],
)
def test_a_call_of_nobody_is_told_the_full_room_and_costs_none(
    api: ApiClient, method: str, path: str, status: int, headers: dict[str, str]
) -> None:
    api.get("/debtors")
    response = api.request(method, path, headers=headers)

    assert response.status_code == status
    assert response.headers["RateLimit"] == '"minute";r=3;t=60, "day";r=5;t=86400'
    assert left(api) == [2, 4]


@pytest.mark.parametrize(
    ("method", "path", "status", "headers"),
    [
        ("GET", "/debiteuren", 404, {}),
        ("PATCH", "/debtors", 405, {}),
        ("GET", "/debtors", 406, {"Accept": "text/csv"}),
        ("OPTIONS", "/debtors", 204, {}),
        ("GET", "/support", 200, {}),
    ],
)
def test_a_call_that_does_not_count_is_told_the_room_that_its_token_has_left(
    api: ApiClient, method: str, path: str, status: int, headers: dict[str, str]
) -> None:
    api.get("/debtors")
    response = api.request(method, path, headers=headers)

    assert response.status_code == status
    assert response.headers["RateLimit"] == '"minute";r=2;t=60, "day";r=4;t=86400'
    assert left(api) == [2, 4]


def test_a_body_that_is_too_large_is_told_the_limits_and_costs_no_room(paced: Paced) -> None:
    api = paced(limits=(THREE_A_MINUTE,), max_body_bytes=100)
    response = api.post("/debtors", json={"name": "Bakkerij De Korenaar" * 10})

    assert (response.status_code, response.headers["RateLimit-Policy"]) == (413, '"minute";q=3;w=60')
    assert left(api) == [3]


def test_a_token_without_the_scope_is_told_the_room_of_its_administration_and_takes_none(api: ApiClient) -> None:
    api.get("/debtors")
    response = api.get("/debtors", headers=token_of(api, "demo", "products:read"))

    assert (response.status_code, response.headers["RateLimit"]) == (403, '"minute";r=2;t=60, "day";r=4;t=86400')
    assert left(api) == [2, 4]


def test_without_limits_nothing_is_told(paced: Paced) -> None:
    api = paced(limits=())

    assert told(api.get("/debtors")) == {}
    assert api.read("/limits") == {"windows": [], "concurrent": None}


# ---- What takes room


def test_a_refused_action_takes_room_like_one_that_succeeds(api: ApiClient) -> None:
    assert api.get("/debtors/deb_999999").status_code == 400
    assert api.post("/debtors", json=BODY).status_code == 200

    assert left(api) == [1, 3]


def test_head_takes_room(api: ApiClient) -> None:
    api.head("/debtors")

    assert left(api) == [2, 4]


def test_a_replayed_answer_takes_room(api: ApiClient) -> None:
    api.post("/debtors", json=BODY, headers={"Idempotency-Key": "order-1"})
    replayed = api.post("/debtors", json=BODY, headers={"Idempotency-Key": "order-1"})

    assert replayed.headers["Idempotency-Replayed"] == "true"
    assert left(api) == [1, 3]


def test_asking_for_the_limits_costs_nothing_and_is_never_refused(api: ApiClient) -> None:
    use_up(api)

    assert api.read("/limits") == {
        "windows": [
            {"limit": 3, "per": "minute", "windowSeconds": 60, "remaining": 0, "resetSeconds": 60},
            {"limit": 5, "per": "day", "windowSeconds": 86400, "remaining": 2, "resetSeconds": 86400},
        ],
        "concurrent": None,
    }
    assert api.get("/limits").headers["RateLimit"] == '"minute";r=0;t=60, "day";r=2;t=86400'


def test_any_token_may_ask_for_the_limits(api: ApiClient) -> None:
    assert api.get("/limits", headers=token_of(api, "demo", "products:read")).status_code == 200
    assert api.get("/limits", headers={"Authorization": ""}).status_code == 401


def test_every_administration_has_room_of_its_own(api: ApiClient) -> None:
    garage = api.app.administrations.create("Garage Visser")
    use_up(api)
    response = api.get("/debtors", headers=token_of(api, garage.id, "debtors:read"))

    assert (response.status_code, response.headers["X-RateLimit-Remaining"]) == (200, "2")


# ---- What is refused


def test_a_request_beyond_the_limit_is_429_with_all_that_is_needed_to_wait(api: ApiClient, clock: MovingClock) -> None:
    use_up(api)
    clock.advance(18)
    response = api.get("/debtors")
    problem = response.json()

    assert (response.status_code, response.headers["Content-Type"]) == (429, "application/problem+json")
    assert problem == {
        "success": False,
        "type": "/docs/errors#rate-limit-exceeded",
        "title": "Too many requests",
        "status": 429,
        "code": "rate_limit_exceeded",
        "detail": "The limit of 3 per minute on the requests of this administration is used up; "
        "there is room again in 42 seconds.",
        "errors": [{"code": "rate_limit_exceeded", "detail": problem["detail"]}],
        "requestId": response.headers["X-Request-Id"],
    }
    assert told(response) == {
        "RateLimit-Policy": '"minute";q=3;w=60, "day";q=5;w=86400',
        "RateLimit": '"minute";r=0;t=42, "day";r=2;t=86382',
        "X-RateLimit-Limit": "3",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "42",
        "Retry-After": "42",
    }
    assert response.headers["Cache-Control"] == "no-store"  # RFC 6585, section 4


def test_the_refusal_is_told_in_dutch_too(api: ApiClient) -> None:
    use_up(api)
    problem = api.get("/debtors", headers={"Accept-Language": "nl"}).json()

    assert problem["title"] == "Te veel verzoeken"
    assert problem["detail"] == (
        "De limiet van 3 per minuut op de verzoeken van deze administratie is bereikt; "
        "over 60 seconden is er weer ruimte."
    )


@pytest.mark.parametrize("passed", [0.0, 0.25, 17.999, 59.5])
def test_who_waits_as_long_as_is_told_is_let_in(api: ApiClient, clock: MovingClock, passed: float) -> None:
    use_up(api)
    clock.advance(passed)
    clock.advance(int(api.get("/debtors").headers["Retry-After"]))

    assert api.get("/debtors").status_code == 200


def test_who_comes_back_too_early_is_refused_and_it_costs_nothing(api: ApiClient, clock: MovingClock) -> None:
    use_up(api)
    clock.advance(59)

    assert {api.get("/debtors").status_code for _ in range(20)} == {429}
    assert left(api) == [0, 2]


def test_of_two_windows_without_room_the_longer_wait_is_told(paced: Paced) -> None:
    api = paced(limits=(THREE_A_MINUTE, Limit(3, "day")))

    assert told(use_up(api))["Retry-After"] == "86400"
    assert "3 per day" in api.get("/debtors").json()["detail"]


def test_a_refused_request_does_nothing_and_leaves_its_key_unused(api: ApiClient, clock: MovingClock) -> None:
    use_up(api)
    refused = api.post("/debtors", json=BODY, headers={"Idempotency-Key": "order-1"})
    clock.advance(60)
    done = api.post("/debtors", json=BODY, headers={"Idempotency-Key": "order-1"})

    assert (refused.status_code, done.status_code) == (429, 200)
    assert "Idempotency-Replayed" not in done.headers
    assert len(api.listed("/debtors")) == 1


def test_on_a_clock_that_stands_still_the_refusal_says_that_waiting_does_not_help(open_api: OpenApi) -> None:
    problem = use_up(open_api(limits=(THREE_A_MINUTE,))).json()

    assert problem["detail"] == (
        "The limit of 3 per minute on the requests of this administration is used up; the clock of this administration "
        "stands still, so waiting does not help: there is room again when the clock is 60 seconds further, or when "
        "the server is started with --limit none."
    )
