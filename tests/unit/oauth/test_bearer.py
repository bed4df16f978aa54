"""The bearer step: who gets in, and why the others do not (RFC 6750)."""

from datetime import UTC, datetime

import pytest

from mockbooks.errors import ForbiddenError, UnauthenticatedError
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.tokens import SCOPES, TokenInfo, TokenStore, demo_tokens
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import Operation

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
READ = Operation(operation_id="listDebtors", method="GET", path="/debtors", scope="debtors:read")
ANY = Operation(operation_id="getLimits", method="GET", path="/limits")
OPEN = Operation(operation_id="getSupport", method="GET", path="/support", needs_token=False)
BOOKS = object()


def bearer_step(expires_at: datetime | None = None, scopes: frozenset[str] = frozenset(SCOPES)) -> BearerStep:
    tokens = demo_tokens()
    info = TokenInfo(administration_id="demo", client_id="shop", scopes=scopes, expires_at=expires_at)
    tokens.add("shop-token", info)
    tokens.add("orphan", TokenInfo(administration_id="gone", client_id="shop", scopes=scopes))
    return BearerStep(tokens, {"demo": BOOKS}.get, FrozenClock(NOON))


def call(authorization: str | None, operation: Operation = READ) -> Exchange:
    headers = {} if authorization is None else {"authorization": authorization}
    return Exchange(method="GET", path="/api/v1/debtors", headers=headers, operation=operation)


@pytest.mark.parametrize(
    "authorization", ["Bearer mockbooks-demo-token", "bearer mockbooks-demo-token", "BEARER  mockbooks-demo-token"]
)
def test_the_demo_token_opens_the_demo_administration(authorization: str) -> None:
    exchange = call(authorization)

    assert bearer_step().enter(exchange) is None
    assert exchange.administration is BOOKS
    assert exchange.administration_id == "demo"
    assert exchange.client_id == "mockbooks-demo"
    assert exchange.scopes == frozenset(SCOPES)


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        (None, "token_missing"),
        ("", "token_malformed"),
        ("Bearer", "token_malformed"),
        ("Bearer ", "token_malformed"),
        ("Bearer two words", "token_malformed"),
        ('Bearer "mockbooks-demo-token"', "token_malformed"),
        ("mockbooks-demo-token", "token_malformed"),
        ("Basic bW9ja2Jvb2tzLWRlbW86c2VjcmV0", "token_malformed"),
        ("Bearer mockbooks-demo-token, Bearer mockbooks-demo-token", "token_malformed"),
        ("Bearer mockbooks-demo-toke", "token_invalid"),
        ("Bearer orphan", "token_invalid"),
    ],
)
def test_any_other_credentials_are_refused(authorization: str | None, code: str) -> None:
    with pytest.raises(UnauthenticatedError) as refused:
        bearer_step().enter(call(authorization))
    assert refused.value.complaints[0].code == code


def test_a_token_is_good_until_it_expires() -> None:
    later = datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC)

    assert bearer_step(expires_at=later).enter(call("Bearer shop-token")) is None
    with pytest.raises(UnauthenticatedError, match="token_expired"):
        bearer_step(expires_at=NOON).enter(call("Bearer shop-token"))


def test_a_scope_that_was_not_granted_is_named() -> None:
    with pytest.raises(ForbiddenError, match="insufficient_scope") as refused:
        bearer_step(scopes=frozenset({"products:read"})).enter(call("Bearer shop-token"))
    assert refused.value.scope == "debtors:read"
    assert refused.value.complaints[0].values == {"scope": "debtors:read"}


def test_an_operation_without_a_scope_takes_any_token() -> None:
    assert bearer_step(scopes=frozenset()).enter(call("Bearer shop-token", ANY)) is None


def test_an_open_operation_takes_no_token_at_all() -> None:
    exchange = call(None, OPEN)

    assert bearer_step().enter(exchange) is None
    assert exchange.administration is None


def test_without_demo_the_demo_token_is_unknown() -> None:
    step = BearerStep(TokenStore(), {"demo": BOOKS}.get, FrozenClock(NOON))

    with pytest.raises(UnauthenticatedError, match="token_invalid"):
        step.enter(call("Bearer mockbooks-demo-token"))
