"""The limits on traffic, and the room that is left: for callers who want to pace themselves."""

from functools import cache
from typing import Final

import orjson

from mockbooks.service.answers import part_schema
from mockbooks.service.context import Context
from mockbooks.service.fields import Choice, Whole
from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.texts import Text
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.rate_limiter import ConcurrentRoom, WindowRoom

HIGHEST: Final = 2_000_000_000
MOST_WINDOWS: Final = 20


class LimitWindow(StrictSchema):
    """One limit on the number of requests in a stretch of time, with the room that is left in it."""

    limit = Whole(
        "Requests that are allowed in one window.",
        lowest=0,
        highest=HIGHEST,
        required=True,
        example=6000,
    )
    per = Choice(
        "What the window is called.",
        allowed=("second", "minute", "hour", "day"),
        required=True,
        example="minute",
    )
    window_seconds = Whole(
        "How long the window is, in seconds.",
        lowest=1,
        highest=HIGHEST,
        required=True,
        example=60,
    )
    remaining = Whole(
        "Requests that are left in the present window.",
        lowest=0,
        highest=HIGHEST,
        required=True,
        example=5990,
    )
    reset_seconds = Whole(
        "Seconds until the window ends and the next has its full room; of one that has not begun, its whole length.",
        lowest=0,
        highest=HIGHEST,
        required=True,
        example=42,
    )


class ConcurrentLimitBody(StrictSchema):
    """The limit on requests that run at the same time."""

    limit = Whole(
        "Requests that may run at the same time.",
        lowest=1,
        highest=HIGHEST,
        required=True,
        example=5,
    )
    in_use = Whole(
        "Requests that are running now: those whose answers have not been taken yet. This one does not count.",
        lowest=0,
        highest=HIGHEST,
        required=True,
        example=1,
    )


class LimitsBody(StrictSchema):
    """The limits that are in force, and the room that is left."""

    windows = Parts(
        LimitWindow(),
        "Every limit per stretch of time that is in force; all of them hold at once. An empty list means that requests"
        " are not limited (`--limit none`).",
        fewest=0,
        most=MOST_WINDOWS,
        example=[{"limit": 6000, "per": "minute", "windowSeconds": 60, "remaining": 5990, "resetSeconds": 42}],
    )
    concurrent = Part(
        ConcurrentLimitBody(),
        "The limit on requests that run at the same time; null means that there is none.",
        example={"limit": 5, "inUse": 1},
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return part_schema("Limits", LimitsBody)()


def read(context: Context) -> bytes:
    """Tell the limits of the administration, and the room that is left at this moment."""
    if context.limiter is None:
        raise LookupError("these books belong to no administration, so there are no limits on them")
    room = context.limiter.room()
    return orjson.dumps({"windows": list(map(_window, room.windows)), "concurrent": _concurrent(room.concurrent)})


def _window(room: WindowRoom) -> dict[str, object]:
    return {
        "limit": room.limit,
        "per": room.per,
        "windowSeconds": room.window_seconds,
        "remaining": room.remaining,
        "resetSeconds": room.reset_seconds,
    }


def _concurrent(room: ConcurrentRoom | None) -> dict[str, int] | None:
    return room and {"limit": room.limit, "inUse": room.in_use}


SINGLETON: Final = Singleton(
    operation=Operation(operation_id="getLimits", method="GET", path="/limits", scope=None, costs_room=False),
    tag="Limits",
    name=Text("limits", "limieten"),
    description="The limits on the traffic of the administration, with the room that is left. Asking costs no room and"
    " is never refused, and any access token will do. Every answer tells the same in its headers `RateLimit-Policy` and"
    " `RateLimit`.",
    answer=answer,
    read=read,
)
