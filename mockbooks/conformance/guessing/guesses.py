"""Shows what was taken for what, so that a person can see where the audit went wrong."""

from collections.abc import Iterator

from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import Guess
from mockbooks.conformance.vendor.model import SEARCHES, Noun
from mockbooks.conformance.vocabulary.sentences import opened
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

_SEARCH_NAMES = {
    "email": Text("by e-mail", "op e-mail"),
    "number": Text("by number", "op nummer"),
    "date": Text("by date", "op datum"),
    "reference": Text("by reference", "op kenmerk"),
    "sku": Text("by SKU", "op SKU"),
}
_NOTHING = Text("nothing that resembles it was found", "er is niets gevonden dat erop lijkt")


def guesses(subject: Subject) -> Iterator[Guess]:
    """Give every resource and every search with what it was taken for."""
    for noun in Noun:
        yield _resource(subject, noun)
        for name in SEARCHES.get(noun, ()):
            yield from _search(subject, noun, name)


def _resource(subject: Subject, noun: Noun) -> Guess:
    found = subject.found(noun)
    name = Text(opened(NOUNS[noun].many.en), opened(NOUNS[noun].many.nl))
    if found is None:
        possible = ", ".join(collection.path for collection in subject.possible(noun)[:3])
        why = Text(f"not sure: {possible}", f"niet zeker: {possible}") if possible else _NOTHING
        return Guess(subject=name, taken="-", why=why)
    why = Text("; ".join(each.en for each in found.reasons), "; ".join(each.nl for each in found.reasons))
    if found.doubt:
        why = Text(f"{why.en}. {found.doubt.en}", f"{why.nl}. {found.doubt.nl}")
    return Guess(subject=name, taken=found.collection.path, why=why)


def _search(subject: Subject, noun: Noun, name: str) -> Iterator[Guess]:
    search = subject.search(noun, name)
    if search is None:
        return
    told, by = NOUNS[noun].many, _SEARCH_NAMES[name]
    yield Guess(
        subject=Text(f"{opened(told.en)} {by.en}", f"{opened(told.nl)} {by.nl}"),
        taken=search.label,
        why=_WHY[search.manner.value],
    )


_WHY = {
    "exact": Text("by its name", "door de naam"),
    "expression": Text("its description names this", "de omschrijving noemt dit"),
    "part": Text("by its name, and a part is enough", "door de naam, en een deel is genoeg"),
    "text": Text("its description names this", "de omschrijving noemt dit"),
    "silent expression": Text("it takes an expression on any field", "het neemt een expressie op elk veld"),
    "silent": Text("it searches in fields that are not told", "het zoekt in velden die niet genoemd zijn"),
}
