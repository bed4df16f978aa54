"""The road of every request: the steps inwards, the action, the steps outwards, whatever goes wrong on the way.

It is a generator, since a scenario may have a caller wait anywhere on it: each driver spends the waits in its own way.
"""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn
from urllib.parse import quote

from mockbooks import __version__
from mockbooks.errors import Complaint, FailureError, RequestError, UnknownUrlError
from mockbooks.frozen import value
from mockbooks.traffic.decision import Departure, Errand, Road
from mockbooks.traffic.exchange import BROKEN_OFF, Answer, Exchange
from mockbooks.traffic.negotiation import preferred_language
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX, DASHBOARD_PREFIX, Area
from mockbooks.traffic.rate_limiter import RateLimiter
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import wrong_method
from mockbooks.traffic.step import Step, WayIn, WayOut
from mockbooks.traffic.surroundings import Surroundings
from mockbooks.web.cors import Cors
from mockbooks.web.door import Door
from mockbooks.web.headers import complete

Endpoint = Callable[[Exchange], Answer]
RenderError = Callable[[RequestError, Exchange], Answer]
Recognise = Callable[[Exchange], Surroundings | None]
Record = Callable[[Exchange, Answer], None]

HEALTH_PATH = f"{CONTROL_PREFIX}/health"
# Pages that live among the operations: open to everyone, and no action.
OPEN_PATHS = frozenset({f"{API_PREFIX}/openapi.json"})
_HEALTHY = Answer(
    status=200, body=f'{{"success":true,"data":{{"status":"up","version":"{__version__}"}}}}'.encode("ascii")
)
_BELOW_API = f"{API_PREFIX}/"
_PREFIXES_OF_STEPS = (_BELOW_API, "/oauth/", "/.well-known/oauth-")
_READING = ("GET", "HEAD", "OPTIONS")
# The operator's side is not for the pages of other sites, whatever they may do with the API.
_NO_CORS = Cors(())
_LOGGER = logging.getLogger("mockbooks")


@value(frozen=True, kw_only=True, slots=True)
class Unsettled(Answer):
    """The answer of a call that took long, true once `settle` was called: that must happen between other calls."""

    settle: Callable[[], None]


class Pipeline:
    """Answers requests; knows no socket and no framework, so every driver gives the same answers."""

    def __init__(  # noqa: PLR0913 - app.py names every part of the road
        self,
        *,
        steps: Sequence[Step],
        endpoints: Mapping[Area, Endpoint],
        control: Door,
        dashboard: Door | None = None,
        pages: Door,
        render_error: RenderError,
        request_ids: RequestIds,
        cors: Cors,
        recognise: Recognise,
        limiter_of_nobody: RateLimiter,
        record: Record = lambda _exchange, _answer: None,
        marks_injections: bool = False,
        public_url: str | None = None,
    ) -> None:
        """Keep the parts: `endpoints` do the operations of each area, `pages` answers for every other path.

        `control` does the calls of the control API. Where there is a `dashboard` it answers for its own paths, `/`
        among them, and else `pages` does.
        A call that no step let in is told the room of whoever `recognise` says that it comes from; one of nobody that
        of `limiter_of_nobody`. Neither is counted.
        `record` is told of every exchange that went through the steps, with what was sent. With `marks_injections` an
        answer names what acted on it. Without `public_url` the server is where the caller says that it found it.
        """
        self._ways_in = tuple((place, step.enter) for place, step in enumerate(steps) if isinstance(step, WayIn))
        self._entered_all = len(steps)
        # By the number of steps that were entered.
        self._ways_out = tuple(_ways_out(steps[:entered]) for entered in range(len(steps) + 1))
        self._endpoints = endpoints
        self._control = control
        self._dashboard = dashboard
        self._pages = pages
        self._render_error = render_error
        self._request_ids = request_ids
        self._cors = cors
        self._recognise = recognise
        self._limiter_of_nobody = limiter_of_nobody
        self._record = record
        self._marks_injections = marks_injections
        self._public_url = public_url

    def walk(self, exchange: Exchange) -> Road[Answer]:
        """Answer a request; never raises. Closing the road ends it where it stands, without an answer."""
        self._introduce(exchange)
        path = exchange.path
        if _is_for_steps(path):
            return (yield from self._through_steps(exchange))
        if "//" in path:
            answer = self._guarded(_refuse_doubled_slash, exchange)
        elif path == HEALTH_PATH:
            answer = self._guarded(_health, exchange)
        elif _is_control(path):
            answer = yield from self._beside(self._control, exchange)
        elif self._dashboard is not None and is_dashboard(path):
            answer = yield from self._beside(self._dashboard, exchange)
        else:
            answer = yield from self._beside(self._pages, exchange)
        return self._completed(answer, exchange)

    def handle(self, exchange: Exchange) -> Answer:
        """Answer a request at once, without spending the waits on its road."""
        road = self.walk(exchange)
        result: Answer | None = None
        try:
            while True:
                passed = road.send(result)
                result = passed.work() if isinstance(passed, Errand) else None
        except StopIteration as end:
            answer: Answer = end.value
            return answer

    def refuse(self, error: RequestError, exchange: Exchange) -> Answer:
        """Answer a request that a driver could not even read."""
        self._introduce(exchange)
        return self._completed(self._told(error, exchange), exchange)

    def _introduce(self, exchange: Exchange) -> None:
        exchange.request_id = self._request_ids.id_for(exchange.headers.get("x-request-id"))
        exchange.language = preferred_language(exchange.headers.get("accept-language"))
        exchange.base_url = self._public_url or f"{exchange.scheme}://{exchange.host}"
        if exchange.method == "HEAD":
            exchange.method, exchange.is_head = "GET", True

    def _completed(self, answer: Answer, exchange: Exchange) -> Answer:
        if answer.foreign:
            return answer
        if not _is_api(exchange.path):
            return complete(answer, exchange, _NO_CORS if _is_operators(exchange.path) else self._cors)
        administration = exchange.administration or self._recognise(exchange)
        limiter = self._limiter_of_nobody if administration is None else administration.limiter
        return complete(answer, exchange, self._cors, limiter.headers())

    def _beside(self, door: Door, exchange: Exchange) -> Road[Answer]:
        """Ask what no step stands before; what takes long is done beside everything else, and takes effect afterwards.

        So does opening a door, while what its call does takes effect between others.
        """
        if not door.is_open:
            yield Errand(door.open)
        if door.takes_long(exchange):
            answer: Answer = yield Errand(lambda: self._guarded(door, exchange))
        else:
            answer = self._guarded(door, exchange)
        return self._guarded(lambda _: _settled(answer), exchange)

    def _through_steps(self, exchange: Exchange) -> Road[Answer]:
        try:
            answer, entered = yield from self._way_in(exchange)
            answer = yield from self._way_out(exchange, answer, entered)
        except GeneratorExit:
            exchange.break_off()
            self._recorded(exchange, BROKEN_OFF)
            raise
        sent = self._completed(answer, exchange)
        if exchange.fired:
            sent = self._marked(sent, exchange)
        self._recorded(exchange, sent)
        return sent

    def _way_in(self, exchange: Exchange) -> Road[tuple[Answer, int]]:
        """Meet the steps, and do the action when all of them let the request pass; tell how many were entered."""
        entered = 0
        try:
            for entered, enter in self._ways_in:
                decision = enter(exchange)
                if decision is not None:
                    answer = decision if isinstance(decision, Answer) else (yield from decision)
                    if answer is not None:
                        return answer, entered
            entered = self._entered_all
            return self._endpoints[exchange.operation.area if exchange.operation else "api"](exchange), entered
        except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer
            return self._told(error, exchange), entered

    def _way_out(self, exchange: Exchange, answer: Answer, entered: int) -> Road[Answer]:
        """Have the steps that were entered see the answer, in reverse."""
        for leave in self._ways_out[entered]:
            try:
                departure = leave(exchange, answer)
                answer = departure if isinstance(departure, Answer) else (yield from departure)
            except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer
                answer = self._told(error, exchange)
        return answer

    def _marked(self, sent: Answer, exchange: Exchange) -> Answer:
        """Complete the true answer too where another one was sent, and name what acted when that is wanted."""
        if exchange.true_answer is not None:
            exchange.true_answer = self._completed(exchange.true_answer, exchange)
        return sent.with_headers(_mark_of(exchange)) if self._marks_injections else sent

    def _recorded(self, exchange: Exchange, sent: Answer) -> None:
        """Have the exchange recorded; what goes wrong with that is no reason to withhold the answer."""
        try:
            self._record(exchange, sent)
        except Exception:
            _LOGGER.exception("request %s could not be recorded", exchange.request_id)

    def _guarded(self, part: Endpoint, exchange: Exchange) -> Answer:
        """Run a part of the road; what it raises becomes an answer, and a bug is told with its traceback in the log."""
        try:
            return part(exchange)
        except Exception as error:  # noqa: BLE001 - whatever it is becomes an answer
            return self._told(error, exchange)

    def _told(self, error: Exception, exchange: Exchange) -> Answer:
        """Tell what was raised; a bug with its traceback in the log."""
        if isinstance(error, RequestError):
            return self._render_error(error, exchange)
        _LOGGER.error("request %s (%s %r) failed", exchange.request_id, exchange.method, exchange.path, exc_info=error)
        return self._render_error(FailureError(Complaint("internal_error")), exchange)


def _ways_out(entered: Sequence[Step]) -> tuple[Callable[[Exchange, Answer], Departure], ...]:
    return tuple(step.leave for step in reversed(entered) if isinstance(step, WayOut))


def _is_for_steps(path: str) -> bool:
    """Tell whether the steps run; everything else is a page or belongs to the operator, or is no path."""
    below = path.startswith(_PREFIXES_OF_STEPS) and "//" not in path and path not in OPEN_PATHS
    return below or path == API_PREFIX


def _is_api(path: str) -> bool:
    return path.startswith(_BELOW_API) or path == API_PREFIX


def _mark_of(exchange: Exchange) -> tuple[str, str]:
    """Name what acted on an exchange; a header holds ASCII, so that names come percent-encoded (RFC 3986)."""
    return "Mockbooks-Injection", ", ".join(quote(fired.injection, safe=" ") for fired in exchange.fired)


def _settled(answer: Answer) -> Answer:
    if isinstance(answer, Unsettled):
        answer.settle()
    return answer


def _is_control(path: str) -> bool:
    """Tell whether a path belongs to the operator; health, which tells nothing, is everybody's."""
    return f"{path}/".startswith(f"{CONTROL_PREFIX}/") and path != HEALTH_PATH


def is_dashboard(path: str) -> bool:
    """Tell whether the dashboard answers for a path, where there is one."""
    return path == "/" or f"{path}/".startswith(f"{DASHBOARD_PREFIX}/")


def _is_operators(path: str) -> bool:
    return _is_control(path) or is_dashboard(path)


def _refuse_doubled_slash(exchange: Exchange) -> NoReturn:
    """Refuse what joining a base URL that ends in a slash makes of a path: frameworks differ on what it means."""
    from mockbooks.web.near_urls import nearest  # noqa: PLC0415 - most servers are never asked for what is not there

    meant = nearest(re.sub("/+", "/", exchange.path))
    raise UnknownUrlError(Complaint("unknown_url", values={"path": exchange.path, "suggestion": meant}))


def _health(exchange: Exchange) -> Answer:
    """Answer without any other part, so that it tells no more and no less than that requests are served."""
    if exchange.method == "OPTIONS":
        return Answer(status=204, headers=(("Allow", ", ".join(_READING)),), media_type="")
    if exchange.method != "GET":
        raise wrong_method(exchange.method, _READING)
    return _HEALTHY
