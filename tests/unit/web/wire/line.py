"""A connection without a socket, and a road to answer on it: the test decides what has been read."""

import asyncio
from collections.abc import Callable

from bench import _line as line
from mockbooks.errors import RequestError
from mockbooks.traffic.clock import RealClock
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.step import Step
from mockbooks.web.cors import Cors
from mockbooks.web.pipeline import Pipeline, RenderError
from mockbooks.web.wire.driver import Driver, LogRequest
from mockbooks.web.wire.limits import Limits
from mockbooks.web.wire.protocol import Terms
from tests.unit.web.prompt import open_door

LIMITS = Limits(url_bytes=200, header_bytes=400, body_bytes=10, slow_request_seconds=60)


class Line(line.Line):
    """One connection to a driver, and the caller's end of it; made on a running loop."""

    def __init__(
        self,
        pipeline: Pipeline,
        limits: Limits = LIMITS,
        log_request: LogRequest | None = None,
        terms: Terms | None = None,
    ) -> None:
        super().__init__(terms or Terms(driver=Driver(pipeline, log_request), limits=limits, keep_alive_seconds=60))

    def lose(self) -> None:
        self.is_closed = True
        self.protocol.connection_lost(None)

    @property
    def received(self) -> str:
        return b"".join(self.writes).decode("latin-1")

    @property
    def statuses(self) -> list[int]:
        return [int(each[:3]) for each in self.received.split("HTTP/1.1 ")[1:]]

    @property
    def bodies(self) -> list[str]:
        return [each.partition("\r\n\r\n")[2] for each in self.received.split("HTTP/1.1 ")[1:]]


async def turns(count: int = 20) -> None:
    """Let so many turns of the loop pass."""
    for _ in range(count):
        await asyncio.sleep(0)


def render(error: RequestError, _: Exchange) -> Answer:
    statuses = {"body_too_large": 413, "url_too_long": 414, "headers_too_large": 431, "request_timeout": 408}
    code = error.complaints[0].code
    return Answer(status=statuses.get(code, 400), body=code.encode())


def pipeline_to(endpoint: Callable[[Exchange], Answer], *steps: Step, render_error: RenderError = render) -> Pipeline:
    """Make a road with these steps to an endpoint of every kind."""
    return Pipeline(
        steps=steps,
        endpoints={"api": endpoint},
        control=open_door(endpoint),
        pages=open_door(endpoint),
        render_error=render_error,
        request_ids=RequestIds(42),
        cors=Cors(["*"]),
        recognise=lambda _: None,
        limiter_of_nobody=RateLimiter(LimitSetting(), RealClock()),
    )
