"""Making and deleting administrations, each with what opens it."""

from mockbooks.administration import Administration
from mockbooks.control.server import ADMINISTRATION, ON_THIS_SERVER, Control
from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.oauth.ready_clients import Credentials, admit
from mockbooks.texts import cut


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A new administration, and what opens it."""

    administration: Administration
    credentials: Credentials


def create_administration(control: Control, name: str | None = None) -> Opened:
    """Make an administration with the start data, a client for it, and a token for it that does not expire."""
    administration = control.administrations.create(name)
    mint = control.authority.mint
    credentials = Credentials(
        client_id=mint.text("client"), client_secret=mint.text("secret"), access_token=mint.token("mb_at")
    )
    admit(control.authority, administration.id, credentials, now=administration.clock.now())
    return Opened(administration=administration, credentials=credentials)


def delete_administration(control: Control, administration_id: str) -> Administration:
    """Remove an administration with its clients and tokens, and give it as it was; never the one called demo."""
    if administration_id == DEMO_ADMINISTRATION and control.administrations.find(administration_id):
        raise _refused("cannot_delete_demo", id=administration_id)
    deleted = control.administrations.delete(administration_id)
    if deleted is None:
        raise _refused("not_found", resource=ADMINISTRATION, id=cut(administration_id), place=ON_THIS_SERVER)
    return deleted


def _refused(code: str, **values: object) -> RefusedError:
    return RefusedError(Complaint(code, parameter="id", values=values))
