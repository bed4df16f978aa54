"""`dribble`: the answer comes in pieces over a time, as over a bad line; a read timeout never strikes."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.service.fields import Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.durations import Duration
from mockbooks.stage.fault import DEPARTING, Fault, wants_body
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic import delivery
from mockbooks.traffic.exchange import Answer

_PIECES: Final = 10
_OVER: Final = timedelta(seconds=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """How many pieces, and over how long."""

    pieces: int
    over: timedelta


class DribbleBody(StrictSchema):
    """The pieces and the time that they take together."""

    pieces = Whole("How many pieces the body comes in.", lowest=2, highest=1000, default=_PIECES, example=5)
    over = Duration("How long it takes from the first to the last; `3s` unless said.", default=_OVER, example="2s")


def _act(scene: Scene, pieces: Pieces) -> Answer | None:
    if scene.answer is None:
        return None
    return replace(scene.answer, delivery=delivery.Dribble(pieces.pieces, pieces.over.total_seconds()))


FAULT: Final[Fault[Pieces]] = Fault(
    name="dribble",
    summary="Send the answer whole, in pieces that are spread over a time.",
    settings=Settings(
        "How many pieces, over how long.", form=DribbleBody(), make=Pieces, example={"pieces": 5, "over": "2s"}
    ),
    phases=DEPARTING,
    act=_act,
    concerns=wants_body,
    bare=Pieces(pieces=_PIECES, over=_OVER),
)
