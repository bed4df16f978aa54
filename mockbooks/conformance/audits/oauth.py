"""C3: OAuth, with an example of the set-up in which all requests are written out."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import SecurityScheme
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.told_of_access import keys_of_callers, linked, named, promised, written_out
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    schemes = subject.document.security_schemes
    evidence = [_scheme(each) for each in schemes if each.kind in {"oauth2", "openIdConnect"}]
    is_declared = bool(evidence)
    if not evidence:
        evidence = named(subject)
    if evidence:
        yield _with_oauth(subject, evidence, is_declared=is_declared)
    else:
        yield _without_oauth(subject, schemes)


def _with_oauth(subject: Subject, evidence: Sequence[Evidence], *, is_declared: bool) -> Finding:
    written, is_whole = written_out(subject)
    if is_whole:
        return _finding(Outcome.MET, _IS_WRITTEN, [*evidence[:2], *written])
    promise = next(promised(subject), None)
    if promise is not None:
        outcome, summary = (Outcome.MET, _IS_PROMISED) if is_declared else (Outcome.PARTLY, _IS_PROMISED_ONLY)
        advice = None if is_declared else _DECLARE
        return _finding(outcome, summary, [*evidence[:2], *promise], doubt=_NOT_READ, advice=advice)
    if written:
        return _finding(Outcome.PARTLY, _IS_WRITTEN_IN_PART, [*evidence[:2], *written], advice=_WRITE)
    if links := linked(subject):
        return _finding(Outcome.CANNOT_TELL, _IS_LINKED, [*evidence[:2], *links], doubt=_NOT_READ, advice=_WRITE)
    return _finding(Outcome.PARTLY, _NO_EXAMPLE, evidence[:3], advice=_WRITE)


def _without_oauth(subject: Subject, schemes: Sequence[SecurityScheme]) -> Finding:
    shown = [_scheme(each) for each in schemes]
    keys = keys_of_callers(subject)
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
    return Evidence(where=f"securitySchemes.{scheme.name}", what=Text(shown, shown))


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
