"""What is controlled: one server with its administrations, and whom they are opened by."""

from typing import Final

from mockbooks.administration import Administration, Administrations
from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.texts import Text, cut

ADMINISTRATION: Final = Text("administration", "administratie")
ON_THIS_SERVER: Final = Text("on this server", "Op deze server")


@dataclass(frozen=True, kw_only=True, slots=True)
class Control:
    """The parts of one server that its owner works on; `scenario_folder` holds scenarios beside the library."""

    administrations: Administrations
    authority: Authority
    scenario_folder: str | None = None


def administration_meant(control: Control, named: str | None, of_token: str | None = None) -> Administration:
    """Give the administration that a call acts on: the named one, else that of its token, else `demo`.

    To be meant counts as being used. Raises RefusedError when there is none.
    """
    administration_id = named or of_token or DEMO_ADMINISTRATION
    found = control.administrations.find(administration_id)
    if found is not None:
        return found
    if named is None:
        raise RefusedError(Complaint("no_administration_meant", parameter="administration"))
    values = {"resource": ADMINISTRATION, "id": cut(named), "place": ON_THIS_SERVER}
    raise RefusedError(Complaint("not_found", parameter="administration", values=values))
