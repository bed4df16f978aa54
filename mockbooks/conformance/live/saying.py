"""Findings that several checks come to, in the same words: what was seen, and why something cannot be told."""

from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.obstacle import Obstacle
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

NOTHING_WRITTEN: Final = Text(
    "Cannot tell: nothing was written; use --allow-writes.",
    "Niet te zeggen: er is niets geschreven; gebruik --allow-writes.",
)


def seen(target: Target, reply: Reply, what: Text) -> Evidence:
    """Show one call, with what is to be seen in it."""
    exchange = target.session.show(reply.exchange) if reply.exchange else None
    return Evidence(where=reply.outcome, what=what, exchange=exchange)


def untold(condition: str, why: Obstacle, *evidence: Evidence, is_preferred: bool = False) -> Finding:
    """Say that nothing can be said, why, and what to do."""
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(f"Cannot tell: {why.what.en}.", f"Niet te zeggen: {why.what.nl}."),
        evidence=evidence,
        advice=why.remedy,
        is_preferred=is_preferred,
    )


def unwritten(condition: str, doubt: Text | None = None) -> Finding:
    """Say that nothing was written."""
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=NOTHING_WRITTEN,
        doubt=doubt,
        advice=Text(
            "Repeat the check with --allow-writes, on an administration that is there to try things out.",
            "Herhaal de toets met --allow-writes, op een administratie die er is om dingen uit te proberen.",
        ),
    )


def unknown(condition: str, noun: Noun, call: Text, *, is_preferred: bool = False) -> Finding:
    """Say that the vendor file names no such call."""
    many = NOUNS[noun].many
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"Cannot tell: the vendor file names no call that {call.en} {many.en}.",
            f"Niet te zeggen: het leveranciersbestand noemt geen aanroep die {many.nl} {call.nl}.",
        ),
        advice=Text(
            f"Name it under resources.{noun} in the vendor file, or null there if the API has no use for {many.en}.",
            f"Noem hem onder resources.{noun} in het leveranciersbestand, of zet daar null als de API geen {many.nl}"
            " nodig heeft.",
        ),
        is_preferred=is_preferred,
    )


def not_needed(condition: str, noun: Noun) -> Finding:
    """Say that the condition does not apply."""
    many = NOUNS[noun].many
    return Finding(
        condition=condition,
        outcome=Outcome.MET,
        summary=Text(
            f"It does not apply: the vendor file says that the API has no use for {many.en}.",
            f"Niet van toepassing: volgens het leveranciersbestand heeft de API geen {many.nl} nodig.",
        ),
    )
