"""Scenes of plain values for faults to act in: a call, an answer, and an administration that only remembers."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, cast

import orjson
from marshmallow import ValidationError

from mockbooks import seed
from mockbooks.errors import Complaint
from mockbooks.faults import FAULTS
from mockbooks.oauth.operations import OPERATIONS
from mockbooks.oauth.tokens import AccessToken, Grant, RefreshToken, TokenStore
from mockbooks.resources import SPECS, operations
from mockbooks.service.actor import Actor
from mockbooks.service.context import Context
from mockbooks.service.schema import complaints_in
from mockbooks.stage.fault import Fault, Outcome
from mockbooks.stage.mishaps import Mishaps
from mockbooks.stage.scene import Firing, Scene
from mockbooks.store import Books
from mockbooks.traffic.clock import moment_text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import Operation

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEBTOR = b'{"success":true,"data":{"id":"deb_000001","name":"Familie Y\xc4\xb1lmaz","email":null}}'
CREATED = Answer(status=200, body=DEBTOR)
_OPERATIONS: dict[str, Operation] = {each.operation_id: each for each in (*operations(), *OPERATIONS)}


@dataclass
class Bakery:
    """The administration `demo`, whose clock is moved by nothing but a fault."""

    id: str = "demo"
    books: Books = field(default_factory=lambda: Books(SPECS))
    tokens: TokenStore = field(default_factory=TokenStore)
    era: int = 0
    moment: datetime = NOON

    def firings(self) -> dict[str, Firing]:
        return {}

    def now(self) -> datetime:
        return self.moment

    def advance(self, length: timedelta) -> None:
        self.moment += length

    def context(self, actor: Actor, at: datetime | None = None) -> Context:
        return Context(books=self.books, now=moment_text(at or self.moment), today=date(2026, 11, 23), actor=actor)


def seeded() -> Bakery:
    """Give the administration with the settings of a Dutch business in its books, and one debtor."""
    bakery = Bakery()
    nobody = seed.Seed(debtors=1, products=0, transactions=0)
    seed.plant(Context(books=bakery.books, now=moment_text(NOON), today=date(2026, 11, 23)), nobody)
    bakery.books.begin_changes()
    return bakery


def call(operation_id: str = "createDebtor", **parts: Any) -> Exchange:  # noqa: ANN401 - of an exchange
    """Make a call of an operation."""
    operation = _OPERATIONS[operation_id]
    parts = {"request_id": "req_1", "base_url": "http://127.0.0.1:8080", **parts}
    return Exchange(method=operation.method, path=operation.url, operation=operation, **parts)


def refresh_call(text: str = "mb_rt_1", grant_type: str = "refresh_token") -> Exchange:
    """Ask the token endpoint for new tokens."""
    body = f"grant_type={grant_type}&refresh_token={text}&client_id=webshop".encode()
    return call("issueToken", body=body, headers={"content-type": "application/x-www-form-urlencoded"})


def call_with_token(text: str = "mb_at_1", scheme: str = "Bearer") -> Exchange:
    return call("listDebtors", headers={"authorization": f"{scheme} {text}"})


def tokens_of(administration_id: str = "demo") -> TokenStore:
    """Give the access token `mb_at_1` and the refresh token `mb_rt_1` of one grant."""
    store = TokenStore()
    grant = Grant(id="1", client_id="webshop", administration_id=administration_id, scopes=("debtors:read",))
    store.add_access(
        AccessToken(
            token="mb_at_1", grant=grant, scopes=frozenset(grant.scopes), issued_at=NOON, expires_at=NOON + HOUR
        )
    )
    store.add_refresh(RefreshToken(token="mb_rt_1", grant=grant, issued_at=NOON, expires_at=NOON + HOUR))
    return store


def access_in(store: TokenStore, text: str = "mb_at_1") -> AccessToken:
    token = store.access(text)
    assert token
    return token


def kind(name: str) -> Fault[Any]:
    """Give the fault of this name."""
    (found,) = (fault for fault in FAULTS if fault.name == name)
    return found


def read(name: str, settings: object) -> Any:  # noqa: ANN401 - of any kind
    """Read what a scenario file says behind the name of a fault."""
    return kind(name).settings.deserialize(settings)


def refused(name: str, settings: object) -> list[tuple[str | None, str]]:
    """Give the places and codes of what is wrong with settings."""
    try:
        read(name, settings)
    except ValidationError as error:
        return [(complaint.pointer, complaint.code) for complaint in complaints_in(error)]
    return []


def complaint_about(name: str, settings: object) -> Complaint:
    """Give the one complaint about settings."""
    try:
        read(name, settings)
    except ValidationError as error:
        (complaint,) = complaints_in(error)
        return complaint
    raise AssertionError("nothing was refused")


def acted(  # noqa: PLR0917 - what a scene consists of
    name: str,
    settings: object,
    exchange: Exchange | None = None,
    answer: Answer | None = None,
    world: Bakery | None = None,
    random: Random | None = None,
    mishaps: Mishaps | None = None,
) -> Outcome:
    """Have a fault act with settings as a scenario file has them, after the action when there is an answer."""
    fault = kind(name)
    value = fault.bare if settings in (None, {}) else read(name, settings)
    scene = Scene(
        injection="slow search",
        phase="before" if answer is None else "after",
        exchange=exchange or call(),
        answer=answer,
        random=random or draws(),
        world=world or Bakery(),
        mishaps=mishaps or Mishaps("'slow search'"),
    )
    return fault.act(scene, value)


def answered(name: str, settings: object, *, exchange: Exchange | None = None, world: Bakery | None = None) -> Answer:
    """Give the answer that a fault gives in place of the action."""
    outcome = acted(name, settings, exchange, world=world)
    assert isinstance(outcome, Answer)
    return outcome


def changed(name: str, settings: object, answer: Answer = CREATED, *, exchange: Exchange | None = None) -> Answer:
    """Give what a fault makes of the answer of an action."""
    outcome = acted(name, settings, exchange, answer)
    assert isinstance(outcome, Answer)
    return outcome


def draws() -> Random:
    """Give the draws of an injection, the same each time."""
    return Random(7)  # noqa: S311 - a draw that can be repeated is the point


def json_of(answer: Answer) -> dict[str, Any]:
    return cast("dict[str, Any]", orjson.loads(answer.body))
