"""C3: OAuth, with an example of the set-up in which all requests are written out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Passage, SecurityScheme
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.prose import quoted, said
from mockbooks.texts import Text

_OAUTH: Final = re.compile(
    r"\b(oauth ?2?(\.0)?|openid connect|authorization[ _-]code|client[ _-]credentials)\b", re.IGNORECASE
)
_NO_OAUTH: Final = re.compile(r"(no|not|geen|without|zonder|instead of)[ a-z]{0,20}oauth", re.IGNORECASE)
_KEYS: Final = re.compile(
    r"\b(api[ -]?(key|token|sleutel)|personal access token|session ?(id|token)|basic auth\w*|security ?code|username"
    r"|gebruikersnaam|login|inlog\w*)\b",
    re.IGNORECASE,
)
_WRITTEN_OUT: Final = re.compile(r"grant_type[\"']?\s*[=:]|response_type=code", re.IGNORECASE)
_PROMISED: Final = re.compile(
    r"(every|each|all( the| of the)?) (request|step|call)|step[ -]by[ -]step|written out|walk-?through"
    r"|stap[ -]voor[ -]stap|(alle|elk|elke|ieder) (request|verzoek|aanroep|stap)|uitgeschreven|worked example"
    r"|complete example|volledig voorbeeld"
    r"|example of (the|setting)|voorbeeld van",
    re.IGNORECASE,
)
_LINK: Final = re.compile(r"https?://[^\s)\"'>\]]{1,500}|\]\((/[^\s)(]{1,500})\)", re.IGNORECASE)
_AUTH_LINK: Final = re.compile(
    r"o-?auth|authenti|authori[sz]|security|getting-started|autoris|aanmeld|koppel", re.IGNORECASE
)


def _ask(subject: Subject) -> Iterator[Finding]:
    schemes = subject.document.security_schemes
    evidence = [_scheme(each) for each in schemes if each.kind in {"oauth2", "openIdConnect"}]
    if not evidence and not any(_NO_OAUTH.search(each.text) for each in subject.document.passages):
        evidence = [quoted(*found) for found in said(subject, _OAUTH) if _is_of_access(subject, *found)][:3]
    if evidence:
        yield _with_oauth(subject, evidence)
    else:
        yield _without_oauth(subject, schemes)


def _is_of_access(subject: Subject, passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether OAuth is named as the way in, and not as something that is spoken of elsewhere."""
    if passage.where.startswith("security scheme"):
        return True
    if any(each.kind in {"apiKey", "basic"} for each in subject.document.security_schemes):
        return False
    around = passage.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return bool(_ACCESS.search(around))


_AROUND: Final = 120
_ACCESS: Final = re.compile(
    r"authenti|authori[sz]|access token|token|toegang|inlog|aanmeld|login|log in", re.IGNORECASE
)


def _with_oauth(subject: Subject, evidence: Sequence[Evidence]) -> Finding:
    written = [quoted(*found) for found in said(subject, _WRITTEN_OUT)]
    if written:
        return _finding(Outcome.MET, _IS_WRITTEN, [*evidence[:2], *written[:2]])
    promised = [passage for passage, _ in said(subject, _PROMISED) if _links_to_oauth(passage.text)]
    if promised:
        passage = promised[0]
        match = _PROMISED.search(passage.text)
        shown = [quoted(passage, match)] if match else []
        return _finding(Outcome.MET, _IS_PROMISED, [*evidence[:2], *shown], doubt=_NOT_READ)
    linked = [quoted(passage, match) for passage, match in said(subject, _LINK) if _AUTH_LINK.search(match[0])]
    if linked:
        return _finding(Outcome.CANNOT_TELL, _IS_LINKED, [*evidence[:2], *linked[:2]], doubt=_NOT_READ, advice=_WRITE)
    return _finding(Outcome.PARTLY, _NO_EXAMPLE, evidence[:3], advice=_WRITE)


def _links_to_oauth(text: str) -> bool:
    return any(_AUTH_LINK.search(match[0]) for match in _LINK.finditer(text))


def _without_oauth(subject: Subject, schemes: Sequence[SecurityScheme]) -> Finding:
    shown = [_scheme(each) for each in schemes]
    keys = [quoted(*found) for found in said(subject, _KEYS)][:2]
    header = _token_header(subject)
    if not schemes and not keys and not header:
        return _finding(Outcome.CANNOT_TELL, _NOTHING, [], advice=_DECLARE)
    is_told = any(each.kind not in {"bearer", "http", ""} for each in schemes) or bool(keys) or bool(header)
    if not is_told:
        return _finding(Outcome.CANNOT_TELL, _BEARER, shown, advice=_DECLARE)
    return _finding(Outcome.NOT_MET, _OTHER, [*shown, *keys, *header][:4], doubt=_PREFERRED, advice=_OFFER)


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
    "OAuth is declared, and requests of its set-up are written out in the document.",
    "OAuth staat in het document, en requests van het opzetten zijn daarin uitgeschreven.",
)
_IS_PROMISED: Final = Text(
    "OAuth is declared, and the document links a page that writes out the requests of its set-up.",
    "OAuth staat in het document, dat een pagina noemt waarop de requests van het opzetten zijn uitgeschreven.",
)
_IS_LINKED: Final = Text(
    "OAuth is declared, and a page on it is linked; whether that writes out all requests was not seen.",
    "OAuth staat in het document, en een pagina erover is genoemd; of die alle requests uitschrijft, is niet gezien.",
)
_NO_EXAMPLE: Final = Text(
    "OAuth is declared, and the document neither holds nor links an example of its set-up.",
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
_OTHER: Final = Text(
    "Callers show who they are in another way, and the document does not name OAuth.",
    "Wie aanroept, laat op een andere manier zien wie hij is, en het document noemt OAuth niet.",
)
_NOT_READ: Final = Text("The linked page was not read.", "De genoemde pagina is niet gelezen.")
_PREFERRED: Final = Text(
    "The page prefers OAuth and does not demand it.", "De pagina heeft een voorkeur voor OAuth, en eist het niet."
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
