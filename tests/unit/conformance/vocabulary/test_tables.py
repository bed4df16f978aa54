"""Every word in the tables is written as names come down to, or it would never be found."""

import pytest

from mockbooks.conformance import words
from mockbooks.conformance.vendor.model import FIELDS, SEARCHES, Noun
from mockbooks.conformance.vocabulary.fields import FIELD_NAMES
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.searches import GENERIC, SEARCH_WORDS
from mockbooks.conformance.vocabulary.words import joined


@pytest.mark.parametrize("noun", list(Noun))
def test_the_words_of_a_resource_are_as_names_come_down_to(noun: Noun) -> None:
    signs = NOUNS[noun]
    written = {*signs.names, *signs.fields, *signs.strange, *signs.marks, *signs.against}
    assert {word for word in written if joined(word) != word} == set()


@pytest.mark.parametrize("name", list(FIELD_NAMES))
def test_the_names_of_a_field_are_as_names_come_down_to(name: str) -> None:
    assert [each for each in FIELD_NAMES[name] if joined(each) != each] == []


def test_the_names_of_searches_are_as_names_come_down_to() -> None:
    written = GENERIC.union(*(each.exact | each.ranges for each in SEARCH_WORDS.values()))
    assert {word for word in written if joined(word) != word} == set()


def test_every_resource_search_and_field_of_a_vendor_file_has_its_words() -> None:
    assert set(NOUNS) == set(words.NOUNS) == set(Noun)
    assert set(SEARCH_WORDS) == {(noun, name) for noun, names in SEARCHES.items() for name in names}
    assert {name for names in FIELDS.values() for name in names} <= set(FIELD_NAMES)
