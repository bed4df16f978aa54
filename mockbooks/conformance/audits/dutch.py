"""C9ii: somebody at support speaks Dutch."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Passage
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import clause, denies, quotes, said, sentence
from mockbooks.texts import Text

_DUTCH: Final = re.compile(
    r"\bnederlandstalig\w{0,3}\b|\bdutch[- ]speaking\b|\b(?:speaks?|spoken|in) dutch\b|\bin het nederlands\b"
    r"|\bnederlandse (?:contact|support|helpdesk|ontwikkelaar|medewerker|collega|klantenservice|developer|engineer"
    r"|team)"
    r"|\bspree?kt? nederlands\b|\bspreken nederlands\b|\bdutch (?:support|contact|helpdesk)\b"
    r"|\bdutch (?:and|or|,) (?:english|german)\b|\b(?:english|german) (?:and|or) dutch\b"
    r"|\bnederlands (?:en|of|,) engels\b|\bin english (?:and|or) dutch\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:only|alleen|uitsluitend)\b[^.\n]{0,15}\b(?:english|engels|german|duits)\b|\b(?:english|engels)[- ]only\b"
    r"|\b(?:english|engels) only\b|\b(?:no|not|geen|niet|n['’]t)\b(?: \w{1,20}){0,2} (?:dutch|nederlands)\b"
    r"(?! (?:vat|btw|tax|kvk|bank|account|company|chamber|number|nummer|address|adres|rekening\w{0,8}|bedrijf)\b)",
    re.IGNORECASE,
)
_SUPPORT: Final = re.compile(
    r"\b(?:support|help|help-?desk|service[ -]?desk|klantenservice|ondersteuning|contact\w{0,8}|team|questions?|vragen"
    r"|developers?|ontwikkelaars?|engineers?|medewerkers?|collega['’]?s?|colleagues?|staff|consultants?|somebody|iemand"
    r"|(?:we|they) speak|(?:call|phone|mail|e-mail|reach|bel|bereik) (?:us|ons))\b",
    re.IGNORECASE,
)
_DOCUMENTS: Final = re.compile(
    r"\b(?:invoices?|facturen|factuurteksten|texts?|teksten|letters|brieven|translat\w{0,6}|vertaal\w{0,4}|vertal\w{0,6}"
    r"|locales?|messages?|fields?|velden|names|namen|documentation|documentatie|website|interface|labels?|foutmelding\w{0,2}"
    r"|descriptions?|omschrijvingen|(?:vat|btw|kvk|tax)[ -]?(?:numbers?|nummers?|rates?))\b",
    re.IGNORECASE,
)
"""What else may be in Dutch than support."""


def _ask(subject: Subject) -> Iterator[Finding]:
    speaking = [each for each in said(subject, _DUTCH) if _is_of_support(*each)]
    other = [each for each in said(subject, _OTHER) if _is_of_support(*each)]
    other += [each for each in speaking if denies(clause(*each))]
    if other:
        yield _finding(Outcome.NOT_MET, _NOT_DUTCH, quotes(other, 2))
    elif speaking:
        yield _finding(Outcome.MET, _IS_DUTCH, quotes(speaking, 1))
    else:
        yield _finding(Outcome.CANNOT_TELL, _SILENT, quotes(said(subject, _DUTCH), 1))


def _is_of_support(passage: Passage, match: re.Match[str]) -> bool:
    said_in = sentence(passage, match)
    is_support = passage.where.startswith("info.contact") or _SUPPORT.search(said_in)
    return bool(is_support) and not _DOCUMENTS.search(said_in)


def _finding(outcome: Outcome, summary: Text, evidence: Sequence[Evidence]) -> Finding:
    advice = None if outcome is Outcome.MET else _ADVICE
    return Finding(condition="C9ii", outcome=outcome, summary=summary, evidence=evidence, advice=advice)


_IS_DUTCH: Final = Text(
    "The document says that support speaks Dutch.", "Het document zegt dat support Nederlands spreekt."
)
_NOT_DUTCH: Final = Text(
    "The document says that support does not speak Dutch.", "Het document zegt dat support geen Nederlands spreekt."
)
_SILENT: Final = Text(
    "The document does not say whether support speaks Dutch.",
    "Het document zegt niet of support Nederlands spreekt.",
)
_ADVICE: Final = Text(
    "Say in `info.description` or in the name of the contact which languages support speaks.",
    "Zeg in `info.description` of in de naam van het contact welke talen support spreekt.",
)

DUTCH: Final = Check(
    name="dutch",
    conditions=("C9ii",),
    question=Text("Does somebody at support speak Dutch?", "Spreekt iemand bij support Nederlands?"),
    ask=_ask,
)
