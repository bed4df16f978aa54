"""What an answer of an accounting API means, whatever its vendor makes of status codes and of the shape of errors.

The careful part is the middle: a 502, a proxy's page, half an answer. The call may have been carried out, or not.
"""

from email.utils import parsedate_to_datetime
from enum import Enum, auto
from http import HTTPStatus
from typing import Any

import httpx

Json = dict[str, Any]

STOPPING_STATUSES = frozenset({401, 403, 405, 406, 415})
STOPPING_CODES = frozenset({"unknown_url"})
PASSING_CODES = frozenset({"request_in_progress"})  # our own first attempt, still at work
# No accounting API asks anybody to wait for thirty years: a number as large as this is a moment, not a length.
SMALLEST_EPOCH, SMALLEST_EPOCH_IN_MILLISECONDS = 1e9, 1e12


class RefusedError(Exception):
    """The API said no: its code, and per fault the place (a JSON pointer), a code and a sentence."""

    def __init__(self, code: str, faults: tuple[str, ...], request_id: str = "") -> None:
        """Keep the request id too: it is what the supplier's support asks for."""
        super().__init__(f"{code}: {'; '.join(faults)}" + (f" (request {request_id})" if request_id else ""))
        self.code = code
        self.faults = faults


class UnusableError(Exception):
    """The API cannot be used now: down, throttled for long, or the token is not good. The run has to stop."""

    def __init__(self, message: str, retry_after_seconds: float | None = None) -> None:
        """Keep how long the API asked to be left alone, where it did."""
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class Meaning(Enum):
    """What to make of an answer."""

    DONE = auto()
    REFUSED = auto()
    AGAIN = auto()  # not done, or nobody knows: the same request may be sent once more
    STOP = auto()


def meaning_of(answer: httpx.Response) -> Meaning:
    """Judge by what the answer holds; the status only where that says enough."""
    status = answer.status_code
    if status == HTTPStatus.NO_CONTENT:
        return Meaning.DONE
    if status in STOPPING_STATUSES:
        return Meaning.STOP
    body = _json(answer)
    if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR or body is None:
        return Meaning.AGAIN
    if answer.is_success and _is_success(body):
        return Meaning.DONE
    code = _code(body, status)
    if code in STOPPING_CODES:
        return Meaning.STOP
    return Meaning.AGAIN if code in PASSING_CODES else Meaning.REFUSED


def data_of(answer: httpx.Response) -> Any:  # noqa: ANN401 - an object or a list, as the call says
    """Hand over the data of a success; raises RefusedError or UnusableError for anything else."""
    meaning = meaning_of(answer)
    if meaning is Meaning.DONE:
        return (_json(answer) or {}).get("data")
    refusal = refusal_of(answer)
    if meaning is Meaning.REFUSED:
        raise refusal
    raise UnusableError(f"{answer.status_code} {refusal}")


def refusal_of(answer: httpx.Response) -> RefusedError:
    """Read code and sentences of a refusal, in whichever of the usual shapes it comes."""
    body = _json(answer)
    faults = tuple(_sentence(error) for error in _errors(body)) or (answer.text[:200],)
    return RefusedError(_code(body, answer.status_code), faults, answer.headers.get("X-Request-Id", ""))


def total_items_of(answer: httpx.Response) -> int | None:
    """Read how many objects the whole list has, where the API tells."""
    page = (_json(answer) or {}).get("page")
    return page.get("totalItems") if isinstance(page, dict) else None


def retry_after_seconds(answer: httpx.Response, now: float) -> float | None:
    """Read how long to wait: in seconds, or until a moment, as epoch or as HTTP date (RFC 9110, section 10.2.3)."""
    text = answer.headers.get("Retry-After", "").strip()
    seconds = _number(text)
    if seconds is None:
        seconds = _http_date(text, now)
    elif seconds >= SMALLEST_EPOCH_IN_MILLISECONDS:
        seconds = seconds / 1000 - now
    elif seconds >= SMALLEST_EPOCH:
        seconds -= now
    return seconds if seconds is not None and seconds > 0 else None


def _json(answer: httpx.Response) -> Any:  # noqa: ANN401 - whatever came
    """Read the body; None for a proxy's page, an empty body and an answer that was cut off."""
    try:
        return answer.json()
    except ValueError:
        return None


def _is_success(body: Any) -> bool:  # noqa: ANN401
    """Trust no 200 by itself: some vendors put the error inside."""
    return isinstance(body, dict) and "data" in body and body.get("success", True) is True


def _errors(body: Any) -> list[Json]:  # noqa: ANN401
    """Find the faults: a list of its own, a list inside the body or inside a wrapper, else the body itself."""
    if isinstance(body, list):
        return [error for error in body if isinstance(error, dict)]
    if not isinstance(body, dict):
        return []
    inner = next((body[key] for key in ("errors", "error", "Fault", "Error", "fault") if body.get(key)), None)
    return _errors(inner) or [body]


def _code(body: Any, status: int) -> str:  # noqa: ANN401
    """Take the code of the first fault; a bare 404 says enough by itself."""
    first = next(iter(_errors(body)), {})
    code = next((first[key] for key in ("code", "errorCode", "error", "Code") if first.get(key)), None)
    if code is None:
        return "not_found" if status == HTTPStatus.NOT_FOUND else "unreadable"
    return str(code)


def _sentence(error: Json) -> str:
    where = error.get("pointer") or error.get("parameter") or "-"
    texts = (error.get(key) for key in ("detail", "message", "Message", "title"))
    code = next((f"{error[key]}: " for key in ("code", "errorCode", "Code") if error.get(key)), "")
    return f"{where} {code}{next((text for text in texts if text), 'without explanation')}"


def _number(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() else None


def _http_date(text: str, now: float) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp() - now
    except ValueError:
        return None
