"""Access tokens for one connection: refreshed by one worker at a time, kept before they are used, asked anew if lost.

Refresh tokens are single use. Two workers that refresh at the same time, each with the same token, lock both of them
out; so does a worker that keeps the new one to itself. Hence one place, one lock.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import httpx

from examples.answers import RefusedError, UnusableError, refusal_of, retry_after_seconds

WAITS_SECONDS = (1.0, 3.0, 10.0, 30.0, 60.0)
# An access token is not used in its last minute: the call may take that long to arrive.
MARGIN_SECONDS = 60.0
# The connection is lost, and only its owner can make a new one (RFC 6749, section 5.2).
LOST = frozenset({"invalid_grant"})
FORM_REFUSED = frozenset({400, 401, 403})

Form = dict[str, str]


class Tokens(Protocol):
    """Where a connection gets its token."""

    def current(self) -> str:
        """Give a token that should do; raises UnusableError when there is none to be had."""

    def instead_of(self, refused: str) -> str | None:
        """Give another token than this one, which got a 401; None when there is none."""


@dataclass(frozen=True)
class FixedToken:
    """A token that somebody typed in, and that cannot be renewed."""

    token: str

    def current(self) -> str:
        """Give it."""
        return self.token

    def instead_of(self, refused: str) -> str | None:  # noqa: ARG002 - there is no other
        """Have no other."""
        return None


@dataclass(frozen=True, kw_only=True)
class Pair:
    """What the token endpoint gave last; `ends_at` is in seconds of the epoch."""

    access: str
    refresh: str
    ends_at: float


@dataclass(kw_only=True)
class Vault:
    """Where the pair is kept for all workers. In production: a row in the database, and its lock."""

    pair: Pair | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class SharedTokens:
    """The tokens of one customer's consent, for as many workers as there are."""

    def __init__(
        self,
        vault: Vault,
        http: httpx.Client,
        *,
        ask_owner: Callable[[], Form],
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`http` knows the server and the client's credentials.

        `ask_owner` sends the owner to the consent page, and gives the form that redeems the code; where no owner is at
        hand it raises UnusableError, which ends the run with "please connect again".
        """
        self._vault = vault
        self._http = http
        self._ask_owner = ask_owner
        self._sleep = sleep
        self._now = now

    def current(self) -> str:
        """Give the access token, a new one if it has ended or is about to."""
        with self._vault.lock:
            pair = self._vault.pair
            if pair is None or pair.ends_at - MARGIN_SECONDS <= self._now():
                pair = self._renewed(pair)
            return pair.access

    def instead_of(self, refused: str) -> str | None:
        """Give the token that another worker got meanwhile, else refresh."""
        with self._vault.lock:
            pair = self._vault.pair
            if pair is None or pair.access == refused:
                pair = self._renewed(pair)
            return pair.access

    def _renewed(self, pair: Pair | None) -> Pair:
        """Refresh, or ask the owner when that is not possible any more; keep the new pair before anybody uses it."""
        renewed = self._redeemed({"grant_type": "refresh_token", "refresh_token": pair.refresh}) if pair else None
        renewed = renewed or self._redeemed(self._ask_owner())
        if renewed is None:
            raise UnusableError("the connection with the books is lost: its owner has to connect again")
        self._vault.pair = renewed
        return renewed

    def _redeemed(self, form: Form) -> Pair | None:
        """Send a form to the token endpoint; None when what it holds is worth nothing any more.

        When the answer gets lost, the token may have been used up. Sending it again is all that can be done: vendors
        that allow for this give the same answer for a while, with others the connection was lost already.
        """
        for wait_seconds in WAITS_SECONDS:
            try:
                answer = self._http.post("/oauth/token", data=form)
            except httpx.TransportError:
                self._sleep(wait_seconds)
                continue
            pair = self._pair(answer)
            if pair is not None:
                return pair
            if answer.status_code in FORM_REFUSED:
                _demand_lost(refusal_of(answer))
                return None
            self._sleep(retry_after_seconds(answer, self._now()) or wait_seconds)
        raise UnusableError("no answer from the token endpoint")

    def _pair(self, answer: httpx.Response) -> Pair | None:
        try:
            body = answer.json()
            ends_at = self._now() + float(body["expires_in"])
            return Pair(access=body["access_token"], refresh=body["refresh_token"], ends_at=ends_at)
        except (ValueError, KeyError, TypeError):  # refused, a proxy's page, or cut off
            return None


def _demand_lost(refusal: RefusedError) -> None:
    """Stop at any refusal but a lost connection: wrong credentials, say, which no owner can put right by consenting."""
    if refusal.code not in LOST:
        raise UnusableError(f"the token endpoint refuses us: {refusal}") from refusal
