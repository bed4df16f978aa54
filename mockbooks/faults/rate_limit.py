"""`rateLimit`: no room, whatever the counters say, and told when to come back in one of the ways that vendors have."""

from datetime import datetime, timedelta
from math import ceil
from typing import Final, Literal, get_args

from mockbooks.errors import Complaint
from mockbooks.frozen import dataclass
from mockbooks.service.fields import Choice
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.durations import Duration
from mockbooks.stage.fault import ENTERING, Fault
from mockbooks.stage.problem import refusal
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.rate_limit import WINDOW_NAMES, outlook
from mockbooks.traffic.rate_limiter import (
    WINDOW_SECONDS,
    Headers,
    Per,
    RetryAfterStyle,
    WindowRoom,
    policy_of,
    retry_after,
    window_headers,
)

Body = Literal["problem", "text"]
_RETRY_AFTER: Final = timedelta(seconds=30)
_LONGEST: Final = timedelta(days=1)
_STATUS: Final = 429
_TEXT_BODY: Final = b"Too Many Requests\n"
# What is told of an administration without limits.
_LIMIT: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Full:
    """A limit that is used up: when there is room again, how that is told, and what the body is."""

    retry_after: timedelta = _RETRY_AFTER
    style: RetryAfterStyle = "seconds"
    body: Body = "problem"

    @property
    def seconds(self) -> int:
        """How long to wait, rounded up so that waiting that long suffices."""
        return ceil(self.retry_after.total_seconds())


class RateLimitBody(StrictSchema):
    """When to come back, and how that is told."""

    retry_after = Duration(
        "When there is room again; `30s` unless said.", longest=_LONGEST, default=_RETRY_AFTER, example="30s"
    )
    style = Choice(
        "How Retry-After tells it: in `seconds` or as an `httpDate` (RFC 9110), as Unix time (`epoch`, as some vendors"
        " do), or not at all (`missing`). Moments are those of the administration's clock.",
        allowed=get_args(RetryAfterStyle),
        default="seconds",
        example="epoch",
    )
    body = Choice(
        "A `problem` as the API itself sends it, or a line of plain `text`.",
        allowed=get_args(Body),
        default="problem",
        example="text",
    )


def _act(scene: Scene, full: Full) -> Answer:
    limit, per = _window(scene.exchange, full.seconds)
    headers = _headers(limit, per, full, scene.world.now())
    if full.body == "text":
        return Answer(status=_STATUS, body=_TEXT_BODY, headers=headers, media_type="text/plain; charset=utf-8")
    values = {"limit": limit, "window": WINDOW_NAMES[per], "outlook": _outlook(full)}
    complaint = Complaint("rate_limit_exceeded", values=values)
    return refusal(scene.exchange, complaint, status=_STATUS).with_headers(*headers)


def _window(exchange: Exchange, seconds: int) -> tuple[int, Per]:
    """Choose the limit that is said to be used up: a true one that lasts long enough, or one that is made up."""
    windows = exchange.concerned.limiter.room().windows if exchange.concerned is not None else ()
    fitting = sorted((each.window_seconds, each.limit, each.per) for each in windows if each.window_seconds >= seconds)
    if fitting:
        _, limit, per = fitting[0]
        return limit, per
    wanted = max(seconds, WINDOW_SECONDS["minute"])
    return _LIMIT, next(per for per, length in WINDOW_SECONDS.items() if length >= wanted)


def _headers(limit: int, per: Per, full: Full, now: datetime) -> Headers:
    """Tell when to come back, and that the limit is used up in the headers that every answer has."""
    told = retry_after(full.style, now, full.seconds)
    room = WindowRoom(limit, per, WINDOW_SECONDS[per], remaining=0, reset_seconds=full.seconds)
    headers = window_headers([room], policy_of(limit, per))
    return headers if told is None else (("Retry-After", told), *headers)


def _outlook(full: Full) -> Text:
    if full.style == "missing":
        return Text("when there is room again is not told", "wanneer er weer ruimte is, wordt niet verteld")
    return outlook(full.seconds)


FAULT: Final[Fault[Full]] = Fault(
    name="rateLimit",
    summary="Answer 429, whatever the counters say.",
    settings=Settings(
        "When to come back, and how that is told.",
        form=RateLimitBody(),
        make=Full,
        example={"retryAfter": "30s", "style": "epoch"},
    ),
    phases=ENTERING,
    act=_act,
    bare=Full(),
)
