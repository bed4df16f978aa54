"""`revokeConsent`: somebody disconnects the integration, and nothing but asking a person again helps."""

from typing import Final

from mockbooks.stage.fault import Fault
from mockbooks.stage.presented import grant
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import NoSettings

_WHY: Final = "Somebody withdrew the consent of this administration."


def _act(scene: Scene, _settings: None) -> None:
    """End the grant that the call goes by, with all its tokens."""
    with scene.world.tokens.lock:
        presented = grant(scene)
        if presented is not None:
            presented.revoke(_WHY)


FAULT: Final[Fault[None]] = Fault(
    name="revokeConsent",
    summary="Withdraw the grant of the call: this call is refused with 401 (`token_invalid`), or in phase `after` the"
    " next one, and every refresh with `invalid_grant`.",
    settings=NoSettings(),
    phases=("gate", "after"),
    act=_act,
    bare=None,
)
