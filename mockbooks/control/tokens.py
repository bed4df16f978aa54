"""Ending tokens from outside, as happens to an integration in mid-run: they expire, or somebody withdraws consent."""

from typing import Final

from mockbooks.administration import Administration
from mockbooks.control.server import ON_THIS_SERVER, Control
from mockbooks.errors import Complaint, RefusedError
from mockbooks.texts import Text, cut

_WHY_REVOKED: Final = "It was revoked by POST /_mockbooks/tokens/revoke."
_CLIENT: Final = Text("client", "client")


def expire(control: Control, administration: Administration, client_id: str | None) -> int:
    """Have the access tokens of a client, or of all, expire now; what can be refreshed still can. Tell how many."""
    _demand_known(control, client_id)
    tokens = control.authority.tokens
    with tokens.lock:
        return tokens.expire(administration.id, client_id, administration.clock.now())


def revoke(control: Control, administration: Administration, client_id: str | None) -> int:
    """Withdraw the consents of a client, or of all, with every token that was given on them; tell how many."""
    _demand_known(control, client_id)
    tokens = control.authority.tokens
    with tokens.lock:
        return tokens.revoke(administration.id, client_id, _WHY_REVOKED)


def _demand_known(control: Control, client_id: str | None) -> None:
    """Refuse a client that does not exist: a spelling mistake would end no token, and nobody would notice."""
    if client_id is not None and control.authority.clients.find(client_id) is None:
        values = {"resource": _CLIENT, "id": cut(client_id), "place": ON_THIS_SERVER}
        raise RefusedError(Complaint("not_found", "/clientId", values=values))
