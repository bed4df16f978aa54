"""`dropConnection`: the connection breaks and no answer comes, whether or not anything was booked."""

from typing import Final

from mockbooks.stage.fault import EVERYWHERE, Fault
from mockbooks.stage.scene import Scene
from mockbooks.stage.silence import How, how_field, silenced
from mockbooks.traffic.exchange import Answer


def _act(scene: Scene, how: How) -> Answer:
    return silenced(scene.answer, how)


FAULT: Final[Fault[How]] = Fault(
    name="dropConnection",
    summary="Break the connection without an answer; in phase `after` everything was booked by then.",
    settings=how_field(),
    phases=EVERYWHERE,
    act=_act,
    bare="reset",
)
