"""Every resource of every document, called by a word that nobody knows: it may not be found, and must not be denied.

This is what a new vendor is to the vocabulary. Documents are changed as texts, so that paths, tags, schemas and texts
all use the unknown word.
"""

import re
from collections.abc import Iterator

import pytest

from mockbooks.conformance.audits import AUDITS
from mockbooks.conformance.check import ask_all
from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.model import Document as Read
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import gather
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.words import singular
from tests.conformance.corpus import Document, document, documents

_ARTEFACTS = {("zeeboeken", Noun.PRODUCTS, "C6d")}
"""Where products are called items, renaming them takes the `items` of all lists away as well."""


@pytest.mark.parametrize("name", [each.name for each in documents()])
def test_what_goes_by_an_unknown_word_is_never_said_to_be_missing(name: str) -> None:
    assert set(_denied(document(name))) <= _ARTEFACTS


def _denied(known: Document) -> Iterator[tuple[str, Noun, str]]:
    """Give what was said to be not met, where a reader of the document as it was would not say so."""
    found = Subject(document=_read(known.path.read_text("utf-8"))).guessed.found
    for noun, taken in found.items():
        for number in _not_met(_renamed(known.path.read_text("utf-8"), taken)):
            if "not_met" not in known.known.answers[number].verdicts:
                yield known.name, noun, number


def _renamed(text: str, taken: Found) -> str:
    name = taken.collection.names[-1]
    ways = f"{re.escape(name)}|{re.escape(singular(name.lower()))}(s|en)?"
    return re.sub(ways, lambda match: "Zorbel" if match[0][0].isupper() else "zorbel", text, flags=re.IGNORECASE)


def _not_met(text: str) -> Iterator[str]:
    """Give the conditions that are not met; a document in which the name made two keys the same is left out."""
    try:
        conditions = gather(ask_all(AUDITS, Subject(document=_read(text))))
    except DocumentError:
        return
    for judged in (each for condition in conditions for each in condition.apart):
        if judged.outcome is Outcome.NOT_MET:
            yield judged.condition.number


def _read(text: str) -> Read:
    return read_document(text.encode(), source="renamed")
