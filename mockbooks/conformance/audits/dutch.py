"""C9ii: somebody at support speaks Dutch."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import quoted, said, sentence
from mockbooks.texts import Text

_DUTCH: Final = re.compile(
    r"nederlandstalig\w*|dutch[- ]speaking|(speaks?|spoken|in|support in) dutch\b|in het nederlands\b|nederlandse"
    r" (contact|support|helpdesk|ontwikkelaar|medewerker|collega|klantenservice|developer|engineer|team)\w*"
    r"|spree?kt? nederlands|dutch (support|contact|helpdesk)"
    r"|dutch (and|or|,) (english|german)"
    r"|(english|german) (and|or) dutch|nederlands (en|of|,) engels|in english (and|or) dutch",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"(support|helpdesk)[^.\n]{0,40}(only|alleen|uitsluitend)[^.\n]{0,15}(english|engels|german|duits)"
    r"|(support|helpdesk)[^.\n]{0,30}(english|engels) only|(english|engels)[- ]only (support|helpdesk)"
    r"|no dutch|geen nederlands",
    re.IGNORECASE,
)
_SUPPORT: Final = re.compile(
    r"support|contact|help|vragen|question|antwoord|answer|ondersteuning|klantenservice", re.IGNORECASE
)
_DOCUMENTS: Final = re.compile(
    r"invoices?\b|texts?\b|facturen|factuurteksten|letters|translat|vertaal|locale", re.IGNORECASE
)


def _ask(subject: Subject) -> Iterator[Finding]:
    other = [quoted(*each) for each in said(subject, _OTHER)]
    if other:
        yield Finding(condition="C9ii", outcome=Outcome.NOT_MET, summary=_NOT_DUTCH, evidence=other[:2], advice=_ADVICE)
        return
    for passage, match in said(subject, _DUTCH):
        said_in = sentence(passage, match)
        is_support = passage.where.startswith("info.contact") or _SUPPORT.search(said_in)
        if is_support and not _DOCUMENTS.search(said_in):
            yield Finding(condition="C9ii", outcome=Outcome.MET, summary=_IS_DUTCH, evidence=[quoted(passage, match)])
            return
    yield Finding(condition="C9ii", outcome=Outcome.CANNOT_TELL, summary=_SILENT, advice=_ADVICE)


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
