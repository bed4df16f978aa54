"""Why an exchange was answered as it was, in one sentence."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.injection import Phase
from mockbooks.traffic.request_log import Entry, Fired

_WHERE: Final[Mapping[Phase, str]] = {
    "gate": "at the gate",
    "before": "before the action",
    "after": "after the action",
}
_ROOM: Final = re.compile(r"(\d+) (per|tegelijk|at the same time)(?: (\w+))?")
_WINDOWS: Final = {"seconde": "second", "minuut": "minute", "uur": "hour", "dag": "day"}
_SCOPE: Final = re.compile(r'scope="([^"]*)"')
_WORDS: Final = {
    "token_missing": "no access token came",
    "token_malformed": "the Authorization header was malformed",
    "token_invalid": "the token was unknown or revoked",
    "token_expired": "the token had expired",
    "unknown_url": "there is no such address",
    "internal_error": "the server failed",
}
_DONE: Final = {
    "issueToken": "a token was given",
    "revokeToken": "a token was revoked",
    "registerClient": "a client was registered",
    "reverseTransaction": "reversed",
}
_DONE_BY_METHOD: Final = {"POST": "created", "PUT": "changed", "DELETE": "deleted"}
_MOST_MISTAKES: Final = 3
_BROKEN_OFF: Final = 0
_FAILURES: Final = 500
_REFUSALS: Final = 400
_REDIRECTS: Final = 300


def why(entry: Entry) -> str:
    """Tell why an exchange was answered as it was: what the API made of it, and what a scenario made of that."""
    instead = injected_in_place(entry)
    told = [] if instead else [_why_truly(entry)]
    told += [_injected(fired) for fired in entry.fired]
    told += ["the caller left before it was answered"] if entry.caller_left else []
    return "; ".join(told)


def injected_in_place(entry: Entry) -> Fired | None:
    """Give the injection that answered in place of the API, if one did: then no action was reached."""
    entering = [fired for fired in entry.fired if fired.phase != "after"]
    return entering[-1] if entry.injected and entering else None


def problem_codes(content: object) -> tuple[str, ...]:
    """Give the codes of the mistakes that an answer of the API tells, or its one code; nothing where it tells none."""
    if not isinstance(content, dict):
        return ()
    errors = content.get("errors")
    mistakes = errors if isinstance(errors, list) else []
    codes = [mistake.get("code") for mistake in mistakes if isinstance(mistake, dict)] or [content.get("code")]
    return tuple(code for code in codes if isinstance(code, str))


def _injected(fired: Fired) -> str:
    return f"injected by '{fired.injection}' {_WHERE[fired.phase]}: {', '.join(fired.faults)}"


def _why_truly(entry: Entry) -> str:
    answer, content = entry.answer, entry.answer_content
    if answer.status == _BROKEN_OFF:
        return "broken off by a reset, or by the end of its scenario, before it was done"
    if answer.header("Idempotency-Replayed"):
        return "replayed for its Idempotency-Key"
    if answer.status >= _REFUSALS:
        return _why_refused(answer, content)
    if answer.status >= _REDIRECTS:
        return "sent on to another address"
    return _DONE.get(entry.operation_id or "") or _DONE_BY_METHOD.get(entry.method, "answered")


def _why_refused(answer: Answer, content: object) -> str:
    codes = problem_codes(content)
    code = codes[0] if codes else None
    if code in {"rate_limit_exceeded", "too_many_concurrent_requests"}:
        return f"no room: {_room(content)}"
    if code == "insufficient_scope":
        scope = _SCOPE.search(answer.header("WWW-Authenticate") or "")
        return f"the token lacks the scope {scope[1]}" if scope else "the token lacks a scope"
    if code in _WORDS:
        return _WORDS[code]
    if codes:
        return _by_rules(codes, content)
    error = content.get("error") if isinstance(content, dict) else None
    told = f": {error}" if isinstance(error, str) else f" with status {answer.status}"
    return ("the server failed" if answer.status >= _FAILURES else "refused") + told


def _room(content: object) -> str:
    detail = content.get("detail") if isinstance(content, dict) else None
    room = _ROOM.search(detail) if isinstance(detail, str) else None
    if room is None:
        return "too many requests"
    if room[2] != "per":
        return f"{room[1]} requests at the same time"
    return f"{room[1]} requests per {_WINDOWS.get(room[3], room[3])}"


def _by_rules(codes: tuple[str, ...], content: object) -> str:
    if len(codes) == 1:
        return f"refused by the rule {codes[0]}{_place(content)}"
    named = ", ".join(dict.fromkeys(codes[:_MOST_MISTAKES]))
    more = ", …" if len(codes) > _MOST_MISTAKES else ""
    return f"refused for {len(codes)} mistakes: {named}{more}"


def _place(content: object) -> str:
    errors = content.get("errors") if isinstance(content, dict) else None
    mistake = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    place = mistake.get("pointer") or mistake.get("parameter")
    return f" at {place}" if isinstance(place, str) else ""
