"""Whether a resource is found by something: by a parameter of its own, or by one that may or may not take it."""

from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.searching import Search, unexplained
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.presence import UNKNOWN_LANGUAGE, missing, seen
from mockbooks.conformance.vocabulary.sentences import listed
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

_OUTCOMES: Final = {
    Manner.EXACT: Outcome.MET,
    Manner.EXPRESSION: Outcome.MET,
    Manner.PART: Outcome.PARTLY,
    Manner.TEXT: Outcome.PARTLY,
    Manner.SILENT_EXPRESSION: Outcome.CANNOT_TELL,
    Manner.SILENT: Outcome.CANNOT_TELL,
}
_HOW: Final = {
    Manner.EXACT: Text("{label} finds {what}.", "{label} vindt {what}."),
    Manner.EXPRESSION: Text(
        "{label} finds {what} by an expression, as its description says.",
        "{label} vindt {what} met een expressie, zegt de omschrijving.",
    ),
    Manner.PART: Text(
        "{label} finds {what}, by a part of it as well: there may be more than one that fits.",
        "{label} vindt {what}, ook op een deel ervan: er kan er meer dan een passen.",
    ),
    Manner.TEXT: Text(
        "{label} finds {what}, by a text that is sought in several fields.",
        "{label} vindt {what}, met een tekst die in meer velden wordt gezocht.",
    ),
    Manner.SILENT_EXPRESSION: Text(
        "{operation} takes an expression ({place} `{name}`) and does not say whether {noun} can be found {by} with it.",
        "{operation} neemt een expressie ({place} `{name}`) en zegt niet of {noun} daarmee {by} te vinden zijn.",
    ),
    Manner.SILENT: Text(
        "{operation} searches by a text ({place} `{name}`) and does not say whether {noun} can be found {by} with it.",
        "{operation} zoekt op een tekst ({place} `{name}`) en zegt niet of {noun} daarmee {by} te vinden zijn.",
    ),
}


def searchable(  # noqa: PLR0913 - what the verdict is on
    subject: Subject, noun: Noun, search: str, *, condition: str, what: Text, is_preferred: bool = False
) -> Finding:
    """Judge a search; `what` names it: "by e-mail address"."""
    found = subject.found(noun)
    if found is None:
        return missing(subject, noun, condition)
    name = NOUNS[noun].many
    told = Text(f"{name.en} {what.en}", f"{name.nl} {what.nl}")
    declared = subject.search(noun, search)
    elsewhere = subject.search_elsewhere(noun, search) if declared is None else None
    if elsewhere is not None:
        return _only_elsewhere(found, elsewhere, told, what, condition=condition, is_preferred=is_preferred)
    if declared is None:
        return _not_declared(subject, found, told, what, condition=condition, is_preferred=is_preferred)
    outcome = _OUTCOMES[declared.manner]
    parts = {
        "label": declared.label,
        "operation": declared.operation.label,
        "place": declared.place,
        "name": declared.parameter,
    }
    how = _HOW[Manner.EXACT if declared.place == "path" else declared.manner]
    return Finding(
        condition=condition,
        outcome=outcome,
        summary=Text(
            how.en.format(what=told.en, noun=name.en, by=what.en, **parts),
            how.nl.format(what=told.nl, noun=name.nl, by=what.nl, **parts),
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
    names = _taken(listing) if listing else []
    shown = ", ".join(names[:8]) or "-"
    evidence = [Evidence(where=listing.label, what=Text(f"takes {shown}", f"neemt {shown}"))] if listing else []
    unsure = _unsure(subject, found)
    label = listing.label if listing else found.collection.path
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL if unsure else Outcome.NOT_MET,
        summary=Text(
            f"{label} takes no parameter to find {told.en}.", f"{label} neemt geen parameter om {told.nl} te vinden."
        ),
        evidence=evidence or [seen(operation) for operation in found.collection.all[:2]],
        doubt=unsure or found.doubt or _BY_NAME,
        advice=_advice(found, what),
        is_preferred=is_preferred,
    )


def _taken(listing: Operation) -> list[str]:
    """Name what a list takes; one by POST takes it in its body."""
    schema = listing.body.schema if listing.body else None
    return [*(parameter.name for parameter in listing.in_place("query")), *(schema.properties if schema else ())]


def _unsure(subject: Subject, found: Found) -> Text | None:
    """Tell why a search that was not found may be there; None where all that a list takes is understood."""
    listing = found.collection.first(Deed.LIST) or found.collection.first(Deed.SEARCH)
    if listing is None or not any(_taken(operation) for operation in subject.lists):
        return _NO_QUERIES
    if not subject.is_language_known:
        return UNKNOWN_LANGUAGE
    unknown = list(unexplained(found.collection))
    if not unknown:
        return found.doubt if found.is_loose else None
    shown = listed(unknown)
    return Text(
        f"Nothing tells what {shown.en} takes; it may be this.",
        f"Niets vertelt wat {shown.nl} neemt; dat kan dit zijn.",
    )


def _only_elsewhere(  # noqa: PLR0913 - what the finding is made of
    found: Found, search: Search, told: Text, what: Text, *, condition: str, is_preferred: bool
) -> Finding:
    path = found.collection.path
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{path} takes no parameter to find {told.en}, and {search.label} does.",
            f"{path} neemt geen parameter om {told.nl} te vinden, en {search.label} wel.",
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
