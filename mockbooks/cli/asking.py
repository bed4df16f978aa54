"""Asking a running server something: the answer to a GET, or why there is none, in words for people."""

import socket
import ssl
from collections.abc import Callable, Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

import orjson

from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX

_TIMEOUT_SECONDS: Final = 60
_LONGEST_BYTES: Final = 100_000
_LONGEST_SHOWN: Final = 300
_MOST_MISTAKES: Final = 5
_PREFIXES: Final = (API_PREFIX, CONTROL_PREFIX)
_UNAUTHENTICATED: Final = 401
# The first that fits tells it, so that what is special stands before what is general.
_REASONS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (ConnectionRefusedError, "nothing listens there; is the server running?"),
    (TimeoutError, f"it did not answer within {_TIMEOUT_SECONDS} seconds"),
    (socket.gaierror, "there is no machine of that name"),
    (ssl.SSLCertVerificationError, "its certificate is not trusted; name the CA with --ca (`mockbooks ca` prints it)"),
    (ssl.SSLError, "it does not speak TLS; write http:// for a server without --tls"),
    (HTTPException, "it does not answer in HTTP; write https:// for a server with --tls"),
    (ConnectionError, "it broke the connection off; write https:// for a server with --tls"),
)


class NoAnswerError(Exception):
    """There is no answer; the text says why."""


def server_of(url: str) -> tuple[str, str]:
    """Give the URL of the server itself, and the path of one of its interfaces that stood behind it, if any."""
    parts = urlsplit(url.rstrip("/"))
    prefix = next((each for each in _PREFIXES if parts.path.endswith(each)), "")
    return urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix(prefix), "", "")), prefix


def is_url_of_server(url: str) -> bool:
    """Tell whether a text is a URL that can be called."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def answer_to(url: str, token: str | None, authority: Path | None) -> tuple[Mapping[str, str], bytes]:
    """Call a URL of the control API, never by a proxy, and give the headers and the body of its success.

    Raises NoAnswerError, also for what is no success.
    """
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    opener = build_opener(ProxyHandler({}), HTTPSHandler(context=_trusting(authority)))
    try:
        with opener.open(Request(url, headers=headers), timeout=_TIMEOUT_SECONDS) as response:  # noqa: S310 - http
            return response.headers, response.read()
    except HTTPError as error:
        raise NoAnswerError(_refusal(error, has_token=bool(token))) from None
    except URLError as error:
        raise NoAnswerError(_reason(error.reason)) from None
    except (OSError, HTTPException, ValueError) as error:
        raise NoAnswerError(_reason(error)) from None


def _trusting(authority: Path | None) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=authority)
    except (OSError, ssl.SSLError):
        raise NoAnswerError(f"{authority} is no certificate") from None


def _reason(error: object) -> str:
    return next((told for kind, told in _REASONS if isinstance(error, kind)), str(error))


def _refusal(error: HTTPError, *, has_token: bool) -> str:
    body = error.read(_LONGEST_BYTES)
    problem = _problem(body)
    if error.code == _UNAUTHENTICATED:
        return _ASKS_FOR_TOKEN[has_token]
    tell = _BY_CODE.get(str(problem.get("code")), _mistakes)
    return tell(problem) or f"it answered {error.code}: {_shown(body.decode('utf-8', 'replace')) or 'nothing more'}"


def _problem(body: bytes) -> dict[str, Any]:
    try:
        content = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return content if isinstance(content, dict) else {}


def _mistakes(problem: dict[str, Any]) -> str:
    """Write out what a problem (RFC 9457) says is wrong; nothing where it is none."""
    errors = problem.get("errors")
    listed = [each for each in errors if isinstance(each, dict)] if isinstance(errors, list) else []
    told = [str(each["detail"]) for each in listed if each.get("detail")] or [str(problem.get("detail") or "")]
    return _shown(" ".join(told[:_MOST_MISTAKES]))


def _no_control(_: dict[str, Any]) -> str:
    return "it has no control API; was it started with --no-control?"


def _shown(text: str) -> str:
    line = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(line.split())[:_LONGEST_SHOWN]


_ASKS_FOR_TOKEN: Final = {
    False: "it asks for a token; give the one that it was started with by --control-token",
    True: "it refuses the token; --control-token must be the one that it was started with",
}
_BY_CODE: Final[Mapping[str, Callable[[dict[str, Any]], str]]] = {"unknown_url": _no_control}
