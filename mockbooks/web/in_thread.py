"""Walking the road in the thread that calls: for drivers that have no event loop, and no connection that could break.

What a scenario does to a connection is raised in its place: a ConnectionError, or a TimeoutError for a caller whose
patience ends before its wait. As over a socket, what such a call asked for is done all the same.
"""

from collections.abc import Iterator
from math import inf
from threading import Event
from typing import Final

from mockbooks.traffic.decision import Errand, Road
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.web.delivery import pieces_of

_DROPPED_BY: Final[dict[str, type[ConnectionError]]] = {
    "reset": ConnectionResetError,
    "close": ConnectionAbortedError,
}


def answer_at_the_end(road: Road[Answer], exchange: Exchange, patience_seconds: float = inf) -> Answer:
    """Go down the road, with everything on it that takes time, and give the answer that arrives.

    Raises ConnectionResetError or ConnectionAbortedError where the connection is dropped, also by a reset of the
    administration, and TimeoutError where the caller has left by then.
    """
    answer = _walked(road, exchange, patience_seconds) or BROKEN_OFF
    if exchange.caller_left:
        exchange.end()
        raise TimeoutError(f"no answer within {patience_seconds:g} seconds")
    if isinstance(answer.delivery, Drop):
        exchange.end()
        raise _DROPPED_BY[answer.delivery.how]("the connection was dropped by the scenario")
    return answer


def arriving(answer: Answer, exchange: Exchange, patience_seconds: float = inf) -> Iterator[bytes]:
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


def _walked(road: Road[Answer], exchange: Exchange, patience_seconds: float) -> Answer | None:
    """Give the answer; None when a reset has put an end to the road."""
    result: Answer | None = None
    try:
        while True:
            met = road.send(result)
            result = met.work() if isinstance(met, Errand) else None
            if isinstance(met, Errand) or exchange.caller_left:
                continue
            seconds = min(met.seconds, patience_seconds - exchange.waited_seconds)
            if _is_broken_off(exchange, seconds):
                road.close()
                return None
            if seconds < met.seconds:
                exchange.caller_left = True
            else:
                exchange.waited_seconds += seconds
    except StopIteration as end:
        answer: Answer = end.value
        return answer


def _is_broken_off(exchange: Exchange, seconds: float) -> bool:
    """Spend a wait; tell whether a reset of the administration has broken it off."""
    broken_off = Event()
    if exchange.concerned is None:
        return broken_off.wait(seconds)
    waits = exchange.concerned.waits
    number = waits.begin(broken_off.set)
    try:
        return broken_off.wait(seconds)
    finally:
        waits.end(number)


def _dribbled(body: bytes, dribble: Dribble, exchange: Exchange, patience_seconds: float) -> Iterator[bytes]:
    pieces = pieces_of(body, dribble.pieces)
    for number, piece in enumerate(pieces):
        pause = dribble.seconds / (len(pieces) - 1) if number else 0
        if _is_broken_off(exchange, min(pause, patience_seconds)):
            raise ConnectionError("the answer was broken off by a reset")
        if pause > patience_seconds:
            raise TimeoutError(f"nothing came for {patience_seconds:g} seconds")
        yield piece
