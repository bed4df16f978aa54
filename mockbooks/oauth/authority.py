"""What the endpoints of OAuth work with: the clients, their grants and tokens, and the administrations they are for."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from mockbooks.frozen import dataclass
from mockbooks.oauth.clients import Client, ClientStore
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import AccessToken, TokenStore
from mockbooks.traffic.surroundings import Surroundings


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """How long things live, and whether a person is asked."""

    access_token_life: timedelta
    refresh_token_life: timedelta
    refresh_grace: timedelta
    code_life: timedelta
    auto_approve: bool


class Home(Surroundings, Protocol):
    """An administration as OAuth sees it."""

    @property
    def policy(self) -> Policy | None:
        """What its scenario has otherwise than the server; None for nothing."""


class Registry(Protocol):
    """The administrations, as far as OAuth needs them."""

    def find(self, administration_id: str) -> Home | None:
        """Give one, or None."""

    def all(self) -> Iterable[Home]:
        """Give all of them, in order of creation."""

    def create(self, name: str) -> Home:
        """Make one with the start data in its books."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """The authorization server as plain values; one for each server."""

    clients: ClientStore
    tokens: TokenStore
    mint: Mint
    policy: Policy
    administrations: Registry

    def policy_of(self, administration_id: str) -> Policy:
        """Tell how long things live in an administration, and whether a person is asked."""
        home = self.administrations.find(administration_id)
        return self.policy if home is None or home.policy is None else home.policy

    def let_in(self, client: Client, token: AccessToken | None = None) -> None:
        """Let a client in, and make good a token for its home when it brings one.

        So many others may have come meanwhile that its home has made room already. Nobody will be told of that again,
        so client and token are forgotten here: neither may outlive the home.
        """
        self.clients.add(client)
        if token is not None:
            self.tokens.add_access(token)
        if self.administrations.find(client.home_administration_id) is None:
            self.forget(client.home_administration_id)

    def forget(self, administration_id: str) -> None:
        """Forget an administration that is gone: the clients whose home it was, and every token for it."""
        self.clients.forget_home(administration_id)
        self.tokens.forget(administration_id)
