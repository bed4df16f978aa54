"""C9: the API tells of its support: where to report, in which languages, and how soon an answer comes."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.live.documented import contact_in
from mockbooks.conformance.live.json_places import NOTHING, at, is_empty
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.saying import seen, untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text, cut

_DUTCH: Final = re.compile(
    r"\b(?:nl|nl-nl|nl_nl|nld|dut|dutch|nederlands|nederlandse|nederlandstalig)\b", re.IGNORECASE
)
_WITHIN_A_DAY: Final = re.compile(
    r"\b(?:one|1|één|een)\s+(?:working|business|werk)[ -]?(?:day|dag)\b|\bsame (?:working |business )?day\b"
    r"|\bdezelfde (?:werk)?dag\b|\b(?:[1-9]|1\d|2[0-4])\s+(?:hours?|uur)\b",
    re.IGNORECASE,
)
_SAY: Final = {
    "C9i": Text("where technical problems are reported", "waar technische problemen te melden zijn"),
    "C9ii": Text("whether somebody at support speaks Dutch", "of iemand bij support Nederlands spreekt"),
    "C9iv": Text("within which time a report is answered", "binnen welke tijd een melding wordt beantwoord"),
}


def _ask(target: Target) -> Iterator[Finding]:
    support = target.vendor.support
    reply = target.session.ask(support.call, target.value) if support else None
    pointers = {
        "C9i": support.contact if support else None,
        "C9ii": support.languages if support else None,
        "C9iv": support.answered_within if support else None,
    }
    for condition, pointer in pointers.items():
        yield _judged(target, condition, reply, pointer)


def _judged(target: Target, condition: str, reply: Reply | None, pointer: str | None) -> Finding:
    told = at(reply.item, pointer) if reply is not None and reply.succeeded and pointer is not None else NOTHING
    if reply is not None and reply.fault is not None:
        return untold(condition, reply.fault, seen(target, reply, reply.fault.what))
    if reply is None or is_empty(told):
        return _by_document(target) if condition == "C9i" else _silent(condition)
    return _weighed(target, condition, reply, told)


def _weighed(target: Target, condition: str, reply: Reply, told: object) -> Finding:
    words = " ".join(map(str, told)) if isinstance(told, list) else str(told)
    what = Text(f'it says "{cut(words)}"', f'het antwoord zegt "{cut(words)}"')
    is_good = {
        "C9i": True,
        "C9ii": bool(_DUTCH.search(words)),
        "C9iv": bool(_WITHIN_A_DAY.search(words))
        or (isinstance(told, int | float) and told <= 1)
        or words in {"0", "1"},
    }[condition]
    summary = _SAY[condition]
    return Finding(
        condition=condition,
        outcome=Outcome.MET if is_good else Outcome.NOT_MET,
        summary=Text(f"{reply.call} tells {summary.en}: {cut(words)}", f"{reply.call} zegt {summary.nl}: {cut(words)}"),
        evidence=[seen(target, reply, what)],
        advice=None if is_good else _ADVICE[condition],
    )


def _by_document(target: Target) -> Finding:
    """Read in the OpenAPI document whom to turn to."""
    contact = contact_in(target)
    if contact is None:
        return _silent("C9i")
    return Finding(
        condition="C9i",
        outcome=Outcome.MET,
        summary=Text(
            f"The OpenAPI document names where to report: {cut(contact)}",
            f"Het OpenAPI-document noemt waar te melden: {cut(contact)}",
        ),
        doubt=Text("It is called a contact, not support.", "Het heet een contact, geen support."),
    )


def _silent(condition: str) -> Finding:
    what = _SAY[condition]
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(f"Cannot tell: the API does not say {what.en}.", f"Niet te zeggen: de API zegt niet {what.nl}."),
        advice=_ADVICE[condition],
    )


_ADVICE: Final = {
    "C9i": Text(
        "Name an e-mail address or page for technical problems, also in the OpenAPI document (info.contact).",
        "Noem een e-mailadres of pagina voor technische problemen, ook in het OpenAPI-document (info.contact).",
    ),
    "C9ii": Text(
        "Have somebody at support who speaks Dutch, and say so.",
        "Zorg voor iemand bij support die Nederlands spreekt, en zeg dat.",
    ),
    "C9iv": Text(
        "Answer a technical report within one working day, and say so.",
        "Beantwoord een technische melding binnen één werkdag, en zeg dat.",
    ),
}

CHECK: Final = Check(
    name="support",
    conditions=("C9i", "C9ii", "C9iv"),
    question=Text("Does the API tell of its support?", "Vertelt de API over de support?"),
    ask=_ask,
)
