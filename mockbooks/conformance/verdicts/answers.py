"""Whether an answer holds the fields that it must; what is not described is not said to be missing."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.fields import Place, unexplained_fields
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.field_names import Seen, listed_fields, row
from mockbooks.conformance.vocabulary.sentences import listed, opened
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text


def answer_holds(
    subject: Subject, noun: Noun, condition: str, *, fields: Sequence[str], deeds: Sequence[Deed]
) -> Finding:
    """Judge whether the answer holds all fields: to reading, by the operation that tells most, and to adding."""
    found = subject.found(noun)
    if found is None:
        return _no_resource(noun, condition)
    operations = [operation for deed in deeds for operation in subject.doing(found, deed)]
    seen = [each for operation in operations if (each := _seen(subject, found, operation, fields))]
    if not seen:
        return _not_described(found, condition, deeds)
    added = subject.doing(found, Deed.CREATE)
    reading = [each for each in seen if each.operation not in added]
    adding = [each for each in seen if each.operation in added]
    best = [min(several, key=_lacking) for several in (reading, adding) if several]
    worst = max(best, key=_lacking)
    finding = _judged(found, condition, worst, has_better=_lacking(worst) > min(map(_lacking, best)))
    return _unless_unknown(subject, found, worst, finding)


def _seen(subject: Subject, found: Found, operation: Operation, fields: Sequence[str]) -> Seen | None:
    if subject.item(found, operation) is None:
        return _bare(operation, fields)
    places = {name: _place(subject, found, operation, name) for name in fields}
    there = {name: place.pointer for name, place in places.items() if place}
    instead = next((place for each in ("number", "code") if (place := subject.place(found, operation, each))), None)
    lacking = [name for name in fields if name not in there]
    return Seen(operation=operation, there=there, lacking=lacking, stand_in=instead.pointer if instead else "")


def _bare(operation: Operation, fields: Sequence[str]) -> Seen | None:
    """Take an answer that is one number or text for the id, where it says so or is the answer to adding."""
    answer = operation.answer
    if answer is None or answer.shape.kind not in {"integer", "string", "number"} or "id" not in fields:
        return None
    said = " ".join((answer.description, *(response.description for response in operation.successes)))
    if not _IS_ID.search(said):
        return None
    return Seen(operation=operation, there={"id": "/"}, lacking=[name for name in fields if name != "id"])


_IS_ID = re.compile(r"\bids?\b|\w{1,40}id\b|identif|number|nummer|\bkey\b|sleutel|kennung", re.IGNORECASE)


def _unless_unknown(subject: Subject, found: Found, seen: Seen, finding: Finding) -> Finding:
    """Say that it cannot be told where a field that nothing explains may be what is lacking."""
    item = subject.item(found, seen.operation)
    if not seen.lacking or item is None:
        return finding
    unknown = unexplained_fields(item, found.collection)
    if not unknown:
        return finding
    shown = listed([f"/{name}" for name in unknown])
    doubt = Text(f"It may be {shown.en}.", f"Het kan {shown.nl} zijn.")
    return replace(finding, outcome=Outcome.CANNOT_TELL, doubt=doubt)


def _lacking(seen: Seen) -> int:
    return len(seen.lacking)


def _place(subject: Subject, found: Found, operation: Operation, name: str) -> Place | None:
    """Find a field, or one that does the same work."""
    places = (subject.place(found, operation, each) for each in _SAME_WORK.get(name, (name,)))
    return next((place for place in places if place), None)


_SAME_WORK = {"key": ("id", "code", "description"), "told": ("description", "days")}


def _judged(found: Found, condition: str, seen: Seen, *, has_better: bool) -> Finding:
    label = seen.operation.label
    evidence = [Evidence(where=f"{label}, answer", what=row(seen))]
    if not seen.lacking:
        told = listed_fields(list(seen.there))
        summary = Text(f"The answer to {label} holds {told.en}.", f"Het antwoord op {label} bevat {told.nl}.")
        return Finding(condition=condition, outcome=Outcome.MET, summary=summary, evidence=evidence, doubt=found.doubt)
    lacking = listed_fields(seen.lacking)
    if seen.lacking == ["id"] and not seen.there and seen.stand_in:
        return Finding(
            condition=condition,
            outcome=Outcome.CANNOT_TELL,
            summary=Text(
                f"The answer to {label} has no id of that name; {seen.stand_in} may be what identifies it.",
                f"Het antwoord op {label} heeft geen id onder die naam; {seen.stand_in} is misschien wat hem aanwijst.",
            ),
            evidence=evidence,
            doubt=found.doubt,
            advice=Text(
                f"Say in the description of {seen.stand_in} what it identifies.",
                f"Zeg in de omschrijving van {seen.stand_in} wat die aanwijst.",
            ),
        )
    return Finding(
        condition=condition,
        outcome=Outcome.PARTLY if seen.there or has_better else Outcome.NOT_MET,
        summary=Text(
            f"The described answer to {label} lacks {lacking.en}.",
            f"Het beschreven antwoord op {label} mist {lacking.nl}.",
        ),
        evidence=evidence,
        doubt=found.doubt or _BY_NAME,
        advice=Text(f"Put {lacking.en} in the answer to {label}.", f"Zet {lacking.nl} in het antwoord op {label}."),
    )


_BY_NAME = Text(
    "Fields were sought by their names; one may go by a name that is not known here.",
    "Velden zijn op naam gezocht; een veld kan een naam hebben die hier niet bekend is.",
)


def _no_resource(noun: Noun, condition: str) -> Finding:
    name = NOUNS[noun].many
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{opened(name.en)} were not found, so their answers cannot be seen.",
            f"{opened(name.nl)} zijn niet gevonden, dus hun antwoorden zijn niet te zien.",
        ),
        advice=Text(f"Describe the operations on {name.en}.", f"Beschrijf de operaties op {name.nl}."),
    )


def _not_described(found: Found, condition: str, deeds: Sequence[Deed]) -> Finding:
    operations = [operation for deed in deeds if (operation := found.collection.first(deed))]
    nothing = [operation for operation in operations if _has_nothing(operation)]
    shown = ", ".join(operation.label for operation in operations) or found.collection.path
    if operations and len(nothing) == len(operations):
        return Finding(
            condition=condition,
            outcome=Outcome.NOT_MET,
            summary=Text(f"{shown} answers without content.", f"{shown} antwoordt zonder inhoud."),
            evidence=[_statuses(operation) for operation in nothing],
            doubt=found.doubt,
            advice=Text("Answer with what was added.", "Antwoord met wat is toegevoegd."),
        )
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(f"What {shown} answers is not described.", f"Wat {shown} antwoordt, is niet beschreven."),
        evidence=[_statuses(operation) for operation in operations[:3]],
        doubt=found.doubt,
        advice=Text("Give the answer a schema.", "Geef het antwoord een schema."),
    )


def _has_nothing(operation: Operation) -> bool:
    """Tell whether success is 204, which has no content."""
    return [response.status for response in operation.successes] == ["204"]


def _statuses(operation: Operation) -> Evidence:
    shown = ", ".join(response.status for response in operation.responses) or "-"
    return Evidence(where=operation.label, what=Text(f"declares {shown}", f"noemt {shown}"))
