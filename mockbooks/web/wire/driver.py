"""The way of an exchange down its road: at once where nothing on it takes time, and else on the event loop."""

import logging
from asyncio import get_running_loop
from collections.abc import Callable, Coroutine
from time import perf_counter
from typing import Any, Final

from mockbooks.errors import RequestError
from mockbooks.traffic.decision import Errand, Road, Wait
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.wire.connection import Connection
from mockbooks.web.wire.incoming import Asked
from mockbooks.web.wire.waiting import Ending, Waiting

LogRequest = Callable[[Exchange, Answer, float, str], None]
Later = Coroutine[Any, Any, Answer]

FAILED: Final = Answer(status=500, body=b"Internal Server Error", media_type="text/plain; charset=utf-8", foreign=True)
"""What is sent when even telling of a bug has failed."""
_LOGGER: Final = logging.getLogger("mockbooks")


class Driver:
    """Calls the pipeline in the thread of the event loop, for all connections.

    The books are in memory and never wait for anything, so a thread or a task per request would only cost. What a
    scenario has a caller wait is spent on the event loop, and holds up nobody else.
    """

    def __init__(self, pipeline: Pipeline, log_request: LogRequest | None = None) -> None:
        """Keep the pipeline; `log_request` is told of each exchange, its answer, the seconds that it took, and why.

        Why is the code of what kept the request from being read to its end, and empty for all others.
        """
        self._pipeline = pipeline
        self._log_request = log_request
        self.waiting = Waiting()

    def answer(self, asked: Asked, connection: Connection) -> Answer | Later:
        """Answer a request; where something takes time, what is to be awaited comes in place of the answer."""
        exchange = asked.exchange
        try:
            if asked.refusal is not None:
                return self._pipeline.refuse(asked.refusal, exchange)
            road = self._pipeline.walk(exchange)
            met = road.send(None)
        except StopIteration as end:
            answer: Answer = end.value
            return answer
        except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer
            return failed(exchange, error)
        return self._walked(road, met, exchange, connection)

    def refuse(self, error: RequestError, exchange: Exchange) -> Answer:
        """Answer what could not even be read."""
        answer = self._pipeline.refuse(error, exchange)
        if self._log_request is not None:
            get_running_loop().call_soon(self._log_request, exchange, answer, 0.0, _code_of(error))
        return answer

    def note(self, asked: Asked, answer: Answer) -> None:
        """Have a request logged that has been answered, where that is wanted; no log that fails harms a caller."""
        if self._log_request is not None:
            seconds, why = perf_counter() - asked.since, _code_of(asked.refusal)
            get_running_loop().call_soon(self._log_request, asked.exchange, answer, seconds, why)

    async def wait(self, seconds: float, exchange: Exchange, connection: Connection) -> bool:
        """Spend a wait; tell whether a reset of the administration has broken it off."""
        waits = None if exchange.concerned is None else exchange.concerned.waits
        ending = await self.waiting.wait(seconds, waits, connection)
        exchange.caller_left = exchange.caller_left or ending is Ending.CALLER_LEFT
        if ending is Ending.IN_TIME:
            exchange.waited_seconds += seconds
        return ending is Ending.RESET

    async def _walked(
        self, road: Road[Answer], met: Wait | Errand, exchange: Exchange, connection: Connection
    ) -> Answer:
        """Go on down the road, with everything on it that takes time; a reset puts an end to it."""
        result: Answer | None
        try:
            while True:
                if isinstance(met, Errand):
                    result = await self.waiting.in_a_thread(met.work)
                elif await self.wait(met.seconds, exchange, connection):
                    road.close()
                    return BROKEN_OFF
                else:
                    result = None
                met = road.send(result)
        except StopIteration as end:
            answer: Answer = end.value
            return answer
        except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer
            return failed(exchange, error)


def _code_of(refusal: RequestError | None) -> str:
    return refusal.complaints[0].code if refusal is not None and refusal.complaints else ""


def failed(exchange: Exchange, error: Exception) -> Answer:
    """Tell of a bug in the log, and the caller no more than that there is one."""
    _LOGGER.error("request %s (%s %r) failed", exchange.request_id, exchange.method, exchange.path, exc_info=error)
    return FAILED
