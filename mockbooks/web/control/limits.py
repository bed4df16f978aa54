"""The limits on the traffic of an administration, seen and changed."""

from typing import Any, Final, get_args

from mockbooks.administration import Administration
from mockbooks.control.limits import change_limits
from mockbooks.service.fields import Choice, Whole
from mockbooks.service.schema import Parts, StrictSchema
from mockbooks.traffic.rate_limiter import WINDOW_SECONDS, LimitSetting, RetryAfterStyle
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, json_of, on_administration, operation

_HIGHEST: Final = 2_000_000_000


class LimitWindow(StrictSchema):
    """So many requests in a window of time."""

    requests = Whole("Requests that fit in it.", lowest=1, highest=_HIGHEST, required=True, example=60)
    per = Choice("How long it is.", allowed=tuple(WINDOW_SECONDS), required=True, example="minute")


class Limits(StrictSchema):
    """The limits on the traffic of an administration; the room that is left in them is told by GET /api/v1/limits."""

    windows = Parts(
        LimitWindow(),
        "Windows, at most one of each length; all of them hold at once. An empty list: requests are not limited.",
        fewest=0,
        most=len(WINDOW_SECONDS),
        example=[{"requests": 60, "per": "minute"}],
    )
    concurrent = Whole(
        "Requests that may run at the same time; null: as many as come.", lowest=1, highest=_HIGHEST, example=5
    )
    retry_after = Choice(
        "How a refusal (429) says in `Retry-After` when to come back: in seconds, as Unix time, as HTTP date, or not "
        "at all.",
        allowed=get_args(RetryAfterStyle),
        default="seconds",
        example="seconds",
    )


def told_limits(administration: Administration) -> dict[str, object]:
    """Tell the limits that are in force."""
    setting = administration.limiter.setting
    return {
        "windows": [{"requests": requests, "per": per} for requests, per in setting.windows],
        "concurrent": setting.concurrent,
        "retryAfter": setting.retry_after,
    }


def _get(bench: Bench) -> bytes:
    return json_of(told_limits(bench.administration))


def _put(bench: Bench, values: dict[str, Any]) -> bytes:
    setting = LimitSetting(
        windows=tuple((window["requests"], window["per"]) for window in values["windows"]),
        concurrent=values["concurrent"],
        retry_after=values["retry_after"],
    )
    change_limits(bench.administration, setting)
    return json_of(told_limits(bench.administration))


_ANSWER: Final = envelopes.object_schema("Limits", Limits())
TAG: Final = "Limits", "How much traffic an administration allows, and how it says that it was too much."
CALLS: Final = (
    on_administration(
        operation("getControlledLimits", "GET", "/limits"),
        _get,
        summary="Get the limits",
        description="Tells the limits that are in force, in the form in which they can be sent back.",
        answer=_ANSWER,
    ),
    on_administration(
        operation("changeLimits", "PUT", "/limits"),
        _put,
        summary="Replace the limits",
        description="Puts other limits in force, as a whole and with their full room. A reset brings those of the "
        "start back.",
        answer=_ANSWER,
        body=Limits(),
    ),
)
