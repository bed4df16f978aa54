"""C3: OAuth, with an example of the set-up in which all requests are written out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Passage, SecurityScheme
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
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


def _ask(subject: Subject) -> Iterator[Finding]:
    schemes = subject.document.security_schemes
    evidence = [_scheme(each) for each in schemes if each.kind in {"oauth2", "openIdConnect"}]
    is_declared = bool(evidence)
    if not evidence:
        evidence = quotes((found for found in said(subject, _OAUTH) if _is_of_access(subject, *found)), 3)
    if evidence:
        yield _with_oauth(subject, evidence, is_declared=is_declared)
    else:
        yield _without_oauth(subject, schemes)


def _is_of_access(subject: Subject, passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether OAuth is named as the way in, and not as something that is spoken of elsewhere."""
    if _NO_OAUTH.search(sentence(passage, match)):
        return False
    if passage.where.startswith("security scheme"):
        return True
    if any(map(_is_other, subject.document.security_schemes)):
        return False
    around = passage.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return bool(_ACCESS.search(around))


def _is_other(scheme: SecurityScheme) -> bool:
    """Tell whether a scheme cannot be one that sends a token of OAuth; one in the header Authorization can be."""
    return scheme.kind == "basic" or (scheme.kind == "apiKey" and scheme.header.lower() != "authorization")


def _with_oauth(subject: Subject, evidence: Sequence[Evidence], *, is_declared: bool) -> Finding:
    asked, granted = list(affirmed(subject, _ASKED)), list(affirmed(subject, _GRANTED))
    written = quotes([*asked[:1], *granted], 3)
    if granted and (asked or _is_of_clients(subject)):
        return _finding(Outcome.MET, _IS_WRITTEN, [*evidence[:2], *written])
    promised = next(_promised(subject), None)
    if promised is not None:
        outcome, summary = (Outcome.MET, _IS_PROMISED) if is_declared else (Outcome.PARTLY, _IS_PROMISED_ONLY)
        advice = None if is_declared else _DECLARE
        return _finding(outcome, summary, [*evidence[:2], *promised], doubt=_NOT_READ, advice=advice)
    if written:
        return _finding(Outcome.PARTLY, _IS_WRITTEN_IN_PART, [*evidence[:2], *written], advice=_WRITE)
    linked = quotes((found for found in said(subject, _LINK) if _AUTH_LINK.search(found[1][0])), 2)
    if linked:
        return _finding(Outcome.CANNOT_TELL, _IS_LINKED, [*evidence[:2], *linked], doubt=_NOT_READ, advice=_WRITE)
    return _finding(Outcome.PARTLY, _NO_EXAMPLE, evidence[:3], advice=_WRITE)


def _is_of_clients(subject: Subject) -> bool:
    """Tell whether one request is the whole set-up: a client that asks a token for itself, where no other flow is."""
    flows = {flow.name for scheme in subject.document.security_schemes for flow in scheme.flows}
    return flows <= {"clientCredentials"} and any(affirmed(subject, _CLIENT))


def _promised(subject: Subject) -> Iterator[list[Evidence]]:
    """Find a promise that requests are written out, with a link to a page on access that stands near it."""
    for passage, match in affirmed(subject, _PROMISED):
        links = _LINK.finditer(passage.text, max(0, match.start() - _NEAR), match.end() + _NEAR)
        link = next((each for each in links if _AUTH_LINK.search(each[0])), None)
        if link is not None:
            page = link[1] or link[0].rstrip(".,;")
            yield [quoted(passage, match), Evidence(where=passage.where, what=Text(page, page))]


def _without_oauth(subject: Subject, schemes: Sequence[SecurityScheme]) -> Finding:
    shown = [_scheme(each) for each in schemes]
    keys = quotes((each for each in affirmed(subject, _KEYS) if _OF_CALLS.search(sentence(*each))), 2)
    header = _token_header(subject)
    if not schemes and not keys and not header:
        return _finding(Outcome.CANNOT_TELL, _NOTHING, [], advice=_DECLARE)
    is_other = any(each.kind in {"apiKey", "basic", "mutualTLS"} for each in schemes)
    if is_other or keys or header:
        return _finding(Outcome.NOT_MET, _OTHER, [*shown, *keys, *header][:4], doubt=_PREFERRED, advice=_OFFER)
    is_bearer = all(each.kind == "bearer" for each in schemes)
    return _finding(Outcome.CANNOT_TELL, _BEARER if is_bearer else _UNCLEAR, shown, advice=_DECLARE)


def _token_header(subject: Subject) -> list[Evidence]:
    """Find keys that are sent as a parameter which is not declared as security."""
    names = re.compile(r"^(x-)?(api[-_]?key|session[-_]?id|access[-_]?token|security[-_]?code)$", re.IGNORECASE)
    for operation in subject.document.operations:
        for parameter in operation.parameters:
            if parameter.place in {"query", "header"} and names.match(parameter.name):
                where = f"{operation.label}, {parameter.place} {parameter.name}"
                return [Evidence(where=where, what=Text("a key as a parameter", "een sleutel als parameter"))]
    return []


def _scheme(scheme: SecurityScheme) -> Evidence:
    flows = ", ".join(flow.name for flow in scheme.flows)
    shown = f"{scheme.kind or '-'}{f' ({flows})' if flows else ''}"
    return Evidence(where=f"security scheme {scheme.name}", what=Text(shown, shown))


def _finding(
    outcome: Outcome,
    summary: Text,
    evidence: Sequence[Evidence],
    *,
    doubt: Text | None = None,
    advice: Text | None = None,
) -> Finding:
    return Finding(condition="C3", outcome=outcome, summary=summary, evidence=evidence, doubt=doubt, advice=advice)


_IS_WRITTEN: Final = Text(
    "The document names OAuth, and requests of its set-up are written out in the document.",
    "OAuth staat in het document, en requests van het opzetten zijn daarin uitgeschreven.",
)
_IS_PROMISED: Final = Text(
    "The document names OAuth, and links a page that writes out the requests of its set-up.",
    "OAuth staat in het document, dat een pagina noemt waarop de requests van het opzetten zijn uitgeschreven.",
)
_IS_PROMISED_ONLY: Final = Text(
    "The text names OAuth and links a page that writes out its requests, and no security scheme declares it.",
    "De tekst noemt OAuth en een pagina die de requests uitschrijft, en geen security scheme noemt het.",
)
_IS_WRITTEN_IN_PART: Final = Text(
    "The document names OAuth, and some of the requests of its set-up are written out, not all.",
    "OAuth staat in het document, en een deel van de requests van het opzetten is uitgeschreven, niet alle.",
)
_IS_LINKED: Final = Text(
    "The document names OAuth, and a page on it is linked; whether that writes out all requests was not seen.",
    "OAuth staat in het document, en een pagina erover is genoemd; of die alle requests uitschrijft, is niet gezien.",
)
_NO_EXAMPLE: Final = Text(
    "The document names OAuth, and neither holds nor links an example of its set-up.",
    "OAuth staat in het document, zonder voorbeeld van het opzetten en zonder verwijzing daarnaar.",
)
_NOTHING: Final = Text(
    "The document does not say how callers show who they are.",
    "Het document zegt niet hoe wie aanroept, laat zien wie hij is.",
)
_BEARER: Final = Text(
    "A bearer token is asked for, and the document does not say how it is got: with OAuth or otherwise.",
    "Er wordt een bearer-token gevraagd, en het document zegt niet hoe je dat krijgt: met OAuth of anders.",
)
_UNCLEAR: Final = Text(
    "The document names a way in and does not say what it is: OAuth or something else.",
    "Het document noemt een toegang en zegt niet wat die is: OAuth of iets anders.",
)
_OTHER: Final = Text(
    "Callers show who they are in another way, and the document does not name OAuth.",
    "Wie aanroept, laat op een andere manier zien wie hij is, en het document noemt OAuth niet.",
)
_NOT_READ: Final = Text("The linked page was not read.", "De genoemde pagina is niet gelezen.")
_PREFERRED: Final = Text(
    "The conditions prefer OAuth and do not demand it.",
    "De voorwaarden hebben een voorkeur voor OAuth, en eisen het niet.",
)
_DECLARE: Final = Text(
    "Declare the way in under `securitySchemes`; for OAuth with its flows, URLs and scopes.",
    "Noem de toegang onder `securitySchemes`; voor OAuth met flows, URL's en scopes.",
)
_OFFER: Final = Text(
    "Offer OAuth 2 (authorization code for the administration of a customer) and declare it under `securitySchemes`.",
    "Bied OAuth 2 (authorization code voor de administratie van een klant) en noem het onder `securitySchemes`.",
)
_WRITE: Final = Text(
    "Write out every request and answer of the set-up, from the consent page to the refreshed token, and link that page"
    " in the description of the security scheme.",
    "Schrijf elk request en antwoord van het opzetten uit, van toestemming tot vernieuwd token, en noem die pagina in"
    " de omschrijving van het security scheme.",
)

OAUTH: Final = Check(
    name="oauth",
    conditions=("C3",),
    question=Text("Is there OAuth, with an example of its set-up?", "Is er OAuth, met een voorbeeld van het opzetten?"),
    ask=_ask,
)
