"""The rate limit step: a call passes when its administration has room for it."""

from typing import Final

from mockbooks.errors import Complaint, TooManyRequestsError
from mockbooks.texts import Text
from mockbooks.traffic.clock import Clock, stands_still
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.rate_limiter import ConcurrentRoom, Per, WindowRoom

# How soon a running request ends nobody knows: soon.
_RETRY_CONCURRENT_SECONDS: Final = 1
WINDOW_NAMES: Final[dict[Per, Text]] = {
    "second": Text("second", "seconde"),
    "minute": Text("minute", "minuut"),
    "hour": Text("hour", "uur"),
    "day": Text("day", "dag"),
}
"""What windows are called in sentences."""


class RateLimitStep:
    """Lets a call pass when its administration has room for it; stands behind the bearer step.

    Calls that belong to no administration are not counted, and neither are those that were refused before this step:
    who has no token learns nothing about anybody's traffic.
    """

    def enter(self, exchange: Exchange) -> Answer | None:
        """Take room until the answer has been handed over, or refuse with 429."""
        administration, operation = exchange.administration, exchange.operation
        if administration is None or operation is None or not operation.costs_room:
            return None
        limiter = administration.limiter
        refusing = limiter.begin()
        if isinstance(refusing, WindowRoom):
            raise _used_up(refusing, administration.clock, limiter.retry_after(refusing.reset_seconds))
        if refusing is not None:
            raise _too_many_at_once(refusing, limiter.retry_after(_RETRY_CONCURRENT_SECONDS))
        if limiter.counts_running:
            exchange.on_end(limiter.end)
        return None


def _used_up(room: WindowRoom, clock: Clock, retry_after: str | None) -> TooManyRequestsError:
    outlook_of = _advice_on_a_clock_that_stands_still if stands_still(clock) else outlook
    values = {"limit": room.limit, "window": WINDOW_NAMES[room.per], "outlook": outlook_of(room.reset_seconds)}
    return TooManyRequestsError(Complaint("rate_limit_exceeded", values=values), retry_after=retry_after)


def _too_many_at_once(room: ConcurrentRoom, retry_after: str | None) -> TooManyRequestsError:
    complaint = Complaint("too_many_concurrent_requests", values={"limit": room.limit})
    return TooManyRequestsError(complaint, retry_after=retry_after)


def outlook(seconds: int) -> Text:
    """Tell when there is room again."""
    wait = _seconds(seconds)
    return Text(f"there is room again in {wait.en}", f"over {wait.nl} is er weer ruimte")


def _advice_on_a_clock_that_stands_still(seconds: int) -> Text:
    wait = _seconds(seconds)
    return Text(
        "the clock of this administration stands still, so waiting does not help: there is room again when the clock "
        f"is {wait.en} further, or when the server is started with --limit none",
        "de klok van deze administratie staat stil, dus wachten helpt niet: er is weer ruimte als de klok "
        f"{wait.nl} verder staat, of als de server wordt gestart met --limit none",
    )


def _seconds(number: int) -> Text:
    return Text("1 second", "1 seconde") if number == 1 else Text(f"{number} seconds", f"{number} seconden")
