"""C9iv: a report of a technical problem is answered within one working day."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Passage
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import denies, quoted, said, sentence
from mockbooks.texts import Text

_NUMBERS: Final = {
    "one": 1, "a": 1, "een": 1, "één": 1, "two": 2, "twee": 2, "three": 3, "drie": 3, "four": 4, "vier": 4, "five": 5,
    "vijf": 5,
}  # fmt: skip
_COUNT: Final = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_WITHIN: Final = re.compile(
    rf"\b(?:within|in|binnen|up to|(?:less|minder) (?:than|dan)|maximaal|at most|(?P<after>after|na))\s{{1,9}}"
    rf"(?:(?:the|de|uiterlijk) )?{_COUNT}(?:\s?(?:to|-|–|tot|or|of|à)\s?(?P<most>\d))?[\s-]{{0,9}}"
    r"(?P<unit>(?:working|business|work)[ -]?days?|werkdag(?:en)?|hours?|uur|uren)\b",
    re.IGNORECASE,
)
_SOON: Final = re.compile(
    r"\b(?:same|next|dezelfde|volgende) (?:working|business|werk) ?-?da[yg]\b"
    r"|\b(?:within|binnen) (?:the|a|de|een|één) (?:working|business|werk) ?-?da[yg]\b",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r"\b(?:support|help-?desk|service[ -]?desk|klantenservice|team|we|wij|us|ons|you|je|u|developers?|ontwikkelaars?"
    r"|questions?|vragen|problems?|problemen|tickets?|meldingen|melding|reports?|storing(?:en)?|issues?|e-?mails?"
    r"|mails?|bericht(?:en)?)\b",
    re.IGNORECASE,
)
_ANSWERS: Final = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|response times?|a response|reactietijd|antwoord(?:en|t)?"
    r"|beantwoord\w{0,3}|reageert|reageren|reactie|respons|hear from|get back|support:|responsetijd)(?!\w)",
    re.IGNORECASE,
)
_HOURS_A_DAY: Final = 24
_OTHER: Final = re.compile(
    r"\b(?:payments?|betaling(?:en)?|settled?|banks?|deliver\w{0,4}|lever\w{0,4}|process\w{0,3}|verwerk\w{0,3}"
    r"|expires?|tokens?|invoice is|cached?|valid|geldig|bewaard|bewaren|kept|stored|retained|repeated|same answer|keys?"
    r"|download\w{0,3}|retr(?:y|ied|ies)|webhooks?|verlo(?:opt|pen)|herhaald?e?)\b",
    re.IGNORECASE,
)


def _ask(subject: Subject) -> Iterator[Finding]:
    promised = [each for pattern in (_WITHIN, _SOON) for each in said(subject, pattern) if _is_promise(*each)]
    if not promised:
        yield Finding(condition="C9iv", outcome=Outcome.CANNOT_TELL, summary=_SILENT, advice=_ADVICE)
        return
    passage, match = promised[0]
    is_soon = _is_within_a_day(match)
    yield Finding(
        condition="C9iv",
        outcome=Outcome.MET if is_soon else Outcome.NOT_MET,
        summary=_SOON_ENOUGH if is_soon else _TOO_LATE,
        evidence=[quoted(passage, match)],
        advice=None if is_soon else _ADVICE,
    )


def _is_promise(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a time is that of the answer to a report; what comes after a day says nothing of within it."""
    said_in = sentence(passage, match)
    is_of_support = passage.where.startswith("info.contact") or (_WHO.search(said_in) and _ANSWERS.search(said_in))
    is_after = bool(match.groupdict().get("after")) and _is_within_a_day(match)
    return bool(is_of_support) and not _OTHER.search(said_in) and not denies(said_in) and not is_after


def _is_within_a_day(match: re.Match[str]) -> bool:
    named = match.groupdict()
    if not named:
        return True
    count = named.get("most") or named["count"].lower()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    is_hours = named["unit"].lower().startswith(("hour", "uur", "uren"))
    return number <= (_HOURS_A_DAY if is_hours else 1)


_SOON_ENOUGH: Final = Text(
    "The document promises an answer within one working day.", "Het document belooft antwoord binnen één werkdag."
)
_TOO_LATE: Final = Text(
    "The document promises an answer later than within one working day.",
    "Het document belooft antwoord later dan binnen één werkdag.",
)
_SILENT: Final = Text(
    "The document does not say how soon a problem is answered.",
    "Het document zegt niet hoe snel een melding wordt beantwoord.",
)
_ADVICE: Final = Text(
    "Answer reports of technical problems within one working day, and say so in `info.description`.",
    "Beantwoord meldingen van technische problemen binnen één werkdag, en zeg dat in `info.description`.",
)

ANSWER_TIME: Final = Check(
    name="answer_time",
    conditions=("C9iv",),
    question=Text("Is a problem answered within one working day?", "Wordt een melding binnen één werkdag beantwoord?"),
    ask=_ask,
)
