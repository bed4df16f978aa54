"""What the texts of a document say of the way in: OAuth, the requests of its set-up, pages on it, and keys."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.document.model import Passage, SecurityScheme
from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.verdicts.prose import affirmed, quoted, quotes, said, sentence
from mockbooks.texts import Text

_OAUTH: Final = re.compile(
    r"\b(?:oauth ?2?(?:\.0)?|openid connect|authorization[ _-]code|client[ _-]credentials)\b", re.IGNORECASE
)
_NO_OAUTH: Final = re.compile(
    r"\b(?:no|geen|without|zonder|instead of|in plaats van)(?: (?:need|support|use|for|of|van)){0,3} oauth"
    r"|\b(?:not|niet|n['’]t) (?:yet )?(?:support|offer|use|have|speak|know|provide|need)\w{0,3}(?: \w{1,20}){0,2} oauth"
    r"|\boauth ?2?(?:\.0)?\b(?: \w{1,12}){0,3} (?:not|niet)\b",
    re.IGNORECASE,
)
_KEYS: Final = re.compile(
    r"\b(?:api[ -]?(?:key|token|sleutel)|personal access token|session ?(?:id|token)|basic auth\w{0,12}|security ?code"
    r"|username|gebruikersnaam|login|inlog\w{0,8})\b",
    re.IGNORECASE,
)
_OF_CALLS: Final = re.compile(
    r"\b(?:apis?|api[ -]?(?:key|token|sleutel)|requests?|calls?|headers?|tokens?|session\w{0,5}|basic auth\w{0,12}"
    r"|aanroep\w{0,4}|verzoek\w{0,3}|sleutel|authenti\w{0,10}|security ?code)\b",
    re.IGNORECASE,
)
"""What stands with a login that is one of callers, and not of people at a portal."""
_ASKED: Final = re.compile(r"response_type=code|\bGET /\S{0,60}authori[sz]e\b", re.IGNORECASE)
_GRANTED: Final = re.compile(r"grant_type[\"']?\s{0,3}[=:]", re.IGNORECASE)
_CLIENT: Final = re.compile(r"grant_type[\"']?\s{0,3}[=:]\s{0,3}[\"']?client_credentials", re.IGNORECASE)
_PROMISED: Final = re.compile(
    r"\b(?:(?:every|each|all(?: the| of the)?) (?:requests?|steps?|calls?)|step[ -]by[ -]step|written out|walk-?through"
    r"|stap[ -]voor[ -]stap|(?:alle|elke?|ieder) (?:requests?|verzoek(?:en)?|aanroep(?:en)?|stap(?:pen)?)|uitgeschreven"
    r"|(?:worked|complete) example|volledig voorbeeld"
    r"|(?:example of|voorbeeld van) (?:(?:the|setting|how|het|een|hoe) )?(?:up|set-?up|oauth|opzetten|flow"
    r"|connect\w{0,4}|koppel\w{0,4}|authori\w{0,8}|autoris\w{0,5}))\b",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"https?://[^\s)\"'>\]]{1,500}|\]\((/[^\s)(]{1,500})\)", re.IGNORECASE)
_AUTH_LINK: Final = re.compile(
    r"o-?auth|authenti|authori[sz]|security|getting-started|autoris|aanmeld|koppel", re.IGNORECASE
)
_AROUND: Final = 120
_NEAR: Final = 300
_ACCESS: Final = re.compile(
    r"\b(?:authenti\w{0,10}|authori[sz]\w{0,8}|(?:access )?tokens?|toegang\w{0,6}|inlog\w{0,8}|aanmeld\w{0,4}|login"
    r"|log in)\b",
    re.IGNORECASE,
)


def named(subject: Subject) -> list[Evidence]:
    """Quote where OAuth is named as the way in."""
    return quotes((found for found in said(subject, _OAUTH) if _is_of_access(subject, *found)), 3)


def _is_of_access(subject: Subject, passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether OAuth is named as the way in, and not as something that is spoken of elsewhere."""
    if _NO_OAUTH.search(sentence(passage, match)):
        return False
    if passage.where.startswith("securitySchemes."):
        return True
    if any(map(_is_other, subject.document.security_schemes)):
        return False
    around = passage.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return bool(_ACCESS.search(around))


def _is_other(scheme: SecurityScheme) -> bool:
    """Tell whether a scheme cannot be one that sends a token of OAuth; one in the header Authorization can be."""
    return scheme.kind == "basic" or (scheme.kind == "apiKey" and scheme.header.lower() != "authorization")


def written_out(subject: Subject) -> tuple[list[Evidence], bool]:
    """Quote the requests of the set-up that are written out, and tell whether those are all."""
    asked, granted = list(affirmed(subject, _ASKED)), list(affirmed(subject, _GRANTED))
    is_whole = bool(granted) and (bool(asked) or _is_of_clients(subject))
    return quotes([*asked[:1], *granted], 3), is_whole


def _is_of_clients(subject: Subject) -> bool:
    """Tell whether one request is the whole set-up: a client that asks a token for itself, where no other flow is."""
    flows = {flow.name for scheme in subject.document.security_schemes for flow in scheme.flows}
    return flows <= {"clientCredentials"} and any(affirmed(subject, _CLIENT))


def promised(subject: Subject) -> Iterator[list[Evidence]]:
    """Find a promise that requests are written out, with a link to a page on access that stands near it."""
    for passage, match in affirmed(subject, _PROMISED):
        links = _LINK.finditer(passage.text, max(0, match.start() - _NEAR), match.end() + _NEAR)
        link = next((each for each in links if _AUTH_LINK.search(each[0])), None)
        if link is not None:
            page = link[1] or link[0].rstrip(".,;")
            yield [quoted(passage, match), Evidence(where=passage.where, what=Text(page, page))]


def linked(subject: Subject) -> list[Evidence]:
    """Quote the links to pages on access."""
    return quotes((found for found in said(subject, _LINK) if _AUTH_LINK.search(found[1][0])), 2)


def keys_of_callers(subject: Subject) -> list[Evidence]:
    """Quote where keys, sessions and logins of callers are named."""
    return quotes((each for each in affirmed(subject, _KEYS) if _OF_CALLS.search(sentence(*each))), 2)
