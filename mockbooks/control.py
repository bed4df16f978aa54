"""What whoever runs the server may do with it while it runs: the control API puts this on the wire."""

from dataclasses import dataclass

from mockbooks.administration import Administration, Administrations
from mockbooks.catalogue.entry import Text
from mockbooks.errors import Complaint, RefusedError
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.oauth.ready_clients import Credentials, admit
from mockbooks.service.fields import cut

_NOUN = Text("administration", "administratie")
_ON_THIS_SERVER = Text("on this server", "Op deze server")


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A new administration, and what opens it."""

    administration: Administration
    credentials: Credentials


class Control:
    """The control of one server, without HTTP; safe to use from several threads."""

    def __init__(self, administrations: Administrations, authority: Authority) -> None:
        """Keep what is controlled."""
        self._administrations = administrations
        self._authority = authority

    def administrations(self) -> tuple[Administration, ...]:
        """Give all administrations in order of creation, which does not count as using them."""
        return self._administrations.all()

    def create_administration(self, name: str | None = None) -> Opened:
        """Make an administration with the start data, a client for it, and a token for it that does not expire."""
        administration = self._administrations.create(name)
        mint = self._authority.mint
        credentials = Credentials(
            client_id=mint.text("client"), client_secret=mint.text("secret"), access_token=mint.token("mb_at")
        )
        admit(self._authority, administration.id, credentials, now=administration.clock.now())
        return Opened(administration=administration, credentials=credentials)

    def delete_administration(self, administration_id: str) -> Administration:
        """Remove an administration with its clients and tokens, and give it as it was; never the one called demo."""
        if administration_id == DEMO_ADMINISTRATION and self._administrations.find(administration_id):
            raise _refused("cannot_delete_demo", id=administration_id)
        deleted = self._administrations.delete(administration_id)
        if deleted is None:
            raise _refused("not_found", resource=_NOUN, id=cut(administration_id), place=_ON_THIS_SERVER)
        return deleted


def _refused(code: str, **values: object) -> RefusedError:
    return RefusedError(Complaint(code, parameter="id", values=values))
