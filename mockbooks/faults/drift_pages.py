"""`driftPages`: rows move between the pages of a list while a client walks them.

It is one move, behind the first page: all later pages of a walk stand as many rows off, so that exactly so many rows
are missed or seen twice. A page that is asked for again has come to rest, for the client then walks what became of it.
"""

from typing import Final

from mockbooks.service.fields import Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.fault import Fault, wants_list
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings, demand_one
from mockbooks.traffic.content import query_of
from mockbooks.traffic.exchange import Exchange

MOST_ROWS: Final = 200
_ONE_SEEN_TWICE: Final = -1
_LONGEST_NUMBER: Final = 9
_Page = tuple[str, str, frozenset[tuple[str, str]]]


class DriftPagesBody(StrictSchema):
    """How many rows, and which way: exactly one of the two."""

    repeat = Whole(
        "So many rows are seen twice: others came in before them meanwhile. Where the last page is full, as many at "
        "its end are not seen.",
        lowest=1,
        highest=MOST_ROWS,
        example=1,
    )
    miss = Whole("So many rows are never seen: others before them went.", lowest=1, highest=MOST_ROWS, example=1)


def _rows(*, repeat: int | None, miss: int | None) -> int:
    """Tell by how many rows the pages after the first begin later, or earlier when negative."""
    demand_one(repeat=repeat, miss=miss)
    return -(repeat or 0) + (miss or 0)


def _act(scene: Scene, rows: int) -> None:
    scene.exchange.drifted_rows = rows


def _is_later_page(exchange: Exchange) -> bool:
    return _later_page(exchange) is not None


def _later_page(exchange: Exchange) -> _Page | None:
    """Name a page after the first by its number, and its list by all that was asked beside it."""
    query = query_of(exchange.query_string) if wants_list(exchange) else None
    number = (query or {}).pop("page", "")
    if query is None or not number.isdecimal() or int(number[:_LONGEST_NUMBER]) <= 1:
        return None
    return exchange.path, number, frozenset(query.items())


FAULT: Final[Fault[int]] = Fault(
    name="driftPages",
    summary=(
        "Have all pages of a list after the first begin some rows earlier or later than they should, the first time "
        "that each is asked for; the totals stay as they are. Other calls, and first pages, count for no injection."
    ),
    settings=Settings(
        "How many rows are repeated or missed; one is repeated unless said.",
        form=DriftPagesBody(),
        make=_rows,
        example={"repeat": 1},
    ),
    phases=("before",),
    act=_act,
    bare=_ONE_SEEN_TWICE,
    concerns=_is_later_page,
    once_for=_later_page,
)
