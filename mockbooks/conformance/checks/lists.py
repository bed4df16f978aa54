"""C4d to C4h: VAT rates, ledger accounts, journals, payment terms and invoice profiles can be read."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.obstacle import NO_LIST, Obstacle
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import not_needed, seen, unknown, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.words import NOUNS, a
from mockbooks.texts import Text

_LISTS: Final = {
    "C4d": Noun.VAT_RATES,
    "C4e": Noun.LEDGER_ACCOUNTS,
    "C4f": Noun.JOURNALS,
    "C4g": Noun.PAYMENT_TERMS,
    "C4h": Noun.INVOICE_PROFILES,
}


def _ask(target: Target) -> Iterator[Finding]:
    for condition, noun in _LISTS.items():
        yield _listed(target, condition, noun)


def _listed(target: Target, condition: str, noun: Noun) -> Finding:
    if target.has_no_use_for(noun):
        return not_needed(condition, noun)
    reply = target.listing(noun)
    if reply is None:
        return unknown(condition, noun, Text("lists", "opsomt"))
    if why := reply.fault or _doubtful(noun, reply):
        return untold(condition, why, seen(target, reply, why.what))
    return _readable(target, condition, noun, reply) if reply.succeeded else _unreadable(target, condition, noun, reply)


def _doubtful(noun: Noun, reply: Reply) -> Obstacle | None:
    """Say why a success shows nothing."""
    if not reply.succeeded or reply.items:
        return None
    return NO_LIST if reply.items is None else _empty(noun)


def _empty(noun: Noun) -> Obstacle:
    one, many = NOUNS[noun].one, NOUNS[noun].many
    return Obstacle(
        what=Text(f"the list of {many.en} is empty", f"de lijst van {many.nl} is leeg"),
        remedy=Text(
            f"Put {a(one.en)} into the administration, or null under resources.{noun} if the API has no use for them.",
            f"Zet een {one.nl} in de administratie, of null bij resources.{noun} als de API ze niet nodig heeft.",
        ),
    )


def _readable(target: Target, condition: str, noun: Noun, reply: Reply) -> Finding:
    many, count = NOUNS[noun].many, len(reply.items or ())
    return Finding(
        condition=condition,
        outcome=Outcome.MET,
        summary=Text(f"The {many.en} can be read.", f"De {many.nl} zijn op te vragen."),
        evidence=[seen(target, reply, Text(f"a list of {count}", f"een lijst van {count}"))],
    )


def _unreadable(target: Target, condition: str, noun: Noun, reply: Reply) -> Finding:
    many = NOUNS[noun].many
    what = Text(f"status {reply.status}, and no success", f"status {reply.status}, en geen succes")
    return Finding(
        condition=condition,
        outcome=Outcome.NOT_MET,
        summary=Text(f"The {many.en} cannot be read: {what.en}.", f"De {many.nl} zijn niet op te vragen: {what.nl}."),
        evidence=[seen(target, reply, what)],
        doubt=Text(
            "Unless the vendor file names the wrong call.", "Tenzij het leveranciersbestand de verkeerde aanroep noemt."
        ),
        advice=Text(
            f"Offer a call that lists the {many.en} as JSON.", f"Bied een aanroep die de {many.nl} als JSON opsomt."
        ),
    )


CHECK: Final = Check(
    name="lists",
    conditions=tuple(_LISTS),
    question=Text(
        "Can the settings that a booking names be read?", "Zijn de gegevens op te vragen die een boeking noemt?"
    ),
    ask=_ask,
)
