"""The endpoint of the control API: it judges itself who calls and what is meant, since no steps run here."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import Final

import orjson

from mockbooks.errors import Complaint, RequestError, UnauthenticatedError, UnknownUrlError
from mockbooks.traffic.admission import Admission
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import JSON, PROBLEM
from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.traffic.problems import STATUS, problem_body
from mockbooks.traffic.routing import Router, wrong_method
from mockbooks.traffic.surroundings import Surroundings
from mockbooks.web.control import CALLS
from mockbooks.web.control.desk import ControlCall, Settle
from mockbooks.web.control.media import demand_json_acceptable, demand_scenario
from mockbooks.web.control.scenarios import SCHEMA_PATH
from mockbooks.web.control_token import ControlToken
from mockbooks.web.given import RECOGNISE_KEY, SETTLING_KEY
from mockbooks.web.guard import Guard
from mockbooks.web.pipeline import Unsettled

Views = Callable[[Exchange, Mapping[str, object]], Answer]
Recognise = Callable[[Exchange], Surroundings | None]

DOCUMENT_PATH: Final = f"{CONTROL_PREFIX}/openapi.json"
_READING: Final = ("GET", "HEAD", "OPTIONS")
_USUAL: Final = (JSON,)


class ControlEndpoint:
    """Answers the calls below /_mockbooks."""

    def __init__(
        self, views: Views, guard: Guard, *, recognise: Recognise, token: str | None = None, is_open: bool = True
    ) -> None:
        """Keep what does the calls, and who keeps other sites out.

        `recognise` tells whose access token came with a call. With a `token` every call must bring that one instead;
        one that is not open has no calls at all. The documents ask for none: the page on which the token is filled in
        is drawn from one, and they tell nothing of the server.
        """
        self._views = views
        self._guard = guard
        self._recognise = recognise if token is None else _nobody
        self._token = ControlToken(token)
        self._is_open = is_open
        self._calls = {call.operation.operation_id: call for call in CALLS}
        self._router = Router(call.operation for call in CALLS)
        self._admission = Admission(self._router)

    def takes_long(self, exchange: Exchange) -> bool:
        """Tell whether a call would hold up others."""
        if exchange.path in _DOCUMENTS:
            return True
        call = self._call_at(exchange)
        return call is not None and call.takes_long

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError."""
        if not self._is_open:
            raise UnknownUrlError(Complaint("unknown_url", values={"path": exchange.path, "suggestion": None}))
        self._guard.judge(exchange)
        if exchange.path in _DOCUMENTS:
            return _document(exchange, has_token=self._token.is_asked)
        refusal = self._refusal_of_token(exchange)
        return refusal or self._admitted(exchange) or self._done(exchange)

    def _call_at(self, exchange: Exchange) -> ControlCall | None:
        try:
            operation, _ = self._router.find(exchange.method, exchange.path)
        except RequestError:
            return None
        return self._calls[operation.operation_id]

    def _admitted(self, exchange: Exchange) -> Answer | None:
        """Judge media types; a call with several of them for its answer chooses by itself."""
        call = self._call_at(exchange)
        if call is None or (call.takes == _USUAL and call.gives == _USUAL):
            return self._admission.enter(exchange)
        exchange.operation = call.operation
        if call.takes != _USUAL:
            demand_json_acceptable(exchange)
            demand_scenario(exchange, call.takes)
        return None

    def _done(self, exchange: Exchange) -> Answer:
        settling: list[Settle] = []
        answer = self._views(exchange, {SETTLING_KEY: settling, RECOGNISE_KEY: self._recognise})
        if not settling:
            return answer
        parts = {field.name: getattr(answer, field.name) for field in fields(answer)}
        return Unsettled(**parts, settle=partial(_settle, settling))

    def _refusal_of_token(self, exchange: Exchange) -> Answer | None:
        """Refuse a call without the token of the control API, with a challenge that leads to no access token."""
        if not self._token.is_asked or self._token.came_with(exchange):
            return None
        code = "control_token_wrong" if "authorization" in exchange.headers else "control_token_missing"
        return _unauthenticated(Complaint(code, parameter="Authorization"), exchange)


def _unauthenticated(complaint: Complaint, exchange: Exchange) -> Answer:
    family = UnauthenticatedError.family
    error = ', error="invalid_token"' if complaint.code == "control_token_wrong" else ""
    return Answer(
        status=STATUS[family],
        body=orjson.dumps(problem_body(family, [complaint], exchange.language, exchange.request_id)),
        headers=(
            ("Content-Language", exchange.language),
            ("WWW-Authenticate", f'Bearer realm="mockbooks control"{error}'),
        ),
        media_type=PROBLEM,
    )


def _settle(settling: list[Settle]) -> None:
    for deed in settling:
        deed()


def _nobody(_: Exchange) -> None:
    """Recognise no access token: what came is that of the control API."""


def _document(exchange: Exchange, *, has_token: bool) -> Answer:
    if exchange.method == "OPTIONS":
        return Answer(status=204, headers=(("Allow", ", ".join(_READING)),), media_type="")
    if exchange.method != "GET":
        raise wrong_method(exchange.method, _READING)
    return Answer(status=200, body=_DOCUMENTS[exchange.path](has_token))


def _openapi(has_token: bool) -> bytes:  # noqa: FBT001 - as the table below calls it
    from mockbooks.web.openapi.control import document_bytes  # noqa: PLC0415 - built when it is first asked for

    built: bytes = document_bytes(has_token=has_token)
    return built


def _scenario_schema(_has_token: bool) -> bytes:  # noqa: FBT001 - as above
    from mockbooks.scenarios.json_schema import schema  # noqa: PLC0415 - as above

    return orjson.dumps(schema())


_DOCUMENTS: Final[dict[str, Callable[[bool], bytes]]] = {DOCUMENT_PATH: _openapi, SCHEMA_PATH: _scenario_schema}
