"""The example's connection and tokens, beside servers that misbehave in the ways that are hardest to come by."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import httpx
import pytest

from examples.answers import UnusableError
from examples.connection import Connection
from examples.tokens import FixedToken, Form, SharedTokens, Vault

WORKERS = 4
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def connected(slept: list[float], monkeypatch: pytest.MonkeyPatch) -> Callable[[Handler], Connection]:
    """Connect with a server that is a function."""

    def connect(handler: Handler) -> Connection:
        connection = Connection("http://books.example", FixedToken("t"), sleep=slept.append, now=lambda: 0.0)
        http = httpx.Client(base_url="http://books.example", transport=httpx.MockTransport(handler))
        monkeypatch.setattr(connection, "_http", http)
        return connection

    return connect


def rows(*numbers: int) -> list[dict[str, str]]:
    return [{"id": f"deb_{number}"} for number in numbers]


def page(total: int, *numbers: int, following: bool) -> httpx.Response:
    headers = {"Link": '</api/v1/debtors?page=2>; rel="next"'} if following else {}
    body = {"success": True, "data": rows(*numbers), "page": {"totalItems": total}}
    return httpx.Response(200, json=body, headers=headers)


def test_a_row_that_is_met_twice_is_taken_once(connected: Callable[[Handler], Connection]) -> None:
    pages = iter([page(3, 1, 2, following=True), page(3, 2, 3, following=False)])

    assert connected(lambda _: next(pages)).read_all("/debtors") == rows(1, 2, 3)


def test_a_list_that_lost_a_row_on_the_way_is_walked_again(connected: Callable[[Handler], Connection]) -> None:
    pages = iter(
        [
            page(3, 1, 2, following=True),
            page(3, following=False),
            page(3, 1, 2, following=True),
            page(3, 3, following=False),
        ]
    )

    assert connected(lambda _: next(pages)).read_all("/debtors") == rows(1, 2, 3)


def test_a_list_that_never_holds_still_stops_the_run(connected: Callable[[Handler], Connection]) -> None:
    with pytest.raises(UnusableError, match="changed during each of 4 walks"):
        connected(lambda _: page(3, 1, 2, following=False)).read_all("/debtors")


def test_without_retry_after_a_refused_caller_waits_a_minute(
    connected: Callable[[Handler], Connection], slept: list[float]
) -> None:
    answers = iter([httpx.Response(429, text="slow down"), httpx.Response(200, json={"data": {"id": "deb_1"}})])

    assert connected(lambda _: next(answers)).get("/debtors/deb_1") == {"id": "deb_1"}
    assert slept == [60.0]


def test_who_is_asked_to_come_back_tomorrow_ends_the_run(
    connected: Callable[[Handler], Connection], slept: list[float]
) -> None:
    with pytest.raises(UnusableError) as refusal:
        connected(lambda _: httpx.Response(429, headers={"Retry-After": "54000"})).get("/debtors/deb_1")
    assert refusal.value.retry_after_seconds == 54000.0
    assert slept == []


def test_each_attempt_carries_the_same_key(connected: Callable[[Handler], Connection]) -> None:
    keys: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        return httpx.Response(502, html="<html></html>")

    with pytest.raises(UnusableError, match="502"):
        connected(handler).post("/transactions", {}, "key-1")
    assert keys == ["key-1"] * 6


@pytest.fixture
def token_endpoint() -> Iterator[tuple[httpx.Client, list[str]]]:
    """Give a token endpoint where every refresh token works once, and what it was asked."""
    asked: list[str] = []
    numbers = count(1)

    def handler(request: httpx.Request) -> httpx.Response:
        form = dict(httpx.QueryParams(request.content.decode()))
        sent = form.get("refresh_token") or form["code"]
        if sent in asked:
            return httpx.Response(400, json={"error": "invalid_grant"})
        asked.append(sent)
        number = next(numbers)
        body = {"access_token": f"access-{number}", "refresh_token": f"refresh-{number}", "expires_in": 600}
        return httpx.Response(200, json=body)

    with httpx.Client(base_url="http://books.example", transport=httpx.MockTransport(handler)) as http:
        yield http, asked


def consent() -> Form:
    return {"grant_type": "authorization_code", "code": "code-1"}


def test_four_workers_whose_token_ended_refresh_once(token_endpoint: tuple[httpx.Client, list[str]]) -> None:
    http, asked = token_endpoint
    vault = Vault()
    tokens = [SharedTokens(vault, http, ask_owner=consent, now=lambda: 0.0) for _ in range(WORKERS)]
    first = tokens[0].current()
    together = Barrier(WORKERS)

    def renew(worker: SharedTokens) -> str | None:
        together.wait()
        return worker.instead_of(first)

    with ThreadPoolExecutor(WORKERS) as pool:
        renewed = list(pool.map(renew, tokens))

    assert renewed == ["access-2"] * 4
    assert asked == ["code-1", "refresh-1"]


def test_a_token_is_renewed_in_its_last_minute(token_endpoint: tuple[httpx.Client, list[str]]) -> None:
    http, _ = token_endpoint
    moments = iter([0.0, 539.0, 540.0, 540.0])
    tokens = SharedTokens(Vault(), http, ask_owner=consent, now=lambda: next(moments))

    assert [tokens.current(), tokens.current(), tokens.current()] == ["access-1", "access-1", "access-2"]


def test_wrong_credentials_are_no_matter_for_consent() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(401, json={"error": "invalid_client"}))
    with httpx.Client(base_url="http://books.example", transport=transport) as http:
        tokens = SharedTokens(Vault(), http, ask_owner=consent)
        with pytest.raises(UnusableError, match="the token endpoint refuses us: invalid_client"):
            tokens.current()
