"""What a running server means by an answer that is no success, in words for people."""

import json
from collections.abc import Callable, Mapping
from email.message import Message
from http import HTTPStatus
from typing import Any, Final

from mockbooks.cli.no_answer import NoAnswerError

_LONGEST_BYTES: Final = 100_000
_LONGEST_SHOWN: Final = 300
_MOST_MISTAKES: Final = 5


def refusal(status: int, headers: Message, body: bytes, *, has_token: bool) -> NoAnswerError:
    """Say why a call was refused; a gateway whose server is not there yet may find it later."""
    if status == HTTPStatus.UNAUTHORIZED:
        return NoAnswerError(_ASKS_FOR_TOKEN[has_token])
    passes = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    problem = _problem(body[:_LONGEST_BYTES])
    code = str(problem.get("code") or "")
    tell = _BY_CODE.get(code, _mistakes)
    return NoAnswerError(tell(problem) or _answered(status, headers, body), passes=passes, code=code)


def _answered(status: int, headers: Message, body: bytes) -> str:
    if location := headers.get("Location"):
        return f"it answered {status} and sends on to {_shown(location)}"
    return f"it answered {status}: {_shown(body[:_LONGEST_BYTES].decode('utf-8', 'replace')) or 'nothing more'}"


def _problem(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _mistakes(problem: dict[str, Any]) -> str:
    """Write out what a problem (RFC 9457) says is wrong; nothing where it is none."""
    errors = problem.get("errors")
    listed = [each for each in errors if isinstance(each, dict)] if isinstance(errors, list) else []
    told = [_mistake(each) for each in listed if each.get("detail")] or [str(problem.get("detail") or "")]
    return _shown(" ".join(told[:_MOST_MISTAKES]))


def _mistake(error: dict[str, Any]) -> str:
    return f"{error['pointer']}: {error['detail']}" if error.get("pointer") else str(error["detail"])


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
