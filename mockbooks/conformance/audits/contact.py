"""C9i: technical problems can be reported by e-mail or with a tool."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import quoted, said
from mockbooks.texts import Text

_SUPPORT: Final = re.compile(
    r"support|help|hulp|contact|ticket|servicedesk|service-desk|klantenservice|issues", re.IGNORECASE
)
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,4}")
_TOOL: Final = re.compile(
    r"\b(support|ticket|helpdesk|service ?desk|klantenservice|(meld|report|contact)\w{0,20})\b[^.\n]{0,80}?"
    r"https?://[^\s)]{1,200}"
    r"|https?://[^\s)]{0,200}(support|helpdesk|ticket|servicedesk)[^\s)]{0,200}",
    re.IGNORECASE,
)


def _ask(subject: Subject) -> Iterator[Finding]:
    contact = subject.document.contact
    if contact.email:
        yield _met(Evidence(where="info.contact.email", what=Text(contact.email, contact.email)))
    elif contact.url and _SUPPORT.search(f"{contact.url} {contact.name}"):
        yield _met(Evidence(where="info.contact.url", what=Text(contact.url, contact.url)))
    elif found := next((quoted(*each) for pattern in (_MAIL, _TOOL) for each in said(subject, pattern)), None):
        yield _met(found, doubt=_IN_A_TEXT)
    else:
        shown = [Evidence(where="info.contact", what=Text(each, each)) for each in (contact.url, contact.name) if each]
        yield Finding(condition="C9i", outcome=Outcome.CANNOT_TELL, summary=_SILENT, evidence=shown, advice=_ADVICE)


def _met(evidence: Evidence, *, doubt: Text | None = None) -> Finding:
    return Finding(
        condition="C9i",
        outcome=Outcome.MET,
        summary=Text(
            f"Problems can be reported to {evidence.what.en}." if not doubt else "The text says whom to turn to.",
            f"Problemen kunnen worden gemeld bij {evidence.what.nl}."
            if not doubt
            else "De tekst zegt bij wie je moet zijn.",
        ),
        evidence=[evidence],
        doubt=doubt,
    )


_IN_A_TEXT: Final = Text(
    "The address stands in a text, and may be meant for something else.",
    "Het adres staat in een tekst, en kan voor iets anders bedoeld zijn.",
)
_SILENT: Final = Text(
    "The document does not say where technical problems are reported.",
    "Het document zegt niet waar technische problemen worden gemeld.",
)
_ADVICE: Final = Text(
    "Put the e-mail address or the page of support in `info.contact`.",
    "Zet het e-mailadres of de pagina van support in `info.contact`.",
)

CONTACT: Final = Check(
    name="contact",
    conditions=("C9i",),
    question=Text("Where are technical problems reported?", "Waar worden technische problemen gemeld?"),
    ask=_ask,
)
