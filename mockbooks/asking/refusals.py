"""What a running server means by an answer that is no success, in words for people."""

import json
from email.message import Message
from http import HTTPStatus
from typing import Any, Final

from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.settings.variables import CONTROL_TOKEN_VARIABLE

_TOKEN: Final = f"{CONTROL_TOKEN_VARIABLE} or --control-token"
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
    mistakes = _mistakes_in(problem)
    told = _BY_CODE.get(code) or _told(mistakes) or _shown(str(problem.get("detail") or ""))
    return NoAnswerError(told or _answered(status, headers, body), passes=passes, code=code, mistakes=mistakes)


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


def _mistakes_in(problem: dict[str, Any]) -> list[dict[str, Any]]:
    """Give all that a problem (RFC 9457) says is wrong; nothing where it is none."""
    errors = problem.get("errors")
    return (
        [each for each in errors if isinstance(each, dict) and each.get("detail")] if isinstance(errors, list) else []
    )


def _told(mistakes: list[dict[str, Any]]) -> str:
    return _shown(" ".join(_mistake(each) for each in mistakes[:_MOST_MISTAKES]))


def _mistake(error: dict[str, Any]) -> str:
    return f"{error['pointer']}: {error['detail']}" if error.get("pointer") else str(error["detail"])


def _shown(text: str) -> str:
    line = "".join(each if each.isprintable() else " " for each in text)
    words = " ".join(line.split())
    if len(words) <= _LONGEST_SHOWN:
        return words
    return f"{words[:_LONGEST_SHOWN].rpartition(' ')[0] or words[:_LONGEST_SHOWN]} …"


_ASKS_FOR_TOKEN: Final = {
    False: f"it asks for a token; give the one that it was started with by {_TOKEN}",
    True: f"it refuses the token; {_TOKEN} must be the one that it was started with",
}
_BY_CODE: Final = {
    "unknown_url": "it has no control API there; give the URL of the server alone, or was it started with --no-control?"
}
