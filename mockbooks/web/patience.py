"""What meets a caller that has no connection: its way down the road, as far as its patience reaches.

What a scenario does to a connection is raised in its place: a ConnectionError, or a TimeoutError for a caller whose
patience ends before its wait. As over a socket, what such a call asked for is done all the same. What takes time is
yielded, so that the thread or the event loop of the caller may spend it.
"""

from collections.abc import Generator
from contextlib import closing
from math import inf
from typing import Any, Final, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.traffic.decision import Errand, Road
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.traffic.waits import Waits
from mockbooks.web.wire.delivery import pieces_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pause:
    """Seconds that pass for the caller, unless a reset wakes it; whoever spends them sends back whether one did."""

    seconds: float
    waits: Waits | None


Walk = Generator[Pause | Errand, Any, T]
"""What takes time on the way to an answer. A caller that leaves sets `caller_left` of its exchange, and walks on."""

Coming = Generator[Pause | bytes, Any, None]
"""The pieces of a body as they arrive, and the pauses between them."""

_DROPPED_BY: Final[dict[str, type[ConnectionError]]] = {
    "reset": ConnectionResetError,
    "close": ConnectionAbortedError,
}


def answering(road: Road[Answer], exchange: Exchange, patience_seconds: float = inf) -> Walk[Answer]:
    """Go down the road, with everything on it that takes time, and give the answer that arrives.

    Raises ConnectionResetError or ConnectionAbortedError where the connection is dropped, also by a reset of the
    administration, and TimeoutError where the caller has left by then.
    """
    answer = (yield from _walked(road, exchange, patience_seconds)) or BROKEN_OFF
    if exchange.caller_left:
        exchange.end()
        raise TimeoutError(f"no answer within {patience_seconds:g} seconds")
    if isinstance(answer.delivery, Drop):
        exchange.end()
        raise _DROPPED_BY[answer.delivery.how]("the connection was dropped by the scenario")
    return answer


def coming(answer: Answer, exchange: Exchange, patience_seconds: float = inf) -> Coming:
    """Give the body as it arrives; raises ConnectionError where it is cut off, TimeoutError as above."""
    body = answer.body
    if exchange.is_head or not body:
        return
    match answer.delivery:
        case Cut(at_bytes=at_bytes):
            yield body[:at_bytes]
            raise ConnectionError("the answer was cut off by the scenario")
        case Dribble() as dribble:
            yield from _dribbled(body, dribble, exchange, patience_seconds)
        case _:
            yield body


def _walked(road: Road[Answer], exchange: Exchange, patience_seconds: float) -> Walk[Answer | None]:
    """Give the answer; None when a reset has put an end to the road."""
    result: Answer | None = None
    with closing(road):
        while True:
            try:
                met = road.send(result)
            except StopIteration as end:
                answer: Answer = end.value
                return answer
            result = None
            if isinstance(met, Errand):
                result = yield met
            elif not exchange.caller_left and (yield from _is_broken_off(exchange, met.seconds, patience_seconds)):
                return None


def _is_broken_off(exchange: Exchange, wait_seconds: float, patience_seconds: float) -> Walk[bool]:
    """Spend a wait of the road, and note how it ended; tell whether a reset has broken it off."""
    seconds = min(wait_seconds, patience_seconds - exchange.waited_seconds)
    is_broken_off: bool = yield Pause(seconds, _waits_for(exchange))
    if seconds < wait_seconds:
        exchange.caller_left = True
    if not exchange.caller_left and not is_broken_off:
        exchange.waited_seconds += seconds
    return is_broken_off


def _dribbled(body: bytes, dribble: Dribble, exchange: Exchange, patience_seconds: float) -> Coming:
    pieces = pieces_of(body, dribble.pieces)
    for number, piece in enumerate(pieces):
        pause = dribble.seconds / (len(pieces) - 1) if number else 0
        if pause and (yield Pause(min(pause, patience_seconds), _waits_for(exchange))):
            raise ConnectionError("the answer was broken off by a reset")
        if pause > patience_seconds:
            raise TimeoutError(f"nothing came for {patience_seconds:g} seconds")
        yield piece


def _waits_for(exchange: Exchange) -> Waits | None:
    return None if exchange.concerned is None else exchange.concerned.waits
