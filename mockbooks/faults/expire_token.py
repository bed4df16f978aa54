"""`expireToken`: the access token is over before its time, in the middle of a run."""

from typing import Final

from mockbooks.stage.fault import Fault
from mockbooks.stage.presented import access_token, brings_token
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import NoSettings


def _act(scene: Scene, _settings: None) -> None:
    """End its life now; at the gate that is before it is looked at, so that this very call is refused."""
    with scene.world.tokens.lock:
        token = access_token(scene)
        if token is not None and token.is_alive(scene.world.now()):
            token.expires_at = scene.world.now()


FAULT: Final[Fault[None]] = Fault(
    name="expireToken",
    summary="Have the access token of the call expire: this call is refused with 401 (`token_expired`), or in phase"
    " `after` the next one; a refresh brings a new one. Calls without an access token count for no"
    " injection.",
    settings=NoSettings(),
    phases=("gate", "after"),
    act=_act,
    bare=None,
    concerns=brings_token,
)
