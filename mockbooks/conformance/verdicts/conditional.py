"""Whether a resource that is needed only when a booking names it is there."""

from collections.abc import Sequence
from dataclasses import replace

from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.bookings import Naming
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.presence import missing, presence
from mockbooks.conformance.vocabulary.sentences import opened
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

BOOKED = (Noun.TRANSACTIONS, Noun.DEBTORS)


def conditional(subject: Subject, noun: Noun, condition: str, *, when_required: bool) -> Finding:
    """Judge a resource that is asked for where it must be named, or else where it can be."""
    if subject.found(noun) is not None:
        return presence(subject, noun, condition)
    places = subject.namings(noun, of=BOOKED)
    if places is None:
        return _untold(subject, noun, condition)
    asked = [place for place in places if place.is_required or not when_required]
    if not asked:
        return does_not_apply(noun, condition, places) if places else _unless(subject, noun, condition)
    finding = missing(subject, noun, condition)
    outcome = Outcome.PARTLY if all(place.has_choices for place in asked) else finding.outcome
    return replace(finding, outcome=outcome, summary=_needed(noun, asked, outcome), evidence=_shown(asked))


def applies(subject: Subject, noun: Noun, *, when_required: bool) -> bool | None:
    """Tell whether a resource is asked for; None where that cannot be told."""
    if subject.found(noun) is not None:
        return True
    places = subject.namings(noun, of=BOOKED)
    if places is None:
        return None
    if any(place.is_required or not when_required for place in places):
        return True
    is_open = not places and conditional(subject, noun, "", when_required=when_required).outcome is Outcome.CANNOT_TELL
    return None if is_open else False


def _unless(subject: Subject, noun: Noun, condition: str) -> Finding:
    """Say that a resource is not needed, unless a field that nothing explains names it."""
    places = [place for place in subject.unexplained(noun, of=BOOKED) if place.is_required or noun in _CAN_BE_NAMED]
    if not places:
        unknown = [collection.path for collection in subject.unclaimed(noun)] if noun is Noun.PRODUCTS else []
        return missing(subject, noun, condition) if unknown else does_not_apply(noun, condition, ())
    thing, place = NOUNS[noun].an, f"{places[0].operation.label} {places[0].pointer}"
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"No booking names {thing.en} by a known word, and {place} may be one.",
            f"Geen boeking noemt {thing.nl} met een bekend woord, en {place} is het misschien.",
        ),
        evidence=_shown(places),
        doubt=Text(
            f"Neither the name nor the description of {places[0].pointer} tells what it names.",
            f"Naam noch omschrijving van {places[0].pointer} vertelt wat het noemt.",
        ),
        advice=Text(
            f"Say in the description of {places[0].pointer} what it names, and which operation lists it.",
            f"Zeg in de omschrijving van {places[0].pointer} wat het noemt, en welke operatie dat opsomt.",
        ),
    )


_CAN_BE_NAMED = frozenset({Noun.INVOICE_PROFILES, Noun.PRODUCTS})


def does_not_apply(noun: Noun, condition: str, places: Sequence[Naming]) -> Finding:
    """Say that a resource is not needed."""
    thing = NOUNS[noun].an
    never = Text(f"No booking names {thing.en}", f"Geen boeking noemt {thing.nl}")
    seldom = Text(f"A booking can be made without {thing.en}", f"Een boeking kan zonder {thing.nl}")
    said = seldom if places else never
    return Finding(
        condition=condition,
        outcome=Outcome.MET,
        summary=Text(f"{said.en}, so this is not asked.", f"{said.nl}, dus dit wordt niet gevraagd."),
        evidence=_shown(places),
        doubt=Text(
            "That is what the described bodies say; what is not described was not seen.",
            "Dat zeggen de beschreven body's; wat niet beschreven is, is niet gezien.",
        ),
    )


def _untold(subject: Subject, noun: Noun, condition: str) -> Finding:
    name, thing = NOUNS[noun].many, NOUNS[noun].an
    finding = missing(subject, noun, condition)
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{opened(name.en)} were not found, and no described body tells whether a booking names {thing.en}.",
            f"{opened(name.nl)} zijn niet gevonden, en geen beschreven body vertelt of een boeking {thing.nl} noemt.",
        ),
        evidence=finding.evidence,
        advice=Text(
            "Describe the body with which a transaction is added, with the fields that are required.",
            "Beschrijf de body waarmee een transactie wordt toegevoegd, met de verplichte velden.",
        ),
    )


def _needed(noun: Noun, asked: Sequence[Naming], outcome: Outcome) -> Text:
    thing, name = NOUNS[noun].an, NOUNS[noun].many
    place = f"{asked[0].operation.label} {asked[0].pointer}"
    if outcome is Outcome.PARTLY:
        return Text(
            f"{place} names {thing.en} from a choice that stands in the document, and no operation reads them.",
            f"{place} noemt {thing.nl} uit een keuze die in het document staat, en geen operatie leest ze.",
        )
    return Text(
        f"{place} names {thing.en}, and no operation was found that reads {name.en}.",
        f"{place} noemt {thing.nl}, en er is geen operatie gevonden die {name.nl} leest.",
    )


def _shown(places: Sequence[Naming]) -> list[Evidence]:
    required, optional = Text("required", "verplicht"), Text("optional", "optioneel")
    return [
        Evidence(
            where=f"{place.operation.label}, body {place.pointer}", what=required if place.is_required else optional
        )
        for place in places[:3]
    ]
