"""Why an exchange was answered as it was, in one sentence, in English or in Dutch."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.texts import Language, Text
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.injection import Phase
from mockbooks.traffic.rate_limiter import WINDOW_NAMES
from mockbooks.traffic.request_log import Entry, Fired

WHERE: Final[Mapping[Phase, Text]] = {
    "gate": Text("at the gate", "bij de poort"),
    "before": Text("before the action", "voor de handeling"),
    "after": Text("after the action", "na de handeling"),
}
_ROOM: Final = re.compile(r"(\d+) (per|tegelijk|at the same time)(?: (\w+))?")
_SCOPE: Final = re.compile(r'scope="([^"]*)"')
_WINDOWS: Final = {word: name for name in WINDOW_NAMES.values() for word in name}
_WORDS: Final = {
    "token_missing": Text("no access token came", "er kwam geen toegangstoken mee"),
    "token_malformed": Text("the Authorization header was malformed", "de Authorization-header was onleesbaar"),
    "token_invalid": Text("the token was unknown or revoked", "het token was onbekend of ingetrokken"),
    "token_expired": Text("the token had expired", "het token was verlopen"),
    "unknown_url": Text("there is no such address", "zo'n adres is er niet"),
    "internal_error": Text("the server failed", "de server faalde"),
}
_DONE: Final = {
    "issueToken": Text("a token was given", "er is een token gegeven"),
    "revokeToken": Text("a token was revoked", "er is een token ingetrokken"),
    "registerClient": Text("a client was registered", "er is een client geregistreerd"),
    "reverseTransaction": Text("reversed", "teruggeboekt"),
}
_DONE_BY_METHOD: Final = {
    "POST": Text("created", "aangemaakt"),
    "PUT": Text("changed", "gewijzigd"),
    "DELETE": Text("deleted", "verwijderd"),
}
_ANSWERED: Final = Text("answered", "beantwoord")
_LEFT: Final = Text("the caller left before it was answered", "de aanroeper vertrok voor het antwoord kwam")
_OVERTAKEN: Final = Text(
    "broken off by a reset, or by the end of its scenario, before it was done",
    "afgebroken door een reset, of door het einde van het scenario, voor het gedaan was",
)
_REPLAYED: Final = Text("replayed for its Idempotency-Key", "herhaald voor dezelfde Idempotency-Key")
_SENT_ON: Final = Text("sent on to another address", "doorgestuurd naar een ander adres")
_NO_SCOPE: Final = Text("the token lacks a scope", "het token mist een scope")
_FAILED: Final = Text("the server failed", "de server faalde")
_REFUSED: Final = Text("refused", "geweigerd")
_TOO_MANY: Final = Text("too many requests", "te veel verzoeken")
_MOST_MISTAKES: Final = 3
_BROKEN_OFF: Final = 0
_FAILURES: Final = 500
_REFUSALS: Final = 400
_REDIRECTS: Final = 300


def why(entry: Entry, language: Language = "en") -> str:
    """Tell why an exchange was answered as it was: what the API made of it, and what a scenario made of that."""
    truly = why_truly(entry, language)
    told = [_injected(fired) for fired in entry.fired] + ([_LEFT] if entry.caller_left else [])
    return "; ".join([*([] if truly is None else [truly]), *(text.in_language(language) for text in told)])


def why_truly(entry: Entry, language: Language = "en") -> str | None:
    """Tell what the API made of an exchange; None where an injection answered in its place."""
    return None if injected_in_place(entry) else _own_reason(entry).in_language(language)


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


def _injected(fired: Fired) -> Text:
    where, faults = WHERE[fired.phase], ", ".join(fired.faults)
    return Text(
        f"injected by '{fired.injection}' {where.en}: {faults}",
        f"ingegrepen door '{fired.injection}' {where.nl}: {faults}",
    )


def _own_reason(entry: Entry) -> Text:
    answer, content = entry.answer, entry.answer_content
    if answer.status == _BROKEN_OFF:
        return _OVERTAKEN
    if answer.header("Idempotency-Replayed"):
        return _REPLAYED
    if answer.status >= _REFUSALS:
        return _why_refused(answer, content)
    if answer.status >= _REDIRECTS:
        return _SENT_ON
    return _DONE.get(entry.operation_id or "") or _DONE_BY_METHOD.get(entry.method, _ANSWERED)


def _why_refused(answer: Answer, content: object) -> Text:
    codes = problem_codes(content)
    code = codes[0] if codes else None
    if code in {"rate_limit_exceeded", "too_many_concurrent_requests"}:
        room = _room(content)
        return Text(f"no room: {room.en}", f"geen ruimte: {room.nl}")
    if code == "insufficient_scope":
        return _without_scope(answer)
    if code in _WORDS:
        return _WORDS[code]
    if codes:
        return _by_rules(codes, content)
    error = content.get("error") if isinstance(content, dict) else None
    is_told, word = isinstance(error, str), _FAILED if answer.status >= _FAILURES else _REFUSED
    return Text(
        word.en + (f": {error}" if is_told else f" with status {answer.status}"),
        word.nl + (f": {error}" if is_told else f" met status {answer.status}"),
    )


def _without_scope(answer: Answer) -> Text:
    scope = _SCOPE.search(answer.header("WWW-Authenticate") or "")
    if scope is None:
        return _NO_SCOPE
    return Text(f"the token lacks the scope {scope[1]}", f"het token mist de scope {scope[1]}")


def _room(content: object) -> Text:
    detail = content.get("detail") if isinstance(content, dict) else None
    room = _ROOM.search(detail) if isinstance(detail, str) else None
    if room is None:
        return _TOO_MANY
    if room[2] != "per":
        return Text(f"{room[1]} requests at the same time", f"{room[1]} verzoeken tegelijk")
    window = _WINDOWS.get(room[3], Text(room[3], room[3]))
    return Text(f"{room[1]} requests per {window.en}", f"{room[1]} verzoeken per {window.nl}")


def _by_rules(codes: tuple[str, ...], content: object) -> Text:
    if len(codes) == 1:
        place = _place(content)
        return Text(
            f"refused by the rule {codes[0]}" + (f" at {place}" if place else ""),
            f"geweigerd door de regel {codes[0]}" + (f" bij {place}" if place else ""),
        )
    named = ", ".join(dict.fromkeys(codes[:_MOST_MISTAKES]))
    more = ", …" if len(codes) > _MOST_MISTAKES else ""
    return Text(f"refused for {len(codes)} mistakes: {named}{more}", f"geweigerd om {len(codes)} fouten: {named}{more}")


def _place(content: object) -> str | None:
    errors = content.get("errors") if isinstance(content, dict) else None
    mistake = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    place = mistake.get("pointer") or mistake.get("parameter")
    return place if isinstance(place, str) else None
