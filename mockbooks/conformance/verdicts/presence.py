"""Whether a resource is there and can be read; one that goes by a name we do not know is not said to be missing."""

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.sentences import listed, opened
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text


def presence(subject: Subject, noun: Noun, condition: str) -> Finding:
    """Judge whether a resource can be read."""
    found = subject.found(noun)
    if found is None:
        return missing(subject, noun, condition)
    reading = _reading(found)
    if reading is None:
        return _unread(found, condition)
    name = NOUNS[noun].many
    return Finding(
        condition=condition,
        outcome=Outcome.MET,
        summary=Text(
            f"{opened(name.en)} can be read with {reading.label}.",
            f"{opened(name.nl)} zijn te lezen met {reading.label}.",
        ),
        evidence=[seen(reading)],
        doubt=found.doubt,
    )


def missing(subject: Subject, noun: Noun, condition: str) -> Finding:
    """Judge a resource that was not found."""
    name = NOUNS[noun].many
    possible = [collection.path for collection in subject.possible(noun)]
    if possible:
        shown = listed(possible)
        return Finding(
            condition=condition,
            outcome=Outcome.CANNOT_TELL,
            summary=Text(
                f"{opened(name.en)} were not found for certain; they may be {shown.en}.",
                f"{opened(name.nl)} zijn niet met zekerheid gevonden; het kan {shown.nl} zijn.",
            ),
            evidence=[_at(path) for path in possible[:3]],
            advice=_describe(noun),
        )
    if not subject.document.operations:
        return Finding(
            condition=condition,
            outcome=Outcome.CANNOT_TELL,
            summary=Text("The document describes no operations.", "Het document beschrijft geen operaties."),
            advice=_describe(noun),
        )
    paths = [collection.path for collection in subject.unclaimed(noun)]
    if paths or not subject.is_language_known:
        return _unsure(noun, condition, paths)
    count = len(subject.document.operations)
    return Finding(
        condition=condition,
        outcome=Outcome.NOT_MET,
        summary=Text(
            f"None of the {count} operations reads {name.en}."
            if count > 1
            else f"The one operation reads no {name.en}.",
            f"Geen van de {count} operaties leest {name.nl}."
            if count > 1
            else f"De ene operatie leest geen {name.nl}.",
        ),
        evidence=_searched(subject),
        doubt=Text(
            "They were sought by their names, tags and fields; they may go by a name that is not known here.",
            "Er is gezocht op naam, tag en velden; ze kunnen een naam hebben die hier niet bekend is.",
        ),
        advice=Text(
            f"Offer an operation that lists {name.en}, or name the one that does in a vendor file.",
            f"Bied een operatie die {name.nl} opsomt, of noem de bestaande in een leveranciersbestand.",
        ),
    )


def _searched(subject: Subject) -> list[Evidence]:
    """Show what can be read, and was taken for something else."""
    paths = list(dict.fromkeys(operation.path for operation in subject.lists))
    shown = listed(paths, 6) if paths else Text("nothing", "niets")
    return [Evidence(where="paths", what=Text(f"lists that were seen: {shown.en}", f"gezien zijn: {shown.nl}"))]


def _unsure(noun: Noun, condition: str, paths: list[str]) -> Finding:
    """Say that something was not found among what is not understood."""
    name = NOUNS[noun].many
    shown = listed(paths)
    doubt = Text(f"They may be {shown.en}.", f"Het kan {shown.nl} zijn.") if paths else UNKNOWN_LANGUAGE
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{opened(name.en)} were not found by any word that is known here.",
            f"{opened(name.nl)} zijn niet gevonden met woorden die hier bekend zijn.",
        ),
        evidence=[Evidence(where=path, what=_UNKNOWN) for path in paths[:3]],
        doubt=doubt,
        advice=_describe(noun),
    )


_UNKNOWN = Text("not known what it lists", "onbekend wat het opsomt")
UNKNOWN_LANGUAGE = Text(
    "The document is in another language than English or Dutch, of which few words are known here.",
    "Het document is in een andere taal dan Engels of Nederlands, waarvan hier weinig woorden bekend zijn.",
)


def seen(operation: Operation) -> Evidence:
    """Show an operation with what it says of itself."""
    said = (operation.summary or operation.description or operation.name or "-").strip().splitlines()[:1]
    shown = said[0][:160] if said else "-"
    return Evidence(where=operation.label, what=Text(shown, shown))


def _reading(found: Found) -> Operation | None:
    collection = found.collection
    return collection.first(Deed.LIST) or collection.first(Deed.SEARCH) or collection.first(Deed.READ)


def _unread(found: Found, condition: str) -> Finding:
    name, path = NOUNS[found.noun].many, found.collection.path
    thing = NOUNS[found.noun].an
    return Finding(
        condition=condition,
        outcome=Outcome.CANNOT_TELL,
        summary=Text(
            f"{path} looks like {name.en}, and the document has no operation that reads them.",
            f"{path} lijkt op {name.nl}, en het document heeft geen operatie die ze leest.",
        ),
        evidence=[seen(operation) for operation in found.collection.all[:3]],
        doubt=found.doubt,
        advice=Text(f"Describe how {thing.en} is read.", f"Beschrijf hoe {thing.nl} wordt gelezen."),
    )


def _at(path: str) -> Evidence:
    return Evidence(
        where=path, what=Text("its name or fields are not sure enough", "naam of velden zijn niet zeker genoeg")
    )


def _describe(noun: Noun) -> Text:
    name = NOUNS[noun].many
    return Text(
        f"Say in the summary, the tag and the fields of the operation that it reads {name.en}.",
        f"Zeg in samenvatting, tag en velden van de operatie dat die {name.nl} leest.",
    )
