"""Asking a running server something: the answer to one call, or why there is none, in words for people."""

import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final
from urllib.parse import urlsplit

from mockbooks.cli.no_answer import NoAnswerError, no_answer
from mockbooks.cli.refusals import refusal
from mockbooks.cli.whereabouts import Whereabouts
from mockbooks.traffic.operation import CONTROL_PREFIX

USUAL_SECONDS: Final = 60.0
_LARGEST_BYTES: Final = 64 * 1024 * 1024
_OK: Final = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call of the control API; its path stands below /_mockbooks."""

    path: str
    method: str = "GET"
    body: bytes | None = None
    media_type: str = "application/json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Success:
    """The answer to a call that was done."""

    headers: Message
    body: bytes

    def data(self) -> Any:  # noqa: ANN401 - of any JSON type
        """Give what an answer in JSON is about; raises NoAnswerError where it is none of mockbooks."""
        try:
            return json.loads(self.body)["data"]
        except (ValueError, TypeError, KeyError):
            raise NoAnswerError("it answers, but is that mockbooks?") from None


def answer_to(where: Whereabouts, call: Call, seconds: float = USUAL_SECONDS) -> Success:
    """Make a call, never by a proxy and never elsewhere than asked, and give its success.

    Raises NoAnswerError, also for what is no success. It takes no longer than so many seconds, whatever a resolver of
    names, a slow sender or an injected delay does: the call then goes on in a thread that nobody waits for.
    """
    outcomes: SimpleQueue[Success | Exception] = SimpleQueue()
    Thread(target=_outcome, args=(where, call, seconds, outcomes.put), daemon=True).start()
    try:
        outcome = outcomes.get(timeout=seconds + 0.1)
    except Empty:
        raise no_answer(TimeoutError(), where, seconds) from None
    if isinstance(outcome, NoAnswerError):
        raise outcome
    if isinstance(outcome, Exception):
        raise no_answer(outcome, where, seconds) from outcome
    return outcome


def _outcome(where: Whereabouts, call: Call, seconds: float, tell: Callable[[Success | Exception], None]) -> None:
    try:
        tell(_answer(where, call, seconds))
    except (NoAnswerError, OSError, HTTPException, ValueError) as error:
        tell(error)


def _answer(where: Whereabouts, call: Call, seconds: float) -> Success:
    connection = _connection(where, seconds)
    try:
        headers = {"Content-Type": call.media_type} if call.body is not None else {}
        if where.token:
            headers["Authorization"] = f"Bearer {where.token}"
        path = urlsplit(where.url).path + CONTROL_PREFIX + call.path
        connection.request(call.method, path, body=call.body, headers=headers)
        return _success(connection.getresponse(), has_token=bool(where.token))
    finally:
        connection.close()


def _success(response: HTTPResponse, *, has_token: bool) -> Success:
    body = response.read(_LARGEST_BYTES)
    if response.status != _OK:
        raise refusal(response.status, response.headers, body, has_token=has_token)
    return Success(headers=response.headers, body=body)


def _connection(where: Whereabouts, seconds: float) -> HTTPConnection:
    parts = urlsplit(where.url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return HTTPSConnection(host, parts.port, timeout=seconds, context=_trusting(where.authority))
    return HTTPConnection(host, parts.port, timeout=seconds)


def _trusting(authority: Path | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=authority)
    except (OSError, ssl.SSLError):
        raise NoAnswerError(f"{authority} is no certificate") from None
