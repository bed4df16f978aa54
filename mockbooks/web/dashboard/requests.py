"""The request log: the newest first, each with why it got its answer, and unfolded to what went over the wire."""

from collections.abc import Mapping
from typing import Any, Final

from markupsafe import Markup, escape

from mockbooks.control.requests import Sought, is_answered, newest_requests, seen_in
from mockbooks.texts import Text
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.masking import masked_query
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import WHERE, why_truly
from mockbooks.web.colouring import coloured_json
from mockbooks.web.control.entries import told_entry
from mockbooks.web.dashboard.visit import Shown, Visit
from mockbooks.web.dashboard.writing import local

SIZE: Final = 50
FEW: Final = 15
NONE: Final = "none"
_MOST_OPEN: Final = 4
_LONGEST: Final = 12
_NO_ANSWER: Final = Text("no answer", "geen antwoord")
_LEFT: Final = Text("caller left", "aanroeper weg")
_DROPPED: Final = {
    "reset": Text("connection reset", "verbinding gereset"),
    "close": Text("connection closed", "verbinding gesloten"),
}
_CUT: Final = Text("cut off after {} bytes", "afgekapt na {} bytes")
_DRIBBLED: Final = Text("in {} pieces", "in {} stukjes")
_REPLAYED: Final = Text("replayed", "herhaald")


def page(visit: Visit) -> Shown:
    """Show the log, as far as it answers the filter."""
    before, sought = _number(visit.query.get("before", "")), _sought(visit.query)
    found = newest_requests(visit.administration, sought, size=SIZE, before=before, also=opened_in(visit))
    return Shown(
        template="requests.html",
        values={
            "log": log(visit, found.entries),
            "total": found.total,
            "is_newest": before is None,
            "older_than": found.older_than,
            "choices": _choices(visit),
            "is_filtered": sought != Sought(),
        },
    )


def _choices(visit: Visit) -> Mapping[str, Mapping[str, str]]:
    """Give what the log can be filtered by: values of parameters with their words."""
    seen = seen_in(visit.administration)
    unanswered = {NONE: visit.say(_NO_ANSWER)} if seen.unanswered else {}
    return {
        "operation": {name: name for name in seen.operations},
        "status": {**{str(status): str(status) for status in seen.statuses}, **unanswered},
        "injection": {name: name for name in seen.injections},
    }


def newest(visit: Visit) -> Mapping[str, object]:
    """Give the few newest, for the overview."""
    found = newest_requests(visit.administration, Sought(), size=FEW, also=opened_in(visit))
    return {"log": log(visit, found.entries), "total": found.total}


def log(visit: Visit, entries: list[Entry]) -> list[Mapping[str, object]]:
    """Give the rows of the log; those that the address names are unfolded."""
    opened = opened_in(visit)
    return [_row(visit, entry, opened) for entry in entries]


def opened_in(visit: Visit) -> tuple[int, ...]:
    """Read which rows are unfolded: `open=7.12`."""
    named = map(_number, visit.query.get("open", "").split(".")[:_MOST_OPEN])
    return tuple(number for number in named if number is not None)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST else None


def _sought(query: Mapping[str, str]) -> Sought:
    status = query.get("status", "")
    return Sought(
        operation=query.get("operation") or None,
        status=_number(status),
        is_answered=False if status == NONE else None,
        injection=query.get("injection") or None,
    )


def _row(visit: Visit, entry: Entry, opened: tuple[int, ...]) -> Mapping[str, object]:
    is_open = entry.number in opened
    others = tuple(number for number in opened if number != entry.number)
    unfolded = others if is_open else (*others, entry.number)[-_MOST_OPEN:]
    today, day = local(visit.administration.now()).date(), local(entry.received_at).date()
    return {
        "number": entry.number,
        "at": entry.received_at,
        "day": None if day == today else day,
        "method": entry.method,
        "path": entry.path.encode("utf-8", "replace").decode(),
        "query": masked_query(entry.query_string, entry.path),
        "status": entry.sent.status,
        "is_answered": is_answered(entry),
        "no_answer": visit.say(_NO_ANSWER),
        "was_instead": entry.answer.status if entry.answer.status not in {entry.sent.status, 0} else None,
        "marks": _marks(visit, entry),
        "why": why_truly(entry, visit.language),
        "fired": [
            {"name": each.injection, "what": f"{visit.say(WHERE[each.phase])}: {', '.join(each.faults)}"}
            for each in entry.fired
        ],
        "is_open": is_open,
        "toggle": visit.here(open=".".join(map(str, unfolded)) or None) + f"#r{entry.number}",
        "detail": _detail(visit, entry) if is_open else None,
    }


def _marks(visit: Visit, entry: Entry) -> list[str]:
    """Say in a word or two what the status alone does not."""
    marks = [visit.say(_REPLAYED)] if entry.answer.header("Idempotency-Replayed") else []
    match entry.sent.delivery:
        case Drop(how=how) if entry.sent.status:
            marks.append(visit.say(_DROPPED[how]))
        case Cut(at_bytes=at_bytes):
            marks.append(visit.say(_CUT).format(at_bytes))
        case Dribble(pieces=pieces):
            marks.append(visit.say(_DRIBBLED).format(pieces))
    return [*marks, *([visit.say(_LEFT)] if entry.caller_left else [])]


def _detail(visit: Visit, entry: Entry) -> Mapping[str, object]:
    """Give what went over the wire, with its secrets masked as the control API masks them.

    Of an answer that was dropped nothing went over it, whatever it would have been.
    """
    told: dict[str, Any] = told_entry(entry, secrets=False)
    drop = entry.sent.delivery if isinstance(entry.sent.delivery, Drop) else None
    return {
        **{name: told[name] for name in ("requestId", "tookMs", "query", "client", "injections")},
        "request": _message(told["request"]),
        "answer": _message(told["answer"]),
        "sent": _message(told["sent"]) if told["sent"] and drop is None else None,
        "dropped": None if drop is None else visit.say(_DROPPED[drop.how]),
    }


def _message(told: Mapping[str, Any]) -> Mapping[str, object]:
    body = told["body"]
    return {
        "status": told.get("status"),
        "headers": told["headers"],
        "body": None if body is None else _coloured(body),
        "cut": told["cut"],
    }


def _coloured(body: object) -> Markup:
    return escape(body) if isinstance(body, str) else coloured_json(body)
