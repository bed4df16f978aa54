"""Clients: who holds OAuth credentials, and what each may ask for (RFC 6749, section 2)."""

from collections.abc import Iterator
from datetime import datetime
from threading import Lock

from mockbooks.frozen import dataclass
from mockbooks.oauth.scopes import SCOPES


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """One client; without a secret it is a public one, which proves itself with PKCE alone.

    With `any_loopback` its answers may go to every address of the person's own machine and to the documentation of this
    server, beside the redirect URIs that are registered: so that trying out needs no registration.
    """

    client_id: str
    client_secret: str | None
    name: str
    redirect_uris: tuple[str, ...]
    grant_types: frozenset[str]
    auth_methods: frozenset[str]
    home_administration_id: str
    issued_at: datetime
    scopes: tuple[str, ...] = tuple(SCOPES)
    any_loopback: bool = False

    @property
    def is_public(self) -> bool:
        """Whether it has no secret to prove itself with (RFC 6749, section 2.1)."""
        return self.client_secret is None

    def check_grant_type(self, grant_type: str) -> bool:
        """Tell Authlib whether it is registered for a grant."""
        return grant_type in self.grant_types


class ClientStore:
    """The clients by their ids.

    No bound of its own is needed: each client has an administration of its own for its home and goes with it, and the
    number of those is bounded. `Authority.let_in` sees to it that none comes after its home has gone.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._clients: dict[str, Client] = {}
        self._lock = Lock()

    def __iter__(self) -> Iterator[Client]:
        return iter(tuple(self._clients.values()))

    def find(self, client_id: str) -> Client | None:
        """Give a client, or None for an id that was never given."""
        return self._clients.get(client_id)

    def add(self, client: Client) -> None:
        """Let a client in."""
        with self._lock:
            self._clients[client.client_id] = client

    def forget_home(self, administration_id: str) -> None:
        """Forget the clients whose home is gone."""
        with self._lock:
            self._clients = {
                each.client_id: each
                for each in self._clients.values()
                if each.home_administration_id != administration_id
            }
