"""The bearer step: who gets in, and why the others do not (RFC 6750)."""

from datetime import UTC, datetime

import pytest

from mockbooks.errors import ForbiddenError, UnauthenticatedError
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import AccessToken, Grant, TokenStore
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import Operation
from tests.unit.traffic.surroundings import Surrounded

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
READ = Operation(operation_id="listDebtors", method="GET", path="/debtors", scope="debtors:read")
ANY = Operation(operation_id="getLimits", method="GET", path="/limits")
OPEN = Operation(operation_id="getSupport", method="GET", path="/support", needs_token=False)


def books(administration_id: str, now: datetime = NOON) -> Surrounded:
    return Surrounded(id=administration_id, clock=FrozenClock(now))


DEMO, TOMORROW = books("demo"), books("tomorrow", datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
ADMINISTRATIONS = {"demo": DEMO, "tomorrow": TOMORROW}
CLIENTS = {"shop": "Webwinkel De Linde"}


def token(
    text: str = "shop-token",
    administration_id: str = "demo",
    *,
    expires_at: datetime | None = None,
    scopes: frozenset[str] = frozenset(SCOPES),
    client_id: str = "shop",
) -> AccessToken:
    grant = Grant(id="1", client_id=client_id, administration_id=administration_id, scopes=tuple(SCOPES))
    return AccessToken(token=text, grant=grant, scopes=scopes, issued_at=NOON, expires_at=expires_at)


def bearer_step(*tokens: AccessToken) -> BearerStep:
    store = TokenStore()
    for each in (token(), token("orphan", "gone"), *tokens):
        store.add_access(each)
    return BearerStep(store, ADMINISTRATIONS.get, CLIENTS.get)


def call(authorization: str | None, operation: Operation = READ) -> Exchange:
    headers = {} if authorization is None else {"authorization": authorization}
    return Exchange(method="GET", path="/api/v1/debtors", headers=headers, operation=operation)


@pytest.mark.parametrize("authorization", ["Bearer shop-token", "bearer shop-token", "BEARER  shop-token"])
def test_a_token_opens_its_administration(authorization: str) -> None:
    exchange = call(authorization)

    assert bearer_step().enter(exchange) is None
    assert exchange.administration is DEMO
    assert exchange.administration_id == "demo"
    assert exchange.client_id == "shop"
    assert exchange.scopes == frozenset(SCOPES)


@pytest.mark.parametrize(
    ("authorization", "code"),
    [
        (None, "token_missing"),
        ("", "token_malformed"),
        ("Bearer", "token_malformed"),
        ("Bearer ", "token_malformed"),
        ("Bearer two words", "token_malformed"),
        ('Bearer "shop-token"', "token_malformed"),
        ("shop-token", "token_malformed"),
        ("Basic bW9ja2Jvb2tzLWRlbW86c2VjcmV0", "token_missing"),
        ("Token shop-token", "token_missing"),
        ("BearerToken shop-token", "token_missing"),
        ('Digest username="shop", realm="mockbooks"', "token_missing"),
        ("Basic bW9ja2Jvb2tzLWRlbW86c2VjcmV0, Bearer mockbooks-demo-token", "token_malformed"),
        ("Basic", "token_malformed"),
        ("Bearer: shop-token", "token_malformed"),
        ('"Bearer shop-token"', "token_malformed"),
        ('BEARER "shop-token"', "token_malformed"),
        ("Bearer shop-token, Bearer shop-token", "token_malformed"),
        ("Bearer shop-toke", "token_invalid"),
        ("Bearer orphan", "token_invalid"),
    ],
)
def test_any_other_credentials_are_refused(authorization: str | None, code: str) -> None:
    with pytest.raises(UnauthenticatedError) as refused:
        bearer_step().enter(call(authorization))
    assert refused.value.complaints[0].code == code


def test_a_token_is_good_until_it_expires_on_the_clock_of_its_administration() -> None:
    later = datetime(2026, 11, 23, 12, 0, 1, tzinfo=UTC)
    step = bearer_step(
        token("good", expires_at=later),
        token("expired", expires_at=NOON),
        token("expired-there", "tomorrow", expires_at=later),
    )

    assert step.enter(call("Bearer good")) is None
    with pytest.raises(UnauthenticatedError, match="token_expired"):
        step.enter(call("Bearer expired"))
    with pytest.raises(UnauthenticatedError, match="token_expired"):
        step.enter(call("Bearer expired-there"))


def test_a_revoked_token_is_refused_and_so_is_one_of_a_revoked_grant() -> None:
    revoked, ended = token("revoked"), token("ended")
    step = bearer_step(revoked, ended)
    revoked.revoked = True
    ended.grant.revoke("A refresh token came again.")

    with pytest.raises(UnauthenticatedError, match="token_invalid"):
        step.enter(call("Bearer revoked"))
    with pytest.raises(UnauthenticatedError, match="token_invalid"):
        step.enter(call("Bearer ended"))


def test_a_token_whose_client_is_gone_is_refused() -> None:
    step = bearer_step(token("left-behind", client_id="gone"))

    with pytest.raises(UnauthenticatedError, match="token_invalid"):
        step.enter(call("Bearer left-behind"))


def test_a_scope_that_was_not_granted_is_named() -> None:
    step = bearer_step(token("narrow", scopes=frozenset({"products:read"})))

    with pytest.raises(ForbiddenError, match="insufficient_scope") as refused:
        step.enter(call("Bearer narrow"))
    assert refused.value.scope == "debtors:read"
    assert refused.value.complaints[0].values == {"scope": "debtors:read"}


def test_the_scopes_of_the_token_count_and_not_those_of_its_grant() -> None:
    exchange = call("Bearer narrow")
    bearer_step(token("narrow", scopes=frozenset({"debtors:read"}))).enter(exchange)

    assert exchange.scopes == frozenset({"debtors:read"})


def test_an_operation_without_a_scope_takes_any_token() -> None:
    step = bearer_step(token("bare", scopes=frozenset()))

    assert step.enter(call("Bearer bare", ANY)) is None


def test_an_open_operation_takes_no_token_at_all() -> None:
    exchange = call(None, OPEN)

    assert bearer_step().enter(exchange) is None
    assert exchange.administration is None
