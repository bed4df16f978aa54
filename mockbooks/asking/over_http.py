"""Asking a running server over HTTP: the answer to one call, or why there is none, in words for people."""

import ssl
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final
from urllib.parse import urlsplit

from mockbooks.asking.address import Address
from mockbooks.asking.call import Call, Success, success_in
from mockbooks.asking.no_answer import NoAnswerError, no_answer
from mockbooks.traffic.operation import CONTROL_PREFIX

USUAL_SECONDS: Final = 60.0
_LARGEST_BYTES: Final = 64 * 1024 * 1024


def answer_here(where: Address, call: Call, seconds: float = USUAL_SECONDS) -> Success:
    """Make a call in this thread, never by a proxy and never elsewhere than asked, and give its success.

    Raises NoAnswerError, also for what is no success. Nothing on the network is waited for longer than so many seconds;
    all of it together may take more.
    """
    try:
        return _answer(where, call, seconds)
    except (OSError, HTTPException, ValueError) as error:
        raise no_answer(error, where, seconds) from error


def answer_to(where: Address, call: Call, seconds: float = USUAL_SECONDS) -> Success:
    """Make a call as above, but take no longer than so many seconds in all.

    That holds whatever a resolver of names, a slow sender or an injected delay does: the call then goes on in a thread
    that nobody waits for.
    """
    outcomes: SimpleQueue[Success | NoAnswerError] = SimpleQueue()
    Thread(target=_outcome, args=(where, call, seconds, outcomes.put), daemon=True).start()
    try:
        outcome = outcomes.get(timeout=seconds + 0.1)
    except Empty:
        raise no_answer(TimeoutError(), where, seconds) from None
    if isinstance(outcome, NoAnswerError):
        raise outcome
    return outcome


def _outcome(where: Address, call: Call, seconds: float, tell: Callable[[Success | NoAnswerError], None]) -> None:
    try:
        tell(answer_here(where, call, seconds))
    except NoAnswerError as error:
        tell(error)


def _answer(where: Address, call: Call, seconds: float) -> Success:
    connection = _connection(where, seconds)
    try:
        path = urlsplit(where.url).path + CONTROL_PREFIX + call.path
        connection.request(call.method, path, body=call.body, headers=call.headers(where.token))
        response = connection.getresponse()
        body = response.read(_LARGEST_BYTES)
        return success_in(response.status, response.headers, body, has_token=bool(where.token))
    finally:
        connection.close()


def _connection(where: Address, seconds: float) -> HTTPConnection:
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
