"""C8: limits are generous, or the room that is left can be computed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Operation, Passage
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.counted import declared
from mockbooks.conformance.verdicts.depth import field_names
from mockbooks.conformance.verdicts.number_words import with_digits
from mockbooks.conformance.verdicts.prose import Said, affirmed, quotes, sentence
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.texts import Text

_REMAINING: Final = re.compile(
    r"(rate-?limit|quota|limit).{0,40}(remain|left|used)|^ratelimit$|remaining|minutelimit", re.IGNORECASE
)
_ROOM: Final = re.compile("remain|left|available|resterend|over$|overig|beschikbaar")
_USED: Final = re.compile("used|usage|gebruikt|verbruik|consumed")
_MOST_OF_IT: Final = re.compile("limit|quota|max|allowed|total|toegestaan")
_OF_SPACE: Final = re.compile("storage|disk|space|seat|user|member|licen|file|mailbox|opslag|schijf|gebruiker(?!t)")
"""What else may be left or used than calls."""
_LIMITS: Final = table("limit ratelimit quota usage apilimit limiet apiusage requestlimit ratelimitstatus")
_HEADER_SAID: Final = re.compile(
    r"x-[a-z-]{0,30}(rate-?limit|limit|quota)[a-z-]{0,10}remaining|ratelimit-remaining|x-[a-z]{1,30}limit-remaining"
    r"|x-[a-z-]{0,30}rate-?limit-?remaining|\bratelimit\b header",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(
    r"(?<!\d)(?P<count>\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9})\s{1,9}(?:[a-z-]{1,30}\s{1,9}){0,4}?"
    r"(?:(?:per|an?|each|every|in|within|binnen|elke)\b|/)\s{0,9}(?:(?:an?|one|any|een|elke) )?"
    r"(?P<times>\d{1,4})?[\s-]{0,9}"
    r"(?P<unit>second|minu|hour|uur|uren|day|dag|sec\b|min\b)",
    re.IGNORECASE,
)
_OF_CALLS: Final = re.compile(
    r"\b(?:call(?:s|ed)?|requests?|aanroep\w{0,4}|verzoek\w{0,3}|requesten|hits|api|reads?|writes?|queries|token)\b",
    re.IGNORECASE,
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:retr(?:y|ied|ies|ying)|again|opnieuw|herhaal\w{0,2}|cached?|expires?|valid|geldig|time-?out|webhooks?|average"
    r"|gemiddeld\w?|processed|back-?off|(?:no|geen) (?:longer|limit|limiet))\b",
    re.IGNORECASE,
)
"""What a sentence with a number and a time is of when it is of no limit."""
_LONGEST_NAME: Final = 200
_LEVELS: Final = 3
"""How deep the room may stand in the answer of an operation on limits."""
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "u": 3600, "d": 86400, "2": 86400}
_GENEROUS_PER_MINUTE: Final = 500
_GENEROUS_PER_DAY: Final = 10_000
_MINUTES_A_DAY: Final = 1440


def _ask(subject: Subject) -> Iterator[Finding]:
    headers = list(_headers(subject))
    if headers:
        yield _finding(Outcome.MET, _IN_HEADERS, headers[:3])
        return
    operations = [declared(each) for each in subject.document.operations if _tells_room(each)]
    if operations:
        yield _finding(Outcome.MET, _BY_OPERATION, operations[:2])
        return
    named = quotes(affirmed(subject, _HEADER_SAID), 2)
    if named:
        yield _finding(Outcome.MET, _HEADERS_SAID, named, doubt=_NOT_DECLARED)
        return
    yield _by_figures(subject)


def _headers(subject: Subject) -> Iterator[Evidence]:
    for operation in subject.document.operations:
        for response in operation.responses:
            names = [name for name in response.headers if _REMAINING.search(name[:_LONGEST_NAME])]
            if names:
                shown = ", ".join(names)
                yield Evidence(where=f"{operation.label} → {response.status}", what=Text(shown, shown))


def _tells_room(operation: Operation) -> bool:
    last = joined(operation.path.rstrip("/").rsplit("/", 1)[-1])
    if operation.method != "GET" or last not in _LIMITS or operation.answer is None:
        return False
    names = [name for each in field_names(operation.answer, _LEVELS) if not _OF_SPACE.search(name := joined(each))]
    is_computed = any(map(_USED.search, names)) and any(map(_MOST_OF_IT.search, names))
    return is_computed or any(map(_ROOM.search, names))


def _by_figures(subject: Subject) -> Finding:
    found = list(_figures(subject))
    if not found:
        only_429 = [declared(each) for each in subject.document.operations if _declares(each, "429")]
        return _finding(Outcome.CANNOT_TELL, _ONLY_429 if only_429 else _SILENT, only_429[:2])
    evidence = quotes(found, 3)
    if all(_is_generous(match) for _, match in found):
        return _finding(Outcome.MET, _GENEROUS, evidence, doubt=_BY_FIGURES)
    return _finding(Outcome.PARTLY, _NARROW, evidence, doubt=_BY_FIGURES)


def _figures(subject: Subject) -> Iterator[Said]:
    """Find how many calls are allowed in how long; numbers in words are read as well."""
    for passage in subject.document.passages:
        told = Passage(where=passage.where, text=with_digits(passage.text))
        for match in _FIGURE.finditer(told.text):
            said_in = sentence(told, match)
            if _OF_CALLS.search(said_in) and not _OF_OTHERS.search(said_in):
                yield told, match


def _is_generous(match: re.Match[str]) -> bool:
    count = int(re.sub(r"\D", "", match["count"]))
    seconds = _SECONDS[match["unit"][0].lower()] * int(match["times"] or 1)
    per_minute = count * 60 / max(seconds, 1)
    is_long = seconds >= 3600  # noqa: PLR2004 - an hour
    return per_minute * _MINUTES_A_DAY >= _GENEROUS_PER_DAY if is_long else per_minute >= _GENEROUS_PER_MINUTE


def _declares(operation: Operation, status: str) -> bool:
    return any(response.status == status for response in operation.responses)


def _finding(outcome: Outcome, summary: Text, evidence: Sequence[Evidence], *, doubt: Text | None = None) -> Finding:
    advice = None if outcome is Outcome.MET else _ADVICE
    return Finding(condition="C8", outcome=outcome, summary=summary, evidence=evidence, doubt=doubt, advice=advice)


_IN_HEADERS: Final = Text(
    "Answers tell in their headers how much room is left.",
    "Antwoorden vertellen in hun headers hoeveel ruimte er over is.",
)
_BY_OPERATION: Final = Text(
    "An operation tells how much room is left.", "Een operatie vertelt hoeveel ruimte er over is."
)
_HEADERS_SAID: Final = Text(
    "The text names headers that tell how much room is left.",
    "De tekst noemt headers die vertellen hoeveel ruimte er over is.",
)
_GENEROUS: Final = Text("The limits that are told are generous.", "De genoemde limieten zijn ruim.")
_NARROW: Final = Text(
    "The limits that are told are narrow, and nothing tells how much room is left.",
    "De genoemde limieten zijn krap, en niets vertelt hoeveel ruimte er over is.",
)
_ONLY_429: Final = Text(
    "The document declares that requests can be too many (429), and not how many there may be.",
    "Het document noemt dat requests te veel kunnen zijn (429), en niet hoeveel het er mogen zijn.",
)
_SILENT: Final = Text("The document says nothing about limits.", "Het document zegt niets over limieten.")
_NOT_DECLARED: Final = Text(
    "The headers are told in a text and not declared with any response.",
    "De headers staan in een tekst en bij geen enkele response.",
)
_BY_FIGURES: Final = Text(
    f"Generous is taken to be {_GENEROUS_PER_MINUTE} a minute and {_GENEROUS_PER_DAY:,} a day; the conditions give no"
    " figure.",
    f"Ruim is hier {_GENEROUS_PER_MINUTE} per minuut en {f'{_GENEROUS_PER_DAY:,}'.replace(',', '.')} per dag; de"
    " voorwaarden noemen geen getal.",
)
_ADVICE: Final = Text(
    "Send the room that is left with every answer (RateLimit or X-RateLimit-Remaining), and declare those headers.",
    "Stuur de ruimte die over is mee met elk antwoord (RateLimit of X-RateLimit-Remaining), en noem die headers.",
)

LIMITS: Final = Check(
    name="limits",
    conditions=("C8",),
    question=Text(
        "Are limits generous, or can the room be computed?", "Zijn limieten ruim, of is de ruimte te berekenen?"
    ),
    ask=_ask,
)
