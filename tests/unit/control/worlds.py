"""A server without a socket for the tests of its control: administrations on a clock that moves, and who opens them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from mockbooks.administration import Administration, Administrations, Beginning
from mockbooks.administration.beginning import planted
from mockbooks.control import Control
from mockbooks.errors import Complaint, RefusedError
from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_NAME, admit_demo
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import TokenStore
from mockbooks.seed import Seed
from mockbooks.traffic.clock import RUNNING, FrozenClock
from mockbooks.traffic.idempotency import IdempotencyStore
from mockbooks.traffic.rate_limiter import LimitSetting

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
POLICY = Policy(
    access_token_life=timedelta(hours=1),
    refresh_token_life=timedelta(days=60),
    refresh_grace=timedelta(0),
    code_life=timedelta(minutes=1),
    auto_approve=False,
)


def control_of(seed: Seed | None = None) -> Control:
    """Start a server with the administration `demo`; without start data, unless told otherwise."""
    source, seed = FrozenClock(NOON), seed or Seed(debtors=0, products=0, transactions=0)
    beginning = Beginning(
        books=planted(seed, source, RUNNING),
        source=source,
        limits=LimitSetting(windows=((600, "minute"),)),
        policy=POLICY,
        seed=seed,
    )
    tokens = TokenStore()
    administrations = Administrations(beginning, maximum=250, tokens=tokens, idempotency=IdempotencyStore())
    authority = Authority(
        clients=ClientStore(), tokens=tokens, mint=Mint(42), policy=POLICY, administrations=administrations
    )
    administrations.on_removal(authority.forget)
    administrations.create(DEMO_NAME, DEMO_ADMINISTRATION)
    admit_demo(authority, NOON)
    return Control(administrations=administrations, authority=authority)


def demo_of(control: Control) -> Administration:
    """Give its administration `demo`."""
    return control.administrations[DEMO_ADMINISTRATION]


def refused(act: Callable[[], object]) -> Complaint:
    """Do what must be refused for one reason, and give that."""
    try:
        act()
    except RefusedError as error:
        (complaint,) = error.complaints
        return complaint
    raise AssertionError("it was not refused")
