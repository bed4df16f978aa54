"""C9iv: a report of a technical problem is answered within one working day."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import quoted, said, sentence
from mockbooks.texts import Text

_NUMBERS: Final = {
    "one": 1, "a": 1, "een": 1, "één": 1, "same": 1, "dezelfde": 1, "next": 1, "two": 2, "twee": 2, "three": 3,
    "drie": 3, "four": 4, "vier": 4, "five": 5, "vijf": 5,
}  # fmt: skip
_COUNT: Final = r"(?P<count>\d{1,2}|one|a|een|één|two|twee|three|drie|four|vier|five|vijf)"
_WITHIN: Final = re.compile(
    rf"(within|in|binnen|up to|(less|minder) (than|dan)|maximaal|at most|after|na)\s+(the |de |uiterlijk )?{_COUNT}"
    r"(?:\s*(?:to|-|tot)\s*(?P<most>\d))?\s*(?P<unit>(working|business|work)[ -]?days?|werkdag(en)?|hours?|uur|uren)",
    re.IGNORECASE,
)
_SOON: Final = re.compile(
    r"(same|next|dezelfde|volgende) (working|business|werk) ?-?da[yg]"
    r"|(within|binnen) (the|a|de|een|één) (working|business|werk) ?-?da[yg]\b",
    re.IGNORECASE,
)
_SUPPORT: Final = re.compile(
    r"support|answer|repl|respon|antwoord|reacti|reageren|helpdesk|ticket|melding|e-?mail", re.IGNORECASE
)
_HOURS_A_DAY: Final = 24
_OTHER: Final = re.compile(
    r"payment|betaling|settle|bank|deliver|lever|process|verwerk|expire|token|invoice is", re.IGNORECASE
)


def _ask(subject: Subject) -> Iterator[Finding]:
    for passage, match in (*said(subject, _WITHIN), *said(subject, _SOON)):
        said_in = sentence(passage, match)
        is_support = passage.where.startswith("info.contact") or _SUPPORT.search(said_in)
        if not is_support or _OTHER.search(said_in):
            continue
        is_soon = _is_within_a_day(match)
        yield Finding(
            condition="C9iv",
            outcome=Outcome.MET if is_soon else Outcome.NOT_MET,
            summary=_SOON_ENOUGH if is_soon else _TOO_LATE,
            evidence=[quoted(passage, match)],
            advice=None if is_soon else _ADVICE,
        )
        return
    yield Finding(condition="C9iv", outcome=Outcome.CANNOT_TELL, summary=_SILENT, advice=_ADVICE)


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
