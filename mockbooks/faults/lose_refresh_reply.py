"""`loseRefreshReply`: the refresh token is used up and the answer with its successor never arrives."""

from typing import Final

from mockbooks.stage.fault import DEPARTING, Fault
from mockbooks.stage.presented import is_refresh
from mockbooks.stage.scene import Scene
from mockbooks.stage.silence import How, how_field, silenced
from mockbooks.traffic.exchange import Answer


def _act(scene: Scene, how: How) -> Answer | None:
    return silenced(scene.answer, how) if is_refresh(scene.exchange) else None


FAULT: Final[Fault[How]] = Fault(
    name="loseRefreshReply",
    summary="Rotate the tokens at a refresh, and lose the answer; other calls pass.",
    settings=how_field(),
    phases=DEPARTING,
    act=_act,
    bare="reset",
    concerns=is_refresh,
)
