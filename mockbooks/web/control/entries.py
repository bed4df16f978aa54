"""An exchange of the request log as JSON, its secrets masked unless they are asked for."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from mockbooks.traffic.clock import moment_text
from mockbooks.traffic.content import content_of, json_in
from mockbooks.traffic.delivery import Cut, Delivery, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.masking import masked_headers, masked_query, masked_text, masked_value
from mockbooks.traffic.request_log import LONGEST_BODY_BYTES, Entry
from mockbooks.traffic.why import why

Json = dict[str, object]
_MILLISECOND: Final = timedelta(milliseconds=1)


def told_entry(entry: Entry, *, secrets: bool) -> Json:
    """Tell an exchange; `sent` is there when something else was sent than the true answer."""
    return {
        "number": entry.number,
        "requestId": entry.request_id,
        "receivedAt": moment_text(entry.received_at),
        "answeredAt": moment_text(entry.answered_at),
        "tookMs": (entry.answered_at - entry.received_at) // _MILLISECOND,
        "method": entry.method,
        "path": entry.path.encode("utf-8", "replace").decode(),
        "query": _query(entry, secrets=secrets),
        "operation": entry.operation_id,
        "client": entry.client_id,
        "request": _request(entry, secrets=secrets),
        "answer": _answer(entry.answer, entry.path, secrets=secrets),
        "sent": None if entry.sent is entry.answer else _answer(entry.sent, entry.path, secrets=secrets),
        "injections": [
            {"name": fired.injection, "phase": fired.phase, "faults": list(fired.faults)} for fired in entry.fired
        ],
        "why": why(entry),
    }


def _query(entry: Entry, *, secrets: bool) -> str:
    return entry.query_string.decode("utf-8", "replace") if secrets else masked_query(entry.query_string, entry.path)


def _request(entry: Entry, *, secrets: bool) -> Json:
    return {
        "headers": _headers(entry.headers, secrets=secrets),
        "body": _body(entry.body, entry.headers.get("content-type"), entry.path, secrets=secrets),
        "bodyBytes": entry.body_bytes,
        "cut": len(entry.body) < entry.body_bytes,
    }


def _answer(answer: Answer, path: str, *, secrets: bool) -> Json:
    headers = {name.lower(): value for name, value in answer.headers}
    if answer.media_type:
        headers.setdefault("content-type", answer.media_type)
    return {
        "status": answer.status,
        "headers": _headers(headers, secrets=secrets),
        "body": _body(answer.body, answer.media_type, path, secrets=secrets),
        "cut": len(answer.body) >= LONGEST_BODY_BYTES and content_of(answer.body, answer.media_type) is None,
        "delivery": _delivery(answer.delivery),
    }


def _headers(headers: Mapping[str, str], *, secrets: bool) -> dict[str, str]:
    """Give headers, which come from outside as any text, as JSON can write them."""
    told = headers if secrets else masked_headers(headers)
    return {name: value.encode("utf-8", "replace").decode() for name, value in told.items()}


def _body(body: bytes, media_type: str | None, path: str, *, secrets: bool) -> object:
    """Give a body as a JSON value where it is one, else as text; None where there is none."""
    if not body:
        return None
    if (media_type or "").partition(";")[0].strip().lower().endswith("json"):
        try:
            value = json_in(body)
        except ValueError:
            pass
        else:
            return value if secrets else masked_value(value, path)
    return body.decode("utf-8", "replace") if secrets else masked_text(body, media_type, path)


def _delivery(delivery: Delivery | None) -> Json | None:
    told: Json = {"kind": None, "how": None, "atBytes": None, "pieces": None, "seconds": None}
    match delivery:
        case Drop(how=how):
            return {**told, "kind": "drop", "how": how}
        case Cut(at_bytes=at_bytes):
            return {**told, "kind": "cut", "atBytes": at_bytes}
        case Dribble(pieces=pieces, seconds=seconds):
            return {**told, "kind": "dribble", "pieces": pieces, "seconds": seconds}
        case None:
            return None
