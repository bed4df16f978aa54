"""The road of every request: the steps inwards, the action, the steps outwards, whatever goes wrong on the way."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn

from mockbooks import __version__
from mockbooks.errors import Complaint, FailureError, RequestError, UnknownUrlError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import preferred_language
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX, Area
from mockbooks.traffic.rate_limiter import RateLimiter
from mockbooks.traffic.request_ids import RequestIds
from mockbooks.traffic.routing import wrong_method
from mockbooks.traffic.step import Step
from mockbooks.traffic.surroundings import Surroundings
from mockbooks.web.cors import Cors
from mockbooks.web.headers import complete

Endpoint = Callable[[Exchange], Answer]
RenderError = Callable[[RequestError, Exchange], Answer]
Recognise = Callable[[Exchange], Surroundings | None]

HEALTH_PATH = f"{CONTROL_PREFIX}/health"
# Pages that live among the operations: open to everyone, and no action.
OPEN_PATHS = frozenset({f"{API_PREFIX}/openapi.json"})
_HEALTHY = Answer(
    status=200, body=f'{{"success":true,"data":{{"status":"up","version":"{__version__}"}}}}'.encode("ascii")
)
# Where the steps run; everything else is a page or belongs to the operator.
_PREFIXES_OF_STEPS = (f"{API_PREFIX}/", "/oauth/", "/.well-known/oauth-")
_READING = ("GET", "HEAD", "OPTIONS")
# The control API is not for the pages of other sites, whatever they may do with the API.
_NO_CORS = Cors(())
_LOGGER = logging.getLogger("mockbooks")


class Pipeline:
    """Answers requests; knows no socket and no framework, so every driver gives the same answers."""

    def __init__(  # noqa: PLR0913 - app.py names every part of the road
        self,
        *,
        steps: Sequence[Step],
        endpoints: Mapping[Area, Endpoint],
        pages: Endpoint,
        render_error: RenderError,
        request_ids: RequestIds,
        cors: Cors,
        recognise: Recognise,
        limiter_of_nobody: RateLimiter,
        public_url: str | None = None,
    ) -> None:
        """Keep the parts: `endpoints` do the operations of each area, `pages` answers for every other path.

        A call that no step let in is told the room of whoever `recognise` says that it comes from; one of nobody that
        of `limiter_of_nobody`. Neither is counted.
        Without `public_url` the server is where the caller says that it found it.
        """
        self._steps = tuple(steps)
        self._endpoints = endpoints
        self._pages = pages
        self._render_error = render_error
        self._request_ids = request_ids
        self._cors = cors
        self._recognise = recognise
        self._limiter_of_nobody = limiter_of_nobody
        self._public_url = public_url

    def handle(self, exchange: Exchange) -> Answer:
        """Answer a request; never raises."""
        self._introduce(exchange)
        return self._completed(self._answer(exchange), exchange)

    def refuse(self, error: RequestError, exchange: Exchange) -> Answer:
        """Answer a request that a driver could not even read."""
        self._introduce(exchange)
        return self._completed(self._guarded(lambda _: _raise(error), exchange), exchange)

    def _introduce(self, exchange: Exchange) -> None:
        exchange.request_id = self._request_ids.id_for(exchange.headers.get("x-request-id"))
        exchange.language = preferred_language(exchange.headers.get("accept-language"))
        exchange.base_url = self._public_url or f"{exchange.scheme}://{exchange.host}"
        if exchange.method == "HEAD":
            exchange.method, exchange.is_head = "GET", True

    def _answer(self, exchange: Exchange) -> Answer:
        path = exchange.path
        if "//" in path:
            return self._guarded(_refuse_doubled_slash, exchange)
        if path == HEALTH_PATH:
            return self._guarded(_health, exchange)
        if _is_control(path):
            return self._guarded(self._endpoints["control"], exchange)
        if path in OPEN_PATHS or not (path.startswith(_PREFIXES_OF_STEPS) or path == API_PREFIX):
            return self._guarded(self._pages, exchange)
        return self._through_steps(exchange)

    def _completed(self, answer: Answer, exchange: Exchange) -> Answer:
        if not f"{exchange.path}/".startswith(f"{API_PREFIX}/"):
            return complete(answer, exchange, _NO_CORS if _is_control(exchange.path) else self._cors)
        administration = exchange.administration or self._recognise(exchange)
        limiter = self._limiter_of_nobody if administration is None else administration.limiter
        return complete(answer, exchange, self._cors, limiter.headers())

    def _through_steps(self, exchange: Exchange) -> Answer:
        entered: list[Step] = []
        answer = self._guarded(lambda exchange: self._act(exchange, entered), exchange)
        for step in reversed(entered):
            answer = self._left(step, exchange, answer)
        return answer

    def _act(self, exchange: Exchange, entered: list[Step]) -> Answer:
        for step in self._steps:
            answer = step.enter(exchange)
            if answer is not None:
                return answer
            entered.append(step)
        return self._endpoints[exchange.operation.area if exchange.operation else "api"](exchange)

    def _left(self, step: Step, exchange: Exchange, answer: Answer) -> Answer:
        return self._guarded(lambda exchange: step.leave(exchange, answer), exchange)

    def _guarded(self, part: Endpoint, exchange: Exchange) -> Answer:
        """Run a part of the road; what it raises becomes an answer, and a bug is told with its traceback in the log."""
        try:
            return part(exchange)
        except RequestError as error:
            return self._render_error(error, exchange)
        except Exception:
            _LOGGER.exception("request %s (%s %r) failed", exchange.request_id, exchange.method, exchange.path)
            return self._render_error(FailureError(Complaint("internal_error")), exchange)


def _is_control(path: str) -> bool:
    """Tell whether a path belongs to the operator; health, which tells nothing, is everybody's."""
    return f"{path}/".startswith(f"{CONTROL_PREFIX}/") and path != HEALTH_PATH


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


def _raise(error: RequestError) -> Answer:
    raise error
