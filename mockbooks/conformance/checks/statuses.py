"""C6: what succeeds is answered with HTTP 200, creation included."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.obstacle import NO_SUCCESS
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

_OK: Final = 200
_MOST_SHOWN: Final = 5


def _ask(target: Target) -> Iterator[Finding]:
    successes = [reply for reply in target.replies if reply.fault is None and not reply.is_doomed and reply.succeeded]
    others = [reply for reply in successes if reply.status != _OK]
    if not successes:
        yield untold("C6", NO_SUCCESS)
    elif others:
        yield _not_all(target, successes, others)
    else:
        yield _met(target, successes)


def _met(target: Target, successes: Sequence[Reply]) -> Finding:
    count = len(successes)
    has_written = any(not reply.call.startswith("GET ") for reply in successes)
    return Finding(
        condition="C6",
        outcome=Outcome.MET if has_written else Outcome.CANNOT_TELL,
        summary=Text(
            f"All {count} calls that succeeded have status 200.", f"Alle {count} geslaagde aanroepen hebben status 200."
        )
        if has_written
        else Text(
            f"Cannot tell: all {count} reads that succeeded have status 200, and nothing was written.",
            f"Niet te zeggen: alle {count} geslaagde leesacties hebben status 200, en er is niets geschreven.",
        ),
        evidence=[seen(target, successes[0], Text("status 200", "status 200"))] if has_written else [],
        advice=None
        if has_written
        else Text("Repeat the check with --allow-writes.", "Herhaal de toets met --allow-writes."),
    )


def _not_all(target: Target, successes: Sequence[Reply], others: Sequence[Reply]) -> Finding:
    some = len(others) < len(successes)
    statuses = " / ".join(sorted({str(reply.status) for reply in others}))
    calls = ", ".join(dict.fromkeys(reply.call for reply in others))
    return Finding(
        condition="C6",
        outcome=Outcome.PARTLY if some else Outcome.NOT_MET,
        summary=Text(
            f"Status {statuses} came instead of 200 on {len(others)} of {len(successes)} calls that succeeded.",
            f"Status {statuses} kwam in plaats van 200 bij {len(others)} van {len(successes)} geslaagde aanroepen.",
        ),
        evidence=[
            seen(target, reply, Text(f"status {reply.status}", f"status {reply.status}"))
            for reply in _one_of_each(others)
        ],
        advice=Text(
            f"Answer what succeeded with status 200 and the record in the body: {calls}.",
            f"Beantwoord wat gelukt is met status 200 en het gegeven in de body: {calls}.",
        ),
    )


def _one_of_each(replies: Sequence[Reply]) -> list[Reply]:
    return list({(reply.call, reply.status): reply for reply in replies}.values())[:_MOST_SHOWN]


CHECK: Final = Check(
    name="statuses",
    conditions=("C6",),
    question=Text("Has every success status 200?", "Heeft elk succes status 200?"),
    ask=_ask,
)
