"""Exchanges as the request log has them, and the administration around them, for the tests of who watches them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from types import MappingProxyType
from typing import Any, Final, cast

import orjson

from mockbooks import seed
from mockbooks.oauth.operations import OPERATIONS
from mockbooks.oauth.tokens import AccessToken, Grant, TokenStore
from mockbooks.resources import SPECS, operations
from mockbooks.service.actor import Actor
from mockbooks.service.context import Context
from mockbooks.stage.books_memory import MindsBooks
from mockbooks.stage.observation import Observation, Watcher
from mockbooks.stage.scene import Firing, World
from mockbooks.store import Books
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry, Fired

MORNING: Final = datetime(2026, 10, 15, 9, 0, tzinfo=UTC)
_OPERATIONS: Final = {each.operation_id: each for each in (*operations(), *OPERATIONS)}
_NUMBERS: Final = count(1)
_NO_HEADERS: Final[Mapping[str, str]] = MappingProxyType({})
FORM: Final = "application/x-www-form-urlencoded"


def answer(status: int = 200, content: object = None, **headers: str) -> Answer:
    """Make an answer of the API: `answer(429, Retry_After="5")`."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Answer(status=status, body=b"" if content is None else orjson.dumps(content), headers=named)


OK: Final = answer(200, {"success": True, "data": {}})


def call(  # a request has many sides
    operation: str = "listDebtors",
    true: Answer = OK,
    *,
    sent: Answer | None = None,
    at: float = 0,
    took: float = 0,
    waited: float = 0,
    content: object = None,
    body: bytes | None = None,
    query: str = "",
    path: str | None = None,
    method: str | None = None,
    token: str = "morning-token",  # noqa: S107 - made up
    client: str | None = "demo",
    headers: Mapping[str, str] = _NO_HEADERS,
    fired: tuple[Fired, ...] = (),
    injected: bool = False,
    request_id: str | None = None,
) -> Entry:
    """Make an exchange; `at` is in seconds after nine o'clock, and `took` on that clock and `waited` in truth too."""
    meant, number = _OPERATIONS[operation], next(_NUMBERS)
    raw = body if body is not None else b"" if content is None else orjson.dumps(content)
    authorization = {"authorization": f"Bearer {token}"} if token and meant.area == "api" else {}
    return Entry(
        number=number,
        request_id=request_id or f"req_{number}",
        received_at=MORNING + timedelta(seconds=at),
        answered_at=MORNING + timedelta(seconds=at + took),
        method=method or meant.method,
        path=path or meant.url.replace("{id}", "trx_000001"),
        query_string=query.encode(),
        headers={"content-type": "application/json", **authorization, **headers},
        body=raw,
        body_bytes=len(raw),
        operation_id=operation,
        client_id=client,
        answer=true,
        sent=sent or true,
        fired=fired,
        injected=injected,
        waited_seconds=waited,
    )


def logged(*entries: Entry) -> list[Entry]:
    """Put exchanges that come in the order of their ends on one line of time, with all their beginnings."""
    beginnings = [(entry.received_at, place, "began") for place, entry in enumerate(entries)]
    ends = [(entry.answered_at, place, "ended") for place, entry in enumerate(entries)]
    ticks = {(place, what): tick for tick, (_, place, what) in enumerate(sorted(beginnings + ends), start=1)}
    return [
        replace(entry, number=place + 1, began=ticks[place, "began"], ended=ticks[place, "ended"])
        for place, entry in enumerate(entries)
    ]


def refresh(token: str, true: Answer, **more: Any) -> Entry:  # noqa: ANN401 - as `call` has them
    """Make a request for a new access token with a refresh token."""
    body = f"grant_type=refresh_token&refresh_token={token}&client_id=demo".encode()
    return call("issueToken", true, body=body, headers={"content-type": FORM}, **more)


def booking(reference: str = "ORD-1001", *, key: str | None = None, true: Answer | None = None, **more: Any) -> Entry:  # noqa: ANN401
    """Make a sale that is booked under an id of its own, unless it is answered otherwise."""
    content = {"type": "sales", "reference": reference, "date": "2026-10-15"}
    booked = answer(200, {"success": True, "data": {"id": f"trx_{next(_NUMBERS):06d}", **content}})
    headers = {} if key is None else {"idempotency-key": key}
    return call("createTransaction", true or booked, content=content, headers=headers, **more)


SHOP: Final = Actor(kind="client", name="demo")


@dataclass
class Small:
    """As much of an administration as the watchers ask for."""

    books: Books = field(default_factory=lambda: Books(SPECS))
    tokens: TokenStore = field(default_factory=TokenStore)
    fired: dict[str, Firing] = field(default_factory=dict)
    actor: Actor = SHOP

    def firings(self) -> Mapping[str, Firing]:
        return self.fired

    def give(self, token: str, client: str = "demo") -> None:
        """Have a client hold an access token."""
        grant = Grant(id="grant-1", client_id=client, administration_id="demo", scopes=())
        self.tokens.add_access(
            AccessToken(
                token=token, grant=grant, scopes=frozenset(), issued_at=MORNING, expires_at=MORNING + timedelta(hours=1)
            )
        )

    @property
    def context(self) -> Context:
        return Context(books=self.books, now="2026-10-15T07:00:00Z", today=date(2026, 10, 15), actor=self.actor)

    @property
    def world(self) -> World:
        return cast("World", self)


def planted(**start: int) -> Small:
    """Make an administration with start data: `planted(debtors=1, products=0, transactions=2)`."""
    small = Small()
    seed.plant(small.context, seed.Seed(**start))  # type: ignore[arg-type]
    return small


def watched(observation: Observation, *entries: Entry, small: Small | None = None) -> Watcher:
    """Show exchanges to an observation, in the order in which they ended."""
    watcher = observation.watch((small or Small()).world)
    for entry in logged(*entries):
        watcher.see(entry)
    return watcher


def tell_of_books(watcher: object, small: Small) -> None:
    """Have a watcher learn that books were put in the place of others."""
    assert isinstance(watcher, MindsBooks)
    watcher.books_replaced(small.world)


def details(watcher: Watcher) -> list[str]:
    """Give what was found, in words."""
    return [finding.detail for finding in watcher.seen.findings]
