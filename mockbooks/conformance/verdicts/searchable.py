"""Whether a resource is found by something: by a parameter of its own, or by one that may or may not take it."""

from typing import Final

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.searching import Manner, Search
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.nouns import named, opened
from mockbooks.conformance.verdicts.presence import missing, seen
from mockbooks.texts import Text

_OUTCOMES: Final = {
    Manner.EXACT: Outcome.MET,
    Manner.EXPRESSION: Outcome.MET,
    Manner.TEXT: Outcome.PARTLY,
    Manner.SILENT_EXPRESSION: Outcome.CANNOT_TELL,
    Manner.SILENT: Outcome.CANNOT_TELL,
}
_HOW: Final = {
    Manner.EXACT: Text("{what}: {label}.", "{what}: {label}."),
    Manner.EXPRESSION: Text(
        "{what}: {label} takes an expression, and says that it may name this.",
        "{what}: {label} neemt een expressie, en zegt dat dit daarin mag.",
    ),
    Manner.TEXT: Text(
        "{what} only by a text that is sought in several fields: {label}.",
        "{what} alleen met een tekst die in meer velden wordt gezocht: {label}.",
    ),
    Manner.SILENT_EXPRESSION: Text(
        "{label} takes an expression, and does not say whether it may name this: {what}?",
        "{label} neemt een expressie, en zegt niet of dit daarin mag: {what}?",
    ),
    Manner.SILENT: Text(
        "{label} searches, and does not say in which fields: {what}?",
        "{label} zoekt, en zegt niet in welke velden: {what}?",
    ),
}


def searchable(  # noqa: PLR0913 - what the verdict is on
    subject: Subject, noun: Noun, search: str, *, condition: str, what: Text, is_preferred: bool = False
) -> Finding:
    """Judge a search; `what` names it: "by e-mail address"."""
    found = subject.found(noun)
    if found is None:
        return missing(subject, noun, condition)
    name = named(noun)
    told = Text(f"{opened(name.en)} {what.en}", f"{opened(name.nl)} {what.nl}")
    declared = subject.search(noun, search)
    elsewhere = subject.search_elsewhere(noun, search) if declared is None else None
    if elsewhere is not None:
        return _only_elsewhere(found, elsewhere, told, what, condition=condition, is_preferred=is_preferred)
    if declared is None:
        return _not_declared(subject, found, told, what, condition=condition, is_preferred=is_preferred)
    outcome = _OUTCOMES[declared.manner]
    how = _HOW[Manner.EXACT if declared.place == "path" else declared.manner]
    return Finding(
        condition=condition,
        outcome=outcome,
        summary=Text(
            how.en.format(what=told.en, label=declared.label), how.nl.format(what=told.nl, label=declared.label)
        ),
        evidence=[_declared(declared)],
        doubt=found.doubt,
        advice=None if outcome is Outcome.MET else _advice(found, what),
        is_preferred=is_preferred,
    )


def _not_declared(  # noqa: PLR0913 - what the finding is made of
    subject: Subject, found: Found, told: Text, what: Text, *, condition: str, is_preferred: bool
) -> Finding:
    listing = found.collection.first(Deed.LIST) or found.collection.first(Deed.SEARCH)
    declares_any = any(operation.in_place("query") for operation in subject.document.operations)
    is_silent = listing is None or not declares_any
    names = [parameter.name for parameter in listing.in_place("query")] if listing else []
    shown = ", ".join(names[:8]) or "-"
    evidence = [Evidence(where=listing.label, what=Text(f"takes {shown}", f"neemt {shown}"))] if listing else []
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL if is_silent else Outcome.NOT_MET,
        summary=Text(f"{told.en}: no parameter of that kind is declared.", f"{told.nl}: zo'n parameter is er niet."),
        evidence=evidence or [seen(operation) for operation in found.collection.all[:2]],
        doubt=_NO_QUERIES if is_silent else found.doubt or _BY_NAME,
        advice=_advice(found, what),
        is_preferred=is_preferred,
    )


def _only_elsewhere(  # noqa: PLR0913 - what the finding is made of
    found: Found, search: Search, told: Text, what: Text, *, condition: str, is_preferred: bool
) -> Finding:
    path = found.collection.path
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{told.en}: {path} takes no such parameter, and {search.label} does.",
            f"{told.nl}: {path} neemt zo'n parameter niet, en {search.label} wel.",
        ),
        evidence=[_declared(search)],
        doubt=Text(
            f"Which of the two an integration needs depends on what it books; {path} was taken.",
            f"Welke van de twee een koppeling nodig heeft, hangt af van wat ze boekt; {path} is gekozen.",
        ),
        advice=_advice(found, what),
        is_preferred=is_preferred,
    )


_BY_NAME: Final = Text(
    "Parameters were sought by their names and descriptions; one may go by a name that is not known here.",
    "Parameters zijn op naam en omschrijving gezocht; een parameter kan een naam hebben die hier niet bekend is.",
)
_NO_QUERIES: Final = Text(
    "The document describes no query parameters for this at all, so they may just not be written down.",
    "Het document beschrijft hiervoor helemaal geen queryparameters, dus misschien staan ze er alleen niet in.",
)


def _declared(search: Search) -> Evidence:
    parameter = next((each for each in search.operation.parameters if each.name == search.parameter), None)
    said = (parameter.description if parameter else "").splitlines()[:1]
    shown = (said[0] if said else "") or "-"
    return Evidence(where=search.label, what=Text(shown[:160], shown[:160]))


def _advice(found: Found, what: Text) -> Text:
    listing = found.collection.first(Deed.LIST)
    where = listing.label if listing else found.collection.path
    return Text(
        f"Give {where} a query parameter to search {what.en}, that finds what equals it and nothing else.",
        f"Geef {where} een queryparameter om te zoeken {what.nl}, die vindt wat gelijk is en niets anders.",
    )
