"""`staleReads`: what was just written can be read by its id, but no search finds it yet."""

from datetime import timedelta
from typing import Final

from mockbooks.stage.durations import LONGEST_RUN, Duration
from mockbooks.stage.fault import Fault, wants_list
from mockbooks.stage.scene import Scene


def _act(scene: Scene, length: timedelta) -> None:
    scene.exchange.hidden_seconds = length.total_seconds()


FAULT: Final[Fault[timedelta]] = Fault(
    name="staleReads",
    summary="Hide from lists and their totals what was created less than a time ago, on the administration's clock;"
    " other calls count for no injection.",
    settings=Duration(
        "How far lists are behind; what the books began with is always shown.",
        required=True,
        longest=LONGEST_RUN,
        example="5s",
    ),
    phases=("before",),
    act=_act,
    concerns=wants_list,
)
