"""The limits on traffic, and the room that is left: for callers who want to pace themselves."""

from typing import Final

import orjson

from mockbooks.catalogue.entry import Text
from mockbooks.service.answers import part_schema
from mockbooks.service.context import Context
from mockbooks.service.fields import Choice, Whole
from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.traffic.operation import Operation

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
        "Seconds until there is room for the full limit again.",
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
        "Requests that are running now, this one included.",
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
        " are not limited, as in this version.",
        fewest=0,
        most=MOST_WINDOWS,
        example=[{"limit": 6000, "per": "minute", "windowSeconds": 60, "remaining": 5990, "resetSeconds": 42}],
    )
    concurrent = Part(
        ConcurrentLimitBody(),
        "The limit on requests that run at the same time; null means that there is none, as in this version.",
        example={"limit": 5, "inUse": 1},
    )


ANSWER: Final = part_schema("Limits", LimitsBody)()


def read(_: Context) -> bytes:
    """Tell the limits: none are in force."""
    return orjson.dumps({"windows": [], "concurrent": None})


SINGLETON: Final = Singleton(
    operation=Operation(operation_id="getLimits", method="GET", path="/limits", scope=None),
    tag="Limits",
    name=Text("limits", "limieten"),
    description="The limits on the traffic of the administration, with the room that is left. Asking costs no room."
    " This version limits nothing: the list of windows is empty and there is no limit on concurrent requests.",
    answer=ANSWER,
    read=read,
)
