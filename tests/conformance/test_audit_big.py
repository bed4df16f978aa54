"""A large document is judged as the small one inside it, in little memory; `make bench ARGS=judging` times it."""

import tracemalloc
from datetime import UTC, datetime

import pytest

from mockbooks.conformance.audit import audit
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import Judgement
from tests.conformance.big import AROUND, MEGABYTE, big_document
from tests.conformance.corpus import document


@pytest.fixture(scope="module")
def content() -> bytes:
    return big_document(2 * MEGABYTE)


def test_two_megabytes_are_judged_in_less_than_64_mib(content: bytes) -> None:
    tracemalloc.start()
    _judged(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 64 * 1024 * 1024


def test_what_stands_around_the_books_is_taken_for_nothing(content: bytes) -> None:
    small = Subject(document=read_document(document(AROUND).path.read_bytes(), source=AROUND)).guessed.found
    large = Subject(document=read_document(content, source="groot.json")).guessed.found
    assert {noun: found.collection.path for noun, found in large.items()} == {
        noun: found.collection.path for noun, found in small.items()
    }


def _judged(content: bytes) -> Judgement:
    read = read_document(content, source="groot.json")
    return audit(read, judged_at=datetime(2026, 11, 29, tzinfo=UTC), seconds=lambda: 0.0)
