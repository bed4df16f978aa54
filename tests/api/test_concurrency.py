"""Callers side by side: how many may run at the same time, and what happens when ten send the same at once."""

from asyncio import run
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from threading import Barrier
from typing import Any, NamedTuple
from wsgiref.util import setup_testing_defaults

import orjson
import pytest

from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import AccessToken, Grant
from mockbooks.web.wsgi import WsgiDriver
from tests.api.conftest import ADDRESS, NOW, ApiClient, Json, OpenApi
from tests.unit.web.wire.line import LIMITS, Line, turns

BODY = orjson.dumps({"name": "Bakkerij De Korenaar", "address": ADDRESS})


class Held(NamedTuple):
    """An answer whose body the caller has not taken yet; `close` says that it has."""

    status: int
    headers: dict[str, str]
    body: Any

    def json(self) -> Json:
        return dict(orjson.loads(b"".join(self.body)))

    def close(self) -> None:
        self.body.close()


Hold = Callable[..., Held]


def caller(api: ApiClient) -> Hold:
    """Give a caller as a WSGI server is one: it decides itself when a body has been sent."""
    driver = WsgiDriver(api.app.pipeline, max_body_bytes=api.app.settings.max_body_bytes)

    def hold(path: str, body: bytes = b"", *, token: str = DEMO_TOKEN, **headers: str) -> Held:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "POST" if body else "GET",
            "PATH_INFO": f"/api/v1{path}",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_AUTHORIZATION": f"Bearer {token}",
            "wsgi.input": BytesIO(body),
            **headers,
        }
        setup_testing_defaults(environ)
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: object = None) -> Callable[[bytes], object]:
            started.append((status, headers))
            return bytes

        content = driver(environ, start_response)
        ((status, answered),) = started
        return Held(int(status[:3]), dict(answered), content)

    return hold


@pytest.fixture
def at_once() -> Iterator[Callable[[Callable[[], Held], int], list[Held]]]:
    """Do something so many times, all of them at the same moment in threads of their own."""
    with ThreadPoolExecutor(10) as threads:

        def do(call: Callable[[], Held], times: int) -> list[Held]:
            barrier = Barrier(times)

            def one(_: int) -> Held:
                barrier.wait()
                return call()

            return list(threads.map(one, range(times)))

        yield do


AtOnce = Callable[[Callable[[], Held], int], list[Held]]


# ---- How many may run at the same time


def test_a_place_is_taken_until_the_answer_is(open_api: OpenApi, at_once: AtOnce) -> None:
    hold = caller(open_api(concurrent=5))
    running = at_once(lambda: hold("/debtors"), 5)
    refused = hold("/debtors")

    assert [each.status for each in running] == [200] * 5
    assert (refused.status, refused.headers["Retry-After"]) == (429, "1")
    assert refused.json()["code"] == "too_many_concurrent_requests"

    running[3].close()
    assert hold("/debtors").status == 200
    assert hold("/debtors").status == 429


def test_of_ten_that_come_at_once_as_many_pass_as_there_are_places(open_api: OpenApi, at_once: AtOnce) -> None:
    hold = caller(open_api(concurrent=4))

    assert Counter(each.status for each in at_once(lambda: hold("/debtors"), 10)) == {200: 4, 429: 6}


def test_when_all_are_answered_all_places_are_free(open_api: OpenApi, at_once: AtOnce) -> None:
    api = open_api(concurrent=10)
    hold = caller(api)

    def call() -> Held:
        held = hold("/debtors/deb_999999")
        held.close()
        return held

    assert Counter(each.status for each in at_once(call, 10)) == {400: 10}
    assert api.read("/limits")["concurrent"] == {"limit": 10, "inUse": 0}


def test_a_refused_request_takes_no_place_and_no_room(open_api: OpenApi) -> None:
    api = open_api(concurrent=1)
    hold = caller(api)
    running = hold("/debtors")
    hold("/debtors").close()

    assert api.read("/limits")["concurrent"] == {"limit": 1, "inUse": 1}
    assert api.read("/limits")["windows"][0]["remaining"] == 5999
    running.close()
    assert api.read("/limits")["concurrent"] == {"limit": 1, "inUse": 0}


def test_the_limits_are_told_when_every_place_is_taken(open_api: OpenApi) -> None:
    hold = caller(open_api(concurrent=1))
    hold("/debtors")
    told = hold("/limits")

    assert told.json()["data"]["concurrent"] == {"limit": 1, "inUse": 1}
    assert hold("/limits").status == 200


def test_the_refusal_is_told_in_both_languages(open_api: OpenApi) -> None:
    hold = caller(open_api(concurrent=5))
    held = [hold("/debtors") for _ in range(5)]

    assert len(held) == 5
    assert hold("/debtors").json()["detail"] == (
        "The limit of 5 at the same time is reached: that many requests of this administration are still running."
    )
    assert hold("/debtors", HTTP_ACCEPT_LANGUAGE="nl").json()["detail"] == (
        "De limiet van 5 tegelijk is bereikt: zoveel verzoeken van deze administratie lopen nog."
    )


# ---- The same at the same moment


def second_administration(api: ApiClient) -> str:
    """Make another administration, and give a token for it."""
    made = api.app.administrations.create("Garage Visser")
    grant = Grant(id="grant-1", client_id="mockbooks-demo", administration_id=made.id, scopes=tuple(SCOPES))
    token = AccessToken(
        token="mb_at_garage",
        grant=grant,
        scopes=frozenset(SCOPES),
        issued_at=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    api.app.authority.tokens.add_access(token)
    return token.token


def test_ten_that_send_one_key_at_once_create_one_object(api: ApiClient, at_once: AtOnce) -> None:
    hold = caller(api)
    answers = at_once(lambda: hold("/debtors", BODY, HTTP_IDEMPOTENCY_KEY="order-1001"), 10)
    kinds = Counter(
        (each.status, "replayed" if "Idempotency-Replayed" in each.headers else each.json().get("code", "done"))
        for each in answers
    )

    assert kinds[(200, "done")] == 1
    assert set(kinds) <= {(200, "done"), (200, "replayed"), (400, "request_in_progress")}
    assert [debtor["id"] for debtor in api.listed("/debtors")] == ["deb_000001"]
    assert hold("/debtors", BODY, HTTP_IDEMPOTENCY_KEY="order-1001").headers["Idempotency-Replayed"] == "true"


def test_ten_with_keys_of_their_own_create_ten(api: ApiClient, at_once: AtOnce) -> None:
    hold, keys = caller(api), iter(range(10))
    answers = at_once(lambda: hold("/debtors", BODY, HTTP_IDEMPOTENCY_KEY=f"order-{next(keys)}"), 10)

    assert [each.status for each in answers] == [200] * 10
    assert len({debtor["id"] for debtor in api.listed("/debtors")}) == 10


def test_two_administrations_use_the_same_key_side_by_side(api: ApiClient, at_once: AtOnce) -> None:
    hold = caller(api)
    tokens = iter([DEMO_TOKEN, second_administration(api)] * 5)
    at_once(lambda: hold("/debtors", BODY, token=next(tokens), HTTP_IDEMPOTENCY_KEY="order-1001"), 10)

    assert [debtor["name"] for debtor in api.listed("/debtors")] == ["Bakkerij De Korenaar"]
    assert hold("/debtors", token="mb_at_garage").json()["page"]["totalItems"] == 1


async def _statuses_of_three(api: ApiClient) -> tuple[list[int], list[int]]:
    """Call three times at once, and three times one after the other, through the driver of the real server."""
    request = f"GET /api/v1/debtors HTTP/1.1\r\nHost: mockbooks.test\r\nAuthorization: Bearer {DEMO_TOKEN}\r\n\r\n"
    lines = [Line(api.app.pipeline, LIMITS) for _ in range(4)]
    for line in lines[:3]:
        line.send(request.encode())
    for _ in range(3):
        await turns(1)
        lines[3].send(request.encode())
    return [status for line in lines[:3] for status in line.statuses], lines[3].statuses


def test_what_comes_in_at_once_runs_at_the_same_time(open_api: OpenApi) -> None:
    at_once, after = run(_statuses_of_three(open_api(concurrent=2)))

    assert at_once == [200, 200, 429]
    assert after == [200, 200, 200]
