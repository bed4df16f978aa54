"""C8: the room that is left within the limits is told: by headers of every answer, or by a call."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.json_places import at
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

# RateLimit, X-RateLimit-Remaining, X-Rate-Limit-Remaining, X-MinLimit-Remaining …
_USUAL_NAME: Final = re.compile(r"ratelimit|(?:x-)?[a-z-]*limit[a-z-]*remaining[a-z-]*", re.IGNORECASE)
_UNAUTHENTICATED: Final = 401
_LONGEST_NAME: Final = 60
_ROOM: Final = re.compile(r"(?:\br=|\bremaining\s*=\s*)(\d+)|^\s*(\d+)")


def _ask(target: Target) -> Iterator[Finding]:
    by_headers = _by_headers(target)
    if by_headers is not None and by_headers.outcome is Outcome.MET:
        yield by_headers
    else:
        yield _by_call(target) or by_headers or _silent(target)


def _by_headers(target: Target) -> Finding | None:
    for name in _header_names(target):
        told = [
            (reply, room)
            for reply in target.replies
            if reply.status != _UNAUTHENTICATED and (room := _room(reply, name)) is not None
        ]
        if told:
            return _told_by(target, name, told)
    return None


def _header_names(target: Target) -> list[str]:
    limits = target.vendor.limits
    usual = (
        header for reply in target.replies if reply.answer for header, _ in reply.answer.headers
        if len(header) <= _LONGEST_NAME and _USUAL_NAME.fullmatch(header)
    )  # fmt: skip
    return list(dict.fromkeys([*(limits.headers if limits else ()), *usual]))


def _room(reply: Reply, name: str) -> int | None:
    value = reply.answer.header(name) if reply.answer else None
    found = _ROOM.search(value) if value else None
    return int((found[1] or found[2])[:18]) if found else None


def _told_by(target: Target, name: str, told: Sequence[tuple[Reply, int]]) -> Finding:
    rooms = [room for _, room in told]
    reply = told[-1][0]
    shown = Text(f"{name}: from {rooms[0]} to {rooms[-1]}", f"{name}: van {rooms[0]} naar {rooms[-1]}")
    if any(later < earlier for earlier, later in pairwise(rooms)):
        return Finding(
            condition="C8",
            outcome=Outcome.MET,
            summary=Text(
                f"The header {name} tells the room that is left, and goes down by use.",
                f"De header {name} noemt de ruimte die over is, en daalt door gebruik.",
            ),
            evidence=[seen(target, reply, shown)],
        )
    return Finding(
        condition="C8",
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"Cannot tell: the header {name} says that {rooms[-1]} is left, and did not go down by {len(rooms)} calls.",
            f"Niet te zeggen: de header {name} zegt dat er {rooms[-1]} over is, en daalde niet door {len(rooms)}"
            " aanroepen.",
        ),
        evidence=[seen(target, reply, shown)],
        doubt=Text(
            "A window that is renewed every second looks like this as well.",
            "Een venster dat elke seconde begint, ziet er ook zo uit.",
        ),
        advice=Text(
            f"Let {name} tell how many calls are left at that moment.",
            f"Laat {name} zeggen hoeveel aanroepen er op dat moment over zijn.",
        ),
    )


def _by_call(target: Target) -> Finding | None:
    limits = target.vendor.limits
    if limits is None or limits.call is None:
        return None
    reply = target.session.ask(limits.call, target.value)
    room = at(reply.data, limits.remaining) if limits.remaining is not None else None
    is_number = isinstance(room, int | float) or (isinstance(room, str) and room.isdigit())
    if not reply.succeeded:
        return None
    if isinstance(room, bool) or not is_number:
        return _without_room(target, reply, limits.remaining)
    return Finding(
        condition="C8",
        outcome=Outcome.MET,
        summary=Text(f"{reply.call} tells the room that is left.", f"{reply.call} noemt de ruimte die over is."),
        evidence=[seen(target, reply, Text(f"{limits.remaining} is {room}", f"{limits.remaining} is {room}"))],
    )


def _without_room(target: Target, reply: Reply, place: str | None) -> Finding:
    what = Text(f'no number stands at "{place}"', f'er staat geen getal op "{place}"')
    return Finding(
        condition="C8",
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"Cannot tell: {reply.call} answers, but {what.en}; there may be no limits.",
            f"Niet te zeggen: {reply.call} antwoordt, maar {what.nl}; misschien zijn er geen limieten.",
        ),
        evidence=[seen(target, reply, what)],
        advice=Text(
            f"Tell in the answer of {reply.call} how many calls are left.",
            f"Noem in het antwoord op {reply.call} hoeveel aanroepen er over zijn.",
        ),
    )


def _silent(target: Target) -> Finding:
    refused = next((reply for reply in target.replies if reply.status == 429), None)  # noqa: PLR2004 - RFC 6585
    what = Text("the limit was reached", "de limiet werd bereikt")
    return Finding(
        condition="C8",
        outcome=_outcome_of_silence(target, refused),
        summary=_SILENCE[_outcome_of_silence(target, refused)],
        evidence=[] if refused is None else [seen(target, refused, what)],
        advice=Text(
            "Tell the room that is left in a header of every answer, such as RateLimit or X-RateLimit-Remaining.",
            "Noem de ruimte die over is in een header van elk antwoord, zoals RateLimit of X-RateLimit-Remaining.",
        ),
    )


_SILENCE: Final = {
    Outcome.CANNOT_TELL: Text(
        "Cannot tell: no header and no call tells the room that is left; the limits may be generous.",
        "Niet te zeggen: geen header en geen aanroep noemt de ruimte die over is; de limieten kunnen ruim zijn.",
    ),
    Outcome.PARTLY: Text(
        "The limit was reached, and neither a header nor a call tells the room that is left.",
        "De limiet werd bereikt, en geen header of aanroep noemt de ruimte die over is.",
    ),
    Outcome.NOT_MET: Text(
        "The vendor file says where the room that is left is told, and it is told nowhere.",
        "Het leveranciersbestand zegt waar de ruimte die over is wordt genoemd, en die wordt nergens genoemd.",
    ),
}


def _outcome_of_silence(target: Target, refused: Reply | None) -> Outcome:
    """Blame an API that is silent where its vendor file says that it speaks."""
    limits = target.vendor.limits
    is_promised = limits is not None and (bool(limits.headers) or limits.call is not None)
    has_succeeded = any(reply.succeeded for reply in target.replies)
    if is_promised and has_succeeded:
        return Outcome.NOT_MET
    return Outcome.CANNOT_TELL if refused is None else Outcome.PARTLY


CHECK: Final = Check(
    name="limits",
    conditions=("C8",),
    question=Text("Is the room within the limits told?", "Wordt de ruimte binnen de limieten genoemd?"),
    ask=_ask,
)
