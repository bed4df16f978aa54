"""`rateLimit`: no room, whatever the counters say, and told when to come back in one of the ways that vendors have."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final, Literal, get_args

from mockbooks.catalogue.entry import Text
from mockbooks.errors import Complaint
from mockbooks.service.fields import Choice
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.durations import Duration
from mockbooks.stage.fault import ENTERING, Fault
from mockbooks.stage.problem import refusal
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.rate_limiter import WINDOW_SECONDS, Headers, LimitSetting, Per, RateLimiter, RetryAfterStyle

Body = Literal["problem", "text"]
_RETRY_AFTER: Final = timedelta(seconds=30)
_LONGEST: Final = timedelta(days=1)
_STATUS: Final = 429
_TEXT_BODY: Final = b"Too Many Requests\n"
# What is told of an administration without limits.
_LIMIT: Final = 60
_WINDOWS: Final[dict[Per, Text]] = {
    "second": Text("second", "seconde"),
    "minute": Text("minute", "minuut"),
    "hour": Text("hour", "uur"),
    "day": Text("day", "dag"),
}


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
    values = {"limit": limit, "window": _WINDOWS[per], "outlook": _outlook(full)}
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
    """Tell when to come back, and the same in the headers that every answer has: X-RateLimit-… and those of the draft.

    They are draft-ietf-httpapi-ratelimit-headers-11, as for true limits.
    """
    limiter = RateLimiter(LimitSetting(retry_after=full.style), FrozenClock(_next_whole_second(now)))
    retry_after = limiter.retry_after(full.seconds)
    return (
        *(() if retry_after is None else (("Retry-After", retry_after),)),
        ("RateLimit-Policy", f'"{per}";q={limit};w={WINDOW_SECONDS[per]}'),
        ("RateLimit", f'"{per}";r=0;t={full.seconds}'),
        ("X-RateLimit-Limit", str(limit)),
        ("X-RateLimit-Remaining", "0"),
        ("X-RateLimit-Reset", str(full.seconds)),
    )


def _next_whole_second(now: datetime) -> datetime:
    """Round up, since a moment is told in whole seconds and waiting for it must suffice."""
    return now.replace(microsecond=0) + timedelta(seconds=1) if now.microsecond else now


def _outlook(full: Full) -> Text:
    if full.style == "missing":
        return Text("when there is room again is not told", "wanneer er weer ruimte is, wordt niet verteld")
    noun = Text("second", "seconde") if full.seconds == 1 else Text("seconds", "seconden")
    return Text(f"there is room again in {full.seconds} {noun.en}", f"over {full.seconds} {noun.nl} is er weer ruimte")


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
