"""C9i: technical problems can be reported by e-mail or with a tool."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Contact
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import Said, affirmed, quoted, sentence
from mockbooks.texts import Text

_SUPPORT: Final = re.compile(
    r"support|help|hulp|contact|ticket|servicedesk|service-desk|klantenservice|issues", re.IGNORECASE
)
_OF_SUPPORT: Final = re.compile(
    r"support|help|hulp|contact|service|tech|ict\b|^it\b|^api|apis?\b|devel|integrat|koppeling|partner|info",
    re.IGNORECASE,
)
"""What the part before the @ says where problems are likely to be welcome."""
_NOT_OF_SUPPORT: Final = re.compile(
    r"^(?:privacy|gdpr|avg|dpo|sales|verkoop|jobs|no-?reply|legal|abuse|marketing|press|docs?|documentation)\b",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(
    r"(?<!//)\b(?!git@)(?P<local>[\w.+-]{1,64})@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}?\.[a-z]{2,24})\b",
    re.IGNORECASE,
)
_OF_EXAMPLES: Final = re.compile(r"^(?:example|voorbeeld)\.", re.IGNORECASE)
_TURN_TO: Final = re.compile(
    r"\b(?:support|help|help-?desk|hulp|service ?desk|klantenservice|contact\w{0,5}|questions?|vragen|problem(?:s|en)?"
    r"|probleem|issues?|bugs?|storing(?:en)?|technical|technisch\w?|techniek|ticket\w?|meld(?:en|ingen)?|feedback"
    r"|report (?:it|them|an?|any|errors?))\b",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(
    r"(?<![.@])\b(?:examples?|for instance|bijvoorbeeld|voorbeeld|bijv|search|zoek\w{0,3}|filter|gdpr|avg|privacy)\b"
    r"|\be\.g\.",
    re.IGNORECASE,
)
_TOOL: Final = re.compile(
    r"\b(?:support|tickets?|help-?desk|service ?desk|klantenservice|report (?:it|them|(?:an? |any |technical )?"
    r"(?:problems?|issues?|bugs?|errors?|incidents?|faults?))|meld (?:een|je|uw|storingen|problemen)"
    r"|contact(?:eer)? (?:us|ons|our|the)|contact opnemen)\b[^.\n]{0,80}?https?://[^\s)]{1,200}"
    r"|https?://(?:support|helpdesk|tickets?|servicedesk)\.[^\s)]{1,200}"
    r"|https?://[^\s)]{0,200}/(?:support|helpdesk|tickets?|servicedesk)/?(?![\w/-])",
    re.IGNORECASE,
)


def _ask(subject: Subject) -> Iterator[Finding]:
    contact = subject.document.contact
    if contact.email:
        shown = Evidence(where="info.contact.email", what=Text(contact.email, contact.email))
        yield _met(_reported_to(shown), shown, doubt=_doubt(contact))
    elif contact.url and _SUPPORT.search(f"{contact.url} {contact.name}"):
        shown = Evidence(where="info.contact.url", what=Text(contact.url, contact.url))
        yield _met(_reported_to(shown), shown)
    elif found := [*_addresses(subject), *affirmed(subject, _TOOL)]:
        yield _met(_IS_IN_A_TEXT, quoted(*found[0]), doubt=_IN_A_TEXT)
    else:
        names = [Evidence(where="info.contact", what=Text(each, each)) for each in (contact.url, contact.name) if each]
        yield Finding(condition="C9i", outcome=Outcome.CANNOT_TELL, summary=_SILENT, evidence=names, advice=_ADVICE)


def _doubt(contact: Contact) -> Text | None:
    """Say where an address is not one of support by its name, or by that of the contact."""
    local = contact.email.partition("@")[0]
    is_told = _SUPPORT.search(contact.name) or _OF_SUPPORT.search(local)
    if is_told and not _NOT_OF_SUPPORT.search(local):
        return None
    return Text(
        f"`info.contact` names {contact.email}, and does not say that problems are reported there.",
        f"`info.contact` noemt {contact.email}, en zegt niet dat problemen daar worden gemeld.",
    )


def _addresses(subject: Subject) -> Iterator[Said]:
    for passage, match in affirmed(subject, _MAIL):
        said_in = sentence(passage, match)
        is_named = _TURN_TO.search(said_in) or _OF_SUPPORT.search(match["local"])
        is_meant = is_named and not _EXAMPLE.search(said_in)
        if is_meant and not _NOT_OF_SUPPORT.search(match["local"]) and not _OF_EXAMPLES.search(match["domain"]):
            yield passage, match


def _reported_to(evidence: Evidence) -> Text:
    return Text(
        f"Problems can be reported to {evidence.what.en}.", f"Problemen kunnen worden gemeld bij {evidence.what.nl}."
    )


def _met(summary: Text, evidence: Evidence, *, doubt: Text | None = None) -> Finding:
    return Finding(condition="C9i", outcome=Outcome.MET, summary=summary, evidence=[evidence], doubt=doubt)


_IS_IN_A_TEXT: Final = Text("The text says whom to turn to.", "De tekst zegt bij wie je moet zijn.")
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
