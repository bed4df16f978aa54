"""`driftPages`: rows move between the pages of a list while a client walks them."""

from typing import Final

from mockbooks.service.fields import Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.fault import Fault
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings, demand_one

MOST_ROWS: Final = 200
_ONE_SEEN_TWICE: Final = -1


class DriftPagesBody(StrictSchema):
    """How many rows, and which way: exactly one of the two."""

    repeat = Whole(
        "So many rows are seen twice: others came in before them meanwhile.", lowest=1, highest=MOST_ROWS, example=1
    )
    miss = Whole("So many rows are never seen: others before them went.", lowest=1, highest=MOST_ROWS, example=1)


def _rows(*, repeat: int | None, miss: int | None) -> int:
    """Tell by how many rows the pages after the first begin later, or earlier when negative."""
    demand_one(repeat=repeat, miss=miss)
    return -(repeat or 0) + (miss or 0)


def _act(scene: Scene, rows: int) -> None:
    scene.exchange.drifted_rows = rows


FAULT: Final[Fault[int]] = Fault(
    name="driftPages",
    summary="Have the pages of a list after the first begin some rows earlier or later than they should.",
    settings=Settings(
        "How many rows are repeated or missed; one is repeated unless said.",
        form=DriftPagesBody(),
        make=_rows,
        example={"repeat": 1},
    ),
    phases=("before",),
    act=_act,
    bare=_ONE_SEEN_TWICE,
)
